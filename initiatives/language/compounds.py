"""Compounds: where a word divides into two words that the dictionaries know."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from . import BOKMAL
from .dictionary import is_lemma_in_both, is_listed_lemma, lemma_in, lemmas_of
from .lemmas import known_lemma, lemmas, simple_lemmas
from .word_table import irregular_forms, is_in_table, silent_first_parts, word_set

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
_LONGEST_INFLECTION = 6


class Division(NamedTuple):
    """A compound taken apart: its first part as a lemma, its last as it stands, and where."""

    first: str
    last: str
    at: int


@lru_cache(maxsize=4_000)
def divisions(word: str) -> tuple[Division, ...]:
    """The best places to divide a plainly spelt word into two known words, longest last part first.

    Best are the places where no part has to be divided further, then those where the last has not.
    Opaque compounds divide too.
    """
    if len(word) > _LONGEST or len(word) < 5 or not word.isalpha():
        return ()
    found = tuple(_divisions(word))
    simple_last = sorted(
        (division for division in found if simple_lemmas(division.last)), key=_is_guessed
    )
    simple = tuple(division for division in simple_last if known_lemma(division.first))
    return simple or tuple(simple_last) or found[:1]


def _is_guessed(division: Division) -> bool:
    """Whether only an ending tells what the last part is of: `bil|dekart`, not `bilde|kart`."""
    last = division.last
    return not (lemmas_of(last) or is_in_table(last) or last in irregular_forms())


@lru_cache(maxsize=4_000)
def loose_division(word: str) -> tuple[Division, ...]:
    """The division of an unknown word into something and a known last part, at most one.

    `millisekund`, `coworkingplassar`: new words and names stand first in compounds every day.
    """
    if len(word) > _LONGEST or not word.isalpha() or lemmas(word):
        return ()
    for at in range(3, len(word) - _SHORTEST_PART):
        rest = word[at:]
        if not _ONSET.match(rest) or not simple_lemmas(rest) or not is_last_part(rest):
            continue
        if _VOWEL.search(word, 0, at) and not _is_ending_after(word[:at], rest):
            return (Division(word[:at].removesuffix("s"), rest, at),)
    return ()


def _divisions(word: str) -> Iterator[Division]:
    for at in range(2, len(word) - 1):
        start, rest = word[:at], word[at:]
        if not _ONSET.match(rest) or _is_ending_after(start, rest):
            continue
        first = silent_first_parts().get(start) or first_part(start)
        if first and is_last_part(rest) and not _is_foreign_to_lemmas(word, at):
            yield Division(first, rest, at)


def _is_foreign_to_lemmas(word: str, at: int) -> bool:
    """Whether a place divides a form but not its lemma in dictionaries: `lek|sene`, `lekse`."""
    given = [lemma for lemma in lemmas_of(word) if lemma[:at] == word[:at]]
    if not given or word in given or not simple_lemmas(word[at:]):
        return False
    return not any(_is_simple_last_part(lemma[at:]) for lemma in given)


@lru_cache(maxsize=4_000)
def anchored_parts(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that a compound begins with, as lemmas, and those that it ends with, as they stand.

    `arbeidsinnvandrarar` gives (arbeid) and (innvandrarar). Parts of a frozen compound are left
    out.
    """
    firsts: dict[str, None] = {}
    lasts: dict[str, None] = {}
    for first, last, at in _meaningful(word):
        if first not in silent_first_parts():
            firsts |= dict.fromkeys(
                (first, *_without_linking_e(word[:at]), *anchored_parts(first)[0])
            )
        lasts |= dict.fromkeys((last, *anchored_parts(last)[1]))
    return tuple(firsts), tuple(lasts)


def _without_linking_e(start: str) -> tuple[str, ...]:
    """The noun of a first part that with its e looks like another: `leikeplass`, `drømmehus`."""
    if not start.endswith("e") or len(start) < _SHORTEST_PART:
        return ()
    noun = start[:-2] if start.endswith("mme") else start[:-1]
    if len(noun) < _SHORTEST_PART and noun not in word_set("short_first_parts.txt"):
        return ()
    is_noun = noun in irregular_forms().get(noun, ()) or lemma_in(BOKMAL, start + "n") == noun
    return (noun,) if is_noun or is_lemma_in_both(noun) else ()


def _meaningful(word: str) -> tuple[Division, ...]:
    """The divisions whose parts say what the word is about: none inside a frozen compound."""
    found = divisions(word) or loose_division(word)
    if not found:
        return ()
    inside = {at for start, end in _frozen_spans(word) for at in range(start + 1, end)}
    return tuple(division for division in found if division.at not in inside)


def _frozen_spans(word: str) -> Iterator[tuple[int, int]]:
    """Where the word begins or, but for an ending, ends with a frozen compound."""
    stems, length = _frozen_stems(), len(word)
    yield from ((0, end) for end in range(_SHORTEST_PART, length + 1) if word[:end] in stems)
    for end in range(max(_SHORTEST_PART, length - _LONGEST_INFLECTION), length + 1):
        if _INFLECTION.fullmatch(word, end):
            yield from (
                (start, end)
                for start in range(1, end - _SHORTEST_PART + 1)
                if word[start:end] in stems
            )


@cache
def _frozen_stems() -> frozenset[str]:
    """The frozen compounds without a last -e, which inflection drops."""
    return frozenset(word.removesuffix("e") for word in word_set("frozen_compounds.txt"))


def _is_ending_after(start: str, rest: str) -> bool:
    """Whether what looks like a last part is the ending -ering or -ing: `parke|ring`,
    `gjet|ting`.
    """
    return rest.startswith("ring" if start.endswith("e") else "ting") and start.endswith(("e", "t"))


@lru_cache(maxsize=4_000)
def is_last_part(rest: str) -> bool:
    """Whether the rest of a word may be its last part: a known word, no ending, no particle."""
    if len(rest) < _SHORTEST_PART or simple_lemmas(rest):
        return _is_simple_last_part(rest)
    return not _is_ending(rest) and any(len(division.first) > 2 for division in divisions(rest))


def _is_simple_last_part(rest: str) -> bool:
    short = word_set("short_last_parts.txt")
    if len(rest) < _SHORTEST_PART:
        return rest in short
    return not _is_ending(rest) and any(
        (len(lemma) >= _SHORTEST_PART or lemma in short) and not _is_no_part(lemma)
        for lemma in simple_lemmas(rest)
    )


def _is_ending(rest: str) -> bool:
    """Whether the rest is but an ending, a particle or a rare word; `barn` is not `bar`."""
    return _is_no_part(rest) or (
        rest not in word_set("hidden_nouns.txt") and bool(_ENDING.fullmatch(rest))
    )


def _is_no_part(word: str) -> bool:
    return word in word_set("no_parts.txt") or word in word_set("rare_words.txt")


@lru_cache(maxsize=4_000)
def first_part(start: str) -> str:
    """The lemma that stands first in a compound, without a linking s or e; empty for no word."""
    candidates = tuple(lemma for lemma in _without_link(start) if not _is_no_part(lemma))
    for lemma in candidates:
        if len(lemma) < _SHORTEST_PART:
            if lemma in word_set("short_first_parts.txt"):
                return lemma
        elif known := known_lemma(lemma):
            return known
    return next((lemma for lemma in candidates if divisions(lemma)), "")


def _without_link(start: str) -> Iterator[str]:
    """The part as it stands, without a linking s or e, without the plural -er of
    `studenterheim`.
    """
    if start.endswith("s") and not is_listed_lemma(start):
        yield start[:-1]
    if start[:-1] in word_set("hidden_nouns.txt"):  # venne-: venn, not the verb
        yield start[:-1]
    yield start
    if start.endswith(("s", "e")) and not start.endswith("ee"):
        yield start[:-1]
    if start.endswith("er") and len(start) > _SHORTEST_PART + 1:
        yield start[:-2]
