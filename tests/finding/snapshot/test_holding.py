"""The snapshot that a process serves: up to date at once, one for all threads, the last good one on
error.
"""

import threading
import time
from contextlib import closing

import pytest
from django.db import OperationalError, connection, transaction

from initiatives.finding.snapshot import (
    SnapshotUnavailableError,
    current_snapshot,
    holding,
    loading,
)
from initiatives.finding.snapshot.holding import Holder
from initiatives.models import CatalogueVersion, Initiative
from initiatives.models.commits import own_commits
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder(reference_data) -> Holder:
    """One that asks the database each time."""
    InitiativeFactory(slug="a")
    return Holder(trusted_for=0)


def fail(*_: object) -> None:
    raise OperationalError("The disk is full")


def test_same_snapshot_while_nothing_changes(holder, django_assert_num_queries) -> None:
    first = holder.current()
    with django_assert_num_queries(1):
        assert holder.current() is first


def test_change_is_seen_at_once(holder) -> None:
    before = holder.current()
    entry = InitiativeFactory(slug="b")
    assert entry.pk in holder.current().published
    assert entry.pk not in before.published


def test_update_reads_only_what_changed(holder, django_assert_max_num_queries) -> None:
    """A few queries whatever the size: none of the vocabulary, none of the other entries."""
    holder.current()
    Initiative.objects.update(title_nn="Ny")
    with django_assert_max_num_queries(7):
        holder.current()


def test_wording_of_a_link_is_read_with_what_changed(holder) -> None:
    entry = make_initiative(activities=["brev"])
    holder.current()
    entry.activitylinks.update(wording="Kvitveisbrev")
    assert entry.pk in holder.current().families["lead"]["kvitveisbrev"]


def test_failed_update_keeps_the_last_good_snapshot(holder, monkeypatch) -> None:
    last = holder.current()
    InitiativeFactory(slug="b")
    monkeypatch.setattr(loading, "update", fail)
    assert holder.current() is last
    health = holder.health()
    assert (health["snapshot"], "disk is full" in health["error"]) == ("out of date", True)


def test_failed_update_is_logged_and_tried_again(holder, monkeypatch, caplog) -> None:
    holder.current()
    entry = InitiativeFactory(slug="b")
    with monkeypatch.context() as patch, caplog.at_level("ERROR", logger=holding.__name__):
        patch.setattr(loading, "update", fail)
        holder.current()
        holder.current()
    assert [record.message for record in caplog.records] == [
        "The snapshot could not be brought up to date"
    ]
    assert entry.pk not in holder.current().published  # a second has not passed
    monkeypatch.setattr(holding, "RETRY_AFTER", 0)
    assert entry.pk in holder.current().published
    assert holder.health() == {"snapshot": "ok"}


def test_first_load_that_fails_is_an_error(holder, monkeypatch) -> None:
    monkeypatch.setattr(loading, "load", fail)
    with pytest.raises(SnapshotUnavailableError):
        holder.current()
    assert holder.health()["snapshot"] == "out of date"


def test_rolled_back_change_is_not_in_the_snapshot_after_it(reference_data) -> None:
    InitiativeFactory(slug="a")
    with transaction.atomic():
        entry = InitiativeFactory(slug="b")
        assert entry.pk in current_snapshot().published
        transaction.set_rollback(True)
    assert entry.pk not in current_snapshot().published
    InitiativeFactory(slug="c")
    assert len(current_snapshot().published) == 2


def test_database_of_an_earlier_time_is_loaded_anew(holder) -> None:
    """A backup was put back: its version is lower, and no change tells what is different."""
    holder.current()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM initiatives_change")
        cursor.execute("UPDATE initiatives_catalogueversion SET number = 5")
    Initiative.objects.filter(slug="a").delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE initiatives_catalogueversion SET number = 5")
    assert CatalogueVersion.current() == 5
    assert not holder.current().published


def test_lost_database_keeps_the_last_good_snapshot(holder, monkeypatch) -> None:
    last = holder.current()
    with monkeypatch.context() as patch:
        patch.setattr(CatalogueVersion, "current", fail)
        assert holder.current() is last
        assert holder.health()["snapshot"] == "out of date"
    monkeypatch.setattr(holding, "RETRY_AFTER", 0)
    assert holder.current() is last
    assert holder.health() == {"snapshot": "ok"}


def test_lost_database_is_not_asked_by_every_request(holder, monkeypatch, caplog) -> None:
    last = holder.current()
    monkeypatch.setattr(CatalogueVersion, "current", fail)
    with caplog.at_level("ERROR", logger=holding.__name__):
        assert [holder.current() for _ in range(3)] == [last] * 3
    assert len(caplog.records) == 1


def test_others_do_not_wait_while_a_lost_database_is_tried_again(holder, monkeypatch) -> None:
    last = holder.current()
    monkeypatch.setattr(CatalogueVersion, "current", fail)
    holder.current()
    later = time.monotonic() + holding.RETRY_AFTER
    asked = []

    def ask_slowly(*_: object) -> None:
        asked.append(1)
        assert holder.current() is last  # as another request would meanwhile
        fail()

    monkeypatch.setattr(holding.time, "monotonic", lambda: later)
    monkeypatch.setattr(CatalogueVersion, "current", ask_slowly)
    assert holder.current() is last
    assert len(asked) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs a server that drops connections"
)
def test_dropped_connection_is_opened_anew() -> None:
    holder = Holder(trusted_for=0)
    first = holder.current()
    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    assert (holder.current(), holder.health()) == (first, {"snapshot": "ok"})


def test_update_to_the_same_version_is_the_same_snapshot(holder) -> None:
    snapshot = holder.current()
    assert loading.update(snapshot) is snapshot


@pytest.fixture
def shared_catalogue(transactional_db) -> Holder:
    """A holder of its own in a database that other threads see too, which asks as seldom as can
    be.
    """
    InitiativeFactory(slug="a")
    holder = Holder(trusted_for=3600)
    holder.current()
    return holder


def test_nothing_is_asked_while_the_version_is_trusted(
    shared_catalogue, django_assert_num_queries
) -> None:
    first = shared_catalogue.current()
    with django_assert_num_queries(0):
        assert shared_catalogue.current() is first


def test_what_the_process_has_committed_is_seen_at_once(shared_catalogue) -> None:
    shared_catalogue.current()
    with transaction.atomic():
        entry = InitiativeFactory(slug="b")
        assert entry.pk not in shared_catalogue.current().published
    assert entry.pk in shared_catalogue.current().published
    Initiative.objects.filter(pk=entry.pk).delete()
    assert entry.pk not in shared_catalogue.current().published


def test_what_others_have_committed_is_seen_when_the_version_is_trusted_no_more(
    shared_catalogue, monkeypatch
) -> None:
    last_commit = own_commits.last
    shared_catalogue.current()
    entry = InitiativeFactory(slug="b")
    monkeypatch.setattr(own_commits, "last", last_commit)
    assert entry.pk not in shared_catalogue.current().published
    in_an_hour = time.monotonic() + 3601
    monkeypatch.setattr(holding.time, "monotonic", lambda: in_an_hour)
    assert entry.pk in shared_catalogue.current().published


def test_threads_share_one_update(shared_catalogue, monkeypatch) -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection")
    entry = InitiativeFactory(slug="b")
    updates = []
    original = loading.update

    def count(snapshot: object) -> object:
        updates.append(1)
        return original(snapshot)

    monkeypatch.setattr(loading, "update", count)
    seen: list[bool] = []

    def ask() -> None:
        seen.append(entry.pk in shared_catalogue.current().published)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (seen, len(updates)) == ([True] * 8, 1)
