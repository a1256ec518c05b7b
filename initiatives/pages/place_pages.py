"""What the pages of places show: names, facts, what is done there, and who is like them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from initiatives.finding.address import Address
from initiatives.finding.likeness import Likeness, places_like
from initiatives.finding.search import former_places, named_places
from initiatives.finding.snapshot import NONE, Choice, Snapshot
from initiatives.finding.usage import Usage, page_of, usage_among, usage_of_all
from initiatives.language import Written, sort_key
from initiatives.models import County, FormerMunicipality, Municipality, Region
from initiatives.models.kinds import KINDS
from initiatives.pages.maps import Thumbnail

MOST_USED = 8

# Statistics Norway's classes (standard 128), in words.
CENTRALITY: dict[int, str | Promise] = {
    1: _("Most central"),
    2: _("Second most central"),
    3: _("Middling, the more central half"),
    4: _("Middling, the less central half"),
    5: _("Second least central"),
    6: _("Least central"),
}
# By the codes that stand in `parallel_names`, which are those of the attribute `lang` too.
LANGUAGES: dict[str, str | Promise] = {
    "se": _("North Sámi"),
    "sma": _("South Sámi"),
    "smj": _("Lule Sámi"),
    "fkv": _("Kven"),
}


@dataclass(frozen=True)
class ParallelName:
    """A name of the place in another language; `language` in words, empty where it is not known."""

    text: Written
    language: str


def parallel_names(listed: str) -> list[ParallelName]:
    """The names in a list such as `Romsa (se); Tromssa (fkv)`; no known code is no language."""
    return [_parallel_name(name.strip()) for name in listed.split(";") if name.strip()]


def _parallel_name(name: str) -> ParallelName:
    found = re.fullmatch(r"(.+?)\s*\((\w+)\)", name)
    if not found or found[2] not in LANGUAGES:
        return ParallelName(Written(name, ""), "")
    return ParallelName(Written(found[1], found[2]), str(LANGUAGES[found[2]]))


@dataclass(frozen=True)
class FormerName:
    """A number and name that the place, or a part of it, had before, and its years in words."""

    number: str
    name: str
    years: str
    is_part: bool

    @classmethod
    def of(cls, former: FormerMunicipality) -> "FormerName":
        return cls(former.number, former.name, years_of(former), not former.is_main_successor)


@dataclass(frozen=True)
class LedOn:
    """A name or number that is no more, and the pages that it leads to, as `(name, address)`."""

    name: str
    today: Sequence[tuple[str, str]]


def led_on(snapshot: Snapshot, query: str) -> list[LedOn]:
    """The former places in a search, each with those of today."""
    return [
        LedOn(former.name, [_page(snapshot.choices(kind)[key], kind) for kind, key in former.today])
        for former in former_places(snapshot, query)
    ]


def pages_named(snapshot: Snapshot, query: str) -> list[tuple[str, str]]:
    """The pages of today's places that a whole search names, as `(what it is, address)`."""
    kinds = {
        "municipality": gettext("the municipality %(name)s"),
        "county": gettext("the county %(name)s"),
        "region": gettext("the region %(name)s"),
    }
    pages = [
        (kind, *_page(snapshot.choices(kind)[key], kind))
        for kind, key in named_places(snapshot, query)
    ]
    return [(kinds[kind] % {"name": name}, address) for kind, name, address in pages]


def _page(place: Choice, kind: str) -> tuple[str, str]:
    return str(place), page_of(kind, place)


def years_of(former: FormerMunicipality) -> str:
    """`1964–2019`, `until 2019`, `from 1964`, or nothing where no year is known."""
    first, last = former.valid_from, former.valid_to
    if first and last:
        return f"{first}–{last}" if first != last else str(first)
    if last:
        return gettext("until %(year)s") % {"year": last}
    return gettext("from %(year)s") % {"year": first} if first else ""


@dataclass(frozen=True)
class LikePlace:
    """A municipality like another, and what they share in words."""

    usage: Usage
    why: str


@dataclass(frozen=True)
class MunicipalityPage:
    """What the page of a municipality shows."""

    place: Municipality
    map: Thumbnail
    entries: BitMap
    parallel_names: Sequence[ParallelName]
    former: Sequence[FormerName]
    regions: Sequence[Usage]
    activities: Sequence[Usage]
    alike: Sequence[LikePlace]
    alike_address: Address | None
    """The list of what those like it have done; None where they have done nothing."""

    missing: Sequence[Usage]
    """Activities that those like it use and this one does not, with how many of them do."""

    @classmethod
    def of(cls, snapshot: Snapshot, place: Municipality) -> "MunicipalityPage":
        """One query."""
        entries = snapshot.linked("municipality").get(place.pk, NONE)
        alike = places_like(place.pk, snapshot.vocabulary.traits)
        return cls(
            place=place,
            map=Thumbnail.of([place], [place.county.number]),
            entries=entries,
            parallel_names=parallel_names(place.parallel_names),
            former=[FormerName.of(former) for former in place.former.all()],
            regions=usage_of_all(snapshot, "region", regions_of(snapshot, {place.pk})),
            activities=usage_among(snapshot, "activity", entries, Address.of_term(place))[
                :MOST_USED
            ],
            alike=like_places(snapshot, alike),
            alike_address=address_of_all(snapshot, [like.key for like in alike]),
            missing=missing_activities(snapshot, entries, [like.key for like in alike]),
        )

    @property
    def total(self) -> int:
        return len(self.entries)

    @property
    def centrality(self) -> str | Promise:
        return CENTRALITY[self.place.centrality]


def like_places(snapshot: Snapshot, alike: Sequence[Likeness]) -> list[LikePlace]:
    """Those municipalities with how much each has done, in their order."""
    usages = {
        t.choice.key: t
        for t in usage_of_all(snapshot, "municipality", {like.key for like in alike})
    }
    return [LikePlace(usages[like.key], like.why) for like in alike]


def address_of_all(snapshot: Snapshot, municipalities: Sequence[int]) -> Address | None:
    """The list of all that these municipalities have done; None where that is nothing."""
    address = Address()
    for usage in usage_of_all(snapshot, "municipality", municipalities):
        address = address.with_value(usage.kind, usage.choice.value) if usage.count else address
    return address if address.pairs else None


def missing_activities(
    snapshot: Snapshot, entries: BitMap, municipalities: Sequence[int]
) -> list[Usage]:
    """Activities that some of the municipalities use and `entries` lack, the most used first.

    Each with how many of the municipalities use it, and the list of what just those have done with
    it.
    """
    linked, of_activity = snapshot.linked("municipality"), snapshot.linked("activity")
    missing = []
    for choice in snapshot.vocabulary.choices["activity"]:
        with_it = of_activity.get(choice.key, NONE)
        users = [key for key in municipalities if with_it.intersect(linked.get(key, NONE))]
        address = address_of_all(snapshot, users)
        if address and not with_it.intersect(entries):
            address = address.with_value("activity", choice.value)
            missing.append(Usage("activity", choice, len(users), address))
    return sorted(missing, key=lambda usage: -usage.count)[:MOST_USED]


@dataclass(frozen=True)
class Member:
    """A municipality of a county or region, and the names that lead to it from before."""

    usage: Usage
    former: Sequence[str]


def members_of(snapshot: Snapshot, municipalities: Iterable[int]) -> list[Member]:
    """Those municipalities in the order that readers see."""
    former = snapshot.once("former names", lambda: former_names(snapshot))
    found = usage_of_all(snapshot, "municipality", municipalities)
    return [Member(usage, former.get(usage.choice.key, ())) for usage in found]


def former_names(snapshot: Snapshot) -> dict[int, list[str]]:
    """What municipalities of today and their parts were called, by key; without numbers.

    A name in two languages, of which one is today's (`Raarvihke - Røyrvik`), is none that anybody
    looks for.
    """
    today, names = snapshot.names("municipality"), defaultdict(list)
    for old in sorted(snapshot.vocabulary.former.values(), key=lambda old: sort_key(old.name)):
        for kind, key in old.today if not old.name.isdecimal() else ():
            if kind == "municipality" and today[key] not in old.name.split(" - "):
                names[key].append(old.name)
    return names


def map_of_area(place: County | Region) -> Thumbnail:
    """The shape of a county, or the municipalities of a region."""
    if isinstance(place, County):
        return Thumbnail.of((), [place.number])
    return Thumbnail.of(place.municipalities.all(), ())


@dataclass(frozen=True)
class AreaPage:
    """What the page of a county or a region shows."""

    place: County | Region
    map: Thumbnail
    kind_name: str
    entries: BitMap
    parallel_names: Sequence[ParallelName]
    population: int
    members: Sequence[Member]
    crossing: Sequence[Usage]
    """The regions of a county's municipalities, or the counties of a region's."""

    activities: Sequence[Usage]

    @classmethod
    def of(cls, snapshot: Snapshot, place: County | Region) -> "AreaPage":
        """No query for a county, one for a region."""
        kind, traits = str(place._meta.model_name), snapshot.vocabulary.traits
        entries = snapshot.linked(kind).get(place.pk, NONE)
        members = snapshot.vocabulary.members[kind].get(place.pk, ())
        return cls(
            place=place,
            map=map_of_area(place),
            kind_name=str(KINDS[kind].label),
            entries=entries,
            parallel_names=parallel_names(place.parallel_names)
            if isinstance(place, County)
            else [],
            population=sum(traits[key].population for key in members),
            members=members_of(snapshot, members),
            crossing=crossing_areas(snapshot, kind, members),
            activities=usage_among(snapshot, "activity", entries, Address.of_term(place))[
                :MOST_USED
            ],
        )

    @property
    def total(self) -> int:
        return len(self.entries)


def crossing_areas(snapshot: Snapshot, kind: str, municipalities: Sequence[int]) -> list[Usage]:
    """The regions of a county's municipalities, or the counties of a region's."""
    if kind == "county":
        return usage_of_all(snapshot, "region", regions_of(snapshot, set(municipalities)))
    traits = snapshot.vocabulary.traits
    return usage_of_all(snapshot, "county", {traits[key].county for key in municipalities})


def regions_of(snapshot: Snapshot, municipalities: set[int]) -> set[int]:
    """The regions that any of the municipalities belong to, by key."""
    regions = snapshot.vocabulary.members["region"]
    return {region for region, members in regions.items() if municipalities.intersection(members)}


@dataclass(frozen=True)
class Listed:
    """A county or region with its municipalities, for the page of all places."""

    area: Usage
    members: Sequence[Member]


def list_places(snapshot: Snapshot, kind: str) -> Iterator[Listed]:
    """All counties or regions in the order that readers see, each with all its municipalities."""
    members = snapshot.vocabulary.members[kind]
    for area in usage_of_all(snapshot, kind):
        yield Listed(area, members_of(snapshot, members.get(area.choice.key, ())))
