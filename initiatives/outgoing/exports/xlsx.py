"""A list as an Excel file: the table on the first sheet, what it is on the second.

XlsxWriter can hand over nothing before it has everything, so it makes the book without the entries,
and those are put in here as they are read: the file begins to come at once, however many there are.

Text is always written as text, never as a formula or a link, and marked as such (as an apostrophe
does in Excel) where it would be taken for a formula when somebody edits it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, RawIOBase
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from initiatives.finding.filters import InitiativeFilter
from initiatives.outgoing.exports.about import About
from initiatives.outgoing.exports.columns import COLUMNS, Cell, Table
from initiatives.outgoing.exports.csv import DANGEROUS
from initiatives.outgoing.exports.rows import OutgoingEntry, read_portions

# Excel's own: the longest text, and the day that its dates count from (ECMA-376, 18.17.4.1).
MAX_CELL_LENGTH = 32_767
MOST_ROWS = 1_048_576
DAY_ZERO = date(1899, 12, 30)
# What XML cannot hold is written as its number, and so is what looks like that (ECMA-376,
# 22.9.2.19).
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

# Entries that could take more than the 4 GB of a plain zip file.
MANY = 400_000

OPTIONS = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
TABLE = "xl/worksheets/sheet1.xml"
COLUMN_NAMES = [xl_col_to_name(number) for number in range(len(COLUMNS))]


def write(asked: InitiativeFilter, about: About, root: str) -> Iterator[bytes]:
    """The file in parts, one for each portion of entries."""
    table = Table(root)
    book = Book.of(about, table.headings, len(asked.matching))

    def cells(rows: list[OutgoingEntry]) -> list[list[Cell]]:
        return [table.cells(row) for row in rows]

    return _zipped(book, read_portions(asked, cells))


@dataclass(frozen=True)
class Book:
    """A book without entries: its files by name, but for the table; what of that stands before and
    after the entries; and the numbers of two styles.
    """

    files: Mapping[str, bytes]
    before: bytes
    after: bytes
    day_style: str
    quoted_style: str
    length: int

    @classmethod
    def of(cls, about: About, headings: Sequence[str], length: int) -> "Book":
        """The book for `length` entries. In the place of the last it had a row with both styles."""
        last, content = min(max(1, length), MOST_ROWS - 1), BytesIO()
        with Workbook(content, OPTIONS) as book:
            book.set_properties(
                {"title": about.title, "created": about.made_at.replace(tzinfo=None)}
            )
            _add_table(book, headings, last)
            _add_about(book, about)
        with ZipFile(content) as made:
            files = {name: made.read(name) for name in made.namelist()}
        before, row, after = re.split(rb'(<row r="%d".*?</row>)' % (last + 1), files.pop(TABLE))
        day_style, quoted_style = re.findall(r' s="(\d+)"', row.decode())
        return cls(files, before, after, day_style, quoted_style, length)

    def row(self, number: int, cells: Sequence[Cell]) -> str:
        written = "".join(
            self._cell(f"{name}{number}", cell)
            for name, cell in zip(COLUMN_NAMES, cells, strict=True)
        )
        return f'<row r="{number}">{written}</row>'

    def _cell(self, name: str, cell: Cell) -> str:
        if isinstance(cell, date):
            return f'<c r="{name}" s="{self.day_style}"><v>{(cell - DAY_ZERO).days}</v></c>'
        if isinstance(cell, int):
            return f'<c r="{name}"><v>{cell}</v></c>'
        if not cell:
            return ""
        style = f' s="{self.quoted_style}"' if cell.startswith(DANGEROUS) else ""
        return (
            f'<c r="{name}"{style} t="inlineStr"><is><t'
            f' xml:space="preserve">{_writable(cell)}</t></is></c>'
        )


def _writable(text: str) -> str:
    """A text as XML has it."""
    return escape(UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _fitting(text)))


def _fitting(text: str) -> str:
    """A text as long as a cell can be; Excel counts a character beyond the first 65,536 as two."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MAX_CELL_LENGTH:
        return text
    return units[: 2 * (MAX_CELL_LENGTH - 1)].decode("utf-16-le", "ignore") + "…"


class Sheet:
    """A sheet of a book, written cell by cell and never back."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.heading = book.add_format(
            {"bold": True, "bg_color": "#E6E6E6", "bottom": 1, "text_wrap": True}
        )
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.quoted = book.add_format({"quote_prefix": True})

    def write(self, row: int, column: int, cell: Cell, style: Format | None = None) -> None:
        if isinstance(cell, date):
            self.sheet.write_datetime(row, column, cell, self.day)
        elif isinstance(cell, int):
            self.sheet.write_number(row, column, cell)
        elif cell:
            style = self.quoted if cell.startswith(DANGEROUS) else style
            self.sheet.write_string(row, column, _fitting(cell), style)


def _add_table(book: Workbook, headings: Sequence[str], last: int) -> None:
    sheet = Sheet(book, _("Initiatives"))
    for number, column in enumerate(COLUMNS):
        sheet.sheet.set_column(number, number, column.width)
    for number, heading in enumerate(headings):
        sheet.write(0, number, heading, sheet.heading)
    sheet.sheet.freeze_panes(1, 1)
    sheet.sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.sheet.write_blank(last, 0, None, sheet.day)
    sheet.sheet.write_blank(last, len(COLUMNS) - 1, None, sheet.quoted)


def _add_about(book: Workbook, about: About) -> None:
    sheet = Sheet(book, _("About the list"))
    sheet.sheet.set_column(0, 0, 22)
    sheet.sheet.set_column(1, 1, 100)
    for row, (what, text) in enumerate(about.lines):
        sheet.write(row, 0, what, sheet.heading)
        sheet.write(row, 1, text)


class Outbox(RawIOBase):
    """A file that can only be written to, and what has been written since it was last emptied."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: Any, /) -> int:
        self._written.append(bytes(data))
        return len(data)

    def emptied(self) -> bytes:
        written, self._written = b"".join(self._written), []
        return written


def _zipped(book: Book, portions: Iterator[list[list[Cell]]]) -> Iterator[bytes]:
    outbox, last = Outbox(), 1
    with ZipFile(outbox, "w", ZIP_DEFLATED) as file:
        for name, content in book.files.items():
            file.writestr(name, content)
        with file.open(TABLE, "w", force_zip64=book.length > MANY) as table:
            table.write(book.before)
            for portion in portions:
                portion = portion[: MOST_ROWS - last]
                rows = [book.row(number, cells) for number, cells in enumerate(portion, last + 1)]
                last += len(rows)
                table.write("".join(rows).encode())
                yield outbox.emptied()
            table.write(book.after)
    yield outbox.emptied()
