"""What the catalogue knows that a sheet may speak of: terms, partners and places, by name."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model

from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.mentions import FORMER_COUNTIES, PlaceFinder, by_name
from initiatives.desk.sheets.partners import PartnerFinder
from initiatives.desk.sheets.wordings import Wording, Wordings, plain
from initiatives.language import BOKMAL, NYNORSK
from initiatives.models import (
    County,
    FormerMunicipality,
    Municipality,
    Partner,
    PartnerAlias,
    PartnerKind,
    PartnerKindAlias,
    PartnerLink,
)
from initiatives.models.kinds import IN_ENTRY, Kind

TERM_SECTIONS = {
    Section(kind.plural): kind for kind in IN_ENTRY if kind.is_term and kind.plural in set(Section)
}
"""The sections that are lists of terms, each with its kind."""

# Statistics Norway's two most central classes, and cities outside of them.
_MOST_CENTRAL = 2
_INHABITANTS_OF_CITY = 50_000
_LANGUAGE_OF_NAME = re.compile(r"\s*\([a-z]{2,3}\)")


@dataclass(frozen=True)
class Reference:
    """Terms by section, partners and places. Loading takes 20 queries."""

    terms: dict[Section, Wordings]
    partners: PartnerFinder
    places: PlaceFinder

    @classmethod
    def load(cls) -> "Reference":
        return cls(
            terms={section: _wordings(kind) for section, kind in TERM_SECTIONS.items()},
            partners=_partners(),
            places=_places(),
        )


def _wordings(kind: Kind) -> Wordings:
    """Labels, then other wordings, then how editors have linked wordings in other entries."""
    rows = list(kind.model._default_manager.values_list("slug", "label_nn", "label_nb"))
    aliases = kind.alias._default_manager.values_list("wording", "term__slug")
    return Wordings([*_own(rows), *aliases, *_linked(kind.link)], _by_form(rows))


def _own(rows: Iterable[tuple[str, str, str]]) -> list[Wording]:
    """The labels of terms as wordings: those in Nynorsk, then those in Bokmål."""
    return [(row[form], row[0]) for form in (1, 2) for row in rows]


def _by_form(rows: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """The labels of terms by slug and form, in the other form where one is empty."""
    return {slug: {NYNORSK: nn or nb, BOKMAL: nb or nn} for slug, nn, nb in rows}


def _linked(link: type[Model]) -> Iterator[Wording]:
    """The wordings as published that all entries with them have linked to the same term.

    What made-up examples say is nobody's choice.
    """
    slugs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    chosen = link._default_manager.exclude(wording="").filter(initiative__is_example=False)
    rows = chosen.order_by().values_list("wording", "term__slug").distinct()
    for wording, slug in rows:
        slugs[plain(wording)].add((wording, slug))
    for found in slugs.values():
        if len({slug for _wording, slug in found}) == 1:
            yield from found


def _partners() -> PartnerFinder:
    rows = list(
        Partner.objects.order_by("slug").values_list("slug", "name_nn", "name_nb", "kind__slug")
    )
    names = [(row[form], row[0]) for form in (1, 2) for row in rows]
    kinds = list(PartnerKind.objects.values_list("slug", "label_nn", "label_nb"))
    return PartnerFinder(
        partners=Wordings(
            [
                *names,
                *PartnerAlias.objects.values_list("wording", "term__slug"),
                *_linked(PartnerLink),
            ]
        ),
        kinds=Wordings(
            [*_own(kinds), *PartnerKindAlias.objects.values_list("wording", "term__slug")],
            _by_form(kinds),
        ),
        kind_of={row[0]: row[3] for row in rows},
        kind_slugs=frozenset(row[0] for row in kinds),
    )


def _places() -> PlaceFinder:
    municipalities = list(
        Municipality.objects.values_list(
            "number", "name", "parallel_names", "county__number", "centrality", "population"
        )
    )
    former = list(
        FormerMunicipality.objects.values_list(
            "number", "name", "successor__number", "successor__name"
        )
    )
    counties = list(County.objects.values_list("number", "name", "parallel_names"))
    name_of = {row[0]: row[1] for row in municipalities} | {row[0]: row[1] for row in counties}
    return PlaceFinder(
        municipalities=by_name(
            [
                *_all_names(row[:3] for row in municipalities),
                *((name, successor) for _number, name, successor, _now in former),
                *_split_names(former),
            ]
        ),
        counties=by_name([*_all_names(counties), *_former_counties(name_of)]),
        county_of={row[0]: row[3] for row in municipalities},
        name_of=name_of,
        cities=frozenset(row[0] for row in municipalities if _is_city(row[4], row[5])),
    )


def _is_city(centrality: int, population: int) -> bool:
    return centrality <= _MOST_CENTRAL or population >= _INHABITANTS_OF_CITY


def _all_names(places: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """The name of each place and its Sámi and Kven names, each with its number."""
    for number, name, parallel_names in places:
        yield name, number
        for other in parallel_names.split(";"):
            if other.strip():
                yield _LANGUAGE_OF_NAME.sub("", other).strip(), number


def _former_counties(known: Container[str]) -> Iterator[tuple[str, str]]:
    """The names of counties that are no more, each with the numbers of today that are `known`."""
    for name, numbers in FORMER_COUNTIES.items():
        yield from ((name, number) for number in numbers if number in known)


def _split_names(former: Iterable[tuple[str, str, str, str]]) -> Iterator[tuple[str, str]]:
    """Names that mean less today than they did: Ålesund of 2020 was today's Ålesund and Haram.

    Whoever wrote either name may mean the other of today, so each leads to both.
    """
    parts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for number, name, successor, successor_name in former:
        parts[number].append((name, successor, successor_name))
    for rows in parts.values():
        if len(rows) > 1 and any(name == successor_name for name, _number, successor_name in rows):
            yield from ((name, number) for _n, _s, name in rows for _n2, number, _name in rows)
