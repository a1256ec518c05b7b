"""What the page of a form shows beside the fields, each part alone."""

import pytest

from initiatives.admin import form_page
from initiatives.admin.attempt import Attempt
from initiatives.admin.presence import note_open
from initiatives.desk.editing import copies
from initiatives.desk.editing.state import State
from initiatives.models import Initiative, OpenForm
from tests.admin.attempts import attempt_at
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(publisher):
    return publisher.user


@pytest.fixture
def shown(user):
    """The attempt of somebody who only looks."""

    def look(person=user) -> Attempt:
        attempt = attempt_at(None, person)
        attempt.request.method = "GET"
        return attempt

    return look


@pytest.fixture
def draft(reference_data):
    return InitiativeFactory(status="draft")


def test_form_that_is_opened_is_made_of_the_version_that_there_is(shown, draft):
    assert form_page.version(shown(), draft)["opened"] == State.of(draft).digest


def test_form_that_was_sent_is_still_made_of_what_it_was(user, draft):
    facts = form_page.version(attempt_at(draft, user, opened="ein annan", over="ein tredje"), draft)
    assert (facts["opened"], facts["over"]) == ("ein annan", "ein tredje")


def test_who_may_not_write_has_no_version_to_save_over(shown, writer, reference_data):
    entry = make_initiative()
    assert form_page.version(shown(writer.user), entry) == {}
    assert form_page.others(shown(writer.user), entry) == {}
    assert not OpenForm.objects.exists()


def test_entry_leads_to_the_change_of_it(shown, user, reference_data):
    entry = make_initiative()
    copy = copies.start(entry, user)
    assert form_page.change(shown(), entry) == {"working_copy": copy, "may_begin_change": True}
    assert form_page.change(shown(), copy)["revised"] == entry


def test_choices_of_another_version_of_the_entry_are_not_shown(user, reference_data):
    copy = copies.start(make_initiative(lead_nn="Før"), user)
    Initiative.objects.filter(pk=copy.revises_id).update(lead_nn="Etter")
    chosen = {"settle-lead_nn": "mine", "over_entry": "ein annan"}
    facts = form_page.change(attempt_at(copy, user, **chosen), copy)
    assert (facts["conflict"] is not None, facts["settled"].mine) == (True, frozenset())


def test_others_who_have_it_open_are_named_and_one_is_noted_oneself(shown, user, writer, draft):
    note_open(draft, writer.user)
    assert str(writer.user) in form_page.others(shown(), draft)["presence"]
    assert OpenForm.objects.filter(user=user).count() == 1


def test_new_entry_may_be_sent_to_review_or_published(shown, reference_data):
    facts = form_page.way(shown(), None)
    assert {name: [str(move.step) for move in moves] for name, moves in facts.items()} == {
        "moves": ["submit", "publish"]
    }


def test_each_fact_has_one_name(shown, draft):
    facts = [part(shown(), draft) for part in form_page.SHOWN]
    assert len(form_page.shown_with(shown(), draft)) == sum(map(len, facts))
