"""Keeping versions with what the same transaction has read already."""

import pytest

from initiatives.desk.editing import history
from initiatives.desk.editing.state import LISTS, State, read, read_again
from initiatives.models import Initiative
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

READING = 1 + len(LISTS)
LAST_VERSION = 3
WRITING = 2


@pytest.fixture
def entry(reference_data):
    made = make_initiative(activities=["brev", "annonsering"], lead_nn="Før")
    history.catch_up(made)
    return made


def leads(entry):
    return [history.KeptVersion(r).state.fields["lead_nn"] for r in history.versions_of(entry)]


def test_catching_up_with_what_was_read_reads_only_the_last_version(
    entry, django_assert_num_queries
):
    now = State.of(entry)
    with django_assert_num_queries(LAST_VERSION):
        history.catch_up(entry, now)
    assert leads(entry) == ["Før"]


def test_what_was_read_and_is_not_kept_is_kept(entry):
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Elles")
    history.catch_up(entry, State.of(entry))
    assert leads(entry) == ["Elles", "Før"]


def test_version_after_a_known_one_reads_the_entry_once(entry, django_assert_num_queries):
    before = State.of(entry)
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Etter")
    with django_assert_num_queries(READING + WRITING):
        history.keep(entry, None, history.Event.SAVED, before=before)
    assert leads(entry) == ["Etter", "Før"]


def test_no_version_after_a_known_one_that_says_the_same(entry, django_assert_num_queries):
    before = State.of(entry)
    with django_assert_num_queries(READING):
        history.keep(entry, None, history.Event.SAVED, before=before)
    assert leads(entry) == ["Før"]


def test_entries_that_are_read_together_have_each_their_own_rows(entry, django_assert_num_queries):
    other = make_initiative(activities=["bustad"])
    with django_assert_num_queries(READING):
        states = read([entry.pk, other.pk]).states
    assert states == {entry.pk: State.of(entry), other.pk: State.of(other)}


def test_each_version_has_the_rows_of_its_own_entry(entry):
    other = make_initiative(activities=["bustad"])
    history.keep_each({entry.pk: history.Event.SAVED, other.pk: history.Event.SAVED}, None)
    assert [history.last_version(one).state for one in (entry, other)] == [
        State.of(entry),
        State.of(other),
    ]


def test_reading_again_asks_for_the_lists_that_were_written(entry, django_assert_num_queries):
    before = read([entry.pk])
    entry.activitylinks.first().delete()
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Etter", slug="eit-anna")
    with django_assert_num_queries(2):
        now = read_again(before, ["activitylinks"])
    assert now.states == {entry.pk: State.of(entry)}


def test_version_of_what_was_read_again_names_the_entry_as_it_is_called_now(entry):
    before = read([entry.pk])
    Initiative.objects.filter(pk=entry.pk).update(slug="eit-anna")
    history.keep(entry, None, history.Event.SAVED, now=read_again(before, []))
    texts = history.versions_of(entry)[0].version_set.values_list("serialized_data", flat=True)
    assert [text.count("eit-anna") for text in texts] == [1, 1, 1]
