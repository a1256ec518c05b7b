"""Which municipalities are like another, and why. Pure functions of what the snapshot knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.finding.snapshot import Traits

MOST_ALIKE = 8


class Reason(Enum):
    """What two municipalities share, the most telling first."""

    COUNTY = "county"
    CENTRALITY = "centrality"
    POPULATION = "population"


REASONS: dict[Reason, str | Promise] = {
    Reason.COUNTY: _("same county"),
    Reason.CENTRALITY: _("same centrality"),
    Reason.POPULATION: _("about as many people"),
}


@dataclass(frozen=True)
class Likeness:
    """A municipality by its key, and what it shares with the one that was asked about."""

    key: int
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> str:
        """`same county, about as many people`."""
        return ", ".join(str(REASONS[reason]) for reason in self.reasons)


def shared(one: Traits, other: Traits) -> tuple[Reason, ...]:
    """What two municipalities have in common; the same whichever of them is named first."""
    fewer, more = sorted((one.population, other.population))
    holds = {
        Reason.COUNTY: one.county == other.county,
        Reason.CENTRALITY: one.centrality == other.centrality,
        Reason.POPULATION: more * 4 <= fewer * 5,  # at most a quarter more, in whole numbers
    }
    return tuple(reason for reason, is_shared in holds.items() if is_shared)


def places_like(key: int, traits: Mapping[int, Traits], most: int = MOST_ALIKE) -> list[Likeness]:
    """Up to `most` municipalities that share something with the one at `key`, the likest first.

    The same county settles a tie, then the nearest number of people, then the key. None for a
    municipality without traits.
    """
    if key not in traits:
        return []
    found = (
        Likeness(other, shared(traits[key], its)) for other, its in traits.items() if other != key
    )
    return sorted(
        (like for like in found if like.reasons), key=lambda like: _rank(key, like, traits)
    )[:most]


def _rank(key: int, like: Likeness, traits: Mapping[int, Traits]) -> tuple[int, bool, int, int]:
    distance = abs(traits[key].population - traits[like.key].population)
    return -len(like.reasons), Reason.COUNTY not in like.reasons, distance, like.key
