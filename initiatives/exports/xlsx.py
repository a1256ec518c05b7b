"""A list as an Excel file: the table on the first sheet, what it is on the second.

Text is always written as text, never as a formula or a link, and marked as such (as an apostrophe does in
Excel) where it would be taken for a formula when somebody edits it.
"""

import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from initiatives.exports.about import About
from initiatives.exports.columns import COLUMNS, Cell, Table
from initiatives.exports.csv import DANGEROUS
from initiatives.exports.rows import Row, read_portions
from initiatives.filters import InitiativeFilter

MAX_CELL_LENGTH = 32_767  # Excel's own
OPTIONS = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}


def write(asked: InitiativeFilter, about: About, root: str) -> IO[bytes]:
    """The whole file, at its start; it is on disk while it grows, so a portion of entries is in memory."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    with Workbook(file, OPTIONS) as book:
        book.set_properties({"title": about.title, "created": about.made_at.replace(tzinfo=None)})
        _write_table(book, asked, Table(root))
        _write_about(book, about)
    file.seek(0)
    return file


class Sheet:
    """A sheet of a book, written cell by cell and never back."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.heading = book.add_format({"bold": True, "bg_color": "#E6E6E6", "bottom": 1, "text_wrap": True})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._quoted = book.add_format({"quote_prefix": True})

    def write(self, row: int, column: int, cell: Cell, style: Format | None = None) -> None:
        if isinstance(cell, date):
            self.sheet.write_datetime(row, column, cell, self._date)
        elif isinstance(cell, int):
            self.sheet.write_number(row, column, cell)
        elif cell:
            style = self._quoted if cell.startswith(DANGEROUS) else style
            self.sheet.write_string(row, column, _fitting(cell), style)


def _fitting(text: str) -> str:
    """A text as long as a cell can be."""
    return text if len(text) <= MAX_CELL_LENGTH else text[: MAX_CELL_LENGTH - 1] + "…"


def _write_table(book: Workbook, asked: InitiativeFilter, table: Table) -> None:
    sheet = Sheet(book, _("Initiatives"))
    for number, column in enumerate(COLUMNS):
        sheet.sheet.set_column(number, number, column.width)
    for number, heading in enumerate(table.headings):
        sheet.write(0, number, heading, sheet.heading)
    sheet.sheet.freeze_panes(1, 1)

    def cells(rows: list[Row]) -> Sequence[list[Cell]]:
        return [table.cells(row) for row in rows]

    last = 0
    for last, row in enumerate(chain.from_iterable(read_portions(asked, cells)), start=1):
        for number, cell in enumerate(row):
            sheet.write(last, number, cell)
    sheet.sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


def _write_about(book: Workbook, about: About) -> None:
    sheet = Sheet(book, _("About the list"))
    sheet.sheet.set_column(0, 0, 22)
    sheet.sheet.set_column(1, 1, 100)
    for row, (what, text) in enumerate(about.lines):
        sheet.write(row, 0, what, sheet.heading)
        sheet.write(row, 1, text)
