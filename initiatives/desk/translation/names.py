"""Names, which no program may translate: Volda is not the past tense of a verb.

Names and addresses are covered with words that no dictionary has while the program works, and
uncovered afterwards.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from initiatives.language import FORMS
from initiatives.models import (
    County,
    FormerMunicipality,
    Initiative,
    Municipality,
    Partner,
    Project,
    Region,
)

_CAPITALS = "A-ZÆØÅÄÖÁÉŠČŽĐŊŦ"
# Polite forms of address have a capital too.
_NOT_NAMES = frozenset(["De", "Dykk", "Dykkar", "Dem", "Deres", "Eg", "Jeg"])

_COVER_LETTERS = "bcdfgkmpvw"
_COVER = re.compile(rf"(Xq[{_COVER_LETTERS}]+qx)")
_MARKED_COVER = re.compile(rf"[*@#]?{_COVER.pattern}")
# What begins a sentence may have a capital without being a name.
_BEFORE_A_SENTENCE = re.compile(r"(^|[.!?:;…][\s»”\")]*|[«“”\"‘'(\[*_\ue000-\ue003]+|^[\W\d]*)\s*$")

# Addresses of pages and e-mail, and what could be taken for a cover or for one of our marks.
_NOT_WORDS = re.compile(
    rf"\]\([^()\s]*\)|(?:https?://|www\.)[^\s<>\[\]()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|Xq[{_COVER_LETTERS}]+qx|[\ue000-\ue003]"
)
_CAPITALISED = re.compile(rf"(?<![\w-])[{_CAPITALS}][\w]*(?:[-–][\w]+)*\+?")


@cache
def different_names() -> Mapping[tuple[str, str], str]:
    """Names that differ between the forms, by form and name: what they are in the other."""
    path = Path(__file__).with_name("different_names.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    nynorsk, bokmal = FORMS
    there = {(nynorsk, row["nn"]): row["nb"] for row in rows}
    return there | {(bokmal, row["nb"]): row["nn"] for row in rows}


def names_of(initiative: Initiative, form: str) -> dict[str, str]:
    """The names that the text of an entry may hold, each with what it is in `form`. Seven queries.

    Places of today and before, and what the entry itself has: its places, its owner, its projects
    and partners, whose names may differ between the forms.
    """
    found = dict.fromkeys(_places(), "")
    found |= dict.fromkeys([*initiative.place_name.split(","), initiative.owner], "")
    original = initiative.original_form
    found |= {name: other for (of, name), other in different_names().items() if of == original}
    found |= dict(_named_in_both(initiative, form))
    trimmed = {name.strip(): other.strip() for name, other in found.items()}
    return {
        name: other or name for name, other in trimmed.items() if name and not name[0].islower()
    }


def _named_in_both(initiative: Initiative, form: str) -> Iterator[tuple[str, str]]:
    """The projects and partners that have a name, each with the one it has in `form`."""
    for project in initiative.projects.all():
        yield _both_names(project, initiative.original_form, form)
    for link in initiative.partnerlinks.all():
        own, other = _both_names(link.term, initiative.original_form, form)
        if other or _is_proper(own):
            yield own, other


def _both_names(named: Project | Partner, original: str, form: str) -> tuple[str, str]:
    return getattr(named, f"name_{original}"), getattr(named, f"name_{form}")


def _places() -> Iterable[str]:
    for model in (Municipality, FormerMunicipality, County, Region):
        for name in model._default_manager.values_list("name", flat=True):
            yield name.partition(" (")[0]


def place_names() -> dict[str, str]:
    """The names of all places, each with itself, for texts of more than one entry. Four queries."""
    return {name: name for name in _places() if name}


def _is_proper(name: str) -> bool:
    """Whether a partner is named, unlike «Frivillige lag»: it has a second capital."""
    return bool(re.search(rf"[\s-][{_CAPITALS}]|\d", name))


class Shield:
    """Covers names in segments of text, each cover another, and uncovers them again."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._known = re.compile(rf"(?<![\w-])(?:{alternatives})(?:s)?(?![\w-])") if names else None
        self._covered: dict[str, str] = {}

    def cover(self, segment: str) -> str:
        """The segment with a cover for each name and address."""
        covered = _NOT_WORDS.sub(
            lambda found: self._put_away(found.group(), found.group()), segment
        )
        if self._known:
            covered = self._known.sub(self._cover_known, covered)
        if covered.upper() == covered:
            return covered
        return _CAPITALISED.sub(self._cover_capitalised, covered)

    def without_marks(self, translated: str) -> str:
        """A translation without the program's marks before covers, which it cannot know."""
        return _MARKED_COVER.sub(r"\1", translated)

    def uncover(self, translated: str) -> str:
        return _COVER.sub(lambda found: self._covered.get(found[1], found[0]), translated)

    def keeps_all(self, covered: str, translated: str) -> bool:
        """Whether each cover of a segment stands in its translation, once."""
        return sorted(_COVER.findall(covered)) == sorted(_COVER.findall(translated))

    def _cover_known(self, found: re.Match[str]) -> str:
        name = found.group()
        if name in self._names:
            return self._put_away(name, self._names[name])
        return self._put_away(name, f"{self._names[name[:-1]]}s")

    def _cover_capitalised(self, found: re.Match[str]) -> str:
        name = found.group()
        is_first = _BEFORE_A_SENTENCE.search(found.string[: found.start()])
        if is_first or name in _NOT_NAMES or _COVER.search(name):
            return name
        return self._put_away(name, name)

    def _put_away(self, text: str, other: str) -> str:
        """A cover for `text`, which is to become `other`; a link's address keeps its brackets."""
        before, after = ("](", ")") if text.startswith("](") else ("", "")
        kept = other[len(before) : len(other) - len(after)] if before else other
        number = str(len(self._covered))
        cover = f"Xq{''.join(_COVER_LETTERS[int(digit)] for digit in number)}qx"
        self._covered[cover] = kept
        return f"{before}{cover}{after}"
