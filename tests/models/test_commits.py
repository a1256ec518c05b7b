"""What this process has written is noticed when it is committed."""

import pytest
from django.db import IntegrityError, connection, transaction

from initiatives.models import Region
from initiatives.models.commits import own_commits
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db(transaction=True)

INSERT = "INSERT INTO initiatives_region (slug, name, kind, source) VALUES (%s, %s, '', '')"


@pytest.fixture
def has_renewed():
    """Tells whether a commit was noticed since it was asked last."""
    last = own_commits.last

    def ask():
        nonlocal last
        before, last = last, own_commits.last
        return last is not before

    return ask


def test_reading_is_no_change(has_renewed):
    list(Region.objects.all())
    with transaction.atomic():
        Region.objects.exists()
    assert not has_renewed()


def test_change_without_a_transaction_is_noticed(has_renewed):
    Region.objects.filter(slug="finst-ikkje").update(name="x")
    assert has_renewed()


def test_change_in_a_transaction_is_noticed_when_it_ends(has_renewed):
    with transaction.atomic():
        InitiativeFactory()
        assert not has_renewed()
    assert has_renewed()


def test_change_that_is_rolled_back_is_none(has_renewed):
    with transaction.atomic():
        InitiativeFactory()
        transaction.set_rollback(True)
    assert not has_renewed()


def test_only_the_savepoint_is_rolled_back(has_renewed):
    with transaction.atomic():
        with transaction.atomic():
            InitiativeFactory()
            transaction.set_rollback(True)
        InitiativeFactory()
    assert has_renewed()


def test_thousand_changes_are_told_once():
    with transaction.atomic():
        for _ in range(1000):
            Region.objects.filter(slug="x").update(name="x")
        with transaction.atomic():
            Region.objects.filter(slug="x").update(name="x")
        assert len(connection.run_on_commit) == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="elsewhere all of them fail together")
def test_some_of_many_are_noticed_when_the_last_fails(has_renewed):
    with connection.cursor() as cursor, pytest.raises(IntegrityError):
        cursor.executemany(INSERT, [("a", "A"), ("a", "A")])
    assert (has_renewed(), Region.objects.count()) == (True, 1)


def test_connection_that_is_watched_already_is_not_watched_twice():
    before = list(connection.execute_wrappers)
    own_commits.watch(connection)
    assert connection.execute_wrappers == before
