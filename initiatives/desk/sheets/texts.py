"""Files and pasted text on their way to sheets: encodings, sizes, and what is no text at all."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 200_000
"""Of one sheet: the longest known is 20,000."""

MAX_SHEETS = 50
"""Of one paste or upload."""

EMPTY = _("There is no text in it.")
TOO_LARGE = _(
    "It is larger than a sheet can be (200 kB). Divide it, or import the parts one by one."
)
NOT_TEXT = _(
    "It is not a text file. Open it in the program it was made with, and save it as plain text"
    " (.txt)."
)
OTHER_PROGRAM = _(
    "It is a file of Word, Excel, PDF or the like. Open it there, and save it as plain text (.txt)."
)

_OTHER_PROGRAMS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_PARTING = re.compile(r"^[ \t]*={3,}[ \t]*\r?$", re.MULTILINE)


class UnreadableError(ValueError):
    """Bytes or text that no sheet can be read from; says why in words for an editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class NamedText:
    """The text of one sheet, and what it is called: a file, or which of the pasted ones it is."""

    name: str
    text: str


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, marked UTF-16 or Windows-1252; raises `UnreadableError`."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    if data.startswith(_OTHER_PROGRAMS):
        raise UnreadableError(OTHER_PROGRAM)
    encodings = ("utf-16",) if data.startswith(_WIDE_MARKS) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return tidy(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UnreadableError(NOT_TEXT)


def tidy(text: str) -> str:
    """The text with `\\n` between lines and without a byte order mark; raises `UnreadableError`."""
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    tidied = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    if _NO_TEXT.search(tidied) or (not tidied.isascii() and _has_surrogates(tidied)):
        raise UnreadableError(NOT_TEXT)
    if not tidied.strip():
        raise UnreadableError(EMPTY)
    return tidied


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def divide(text: str) -> Iterator[str]:
    """The sheets of a pasted text, which a line of `===` parts; empty ones are left out."""
    return (part.strip("\r\n") for part in _PARTING.split(text) if part.strip())


def base_name(name: str) -> str:
    """The last part of the name of a file, whichever system it comes from."""
    return PurePath(name.replace("\\", "/")).name
