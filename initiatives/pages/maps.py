"""Maps: counties shaded and municipalities dotted by their entries, and small ones of places."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, union
from initiatives.finding.tallies import Scale, Tally, make_tallies, most_first
from initiatives.models import Municipality
from initiatives.pages.geometry import Outline, Outlines, coarse, detailed

# Dots have areas in proportion to their numbers; radii are shares of the map's width. A few entries
# must not look like many because nobody has more: the largest dot stands for at least
# `LARGEST_DOT_COUNT`.
LARGEST_RADIUS = 1 / 38
SMALLEST_RADIUS = 1 / 150
LARGEST_DOT_COUNT = 10
# The side of the square that the key shows a dot in; static/css/map.css gives it the same share of
# the map.
KEY_SIDE = 0.06

Point = tuple[float, float]


@dataclass(frozen=True)
class County:
    """A county on a map."""

    tally: Tally
    outline: Outline
    shade: int
    is_chosen: bool


@dataclass(frozen=True)
class Dot:
    """A municipality on a map, at its administrative centre; in the map's units."""

    tally: Tally
    x: int
    y: int
    radius: int
    is_chosen: bool


@dataclass(frozen=True)
class KeyDot:
    """A dot of the key: how large a number is."""

    count: int
    radius: int


@dataclass(frozen=True)
class CountyMap:
    """All counties shaded by number. Dots are there where they were asked for, large ones first."""

    outlines: Outlines
    counties: Sequence[County]
    scale: Scale
    by_county: Sequence[Tally]
    """The numbers of all counties, those without an outline too."""

    dots: Sequence[Dot] = ()
    by_municipality: Sequence[Tally] = ()
    """The numbers behind the dots, and of municipalities whose place is not known."""

    @classmethod
    def of(cls, asked: InitiativeFilter, outlines: Outlines | None = None) -> "CountyMap":
        """The counties only, without a query; as small maps have them."""
        outlines = outlines or coarse()
        tallies, chosen = make_tallies(asked, "fylke"), asked.usable["fylke"]
        scale = Scale(max((tally.count for tally in tallies), default=0))
        counties = [
            County(
                tally,
                outlines.counties[tally.value],
                scale.shade(tally.count),
                tally.value in chosen,
            )
            for tally in tallies
            if tally.value in outlines.counties
        ]
        return cls(outlines, counties, scale, tallies)

    @classmethod
    def with_dots(cls, asked: InitiativeFilter) -> "CountyMap":
        """The map of a whole page, in one query for each snapshot."""
        counties = cls.of(asked, detailed())
        tallies = most_first(make_tallies(asked, "kommune"))
        return replace(
            counties, dots=_dots(asked, counties.outlines, tallies), by_municipality=tallies
        )

    @property
    def key_box(self) -> str:
        side = round(self.outlines.width * KEY_SIDE)
        return f"{-side / 2} {-side / 2} {side} {side}"

    @property
    def key(self) -> list[KeyDot]:
        """A small, a middling and the largest number of the dots, as far as they differ."""
        highest = self.dots[0].tally.count if self.dots else 0
        counts = sorted({1, (highest + 1) // 2, highest}) if highest else []
        return [KeyDot(count, _radius(count, highest, self.outlines)) for count in counts]


def _dots(asked: InitiativeFilter, outlines: Outlines, tallies: Sequence[Tally]) -> list[Dot]:
    places, chosen = points(asked.snapshot), asked.usable["kommune"]
    highest = tallies[0].count if tallies else 0
    dots = []
    for tally in tallies:
        if tally.value in places:  # one that is newer than the snapshot has no place yet
            x, y = outlines.frame.place(*places[tally.value])
            radius = _radius(tally.count, highest, outlines)
            dots.append(Dot(tally, round(x), round(y), radius, tally.value in chosen))
    return dots


def _radius(count: int, highest: int, outlines: Outlines) -> int:
    share = math.sqrt(count / max(highest, LARGEST_DOT_COUNT))
    return round(outlines.width * max(share * LARGEST_RADIUS, SMALLEST_RADIUS))


def points(snapshot: Snapshot) -> Mapping[str, Point]:
    """The longitude and latitude of each municipality, by number; one query for each snapshot."""
    rows = Municipality.objects.values_list("number", "longitude", "latitude")
    return snapshot.once("points", lambda: {number: (east, north) for number, east, north in rows})


@dataclass(frozen=True)
class Placing:
    """How many entries asked for have no place, and how many a county alone."""

    nowhere: int
    county_wide: int

    @classmethod
    def of(cls, asked: InitiativeFilter) -> "Placing":
        in_county = union(asked.snapshot.by_value("county").values())
        in_municipality = union(asked.snapshot.by_value("municipality").values())
        return cls(
            nowhere=len(asked.matching - in_county),
            county_wide=asked.matching.intersection_cardinality(in_county - in_municipality),
        )


@dataclass(frozen=True)
class Thumbnail:
    """A small map of where something is: counties marked, and points, in the map's units."""

    outlines: Outlines
    marked: Sequence[str]
    unmarked: Sequence[str]
    points: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, municipalities: Iterable[Municipality], counties: Iterable[str]) -> "Thumbnail":
        """Points for municipalities, and shapes for the numbers of counties. No query."""
        outlines, numbers = coarse(), set(counties)
        found = [outlines.frame.place(place.longitude, place.latitude) for place in municipalities]
        return cls(
            outlines=outlines,
            marked=[
                outline.path for number, outline in outlines.counties.items() if number in numbers
            ],
            unmarked=[
                outline.path
                for number, outline in outlines.counties.items()
                if number not in numbers
            ],
            points=[(round(x), round(y)) for x, y in found],
        )
