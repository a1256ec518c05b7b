"""Initiatives that resemble another: what they share, so that the reader sees why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap

from initiatives.finding.snapshot import NONE, Snapshot
from initiatives.language import Written, reader_form, written
from initiatives.models import Initiative

# What makes initiatives alike, the most telling first.
TELLING = ("activity", "targetgroup", "sellingpoint")
# Fewer shared terms than this say little.
FEWEST_SHARED = 2
MOST_SIMILAR = 4
MOST_NAMED = 4


@dataclass(frozen=True)
class Similar:
    """An initiative that resembles another, and why."""

    slug: str
    title: Written
    url: str
    shared: Sequence[str]
    """The labels of the terms that both have, at most `MOST_NAMED`."""

    unnamed: int
    """How many more they share."""

    counties: Sequence[str]
    """The names of the counties that both are in."""

    @property
    def why(self) -> str:
        """`Brev til potensielle tilflyttarar, Ungdom og 3 til · same fylke: Telemark`."""
        shared = ", ".join(self.shared)
        if self.unnamed:
            shared = _("%(terms)s and %(number)s more") % {"terms": shared, "number": self.unnamed}
        if self.counties:
            shared += " · " + _("same county: %(names)s") % {"names": ", ".join(self.counties)}
        return shared


def similar_to(snapshot: Snapshot, initiative: Initiative) -> list[Similar]:
    """The published initiatives that share most with this one, best first; one query.

    Of those that share as much, the ones of the same county come first.
    """
    keys = most_alike(snapshot, initiative.pk)
    rows = (
        Initiative.objects.published().order_by().only("slug", "title_nn", "title_nb").in_bulk(keys)
    )
    return [_describe(snapshot, initiative.pk, rows[key]) for key in keys if key in rows]


def most_alike(snapshot: Snapshot, key: int) -> list[int]:
    """The keys of up to `MOST_SIMILAR` entries, those that share most terms first, then of the same
    county, then the newest.
    """
    neighbours = _union(snapshot.linked("county").values(), key)
    found: list[int] = []
    for level in reversed(_sharing(_terms_of(snapshot, key))[FEWEST_SHARED - 1 :]):
        others = level - BitMap([key, *found])
        for among in (others & neighbours, others - neighbours):
            found += snapshot.orders["published"].page(among, 0, MOST_SIMILAR - len(found))
    return found


def _sharing(terms: Sequence[BitMap]) -> list[BitMap]:
    """The entries that have at least one of `terms`, at least two, and so on."""
    levels: list[BitMap] = []
    for entries in terms:
        levels.append(NONE)
        for number in range(len(levels) - 1, 0, -1):
            levels[number] = levels[number] | (levels[number - 1] & entries)
        levels[0] = levels[0] | entries
    return levels


def _terms_of(snapshot: Snapshot, key: int) -> list[BitMap]:
    """The entries of each term that an entry has."""
    return [
        entries for kind in TELLING for entries in snapshot.linked(kind).values() if key in entries
    ]


def _union(families: Iterable[BitMap], key: int) -> BitMap:
    """The entries that share any of a family with an entry."""
    return BitMap().union(*(entries for entries in families if key in entries))


def _describe(snapshot: Snapshot, key: int, other: Initiative) -> Similar:
    shared = [label for kind in TELLING for label in _shared_names(snapshot, kind, key, other.pk)]
    return Similar(
        slug=other.slug,
        title=written(other, "title", reader_form()),
        url=other.get_absolute_url(),
        shared=shared[:MOST_NAMED],
        unnamed=max(0, len(shared) - MOST_NAMED),
        counties=_shared_names(snapshot, "county", key, other.pk),
    )


def _shared_names(snapshot: Snapshot, kind: str, key: int, other: int) -> list[str]:
    """The names of the terms or places of a kind that both entries have, in the readers' order."""
    linked = snapshot.linked(kind)
    return [
        name
        for term, name in snapshot.names(kind).items()
        if key in linked.get(term, NONE) and other in linked.get(term, NONE)
    ]
