"""The lists of an entry's form, each alone: what is asked and written when it is saved."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from initiatives.admin.inlines import ActivityInline
from initiatives.models import Activity, Initiative
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(reference_data):
    return make_initiative(activities=["brev", "annonsering", "brosjyrar"])


@pytest.fixture
def formset_of(entry, editor, django_user_model):
    """The list of activities as it was sent, with what was typed."""
    inline = ActivityInline(Initiative, admin.site)
    request = RequestFactory().get("/")
    request.user = django_user_model.objects.get()

    def make(rows=3, **typed):
        links = list(entry.activitylinks.all())
        data = {"TOTAL_FORMS": rows, "INITIAL_FORMS": len(links)}
        for number, link in enumerate(links):
            known = {"id": link.pk, "initiative": entry.pk, "term": link.term_id, "wording": ""}
            known["order"] = link.position
            data |= {f"{number}-{name}": value for name, value in known.items()}
        data |= {name.replace("_", "-"): value for name, value in typed.items()}
        sent = {f"activitylinks-{name}": str(value) for name, value in data.items()}
        formset = inline.get_formset(request, entry)
        return formset(
            sent, instance=entry, prefix="activitylinks", queryset=inline.get_queryset(request)
        )

    return make


def rows(entry):
    return list(entry.activitylinks.values_list("position", "term__slug"))


def test_list_that_was_sent_as_it_stands_is_read_once_and_not_written(
    formset_of, django_assert_num_queries
):
    formset = formset_of()
    with django_assert_num_queries(1):
        assert formset.is_valid()
        assert formset.save() == []


def test_row_that_changes_in_its_place_is_written_alone(
    formset_of, django_assert_num_queries, entry
):
    formset = formset_of(**{"1_wording": "Annonse"})
    assert formset.is_valid()
    with django_assert_num_queries(1):
        formset.save()
    assert entry.activitylinks.get(position=2).wording == "Annonse"


def test_rows_change_places(formset_of, entry):
    formset = formset_of(**{"0_order": 3, "2_order": 1})
    assert formset.is_valid()
    formset.save()
    assert rows(entry) == [(1, "brosjyrar"), (2, "annonsering"), (3, "brev")]


def test_rows_change_terms(formset_of, entry):
    first, second, _third = entry.activitylinks.all()
    formset = formset_of(**{"0_term": second.term_id, "1_term": first.term_id})
    assert formset.is_valid(), formset.errors
    formset.save()
    assert rows(entry) == [(1, "annonsering"), (2, "brev"), (3, "brosjyrar")]


def test_list_closes_up_round_a_row_that_is_taken_out_and_takes_a_new_one_first(formset_of, entry):
    new = Activity.objects.get(slug="bustad").pk
    formset = formset_of(rows=4, **{"0_DELETE": "on", "3_term": new, "3_order": 0, "3_wording": ""})
    assert formset.is_valid(), formset.errors
    formset.save()
    assert rows(entry) == [(1, "bustad"), (2, "annonsering"), (3, "brosjyrar")]


def test_list_with_a_gap_closes_up(formset_of, entry):
    entry.activitylinks.filter(position=3).update(position=7)
    formset = formset_of()
    assert formset.is_valid()
    formset.save()
    assert [position for position, _slug in rows(entry)] == [1, 2, 3]


def test_row_that_changed_is_still_held_to_the_rules(formset_of):
    formset = formset_of(**{"0_wording": "x" * 301, "1_term": 0})
    assert [sorted(errors) for errors in formset.errors] == [["wording"], ["term"], []]


def test_row_of_another_entry_is_none_of_this_list(formset_of, entry):
    other = make_initiative(activities=["bustad"]).activitylinks.get()
    formset = formset_of(**{"0_id": other.pk})
    assert not formset.is_valid()
