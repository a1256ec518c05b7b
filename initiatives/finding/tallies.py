"""How many of the entries asked for have each value: the numbers of the map and of the statistics.

Every number that is linked leads to the list of just as many entries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.finding.address import Address
from initiatives.finding.filters import InitiativeFilter

SHADES = 5
# What the width of a shade is rounded up to: tenths of a power of ten, as far as they are whole.
ROUND_WIDTHS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80)


@dataclass(frozen=True)
class Tally:
    """One value, how many of the entries asked for have it, and the list of just those.

    `address` is None where there are none, or where no address says it.
    """

    value: str
    label: str
    count: int
    total: int
    """How many entries are asked for in all."""

    address: Address | None

    @property
    def text(self) -> str:
        """`Telemark: 12 tiltak`."""
        text = ngettext(
            "%(label)s: %(number)s initiative", "%(label)s: %(number)s initiatives", self.count
        )
        return text % {"label": self.label, "number": self.count}

    @property
    def percent(self) -> float:
        """The share of all that is asked for, from 0 to 100 with one decimal."""
        return round(100 * self.count / self.total, 1) if self.total else 0.0

    @property
    def share(self) -> str:
        """As `share_of` all that is asked for."""
        return share_of(self.count, self.total)


def share_of(number: int, total: int) -> str:
    """`37 %`, in whole per cent; some are never none, nor all."""
    percent = 100 * number / total if total else 0
    if 0 < percent <= 0.5:
        return _("less than 1 %")
    percent = min(percent, 99) if number < total else percent
    return f"{percent:.0f}\N{NO-BREAK SPACE}%"


def make_tallies(asked: InitiativeFilter, name: str) -> list[Tally]:
    """A tally for every value of the facet `name`, in its own order."""
    facet, total = asked.facets()[name], len(asked.matching)
    counts = facet.counts(asked.matching)
    return [
        Tally(
            value,
            label,
            counts[value],
            total,
            exact_address(asked, name, value) if counts[value] else None,
        )
        for value, label in facet.options.items()
    ]


def exact_address(asked: InitiativeFilter, name: str, value: str) -> Address | None:
    """The list of those of the entries asked for that have `value`; None where no address says it.

    Values of one facet mean any of them, so those that have two of its values cannot be asked for.
    """
    chosen = asked.usable[name]
    if chosen and value not in chosen:
        return None
    return asked.address.without(name).with_(name, value)


def most_first(tallies: Iterable[Tally]) -> list[Tally]:
    """Those that any entry has, the most first; their own order settles a tie."""
    return sorted((tally for tally in tallies if tally.count), key=lambda tally: -tally.count)


@dataclass(frozen=True)
class Shade:
    """One shade and the numbers that it stands for, both included."""

    number: int
    low: int
    high: int

    @property
    def text(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True)
class Scale:
    """Up to `SHADES` shades of equal, round width for the numbers from 1 to `highest`; 0 is one of
    its own.
    """

    highest: int

    @cached_property
    def width(self) -> int:
        widths: Iterator[int] = (tenths * 10**power for power in count() for tenths in ROUND_WIDTHS)
        return next(w // 10 for w in widths if w % 10 == 0 and w // 10 * SHADES >= self.highest)

    def shade(self, number: int) -> int:
        """The shade of a number: 0 for none, else 1 to `SHADES`."""
        return -(-number // self.width)

    @property
    def shades(self) -> list[Shade]:
        """The shades in use, 0 first."""
        shaded = range(1, self.shade(self.highest) + 1)
        return [
            Shade(0, 0, 0),
            *(Shade(n, (n - 1) * self.width + 1, n * self.width) for n in shaded),
        ]
