"""The tables of words, read from `tables/` at first use.

Different words are pairs of lemmas, Bokmål and Nynorsk, that no rule of spelling joins. They are
kept as pairs, not as classes: two words meet when they stand on one line, never through a third
word.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_SHORTEST = 3
TABLES = Path(__file__).parent / "tables"


class DifferentWords(NamedTuple):
    """Both directions of the pairs, in the order of the table."""

    to_bokmal: dict[str, tuple[str, ...]]
    to_nynorsk: dict[str, tuple[str, ...]]


def _lines(name: str) -> Iterator[str]:
    """The lines of a table without comments and empty lines."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        content = line.partition("#")[0].strip()
        if content:
            yield content


def _pairs(name: str) -> Iterator[tuple[str, list[str]]]:
    """The lines `left = right, right`: the left side and the words of the right side."""
    for line in _lines(name):
        left, _, right = line.partition("=")
        yield left.strip(), [word.strip() for word in right.split(",") if word.strip()]


@cache
def different_words() -> DifferentWords:
    """The pairs of single words; a phrase on either side is no word to look up.

    Left out are Nynorsk words that mean something else more often, and those of two letters.
    """
    misleading = word_set("misleading_words.txt")
    to_bokmal: dict[str, tuple[str, ...]] = {}
    to_nynorsk: dict[str, tuple[str, ...]] = {}
    for bokmal, others in _pairs("different_words.txt"):
        for nynorsk in others:
            if (
                " " in bokmal + nynorsk
                or bokmal == nynorsk
                or nynorsk in misleading
                or len(nynorsk) < _SHORTEST
            ):
                continue
            to_bokmal[nynorsk] = (*to_bokmal.get(nynorsk, ()), bokmal)
            to_nynorsk[bokmal] = (*to_nynorsk.get(bokmal, ()), nynorsk)
    return DifferentWords(to_bokmal, to_nynorsk)


@cache
def irregular_forms() -> dict[str, tuple[str, ...]]:
    """The lemmas of forms that neither the dictionaries nor the rules read well."""
    lemmas: dict[str, tuple[str, ...]] = {}
    for lemma, forms in _pairs("irregular_forms.txt"):
        for form in forms:
            lemmas[form] = (*lemmas.get(form, ()), lemma)
    return lemmas


@cache
def doublets() -> dict[str, str]:
    """For a lemma that Bokmål also allows, the more usual Bokmål lemma: `veg` gives `vei`."""
    return {other: usual for usual, others in _pairs("doublets.txt") for other in others}


@cache
def _doublet_lines() -> dict[str, tuple[str, ...]]:
    """The other spellings of the usual lemma of a doublet."""
    return {usual: tuple(others) for usual, others in _pairs("doublets.txt")}


def spelled_otherwise(lemma: str) -> tuple[str, ...]:
    """The other side of a doublet: `vei` gives (veg), `veg` gives (vei)."""
    usual = doublets().get(lemma)
    return (usual,) if usual else _doublet_lines().get(lemma, ())


@cache
def silent_first_parts() -> dict[str, str]:
    """First parts of compounds that say nothing of their own, as spelled in both forms, and as in
    Bokmål.
    """
    pairs = [(bokmal, others) for bokmal, others in _pairs("silent_first_parts.txt")]
    return {spelling: bokmal for bokmal, others in pairs for spelling in (bokmal, *others)}


def is_in_table(word: str) -> bool:
    """Whether the word stands in the table of different words or that of doublets."""
    pairs = different_words()
    return word in pairs.to_bokmal or word in pairs.to_nynorsk or word in doublets()


def place_name(word: str) -> str:
    """The place name that a word is, also in the genitive; empty for other words."""
    names = word_set("place_names.txt")
    if word in names:
        return word
    return word[:-1] if word.endswith("s") and word[:-1] in names else ""


@cache
def prefixes() -> tuple[str, ...]:
    """The prefixes and particles that make another word of a word, the longest first."""
    return tuple(sorted(word_set("prefixes.txt"), key=lambda prefix: (-len(prefix), prefix)))


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a table that is a plain list, several to a line."""
    return frozenset(word for line in _lines(name) for word in line.split())
