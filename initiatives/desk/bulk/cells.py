"""Cells: text that no spreadsheet takes for a formula, and back again to the letter."""

import re
from datetime import date, datetime

from initiatives.outgoing.exports.csv import DANGEROUS

Cell = str | int | date | None

_FIRST = "".join(re.escape(character) for character in DANGEROUS)
_LIKE_FORMULA = re.compile(f"[{_FIRST}]")
_QUOTED = re.compile(f"'+[{_FIRST}]")
# How XlsxWriter and Excel write characters that XML cannot hold, and what looks like that.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def protect(cell: Cell, *, is_csv: bool) -> Cell:
    """A cell that `restore` gives back, with an apostrophe before what CSV takes for a formula.

    Excel files mark text as text; there only what begins with such an apostrophe already gets
    another.
    """
    if isinstance(cell, str) and (_QUOTED.match(cell) or (is_csv and _LIKE_FORMULA.match(cell))):
        return f"'{cell}"
    return cell


def restore(text: str) -> str:
    """The text without the apostrophe that `protect` has put before it."""
    return text[1:] if _QUOTED.match(text) else text


def without_escapes(text: str) -> str:
    """The text of a cell of an Excel file, with the characters that are written as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def text_of(value: object) -> str:
    """A spreadsheet's value as text: 2012.0 as 2012, a date as 2024-05-31, nothing as empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == datetime.min.time()
            else value.isoformat(" ")
        )
    return str(value)


def normal(text: str) -> str:
    """A text as it comes back from any spreadsheet: with one sort of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
