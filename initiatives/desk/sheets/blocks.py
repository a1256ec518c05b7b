"""The lines of a sheet as blocks: paragraphs, list items and headings, with their numbers.

What stands behind a backslash that begins a line is text as it stands, on a line of its own,
whatever it looks like. So an entry whose text looks like a heading or a list can be written as a
sheet and read again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from html import unescape
from itertools import pairwise

from initiatives.desk.sheets.headings import Opening, Section, opening

VERBATIM_MARK = "\\"

ADDRESS = re.compile(r"https?://\S+|www\.\S+\.\S+", re.IGNORECASE)
"""A line that is nothing but the address of a page."""

_BULLETS = "•·∙●○◦▪▫■□►▸‣⁃➢➤✓✔»\uf0b7\uf0a7*+-"
_DASHES = "–—−"
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_BULLET = re.compile(
    rf"(?P<indent>\s*)(?P<mark>[{re.escape(_BULLETS)}]|o(?=\t| "
    r" )|->)(?:\s+|(?<=[•●▪\uf0b7]))(?P<text>\S.*)"
)
_DASH = re.compile(rf"(?P<indent>\s*)(?P<mark>[{_DASHES}])\s+(?P<text>\S.*)")
_NUMBER = re.compile(
    rf"(?P<indent>\s*)(?P<mark>\(?(?:\d{{1,2}}|[a-zA-Z])\)|(?:\d{{1,2}}|[a-z])\.)\s+(?!(?:{_MONTHS})\b)(?P<text>\S.*)"
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
_ENDS_OPEN = re.compile(
    r"(?:[,/–-]|\b(?:og|eller|og/eller|i|på|til|for|med|av|fr[åa]|mellom|ved|om|som|å|at|samt|for"
    r" å))$"
)
_ENDS_SENTENCE = re.compile(r"[.!?:»”\")…]$")
# A longer line was not wrapped, it is a paragraph by itself.
_WRAPPED_AT_MOST = 100


class Kind(Enum):
    TEXT = "text"
    BULLET = "bullet"
    NUMBER = "number"
    HEADING = "heading"


@dataclass(frozen=True)
class Block:
    """A paragraph, list item or heading. `text` has no mark of a list, and its lines joined.

    `rows` are the lines of it one by one, `number` is the first one's. `is_adjacent` says that no
    blank line stands before it.
    """

    kind: Kind
    text: str
    number: int
    rows: tuple[str, ...] = ()
    mark: str = ""
    opening: Opening | None = None
    is_adjacent: bool = False
    is_verbatim: bool = False

    @property
    def is_item(self) -> bool:
        return self.kind in (Kind.BULLET, Kind.NUMBER)


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    kind: Kind
    content: str
    mark: str = ""
    is_adjacent: bool = False

    @property
    def is_verbatim(self) -> bool:
        return self.kind is Kind.TEXT and self.text.startswith(VERBATIM_MARK)

    @property
    def is_indented(self) -> bool:
        return self.text[:1].isspace()


def blocks(text: str) -> list[Block]:
    """The blocks of a text whose lines end with `\\n`, in order; each line with words is in one."""
    lines = list(_lines(text))
    made: list[Block] = []
    first = 0
    while first < len(lines):
        end = first + 1
        found = _heading(lines, first, made)
        while found is None and end < len(lines) and _goes_on(lines, first, end):
            end += 1
        made.append(_block(lines[first:end], found))
        first = end
    return made


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, each with what it looks like by itself."""
    was_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            was_blank = True
            continue
        yield _line(number, line, not was_blank)
        was_blank = False


def _line(number: int, text: str, is_adjacent: bool) -> _Line:
    if text.startswith(VERBATIM_MARK):
        return _Line(number, text, Kind.TEXT, text[1:], "", is_adjacent)
    text = _without_entities(text)
    for kind, pattern in ((Kind.BULLET, _BULLET), (Kind.BULLET, _DASH), (Kind.NUMBER, _NUMBER)):
        if found := pattern.fullmatch(text):
            return _Line(number, text, kind, found["text"].strip(), found["mark"], is_adjacent)
    return _Line(number, text, Kind.TEXT, text.strip(), "", is_adjacent)


def _without_entities(text: str) -> str:
    """The line with the signs that a web page writes as `&oslash;` and `&#248;`."""
    return _ENTITY.sub(lambda found: _sign(found[0]), text)


def _sign(entity: str) -> str:
    sign = unescape(entity)
    return sign if sign.isprintable() or sign == "\u00a0" else entity


def _heading(lines: Sequence[_Line], at: int, before: Sequence[Block]) -> Opening | None:
    """What a line opens that begins a block: after a blank line, an item, heading or sentence."""
    line = lines[at]
    if line.kind is Kind.NUMBER and not line.text.startswith(" "):
        return _numbered_heading(lines, at)
    is_plain = line.kind is Kind.TEXT and not line.is_verbatim
    if not is_plain or (line.is_adjacent and before and _is_unfinished(before[-1])):
        return None
    following = lines[at + 1] if at + 1 < len(lines) else None
    return opening(line.content, following is not None and following.kind is not Kind.TEXT)


def _is_unfinished(block: Block) -> bool:
    """Whether a line right below may go on with the block."""
    is_whole = _ENDS_SENTENCE.search(block.text) or ADDRESS.fullmatch(block.text)
    return block.kind is Kind.TEXT and not is_whole


def _numbered_heading(lines: Sequence[_Line], at: int) -> Opening | None:
    """What `2. Aktiviteter` opens, when it is not one of several numbered lines in a row."""
    line, beside = lines[at], [*lines[at + 1 : at + 2]]
    is_in_list = any(other.is_adjacent and other.mark[-1:] == line.mark[-1:] for other in beside)
    found = opening(line.content)
    is_heading = found and not found.rest and found.section not in (Section.PERIOD, Section.CLOSING)
    return found if is_heading and not line.is_adjacent and not is_in_list else None


def _goes_on(lines: Sequence[_Line], first: int, at: int) -> bool:
    """Whether the line `at` belongs to the block that begins with `first`."""
    start, previous, line = lines[first], lines[at - 1], lines[at]
    if not line.is_adjacent or line.kind is not Kind.TEXT or start.is_verbatim != line.is_verbatim:
        return False
    if line.is_verbatim:
        return True
    if ADDRESS.fullmatch(previous.content):
        return False
    if start.kind is Kind.TEXT:
        return _goes_on_with_text(previous.content, line.content)
    return _goes_on_with_item(previous.content, line)


def _goes_on_with_text(previous: str, text: str) -> bool:
    """Whether a line is of the same paragraph as the one above: behind the end of a sentence no
    heading is, nor what stands below a line that was not wrapped.
    """
    is_whole = _ENDS_SENTENCE.search(previous) is not None
    return not (is_whole and (len(previous) > _WRAPPED_AT_MOST or opening(text)))


def _goes_on_with_item(previous: str, line: _Line) -> bool:
    if opening(line.content):
        return False
    is_inner = line.content[0].islower() or _ENDS_OPEN.search(previous) is not None
    return line.is_indented or is_inner


def _block(lines: Sequence[_Line], found: Opening | None) -> Block:
    start = lines[0]
    rows = tuple(line.content for line in lines)
    text = "\n".join(rows) if start.is_verbatim else _join(rows)
    kind = Kind.HEADING if found else start.kind
    is_verbatim = start.is_verbatim or (
        start.kind is not Kind.TEXT and text.startswith(VERBATIM_MARK)
    )
    if is_verbatim and start.kind is not Kind.TEXT:
        text = text.removeprefix(VERBATIM_MARK)
    return Block(kind, text, start.number, rows, start.mark, found, start.is_adjacent, is_verbatim)


def _join(rows: Sequence[str]) -> str:
    """The lines as one text: wrapped ones joined, those that end before the margin kept apart."""
    margin = max(map(len, rows))
    text = rows[0]
    for previous, row in pairwise(rows):
        is_wrapped = len(previous) + 1 + len(row.split()[0]) > margin or row[0].islower()
        text += _between(previous, row) + row if is_wrapped else "\n" + row
    return text


def _between(previous: str, row: str) -> str:
    """What stands between two halves of a wrapped text: nothing behind a slash, else a blank."""
    return "" if previous.endswith("/") else " "
