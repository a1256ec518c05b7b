"""The tables of words, read from `tables/` at first use.

Different words are pairs of lemmas, Bokmål and Nynorsk, that no rule of spelling joins. They are kept as pairs, not
as classes: two words meet when they stand on one line, never through a third word.
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
    """The pairs of single words; a phrase on either side is no word to look up."""
    to_bokmal: dict[str, tuple[str, ...]] = {}
    to_nynorsk: dict[str, tuple[str, ...]] = {}
    for bokmal, others in _pairs("different_words.txt"):
        for nynorsk in others:
            if " " in bokmal or " " in nynorsk or bokmal == nynorsk or len(nynorsk) < _SHORTEST:
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
def word_set(name: str) -> frozenset[str]:
    """The words of a table that is a plain list, several to a line."""
    return frozenset(word for line in _lines(name) for word in line.split())
