"""Compounds: where a word divides into two words that the dictionaries know."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .dictionary import is_lemma_in_both, is_listed_lemma
from .lemmas import known_lemma, lemmas, simple_lemmas
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


# How a Norwegian word may begin: a vowel, or consonants in one of these groups and a vowel.
_ONSET = re.compile(
    "(?:[bcdfghjklmnprstvw]|b[jlr]|ch|d[jrv]|f[jlnr]|g[jlnr]|h[jv]|k[jlnrv]|l[j]|mj|n[j]|p[jlrs]|ph|s[chjklmnptv]"
    "|s[ck][hjlrv]|sp[jlr]|st[jr]|t[hjrv]|v[r])?[aeiouyæøåü]"
)
_VOWEL = re.compile("[aeiouyæøåü]")
_INFLECTION = re.compile("e?(s|n|t|r|en|et|a|er|ar|ane|ene|arane|erne|arar|ere)?")


class Division(NamedTuple):
    """A compound taken apart: its first part as a lemma, its last part as it stands, where that begins."""

    first: str
    last: str
    at: int


@lru_cache(maxsize=4_000)
def divisions(word: str) -> tuple[Division, ...]:
    """The best places to divide a word in plain spelling into two known words, the longest last part first.

    Best are the places where no part has to be divided further. Opaque compounds divide too.
    """
    if len(word) > _LONGEST or len(word) < 5 or not word.isalpha():
        return ()
    found = tuple(_divisions(word))
    simple = tuple(
        division for division in found if known_lemma(division.first) and simple_lemmas(division.last)
    )
    return simple or found[:1]


@lru_cache(maxsize=4_000)
def loose_division(word: str) -> tuple[Division, ...]:
    """The division of a word that nothing knows into something unknown and a known last part, at most one.

    `millisekund`, `coworkingplassar`: new words and names stand first in compounds every day.
    """
    if len(word) > _LONGEST or not word.isalpha() or lemmas(word):
        return ()
    for at in range(3, len(word) - _SHORTEST_PART):
        rest = word[at:]
        if not simple_lemmas(rest) or not is_last_part(rest):
            continue
        if _VOWEL.search(word, 0, at) and not _is_ending_after(word[:at], rest):
            return (Division(word[:at].removesuffix("s"), rest, at),)
    return ()


def _divisions(word: str) -> Iterator[Division]:
    for at in range(2, len(word) - 1):
        start, rest = word[:at], word[at:]
        if not _ONSET.match(rest) or _is_ending_after(start, rest):
            continue
        if (first := first_part(start)) and is_last_part(rest):
            yield Division(first, rest, at)


@lru_cache(maxsize=4_000)
def anchored_parts(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that a compound begins with, as lemmas, and those that it ends with, as they stand.

    `arbeidsinnvandrarar` gives (arbeid) and (innvandrarar). Parts of a frozen compound are left out.
    """
    firsts: dict[str, None] = {}
    lasts: dict[str, None] = {}
    for first, last, at in _meaningful(word):
        firsts |= dict.fromkeys((first, *_without_linking_e(word[:at]), *anchored_parts(first)[0]))
        lasts |= dict.fromkeys((last, *anchored_parts(last)[1]))
    return tuple(firsts), tuple(lasts)


def _without_linking_e(start: str) -> tuple[str, ...]:
    """The noun of a first part that with a linking e looks like another word: `leikeplass`, `barneskule`."""
    noun = start.removesuffix("e")
    return (noun,) if len(start) > _SHORTEST_PART and noun != start and is_lemma_in_both(noun) else ()


def _meaningful(word: str) -> tuple[Division, ...]:
    """The divisions whose parts say what the word is about: none inside a frozen compound."""
    found = divisions(word) or loose_division(word)
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


@lru_cache(maxsize=4_000)
def is_last_part(rest: str) -> bool:
    """Whether the rest of a word may be its last part: a known word in any form, no ending, no particle."""
    short = word_set("short_last_parts.txt")
    if len(rest) < _SHORTEST_PART:
        return rest in short
    if _is_no_part(rest) or _ENDING.fullmatch(rest):
        return False
    if read := simple_lemmas(rest):
        return any(
            (len(lemma) >= _SHORTEST_PART or lemma in short) and not _is_no_part(lemma) for lemma in read
        )
    return any(len(division.first) > 2 for division in divisions(rest))


def _is_no_part(word: str) -> bool:
    return word in word_set("no_parts.txt") or word in word_set("rare_words.txt")


@lru_cache(maxsize=4_000)
def first_part(start: str) -> str:
    """The lemma that stands first in a compound, without its linking s or e; empty when it is no word."""
    candidates = tuple(lemma for lemma in _without_link(start) if not _is_no_part(lemma))
    for lemma in candidates:
        if len(lemma) < _SHORTEST_PART:
            if lemma in word_set("short_first_parts.txt"):
                return lemma
        elif known := known_lemma(lemma):
            return known
    return next((lemma for lemma in candidates if divisions(lemma)), "")


def _without_link(start: str) -> Iterator[str]:
    """The part as it stands, without a linking s or e, without the plural -er of `studenterheim`."""
    if start.endswith("s") and not is_listed_lemma(start):
        yield start[:-1]
    if start[:-1] in word_set("hidden_nouns.txt"):  # venne-: venn, not the verb
        yield start[:-1]
    yield start
    if start.endswith(("s", "e")):
        yield start[:-1]
    if start.endswith("er") and len(start) > _SHORTEST_PART + 1:
        yield start[:-2]
