"""The program's known mistakes, mended by a small table: `mending.tsv`, with the reason for each.

A row says: where the original has these words and the program wrote those, they should be these. It
is used as often as the original has its words, and never more, so that the same word from another
one stays.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Before a word that the program did not know; one that is mended is known.
MARKS = "*@#"
TABLE = Path(__file__).with_name("mending.tsv")


@dataclass(frozen=True)
class Mend:
    direction: str
    source: str
    machine: str
    mended: str
    sentence: str
    in_other_form: str
    """What `sentence`, an example, should be in the other form."""

    def apply(self, original: str, translated: str) -> str:
        allowed = len(_whole(self.source).findall(original))
        if not allowed:
            return translated
        return _marked(self.machine).sub(
            lambda found: _as_cased(self.mended, found.group().lstrip(MARKS)), translated, allowed
        )


@cache
def mends() -> Sequence[Mend]:
    """The rows of the table in order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return [Mend(*row[:6]) for row in rows[1:]]


def mend(original: str, translated: str, direction: str) -> str:
    """A translated segment without the known mistakes; `direction` is `nn-nb` or `nb-nn`."""
    for row in mends():
        if row.direction == direction:
            translated = row.apply(original, translated)
    return translated


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)


@cache
def _marked(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])[{MARKS}]?{re.escape(words)}(?![\w-])", re.IGNORECASE)


def _as_cased(text: str, like: str) -> str:
    return text[:1].upper() + text[1:] if like[:1].isupper() else text
