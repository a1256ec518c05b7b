"""The difference of two texts in words: what stays, what goes out, what comes in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
# More words than this are compared line by line.
MAX_WORDS = 1500
# What stays and is longer is shown by its ends.
SHOWN_SAME = 80


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces that make up both texts, in order; just one, coming in, after an empty text."""
    old, new = _parts(before), _parts(after)
    if max(len(old), len(new)) > MAX_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return list(_pieces(old, new))


def _parts(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for action, first, last, start, end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if action == "equal":
            yield Piece(SAME, _shortened("".join(old[first:last])))
            continue
        if last > first:
            yield Piece(OUT, "".join(old[first:last]))
        if end > start:
            yield Piece(IN, "".join(new[start:end]))


def _shortened(text: str) -> str:
    half = SHOWN_SAME // 2
    return text if len(text) <= SHOWN_SAME else f"{text[:half]} … {text[-half:]}"
