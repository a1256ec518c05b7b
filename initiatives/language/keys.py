"""Search keys: two words are the same to search when their keys meet.

A key is one canonical ASCII stem of a word, the same for its inflected forms and for both written
forms. Keys of the words in use are stored, so after a change of rules or tables they must be made
again; `RULES_VERSION` tells.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from . import NYNORSK
from .compounds import Division, anchored_parts, divisions, loose_division
from .dictionary import is_lemma_in
from .endings import guessed_lemmas
from .folding import fold
from .lemmas import is_complete, lemmas
from .letters import SOFT_HYPHEN, plain_spelling, to_ascii
from .word_table import (
    TABLES,
    different_words,
    is_in_table,
    place_name,
    spelled_otherwise,
    word_set,
)

_LONGEST_KEY = 60
_MOST_KEYS = 6
_MOST_COUNTERPARTS = 2
_CACHED = 10_000
_CACHED_INSIDE = 4_000

# Letters, digits and the marks that combine with them; a soft hyphen between two letters is part of
# the word. An underscore is not, so it is taken out first.
_LETTERS = r"\w[\w\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTERS}(?:{SOFT_HYPHEN}+{_LETTERS})*")


class Word(NamedTuple):
    """A word of a text, as it stands at text[start:end]."""

    text: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """The words of a text in order; a hyphen parts words, a soft hyphen does not."""
    return list(iterate_words(text))


def iterate_words(text: str) -> Iterator[Word]:
    """As `split_words`, one by one, for callers that may need only the first."""
    return (Word(found.group(), *found.span()) for found in _WORD.finditer(text.replace("_", " ")))


def bare_words(text: str) -> list[str]:
    """The words of a text in order, lower case, without soft hyphens; faster than `split_words`."""
    words = " ".join(_WORD.findall(text.replace("_", " ")))
    return words.replace(SOFT_HYPHEN, "").lower().split()


@lru_cache(maxsize=_CACHED)
def word_keys(word: str) -> frozenset[str]:
    """The keys of a word in any form and case: [a-z0-9], at most 60 letters each, often one or two.

    A place name with a capital is only that (`Halden`); without one it may be another word too
    (`halden`).
    """
    plain = plain_spelling(word)
    name = place_name(plain)
    stems = () if name and word[:1].isupper() else _word_stems(plain)
    return frozenset(_ascii((name, *stems)))


@lru_cache(maxsize=_CACHED)
def part_keys(word: str) -> frozenset[str]:
    """The keys of the words that a compound begins and ends with; empty for other words."""
    plain = plain_spelling(word)
    if place_name(plain):
        return frozenset()
    firsts, lasts = anchored_parts(plain)
    stems = {stem for first in firsts for stem in _lemma_stems(first)}
    stems |= {stem for last in lasts for stem in _word_stems(last)}
    return frozenset(_ascii(stems)) - word_keys(word)


def _ascii(stems: Iterable[str]) -> set[str]:
    return {to_ascii(stem)[:_LONGEST_KEY] for stem in stems} - {""}


@lru_cache(maxsize=_CACHED_INSIDE)
def _word_stems(plain: str, is_bokmal: bool = False) -> tuple[str, ...]:
    """The canonical stems of a word in any form, in plain spelling; see `_lemma_stems`."""
    stems: dict[str, None] = {}
    for lemma in lemmas(plain) or _unknown_lemmas(plain):
        stems.update(dict.fromkeys(_lemma_stems(lemma, is_bokmal)))
    return tuple(stems)[:_MOST_KEYS]


@lru_cache(maxsize=_CACHED_INSIDE)
def _lemma_stems(lemma: str, is_bokmal: bool = False) -> tuple[str, ...]:
    """The canonical stems of a lemma: those of its Bokmål counterparts in the table, then its own.

    What is known to be Bokmål is not looked up again, so that no word meets another through a
    third.
    """
    stems: dict[str, None] = {}
    if not is_bokmal:
        for bokmal in different_words().to_bokmal.get(lemma, ()):
            stems.update(dict.fromkeys(_own_stems(bokmal, True)))
    stems.update(dict.fromkeys(_own_stems(lemma, is_bokmal)))
    return tuple(stems)


def _unknown_lemmas(plain: str) -> tuple[str, ...]:
    """The word itself where it divides, so that its parts are read; else guesses."""
    return (plain,) if divisions(plain) or loose_division(plain) else guessed_lemmas(plain)


def _own_stems(lemma: str, is_bokmal: bool) -> tuple[str, ...]:
    """The stems of a lemma itself: its parts joined without linking letters, or it folded."""
    division = _division(lemma)
    if division is None:
        return (fold(lemma),)
    firsts = (stem.removesuffix("e") for stem in _lemma_stems(division.first, is_bokmal))
    pairs = product(firsts, _word_stems(division.last, is_bokmal))
    return tuple(islice((first + last for first, last in pairs), _MOST_KEYS))


def _division(lemma: str) -> Division | None:
    """The best division of a lemma, unless its last part's lemma is no shorter than the whole."""
    division = next(iter(divisions(lemma) or loose_division(lemma)), None)
    if division and all(
        len(part) < len(lemma) for part in (division.first, *lemmas(division.last))
    ):
        return division
    return None


def counterparts(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word in the other form, at most two; empty when the same.

    `bolig` gives (bustad), `bustader` gives (bolig, bosted): what a reader is told that the search
    also looked for. Of two readings of the word the likelier one counts; the usual counterpart is
    first.
    """
    plain = plain_spelling(word)
    likeliest = (plain,) if is_in_table(plain) else lemmas(plain)[:1]
    found = (other for lemma in likeliest for other in _usual_counterparts(lemma) if other != plain)
    return tuple(islice(found, _MOST_COUNTERPARTS))


def _usual_counterparts(lemma: str) -> dict[str, None]:
    """What stands first on the lemma's line of the tables, or beside it where that is first.

    A Bokmål word that Nynorsk has too is written in both forms: what else it may be called is not
    told.
    """
    pairs = different_words()
    bokmal = pairs.to_bokmal.get(lemma, ())
    found = dict.fromkeys(other for other in bokmal if pairs.to_nynorsk[other][0] == lemma)
    if not is_lemma_in(NYNORSK, lemma):
        found |= dict.fromkeys(pairs.to_nynorsk.get(lemma, ())[:1])
    return found | dict.fromkeys(spelled_otherwise(lemma)[:1])


def is_known(word: str) -> bool:
    """Whether a word is complete as it stands: `skole`, `bustader`, not `skol`, `nettst`.

    A bare imperative (`integrer`) counts as unfinished: whoever searches is still writing it.
    """
    plain = plain_spelling(word)
    if place_name(plain):
        return True
    if plain in word_set("rare_words.txt"):
        return False
    return is_complete(plain) if lemmas(plain) else bool(divisions(plain))


def _rules_version() -> str:
    digest = hashlib.sha256(version("simplemma").encode())
    for path in sorted([*TABLES.glob("*.txt"), *Path(__file__).parent.glob("[a-z]*.py")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


RULES_VERSION = _rules_version()
