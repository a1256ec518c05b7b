"""Snapshots that many tests begin with, loaded once in a process: it takes longer than most pages.

They stand where a transaction keeps its own, and are used as long as the versions are those of the
database.
"""

from dataclasses import replace

from initiatives.finding.snapshot import Snapshot, holding, loading
from initiatives.models import CatalogueVersion

# By the version that the database had before the first test, and with the first entry in it.
_kept: dict[str, Snapshot] = {}
_before_all_tests: list[int] = []


def note_version() -> None:
    """The database has the reference data and nothing else now."""
    _before_all_tests[:] = [CatalogueVersion.current()]


def begin() -> None:
    """What the transaction before has left was rolled back with it."""
    holding._in_transaction.snapshot = _kept.get("reference data")


def are_only_reference_data() -> bool:
    """Whether the test has changed nothing yet that readers see."""
    return _before_all_tests == [CatalogueVersion.current()]


def keep_reference_data() -> None:
    if "reference data" not in _kept:
        _kept["reference data"] = loading.load()


def begin_with_tokke() -> None:
    """The database has the reference data and the first entry, the same as every time."""
    if "tokke" not in _kept:
        _kept["tokke"] = loading.load()
    last, version = _kept["tokke"], CatalogueVersion.current()
    vocabulary = replace(last.vocabulary, version=version)
    holding._in_transaction.snapshot = replace(
        last, version=version, vocabulary=vocabulary, _made={}
    )
