"""The terms and places of the catalogue as one snapshot has them: labels, families, words.

Small beside the entries: it is read as a whole whenever any of it has changed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import Max, Model

from initiatives.finding.wording import words_of
from initiatives.language import FORMS, reader_form, sort_key, written
from initiatives.models import (
    Change,
    County,
    FormerMunicipality,
    Municipality,
    Region,
    Synonyms,
)
from initiatives.models.kinds import KINDS, Kind
from initiatives.models.places import FORMER_COUNTIES, PARTED_COUNTIES

ALPHABETICAL = (Municipality, Region)


@dataclass(frozen=True)
class Choice:
    """A term or place: its key in the database, its value in addresses, and its label by form."""

    key: int
    value: str
    labels: Mapping[str, str]

    def __str__(self) -> str:
        return self.labels[reader_form()]


@dataclass(frozen=True)
class Traits:
    """What one municipality may share with another: its county's key, its people, its class."""

    county: int
    population: int
    centrality: int


@dataclass(frozen=True)
class FormerPlace:
    """A number or name that is no more, and the places of today it leads to, as `(kind, key)`."""

    name: str
    today: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Vocabulary:
    """What a snapshot knows of terms and places. Kinds stand by their names (`activity`)."""

    choices: Mapping[str, Sequence[Choice]]
    """By kind, in the order that readers see."""

    members: Mapping[str, Mapping[int, Sequence[int]]]
    """By kind: the keys of the municipalities of a `county` or `region`, the partners of a
    `partnerkind`.
    """

    words: Mapping[str, Sequence[tuple[str, int]]]
    """By word: the terms and places that it belongs to, each as `(kind, key)`."""

    synonyms: Sequence[Sequence[str]]
    """Groups of words that mean the same, lower case."""

    traits: Mapping[int, Traits] = field(default_factory=dict)
    """By the key of the municipality."""

    former: Mapping[str, "FormerPlace"] = field(default_factory=dict)
    """Numbers and names that places had, by the lower-case word or words that they are asked for
    with.
    """

    version: int | None = None
    """The version at which any of it last changed, as `current_version`."""

    @classmethod
    def without_terms(cls, synonyms: Sequence[Sequence[str]]) -> "Vocabulary":
        """A vocabulary of synonyms alone."""
        return cls(choices={}, members={}, words={}, synonyms=synonyms)

    @classmethod
    def current_version(cls) -> int | None:
        """The version at which the vocabulary last changed; None if not known. One query."""
        subjects = (Change.VOCABULARY, Change.EVERYTHING)
        changes = Change.objects.filter(subject__in=subjects)
        newest: int | None = changes.aggregate(newest=Max("version"))["newest"]
        return newest

    @classmethod
    def load(cls) -> "Vocabulary":
        """The vocabulary of now, in 18 queries."""
        # Before all else, so that it is never newer than what is read.
        version = cls.current_version()
        rows: dict[str, list[Any]] = {
            name: list(kind.model._default_manager.all()) for name, kind in KINDS.items()
        }
        former = list(FormerMunicipality.objects.select_related("successor"))
        municipalities = rows["municipality"]
        return cls(
            choices={name: _choices(KINDS[name], found) for name, found in rows.items()},
            members={
                name: _grouped(kind.pairs(rows[kind.member.name]))
                for name, kind in KINDS.items()
                if kind.member
            },
            words=_grouped(
                (word, (name, key))
                for name, found in rows.items()
                for key, text in _all_names(KINDS[name], found, former)
                for word in _words_of_name(text)
            ),
            synonyms=[row.listed for row in Synonyms.objects.all()],
            traits={m.pk: Traits(m.county_id, m.population, m.centrality) for m in municipalities},
            former=_former_places([*rows["county"], *municipalities], former),
            version=version,
        )


def _choices(kind: Kind, rows: Iterable[Any]) -> list[Choice]:
    choices = [
        Choice(row.pk, kind.value_of(row), {form: _label(row, form) for form in FORMS})
        for row in rows
    ]
    if kind.model in ALPHABETICAL:
        choices.sort(key=lambda choice: sort_key(str(choice)))
    return choices


def _label(row: Any, form: str) -> str:
    for name in ("label", "name"):
        if hasattr(row, f"{name}_{form}"):
            return str(written(row, name, form))
    return str(row.name)


def _all_names(
    kind: Kind, rows: Sequence[Any], former: Iterable[FormerMunicipality]
) -> Iterator[tuple[int, str]]:
    """The names of terms and places with their other and former ones, each as `(key, text)`."""
    if kind.is_place:
        yield from _place_names(kind.model, rows)
        yield from _former_names(kind.model, rows, former)
    else:
        yield from ((row.pk, _label(row, form)) for row in rows for form in FORMS)
        yield from kind.alias._default_manager.values_list("term_id", "wording")


def _place_names(model: type[Model], rows: Iterable[Any]) -> Iterator[tuple[int, str]]:
    for row in rows:
        if model is Region:
            yield row.pk, row.name
        elif model is County:
            yield row.pk, f"{row.official_name} {row.parallel_names}"
        else:
            yield row.pk, f"{row.number} {row.official_name} {row.parallel_names}"


def _former_names(
    model: type[Model], rows: Iterable[Any], former: Iterable[FormerMunicipality]
) -> Iterable[tuple[int, str]]:
    """The names and numbers that places had, their counties' too."""
    if model is Municipality:
        counties = {old.pk: FORMER_COUNTIES.get(old.number[:2], "") for old in former}
        return [(old.successor_id, f"{old.number} {old.name} {counties[old.pk]}") for old in former]
    if model is County:
        return [
            (row.pk, name)
            for row in rows
            for name, became in PARTED_COUNTIES.items()
            if row.number in became
        ]
    return ()


def _former_places(
    places: Sequence[County | Municipality], former: Iterable[FormerMunicipality]
) -> dict[str, FormerPlace]:
    """What no place is called today, with the places it leads to; the main one of several first."""
    led_to: dict[str, dict[tuple[str, int], None]] = defaultdict(dict)
    rows = sorted(former, key=lambda old: (not old.is_main_successor, old.successor.number))
    for old in rows:
        for name in (old.number, old.name):
            led_to[name]["municipality", old.successor_id] = None
    led_to |= {name: {("county", key): None} for name, key in _former_counties(rows)}
    for name, numbers in PARTED_COUNTIES.items():
        led_to[name] |= {("county", place.pk): None for place in places if place.number in numbers}
    called = {place.name for place in places}
    return {
        name.lower(): FormerPlace(name, list(today))
        for name, today in led_to.items()
        if name not in called
    }


def _former_counties(former: Iterable[FormerMunicipality]) -> Iterator[tuple[str, int]]:
    """Each former county with the key of that of today.

    A county went with its border municipalities to several; it is found under the one that most
    went to.
    """
    became: dict[str, Counter[int]] = defaultdict(Counter)
    for old in former:
        if name := FORMER_COUNTIES.get(old.number[:2]):
            became[name][old.successor.county_id] += 1
    for name, counties in became.items():
        yield name, counties.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def _words_of_name(text: str) -> list[str]:
    return words_of([text])


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups = defaultdict(list)
    for group, member in pairs:
        groups[group].append(member)
    return dict(groups)
