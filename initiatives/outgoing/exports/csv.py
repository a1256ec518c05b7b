"""A list as CSV, as Norwegian Excel opens it: semicolons between, UTF-8 with a mark that says so.

The first line is a comment (`# …`) that says what the file is; then come the headings, and one line
for each entry. People in municipalities open CSV in Excel and send the file on, and then it must
tell by itself what it holds and from when. A program skips exactly one line, or asks for JSON.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain

from initiatives.finding.filters import InitiativeFilter
from initiatives.outgoing.exports.about import About
from initiatives.outgoing.exports.columns import Cell, Table
from initiatives.outgoing.exports.rows import OutgoingEntry, read_portions

BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP: CSV injection).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(asked: InitiativeFilter, about: About, root: str) -> Iterator[str]:
    """The file in parts, one for each portion of entries."""
    table = Table(root)
    comment = "# " + ". ".join(f"{what}: {text.rstrip('.')}" for what, text in about.lines)
    head = BYTE_ORDER_MARK + _lines([[comment], table.headings])

    def write_rows(rows: list[OutgoingEntry]) -> str:
        return _lines([table.cells(row) for row in rows])

    return chain([head], read_portions(asked, write_rows))


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: an apostrophe says that it is text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell


def _lines(rows: Sequence[Sequence[Cell]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()
