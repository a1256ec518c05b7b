"""All published entries in memory, as bitmaps, at one version of the database (decision 0006)."""

from initiatives.finding.snapshot.bitmaps import NONE, Bitmaps, count_each, union
from initiatives.finding.snapshot.catalogue import Snapshot
from initiatives.finding.snapshot.holding import (
    SnapshotUnavailableError,
    current_snapshot,
    shared_holder,
)
from initiatives.finding.snapshot.vocabulary import Choice, FormerPlace, Traits

__all__ = [
    "NONE",
    "Bitmaps",
    "Choice",
    "FormerPlace",
    "Snapshot",
    "SnapshotUnavailableError",
    "Traits",
    "count_each",
    "current_snapshot",
    "shared_holder",
    "union",
]
