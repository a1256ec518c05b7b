"""Search keys: two words are the same to search when their keys meet.

A key is one canonical ASCII stem of a word, the same for its inflected forms and for the written forms Nynorsk and
Bokmål. Keys are stored with every entry, so a change of rules or tables means that they must be made again;
`RULES_VERSION` tells.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from .compounds import divisions, meaningful_divisions
from .folding import fold
from .lemmas import lemmas
from .letters import SOFT_HYPHEN, plain_spelling, to_ascii
from .word_table import TABLES, different_words

_LONGEST_KEY = 60
_MOST_KEYS = 4
_CACHED = 20_000

# Letters, digits and the marks that combine with them; a soft hyphen between two letters is part of the word.
_WORD = re.compile(rf"(?:[^\W_][\u0300-\u036f]*)+(?:{SOFT_HYPHEN}+(?:[^\W_][\u0300-\u036f]*)+)*")


class Word(NamedTuple):
    """A word of a text, as it stands at text[start:end]."""

    text: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """The words of a text in order; a hyphen parts words, a soft hyphen does not."""
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=_CACHED)
def word_keys(word: str) -> frozenset[str]:
    """The keys of a word in any form and case: [a-z0-9], at most 60 characters each, usually one or two."""
    return frozenset(_ascii(_word_stems(plain_spelling(word))))


@lru_cache(maxsize=_CACHED)
def part_keys(word: str) -> frozenset[str]:
    """The keys of the words that a compound begins and ends with; empty for a word that is no compound."""
    plain = plain_spelling(word)
    stems: set[str] = set()
    for division in meaningful_divisions(plain):
        stems.update(_lemma_stems(division.first))
        stems.update(_word_stems(division.last))
    return frozenset(_ascii(stems)) - word_keys(word)


def _ascii(stems: Iterable[str]) -> set[str]:
    return {to_ascii(stem)[:_LONGEST_KEY] for stem in stems}


@lru_cache(maxsize=_CACHED)
def _word_stems(plain: str, is_bokmal: bool = False) -> tuple[str, ...]:
    """The canonical stems of a word in any form, in plain spelling; see `_lemma_stems`."""
    stems: dict[str, None] = {}
    for lemma in lemmas(plain) or (plain,):
        stems.update(dict.fromkeys(_lemma_stems(lemma, is_bokmal)))
    return tuple(stems)[:_MOST_KEYS]


@lru_cache(maxsize=_CACHED)
def _lemma_stems(lemma: str, is_bokmal: bool = False) -> tuple[str, ...]:
    """The canonical stems of a lemma: those of its Bokmål counterparts in the table, then its own.

    What is known to be Bokmål is not looked up again, so that no word meets another through a third.
    """
    stems: dict[str, None] = {}
    if not is_bokmal:
        for bokmal in different_words().to_bokmal.get(lemma, ()):
            stems.update(dict.fromkeys(_own_stems(bokmal, True)))
    stems.update(dict.fromkeys(_own_stems(lemma, is_bokmal)))
    return tuple(stems)


def _own_stems(lemma: str, is_bokmal: bool) -> tuple[str, ...]:
    """The stems of a lemma itself: of its parts, joined without linking letters, or the folded lemma."""
    division = next(iter(divisions(lemma)), None)
    if division is None:
        return (fold(lemma),)
    firsts = (stem.removesuffix("e") for stem in _lemma_stems(division.first, is_bokmal))
    pairs = product(firsts, _word_stems(division.last, is_bokmal))
    return tuple(islice((first + last for first, last in pairs), _MOST_KEYS))


def counterparts(word: str) -> tuple[str, ...]:
    return ()


def is_known(word: str) -> bool:
    plain = plain_spelling(word)
    return bool(lemmas(plain) or divisions(plain))


def _rules_version() -> str:
    digest = hashlib.sha256(version("simplemma").encode())
    for path in sorted([*TABLES.glob("*.txt"), *Path(__file__).parent.glob("*.py")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


RULES_VERSION = _rules_version()
