"""Each table that readers see anything of tells when a row is put in, changed or taken out."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import F, Model

from initiatives.models import (
    CatalogueVersion,
    Change,
    Initiative,
    Region,
    Status,
    Succession,
    triggers,
)
from tests.factories import InitiativeFactory
from tests.models.rows import add_row, new_row

pytestmark = pytest.mark.usefixtures("reference_data")

BELONGING = [model for model in triggers.ENTRY_ROWS if model not in (Initiative, Succession)]
postgresql_only = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite empties a table row by row"
)


def name_of(model: type[Model]) -> str:
    return model.__name__


each_belonging = pytest.mark.parametrize("model", BELONGING, ids=name_of)
each_vocabulary = pytest.mark.parametrize("model", triggers.VOCABULARY_ROWS, ids=name_of)
each_watched = pytest.mark.parametrize(
    "model", [*triggers.ENTRY_ROWS, *triggers.VOCABULARY_ROWS], ids=name_of
)


def noted(change: Callable[[], object]) -> set[int]:
    """The subjects that `change` is noted under."""
    before = CatalogueVersion.current()
    change()
    return set(Change.objects.filter(version__gt=before).values_list("subject", flat=True))


def rows_of(model: type[Model]):
    return model._base_manager.all()


@each_belonging
def test_row_put_in_is_noted_under_its_entry(model) -> None:
    entry = InitiativeFactory()
    row = new_row(model, initiative=entry)
    assert noted(lambda: rows_of(model).bulk_create([row])) == {entry.pk}


@each_belonging
def test_row_moved_is_noted_under_both_entries(model) -> None:
    entry, other = InitiativeFactory(), InitiativeFactory()
    add_row(model, initiative=entry)
    assert noted(lambda: rows_of(model).update(initiative=other)) == {entry.pk, other.pk}


@each_belonging
def test_row_taken_out_is_noted_under_its_entry(model) -> None:
    entry = InitiativeFactory()
    add_row(model, initiative=entry)
    assert noted(lambda: rows_of(model).filter(initiative=entry).delete()) == {entry.pk}


@each_belonging
def test_row_of_a_draft_is_never_noted(model) -> None:
    entry = InitiativeFactory(status=Status.DRAFT)
    row = new_row(model, initiative=entry)

    def put_in_change_and_take_out() -> None:
        rows_of(model).bulk_create([row])
        rows_of(model).update(initiative=entry)
        rows_of(model).filter(initiative=entry).delete()

    assert noted(put_in_change_and_take_out) == set()


@each_belonging
def test_row_moved_from_a_draft_is_noted_under_the_published_entry_alone(model) -> None:
    draft, entry = InitiativeFactory(status=Status.DRAFT), InitiativeFactory()
    add_row(model, initiative=draft)
    assert noted(lambda: rows_of(model).update(initiative=entry)) == {entry.pk}


def test_succession_that_changes_is_noted_under_all_three_entries() -> None:
    first, second, third = InitiativeFactory(), InitiativeFactory(), InitiativeFactory()
    add_row(Succession, predecessor=first, successor=second)
    changed = noted(lambda: rows_of(Succession).update(successor=third))
    assert changed == {first.pk, second.pk, third.pk}


def test_succession_taken_out_is_noted_under_both_entries() -> None:
    first, second = InitiativeFactory(), InitiativeFactory()
    add_row(Succession, predecessor=first, successor=second)
    assert noted(lambda: rows_of(Succession).all().delete()) == {first.pk, second.pk}


def test_succession_of_a_draft_is_noted_under_the_published_entry_alone() -> None:
    entry, draft = InitiativeFactory(), InitiativeFactory(status=Status.DRAFT)
    assert noted(lambda: add_row(Succession, predecessor=entry, successor=draft)) == {entry.pk}


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.ARCHIVED])
def test_entry_that_readers_never_saw_is_not_noted(status) -> None:
    def put_in_change_and_take_out() -> None:
        add_row(Initiative, status=status)
        rows_of(Initiative).update(title_nn="Ny")
        rows_of(Initiative).all().delete()

    assert noted(put_in_change_and_take_out) == set()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.ARCHIVED])
def test_entry_that_readers_lose_is_noted(status) -> None:
    entry = InitiativeFactory()
    assert noted(lambda: rows_of(Initiative).update(status=status)) == {entry.pk}


@each_vocabulary
def test_word_put_in_is_noted(model) -> None:
    row = new_row(model)
    assert noted(lambda: rows_of(model).bulk_create([row])) == {Change.VOCABULARY}


@each_vocabulary
def test_word_changed_is_noted(model) -> None:
    row = add_row(model)
    assert noted(lambda: rows_of(model).filter(pk=row.pk).update(id=F("id"))) == {Change.VOCABULARY}


@each_vocabulary
def test_word_taken_out_is_noted(model) -> None:
    row = add_row(model)
    assert noted(lambda: rows_of(model).filter(pk=row.pk).delete()) == {Change.VOCABULARY}


@postgresql_only
@each_watched
def test_emptied_table_is_noted_as_everything(model) -> None:
    def empty() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")

    assert noted(empty) == {Change.EVERYTHING}


def test_each_noted_change_has_a_version_of_its_own() -> None:
    first, second = InitiativeFactory(), InitiativeFactory()
    versions = dict(Change.objects.values_list("subject", "version"))
    assert versions[first.pk] < versions[second.pk] == CatalogueVersion.current()


def test_tables_are_watched_once() -> None:
    assert set(triggers.ENTRY_ROWS) & set(triggers.VOCABULARY_ROWS) == set()


def test_members_of_a_region_are_watched() -> None:
    region = Region.objects.all()[0]
    assert noted(lambda: region.municipalities.set([])) == {Change.VOCABULARY}
