"""What the entries asked for have in common: terms, pairs of them, years, places.

All of it is counted from the snapshot's bitmaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone
from pyroaring import BitMap

from initiatives.finding.address import Address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, union
from initiatives.finding.tallies import Scale, Tally, make_tallies, most_first
from initiatives.models import County
from initiatives.models.kinds import TERM_KINDS

# The facets that have bars besides those of terms, in the order of the page.
CHOICES = ("organisering", "vurdering")
# The facets whose pairs are told, rows first.
ROWS, COLUMNS = "aktivitet", "malgruppe"
PER_INHABITANTS = 10_000
# The chart of years, in pixels: a column with the gap beside it, and the room above and below for a
# number.
COLUMN_WIDTH, COLUMNS_HEIGHT, COLUMN_SPACE = 36, 160, 24


@dataclass(frozen=True)
class Bars:
    """The values of one facet. Those that nobody has are named apart."""

    name: str
    label: str
    used: Sequence[Tally]
    unused: Sequence[Tally]

    @classmethod
    def of(cls, asked: InitiativeFilter, name: str) -> "Bars":
        tallies = make_tallies(asked, name)
        label = str(asked.facets()[name].label)
        return cls(
            name, label, most_first(tallies), [tally for tally in tallies if not tally.count]
        )


@dataclass(frozen=True)
class Pair:
    """How many of the entries asked for have both of two terms; untried when none anywhere has."""

    count: int
    shade: int
    address: Address | None
    is_untried: bool


@dataclass(frozen=True)
class PairTable:
    """Every activity with every target group: a row of pairs each, in the order of `columns`."""

    columns: Sequence[Tally]
    rows: Sequence[tuple[Tally, Sequence[Pair]]]
    scale: Scale

    @classmethod
    def of(cls, asked: InitiativeFilter) -> "PairTable":
        columns = make_tallies(asked, COLUMNS)
        counts, tried = (
            _count_pairs(asked, asked.matching),
            _count_pairs(asked, asked.snapshot.published),
        )
        scale = Scale(max(counts.values(), default=0))
        rows = []
        for row in make_tallies(asked, ROWS):
            addresses = _pair_addresses(row, columns)
            keys = [(row.value, column.value) for column in columns]
            pairs = [
                Pair(
                    counts[key],
                    scale.shade(counts[key]),
                    address if counts[key] else None,
                    not tried[key],
                )
                for key, address in zip(keys, addresses, strict=True)
            ]
            rows.append((row, pairs))
        return cls(columns, rows, scale)

    @property
    def total(self) -> int:
        return len(self.columns) * len(self.rows)

    @property
    def untried(self) -> int:
        return sum(pair.is_untried for _row, pairs in self.rows for pair in pairs)


def _count_pairs(asked: InitiativeFilter, among: BitMap) -> Mapping[tuple[str, str], int]:
    """How many of the entries in `among` have both values, by row and column."""
    of_row, of_column = (asked.facets()[name].by_value() for name in (ROWS, COLUMNS))
    counts: dict[tuple[str, str], int] = {}
    for row, entries in of_row.items():
        count = (entries & among).intersection_cardinality
        counts |= {(row, column): count(others) for column, others in of_column.items()}
    return counts


def _pair_addresses(row: Tally, columns: Sequence[Tally]) -> list[Address | None]:
    """The lists of those with the row's value and each column's; None where no address says it."""
    if row.address is None:
        return [None] * len(columns)
    start = row.address.without(COLUMNS)
    return [start.with_(COLUMNS, column.value) if column.address else None for column in columns]


@dataclass(frozen=True)
class Column:
    """The entries that were active in a year, and where the year's column stands, in pixels."""

    year: int
    count: int
    address: Address | None
    x: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + COLUMN_WIDTH // 2

    @property
    def y(self) -> int:
        return COLUMN_SPACE + COLUMNS_HEIGHT - self.height


@dataclass(frozen=True)
class Years:
    """A column for every year from the first to the last that is known of the entries asked for."""

    columns: Sequence[Column]
    without_year: int
    """How many of the entries asked for are in no column."""

    column_width = COLUMN_WIDTH - 6
    height = COLUMNS_HEIGHT + 2 * COLUMN_SPACE
    baseline = COLUMNS_HEIGHT + COLUMN_SPACE

    @classmethod
    def of(cls, asked: InitiativeFilter) -> "Years":
        active = {
            year: asked.snapshot.active_between(year, year) & asked.matching
            for year in _years(asked)
        }
        highest = max(map(len, active.values()), default=0)
        columns = [
            Column(
                year=year,
                count=len(entries),
                address=_year_address(asked, year) if entries else None,
                x=position * COLUMN_WIDTH,
                height=round(COLUMNS_HEIGHT * len(entries) / highest),
            )
            for position, (year, entries) in enumerate(active.items())
        ]
        return cls(columns, len(asked.matching - union(active.values())))

    @property
    def width(self) -> int:
        return len(self.columns) * COLUMN_WIDTH


def _years(asked: InitiativeFilter) -> range:
    """From the first to the last known year of the entries asked for; today, if any still runs."""
    known: set[int] = set()
    for (start, end, is_open_ended), entries in asked.snapshot.families["years"].items():
        years = {year for year in (start, end) if year}
        if years and entries.intersect(asked.matching):
            known |= years | ({timezone.localdate().year} if is_open_ended else set())
    return range(min(known), max(known) + 1) if known else range(0)


def _year_address(asked: InitiativeFilter, year: int) -> Address | None:
    """The list of those that were active in a year; None for a year that is not asked for."""
    first, last = asked.usable["fra"] or year, asked.usable["til"] or year
    if not first <= year <= last:
        return None
    return (
        asked.address.without("fra").without("til").with_("fra", str(year)).with_("til", str(year))
    )


@dataclass(frozen=True)
class CountyShare:
    """A county's entries, and how many for `PER_INHABITANTS`; None without known inhabitants."""

    tally: Tally
    per_inhabitants: float | None


def county_shares(asked: InitiativeFilter) -> list[CountyShare]:
    """All counties, the one with most entries first; one query for each snapshot."""
    population = populations(asked.snapshot)
    return [
        CountyShare(tally, PER_INHABITANTS * tally.count / people if people else None)
        for tally in sorted(make_tallies(asked, "fylke"), key=lambda tally: -tally.count)
        for people in [population.get(tally.value)]
    ]


def populations(snapshot: Snapshot) -> Mapping[str, int | None]:
    """How many live in each county, by number; one query for each snapshot."""
    rows = County.objects.order_by().annotate(people=Sum("municipalities__population"))
    return snapshot.once("populations", lambda: dict(rows.values_list("number", "people")))


@dataclass(frozen=True)
class Statistics:
    """All that the page tells."""

    terms: Sequence[Bars]
    choices: Sequence[Bars]
    pairs: PairTable
    years: Years
    counties: Sequence[CountyShare]

    @classmethod
    def of(cls, asked: InitiativeFilter) -> "Statistics":
        return cls(
            terms=[Bars.of(asked, kind.parameter) for kind in TERM_KINDS.values()],
            choices=[Bars.of(asked, name) for name in CHOICES],
            pairs=PairTable.of(asked),
            years=Years.of(asked),
            counties=county_shares(asked),
        )
