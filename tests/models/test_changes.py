"""Every change of what readers see is noted by the database itself, and nothing else is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction

from initiatives.models import (
    AccessEvent,
    Activity,
    ActivityLink,
    CatalogueVersion,
    Change,
    CheckedAddress,
    ConfirmationRequest,
    EditorSession,
    FormerPartnerSlug,
    ImportFile,
    Initiative,
    Merger,
    Municipality,
    OpenForm,
    Partner,
    Project,
    Region,
    RoleRule,
    Sheet,
    SheetLine,
    Status,
    Succession,
    Synonyms,
    Translation,
    TranslationDraft,
    Word,
    WordEntries,
    WorkflowStep,
    triggers,
)
from initiatives.models.changes import time_of
from tests.factories import make_initiative

pytestmark = pytest.mark.usefixtures("reference_data")


def changed_since(version: int) -> set[int]:
    return set(Change.objects.filter(version__gt=version).values_list("subject", flat=True))


def noted(change: Callable[[], object]) -> set[int]:
    """The subjects that `change` is noted under."""
    before = CatalogueVersion.current()
    change()
    assert (CatalogueVersion.current() > before) == bool(changed_since(before))
    return changed_since(before)


def test_published_entry_is_noted_when_it_is_made() -> None:
    before = CatalogueVersion.current()
    entry = make_initiative()
    assert changed_since(before) == {entry.pk}


def test_draft_is_not_noted() -> None:
    assert noted(lambda: make_initiative(status=Status.DRAFT)) == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda: Initiative.objects.update(title_nn="Ny"),
        lambda: Initiative.objects.update(status=Status.ARCHIVED),
        lambda: ActivityLink.objects.update(wording="Annleis"),
        lambda: ActivityLink.objects.all().delete(),
        lambda: Initiative.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE initiatives_project SET end_year = 2020"),
    ],
)
def test_bulk_change_is_noted_whichever_way_it_goes(change: Callable[[], object]) -> None:
    activity = Activity.objects.first()
    entry = make_initiative(activities=[activity.slug])
    Project.objects.create(initiative=entry, position=1, name_nn="Eitt", start_year=2019)
    make_initiative(status=Status.DRAFT)
    assert noted(change) == {entry.pk}


def test_publishing_by_update_is_noted() -> None:
    draft = make_initiative(status=Status.DRAFT, first_published_at="2024-01-01T00:00Z")
    assert noted(lambda: Initiative.objects.update(status=Status.PUBLISHED)) == {draft.pk}


def test_succession_is_noted_under_both_entries() -> None:
    first, second = make_initiative(), make_initiative()
    made = noted(lambda: Succession.objects.create(predecessor=first, successor=second))
    assert made == {first.pk, second.pk}


@pytest.mark.parametrize(
    "change",
    [
        lambda: Activity.objects.update(position=3),
        lambda: Municipality.objects.filter(number="4034").update(name="Nye Tokke"),
        lambda: Region.objects.first().municipalities.clear(),
        lambda: Synonyms.objects.create(words="jobb, arbeidsplass"),
        lambda: Partner.objects.create(name_nn="Ein ny", kind_id=1),
    ],
)
def test_vocabulary_change_is_noted(change: Callable[[], object]) -> None:
    assert noted(change) == {Change.VOCABULARY}


def test_update_of_no_rows_is_not_noted() -> None:
    assert noted(lambda: Activity.objects.filter(slug="finst-ikkje").update(position=3)) == set()


def test_rolled_back_change_leaves_the_version() -> None:
    before = CatalogueVersion.current()
    with transaction.atomic():
        make_initiative()
        transaction.set_rollback(True)
    assert CatalogueVersion.current() == before


def test_version_grows_after_the_row_was_removed() -> None:
    make_initiative()
    before = CatalogueVersion.current()
    CatalogueVersion.objects.all().delete()
    make_initiative()
    assert CatalogueVersion.current() > before


def test_nothing_has_been_published_before_there_is_a_version() -> None:
    CatalogueVersion.objects.all().delete()
    assert CatalogueVersion.current() == 0


def test_version_tells_the_day_of_its_change() -> None:
    make_initiative()
    assert datetime.now(UTC) - time_of(CatalogueVersion.current()) < timedelta(days=1)


def test_time_of_a_version() -> None:
    assert time_of(1_700_000_000_250_000) == datetime(2023, 11, 14, 22, 13, 20, 250_000, UTC)


def test_every_table_that_readers_see_is_watched() -> None:
    watched = {*triggers.ENTRY_ROWS, *triggers.VOCABULARY_ROWS}
    models = set(apps.get_app_config("initiatives").get_models(include_auto_created=True))
    for_editors_only = {
        AccessEvent,
        CheckedAddress,
        ConfirmationRequest,
        EditorSession,
        FormerPartnerSlug,
        ImportFile,
        Merger,
        OpenForm,
        RoleRule,
        Sheet,
        SheetLine,
        Translation,
        TranslationDraft,
        WorkflowStep,
    }
    assert models - watched - for_editors_only == {CatalogueVersion, Change, Word, WordEntries}
