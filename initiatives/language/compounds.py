"""Compounds: where a word divides into two words that the dictionaries know."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .lemmas import known_lemma, lemmas
from .word_table import word_set

_LONGEST = 48
_SHORTEST_PART = 4

# What ends a word and is no word: derivational endings, with their inflection.
_ENDING = re.compile(
    r"(het|heit|leik|lig|leg|else|els|ning|ling|ing|skap|dom|nad|sam|som|løs|laus|løys|bar|messig|aktig|sel|sjon|asjon"
    r"|itet|itets|ist|isme|inne|erske|isk|ende|ande|ert|ere|eri|ering|ert|tet|tets|full|vis|ung|ning|ion|ien"
    r"|ment|ement|ens|ans|ium|ent|ant|ell|iv|ør|ær|ede|ne|re|te|de)"
    r"(s|e|en|et|a|er|ar|ane|ene|t|ens|ets|r|n|ere|are|st|est|ast)?"
)


_INFLECTION = re.compile("e?(s|n|t|r|en|et|a|er|ar|ane|ene|arane|erne|arar|ere)?")


class Division(NamedTuple):
    """A compound taken apart: the lemma its first part is, its last part as it stands, and where that begins."""

    first: str
    last: str
    at: int


@lru_cache(maxsize=20_000)
def divisions(word: str) -> tuple[Division, ...]:
    """The places where a word in plain spelling divides into two known words, the longest last part first.

    Both parts may be compounds themselves. Opaque compounds divide too: this is how a word is built.
    """
    if len(word) > _LONGEST or len(word) < 5 or not word.isalpha():
        return ()
    return tuple(
        Division(first, word[at:], at)
        for at in range(2, len(word) - 1)
        if is_last_part(word[at:]) and not _is_ending_after(word[:at], word[at:]) and (first := first_part(word[:at]))
    )


@lru_cache(maxsize=20_000)
def meaningful_divisions(word: str) -> tuple[Division, ...]:
    """The divisions whose parts say what the word is about: none inside a frozen compound."""
    found = divisions(word)
    if not found:
        return ()
    spans = list(_frozen_spans(word))
    return tuple(division for division in found if not any(start < division.at < end for start, end in spans))


def _frozen_spans(word: str) -> Iterator[tuple[int, int]]:
    """Where the word begins or, but for an ending, ends with a frozen compound."""
    for stem in _frozen_stems():
        start = word.find(stem)
        if start == 0 or (start > 0 and _INFLECTION.fullmatch(word, start + len(stem))):
            yield start, start + len(stem)


@cache
def _frozen_stems() -> tuple[str, ...]:
    """The frozen compounds without a last -e, which inflection drops."""
    return tuple(word.removesuffix("e") for word in word_set("frozen_compounds.txt"))


def _is_ending_after(start: str, rest: str) -> bool:
    """Whether what looks like a last part is the ending -ering: `parke|ring`, `aktiv|ering`."""
    return start.endswith("e") and rest.startswith("ring")


@lru_cache(maxsize=20_000)
def is_last_part(rest: str) -> bool:
    """Whether the rest of a word may be its last part: a known word in any form, no ending, no particle."""
    short = word_set("short_last_parts.txt")
    if len(rest) < _SHORTEST_PART:
        return rest in short
    if _is_no_part(rest) or _ENDING.fullmatch(rest):
        return False
    if read := lemmas(rest):
        return any((len(lemma) >= _SHORTEST_PART or lemma in short) and not _is_no_part(lemma) for lemma in read)
    return any(len(division.first) > 2 for division in divisions(rest))


def _is_no_part(word: str) -> bool:
    return word in word_set("no_parts.txt") or word in word_set("rare_words.txt")


@lru_cache(maxsize=20_000)
def first_part(start: str) -> str:
    """The lemma that stands first in a compound, without its linking s or e; empty when it is no word."""
    for lemma in _without_link(start):
        if _is_no_part(lemma):
            continue
        if len(lemma) < _SHORTEST_PART:
            if lemma in word_set("short_first_parts.txt"):
                return lemma
        elif known := known_lemma(lemma):
            return known
        elif divisions(lemma):
            return lemma
    return ""


def _without_link(start: str) -> Iterator[str]:
    """The part as it stands, without a linking s or e, without the plural -er of `studenterheim`."""
    yield start
    if start.endswith(("s", "e")) and len(start) > 2:
        yield start[:-1]
    if start.endswith("er") and len(start) > _SHORTEST_PART + 1:
        yield start[:-2]
