"""Files that editors send in, read as tables: Excel, and CSV as Excel and others write it.

What cannot be read is told in words that say what to do. Sizes are limited before anything is
unpacked.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from initiatives.desk.bulk.cells import normal, restore, text_of, without_escapes

MAX_BYTES = 5_000_000
MAX_UNPACKED = 60_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 100
MEGABYTE = 1_000_000
DELIMITERS = ";,\t"

# A cell may be as long as a file; Python's own limit is lower.
csv.field_size_limit(MAX_BYTES)

_ZIP, _OLD_EXCEL, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


class FileError(Exception):
    """A file that cannot be used; the argument says why and what to do, in the sender's form."""


@dataclass(frozen=True)
class TableRow:
    """Cells as text, and the number of the row in the spreadsheet, where the headings are row 1."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True)
class Table:
    headings: Sequence[str]
    rows: Sequence[TableRow]


def read_table(content: bytes, name: str = "") -> Table:
    """The table of a file, told by its beginning and not by its name. Raises `FileError`.

    Only text in a file that is called an Excel file is taken for a mistake, and not for a table.
    """
    if not content.strip():
        raise FileError(_("The file is empty."))
    if len(content) > MAX_BYTES:
        size = {"size": MAX_BYTES // MEGABYTE}
        raise FileError(_("The file is larger than %(size)s MB. Divide it into several.") % size)
    if content.startswith((_OLD_EXCEL, _PDF)):
        raise FileError(
            _(
                "This is not a table that can be read. Save it as Excel (.xlsx) or CSV, and try"
                " again."
            )
        )
    is_excel = content.startswith(_ZIP) or name.lower().endswith(".xlsx")
    lines = read_xlsx(content) if is_excel else read_csv(content)
    return make_table(lines)


def make_table(lines: Iterable[Sequence[str]]) -> Table:
    """The table of lines of cells, the first with the headings. Blank rows are left out."""
    filled = _filled(lines)
    _number, headings = next(filled, (0, []))
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MAX_COLUMNS:
        raise FileError(_("The file has more than %(number)s columns.") % {"number": MAX_COLUMNS})
    rows = [_row(number, cells, len(headings)) for number, cells in islice(filled, MAX_ROWS)]
    if not rows:
        raise FileError(_("The file has no rows below the headings."))
    if next(filled, None):
        most = {"number": MAX_ROWS}
        raise FileError(_("The file has more than %(number)s rows. Divide it into several.") % most)
    return Table(headings, rows)


def _filled(lines: Iterable[Sequence[str]]) -> Iterator[tuple[int, list[str]]]:
    """The lines that say anything, with their numbers."""
    for number, line in enumerate(lines, start=1):
        cells = [normal(cell) for cell in line]
        if any(cells):
            yield number, cells


def _row(number: int, cells: Sequence[str], width: int) -> TableRow:
    """A row of just as many cells as asked for."""
    if any(cells[width:]):
        text = _("Row %(number)s has more cells than there are headings.")
        raise FileError(text % {"number": number})
    padded = [*cells, *[""] * width][:width]
    return TableRow(number, [restore(cell) for cell in padded])


def read_csv(content: bytes) -> Iterator[list[str]]:
    """The lines of a CSV file in UTF-8, UTF-16 or Windows-1252, with semicolons, commas or tabs."""
    text = decode(content)
    if "\0" in text:
        raise FileError(
            _(
                "This is not a table that can be read. Save it as Excel (.xlsx) or CSV, and try"
                " again."
            )
        )
    first, _newline, rest = text.partition("\n")
    first = first.strip(" \r")
    if first.lower().startswith("sep=") and len(first) == 5:
        text, delimiter = rest, first[-1]
    else:
        delimiter = max(DELIMITERS, key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        message = _(
            "The file is not right CSV: a quotation mark or a line break stands where none can be."
        )
        raise FileError(message) from error


def decode(content: bytes) -> str:
    encodings = (
        ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    )
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(
        _("The letters of the file cannot be read. Save it as “CSV UTF-8”, and try again.")
    )


def read_xlsx(content: bytes) -> Iterator[list[str]]:
    """The lines of the first sheet of an Excel file."""
    refuse_bomb(content)
    # It takes a tenth of the time to start, and is used for nothing else.
    load_workbook = import_string("openpyxl.load_workbook")
    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        sheet = book.worksheets[0]
        lines = enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1)
        yield from ([_cell(cell, number) for cell in cells] for number, cells in lines)
    except FileError:
        raise
    # A broken file may break openpyxl anywhere.
    except Exception as error:
        message = _(
            "The Excel file is broken or is not a spreadsheet. Save it anew, and try again."
        )
        raise FileError(message) from error


def _cell(cell: object, number: int) -> str:
    if getattr(cell, "data_type", "") == "f":
        text = _("Row %(number)s has a formula. Paste it as a value, and try again.")
        raise FileError(text % {"number": number})
    value = getattr(cell, "value", None)
    return without_escapes(value) if isinstance(value, str) else text_of(value)


def refuse_bomb(content: bytes) -> None:
    """Raises `FileError` for what would be too much unpacked; no more is unpacked than declared."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        message = _(
            "The Excel file is broken or is not a spreadsheet. Save it anew, and try again."
        )
        raise FileError(message) from error
    if unpacked > MAX_UNPACKED:
        raise FileError(_("The file is too large when it is unpacked. Divide it into several."))
