"""The lists of an entry's form, each alone: what is asked and written when it is saved."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import RequestFactory

from initiatives.admin.inlines import ActivityInline
from initiatives.desk.editing import history
from initiatives.desk.editing.state import State
from initiatives.models import Activity, Initiative
from tests.admin.forms import change_page, filled_form, save
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


def test_row_takes_the_term_of_one_that_goes(formset_of, entry):
    third = entry.activitylinks.get(position=3)
    formset = formset_of(**{"0_term": third.term_id, "2_DELETE": "on"})
    assert formset.is_valid(), formset.errors
    formset.save()
    assert rows(entry) == [(1, "brosjyrar"), (2, "annonsering")]


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


@pytest.fixture
def client_who_may(client, django_user_model):
    """Signs in somebody who may change entries, and do with their activities what is named."""

    def sign_in(*actions):
        user = django_user_model.objects.create_user("eigen", is_staff=True)
        names = [f"{action}_activitylink" for action in actions]
        user.user_permissions.set(
            Permission.objects.filter(codename__in=[*names, "view_initiative", "change_initiative"])
        )
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.parametrize("may", [["view"], ["view", "delete"], []])
def test_list_that_may_not_be_changed_stays_when_the_rest_is_saved(may, client_who_may, entry):
    Initiative.objects.filter(pk=entry.pk).update(status="draft")
    save(client_who_may(*may), entry, lead_nn="Ny", **{"activitylinks-0-wording": "Ny"})
    assert entry.lead_nn == "Ny"
    assert [link.wording for link in entry.activitylinks.all()] == [""] * 3


@pytest.mark.parametrize(("may", "place"), [(["add"], 1), (["view", "add"], 4)])
def test_row_of_somebody_who_may_only_add_is_kept(may, place, client_who_may, entry):
    Initiative.objects.filter(pk=entry.pk).update(status="draft")
    client = client_who_may(*may)
    at = filled_form(client, change_page(entry))["activitylinks-TOTAL_FORMS"]
    new = {"id": "", "term": Activity.objects.get(slug="bustad").pk, "wording": "", "order": ""}
    typed = {f"activitylinks-{at}-{name}": value for name, value in new.items()}
    save(client, entry, **typed, **{"activitylinks-TOTAL_FORMS": str(int(at) + 1)})
    assert [position for position, _slug in rows(entry)] == [1, 2, 3, 4]
    assert entry.activitylinks.get(term__slug="bustad").position == place
    assert history.last_version(entry).state == State.of(entry)


def test_row_that_goes_is_gone_from_the_version_of_somebody_who_may_not_change(
    client_who_may, entry
):
    Initiative.objects.filter(pk=entry.pk).update(status="draft")
    save(client_who_may("view", "delete"), entry, **{"activitylinks-2-DELETE": "on"})
    assert rows(entry) == [(1, "brev"), (2, "annonsering")]
    assert history.last_version(entry).state == State.of(entry)
