"""The words of the query sets: which rows each of them keeps."""

from datetime import date

import pytest

from initiatives.models import (
    Activity,
    ActivityAlias,
    EditorSession,
    Initiative,
    Partner,
    SheetLine,
    Status,
    Succession,
)
from tests.factories import InitiativeFactory
from tests.models.rows import add_row

pytestmark = pytest.mark.django_db

TODAY = date(2024, 5, 2)
YESTERDAY, TOMORROW = date(2024, 5, 1), date(2024, 5, 3)


@pytest.fixture
def each_status():
    return {status: InitiativeFactory(status=status) for status in Status}


def test_published_are_those_and_no_others(each_status) -> None:
    assert list(Initiative.objects.published()) == [each_status[Status.PUBLISHED]]


def test_in_review_are_those_and_no_others(each_status) -> None:
    assert list(Initiative.objects.in_review()) == [each_status[Status.IN_REVIEW]]


def test_entries_are_without_working_copies() -> None:
    entry = InitiativeFactory()
    InitiativeFactory(status=Status.DRAFT, revises=entry)
    assert list(Initiative.objects.entries()) == [entry]


def test_drafts_of_somebody_are_their_own_that_nobody_has_sent_on(django_user_model) -> None:
    editor, other = (django_user_model.objects.create_user(name) for name in ("kari", "ola"))
    draft = InitiativeFactory(status=Status.DRAFT, drafted_by=editor)
    InitiativeFactory(status=Status.IN_REVIEW, drafted_by=editor)
    InitiativeFactory(status=Status.DRAFT, drafted_by=other)
    InitiativeFactory(status=Status.DRAFT)
    assert list(Initiative.objects.drafts_of(editor)) == [draft]


@pytest.mark.parametrize(
    ("fields", "is_overdue"),
    [
        ({"status": "draft", "publish_on": YESTERDAY}, True),
        ({"status": "in-review", "publish_on": YESTERDAY}, True),
        ({"status": "draft", "publish_on": TODAY}, False),
        ({"status": "draft", "publish_on": TOMORROW}, False),
        ({"status": "published", "publish_on": YESTERDAY}, False),
        ({"status": "published", "unpublish_on": YESTERDAY}, True),
        ({"status": "published", "unpublish_on": TODAY}, False),
        ({"status": "draft", "unpublish_on": YESTERDAY}, False),
        ({"status": "published"}, False),
    ],
)
def test_overdue(fields, is_overdue) -> None:
    InitiativeFactory(**fields)
    assert Initiative.objects.overdue(TODAY).exists() == is_overdue


@pytest.mark.parametrize("number", [1, 3])
def test_content_of_entries_is_read_in_a_fixed_number_of_queries(
    django_assert_num_queries, number
) -> None:
    for _ in range(number):
        entry = InitiativeFactory()
        Succession.objects.create(predecessor=entry, successor=InitiativeFactory())
    entries = Initiative.objects.filter(successions__isnull=False).with_entry_content()
    with django_assert_num_queries(15):
        content = [
            (
                [str(row.successor) for row in entry.successions.all()],
                list(entry.preceding.all()),
                list(entry.projects.all()),
                list(entry.fundings.all()),
                list(entry.results.all()),
                list(entry.documents.all()),
                list(entry.contacts.all()),
                entry.all_counties,
                str(entry.period),
            )
            for entry in entries
        ]
    assert len(content) == number


def test_content_has_no_successor_that_is_not_public() -> None:
    entry = InitiativeFactory()
    Succession.objects.create(
        predecessor=entry, successor=InitiativeFactory(status=Status.ARCHIVED)
    )
    (read,) = Initiative.objects.filter(pk=entry.pk).with_entry_content()
    assert list(read.successions.all()) == []


def test_newest_stands_first_and_the_address_word_settles_a_tie() -> None:
    times = {"b": "2024-01-01T00:00Z", "a": "2024-01-01T00:00Z", "c": "2025-01-01T00:00Z"}
    for slug, time in times.items():
        InitiativeFactory(slug=slug, first_published_at=time)
    assert list(Initiative.objects.values_list("slug", flat=True)) == ["c", "a", "b"]


def test_lines_of_a_sheet_that_are_open_and_those_that_have_no_place() -> None:
    proposal = add_row(SheetLine, kind="proposal", number=1)
    not_placed = add_row(SheetLine, kind="not-placed", number=2)
    add_row(SheetLine, kind="proposal", number=3, is_dealt_with=True)
    done = add_row(SheetLine, kind="not-placed", number=4, is_dealt_with=True)
    assert list(SheetLine.objects.open().order_by("number")) == [proposal, not_placed]
    assert list(SheetLine.objects.not_placed().order_by("number")) == [not_placed, done]


def test_terms_stand_by_position_and_then_by_word() -> None:
    Activity.objects.all().delete()
    for slug, position in (("b", 1), ("a", 1), ("c", 0)):
        add_row(Activity, slug=slug, position=position)
    assert list(Activity.objects.values_list("slug", flat=True)) == ["c", "a", "b"]


def test_partners_and_wordings_stand_alphabetically() -> None:
    term = add_row(Activity)
    for word in ("b", "a"):
        add_row(Partner, slug=word)
        add_row(ActivityAlias, term=term, wording=word)
    assert [partner.slug for partner in Partner.objects.all()] == ["a", "b"]
    assert [alias.wording for alias in term.aliases.all()] == ["a", "b"]


def test_stay_is_stored_as_the_session_engine_stores_it(settings) -> None:
    store = EditorSession.get_session_store_class()
    assert store.__module__ == settings.SESSION_ENGINE
