"""What the list page shows of its filters: facets with counts, and chips for what is chosen.

Counts use every filter but the facet's own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from initiatives.finding.address import SEARCH, TRAY, Address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.several import FacetFilter, LinkFacet
from initiatives.finding.search import MAX_WORDS, named_places, suggestions, words

SHORT_LENGTH = 10
WAYS_IN = 8


@dataclass(slots=True)
class Option:
    """One value of a facet and how many entries the reader would get with it."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet as shown. `hidden` is how many options only the page of all options has."""

    name: str
    label: str
    options: Sequence[Option]
    asked: Address
    hidden: int = 0

    @property
    def chosen(self) -> int:
        return len([option for option in self.options if option.is_chosen])

    @property
    def links(self) -> list[tuple[Option, Address]]:
        """The options, each with where choosing it (or removing it, when chosen) leads."""
        return [
            (
                option,
                (self.asked.without if option.is_chosen else self.asked.with_)(
                    self.name, option.value
                ),
            )
            for option in self.options
        ]


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address without it."""

    facet: str
    label: str
    address: Address


def make_facet(asked: InitiativeFilter, name: str, facet: FacetFilter) -> Facet:
    """The facet with all its options, in their own order."""
    return _with_options(asked, name, facet, _counts(asked, name, facet), list(facet.options))


def make_short_facet(asked: InitiativeFilter, name: str, facet: FacetFilter) -> Facet:
    """The facet with its chosen and its most used options only, in their own order."""
    counts, chosen = _counts(asked, name, facet), asked.usable[name]
    used = sorted(
        (value for value, count in counts.items() if count), key=lambda value: -counts[value]
    )
    kept = {
        *chosen,
        *[value for value in used if value not in chosen][: max(0, SHORT_LENGTH - len(chosen))],
    }
    return _with_options(
        asked, name, facet, counts, [value for value in facet.options if value in kept]
    )


def most_used(asked: InitiativeFilter, name: str, facet: FacetFilter) -> Facet:
    """The facet with the options that most entries have, first; the vocabulary's order settles a
    tie.
    """
    counts = _counts(asked, name, facet)
    used = sorted(
        (value for value, count in counts.items() if count), key=lambda value: -counts[value]
    )
    return _with_options(asked, name, facet, counts, used[:WAYS_IN])


def _counts(asked: InitiativeFilter, name: str, facet: FacetFilter) -> Mapping[str, int]:
    """How many entries the reader would get with each value, whatever of this facet is chosen
    now.
    """
    return facet.counts(asked.narrow(without=name) if asked.usable[name] else asked.matching)


def _with_options(
    asked: InitiativeFilter,
    name: str,
    facet: FacetFilter,
    counts: Mapping[str, int],
    values: Sequence[str],
) -> Facet:
    labels, chosen = facet.options, asked.usable[name]
    options = [Option(value, labels[value], counts[value], value in chosen) for value in values]
    return Facet(name, str(facet.label), options, asked.address, hidden=len(labels) - len(values))


def list_facets(asked: InitiativeFilter) -> list[Facet]:
    """The facets beside the list, in the order of the page; long ones shortened."""
    return [
        make_short_facet(asked, name, facet) if facet.is_long else make_facet(asked, name, facet)
        for name, facet in asked.facets().items()
    ]


def names_offered(asked: InitiativeFilter) -> dict[str, list[str]]:
    """The names that readers may choose from while they write, by parameter.

    For a search those of terms and places that any entry has, unless they are longer than a search;
    for a long facet those of all its options.
    """
    facets = asked.facets().items()
    in_use = [
        facet.options[value]
        for _name, facet in facets
        if isinstance(facet, LinkFacet)
        for value, number in facet.counts(asked.matching).items()
        if number
    ]
    to_search_for = [name for name in dict.fromkeys(in_use) if len(words(name)) <= MAX_WORDS]
    return {SEARCH: to_search_for} | {
        name: [*facet.options.values()] for name, facet in facets if facet.is_long
    }


def list_chips(asked: InitiativeFilter) -> list[Chip]:
    """One chip for each filter that is set, in the canonical order."""
    facets = asked.facets()
    chips = []
    for name, value in asked.address.filters:
        shown = facets[name].options[value] if name in facets else value
        facet = str(asked.filters[name].label)
        label = f"«{shown}»" if name == SEARCH else shown if name in facets else f"{facet} {shown}"
        chips.append(Chip(facet, label, asked.address.without(name, value)))
    return chips


@dataclass(frozen=True)
class LaidAside:
    """An entry that is to be compared, and the address without it."""

    slug: str
    title: str
    address: Address


@dataclass(frozen=True)
class Tray:
    """What is laid aside to be compared, at most `MOST_COMPARED`."""

    chosen: Sequence[LaidAside]
    kept: Sequence[tuple[str, str]]
    """The other parameters of the page."""

    @property
    def laid_aside(self) -> list[tuple[str, str]]:
        """The parameters of what is laid aside."""
        return [(TRAY, entry.slug) for entry in self.chosen]


def list_tray(asked: InitiativeFilter, page: int = 1) -> Tray:
    """What is laid aside, as a page of the list shows it."""
    address = asked.address.at_page(page)
    return Tray(
        chosen=[
            LaidAside(slug, title, address.without(TRAY, slug).at_page(page))
            for slug, title in asked.tray.items()
        ],
        kept=[(name, value) for name, value in address.pairs if name != TRAY],
    )


class OtherSearch(NamedTuple):
    """A search that would find something where what was asked finds nothing."""

    text: str
    address: Address


class Wider(NamedTuple):
    """What is asked without one of its filters, all its values, and how many entries that finds."""

    facet: str
    values: str
    address: Address
    hits: int


@dataclass(frozen=True)
class WaysOut:
    """Where to go when nothing is found: words spelt nearly alike, the search alone, or fewer
    filters.
    """

    near: Sequence[OtherSearch] = ()
    unfiltered: OtherSearch | None = None
    wider: Sequence[Wider] = ()

    @classmethod
    def of(cls, asked: InitiativeFilter, chips: Sequence[Chip]) -> "WaysOut":
        if asked.matching:
            return cls()
        query, snapshot = asked.usable[SEARCH], asked.snapshot
        # What is the name of a place is spelt right.
        other = suggestions(snapshot, query) if query and not named_places(snapshot, query) else []
        near = [OtherSearch(text, search_for(asked, text)) for text in other]
        is_found = query and asked.hits.entries
        unfiltered = OtherSearch(query, Address.of([(SEARCH, query)])) if is_found else None
        return cls(near, unfiltered, [way for way in _ways_wider(asked, chips) if way.hits])


def _ways_wider(asked: InitiativeFilter, chips: Sequence[Chip]) -> Iterator[Wider]:
    """What each filter keeps out; the two ends of a span of years are one filter."""
    own: dict[str, list[Chip]] = defaultdict(list)
    for (name, _value), chip in zip(asked.address.filters, chips, strict=True):
        own["fra" if name == "til" else name].append(chip)
    for name, its_chips in own.items():
        facet = _("Years") if name == "fra" else its_chips[0].facet
        address = asked.address.without(name).without("til" if name == "fra" else name)
        values = ", ".join(chip.label for chip in its_chips)
        yield Wider(facet, values, address, len(asked.narrow(without=name)))


def search_for(asked: InitiativeFilter, text: str) -> Address:
    """The address of what is asked with another text to search for."""
    return asked.address.without(SEARCH).with_(SEARCH, text)
