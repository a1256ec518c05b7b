"""The ways that a form of an entry may go, each alone; and the attempt that goes them."""

import pytest
from django.http import Http404, HttpResponse

from initiatives.admin import ways
from initiatives.desk.editing import copies
from initiatives.desk.editing.state import State
from initiatives.models import Initiative
from tests.admin.attempts import STOCK, answered, attempt_at
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(publisher):
    return publisher.user


@pytest.fixture
def draft(reference_data):
    return InitiativeFactory(status="draft", lead_nn="Før")


@pytest.fixture
def changed(user, reference_data):
    """A change of a published entry, both of which have another lead than before."""
    entry = make_initiative(lead_nn="Før")
    copy = copies.start(entry, user)
    Initiative.objects.filter(pk=copy.pk).update(lead_nn="Endra her")
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Endra der")
    return Initiative.objects.get(pk=copy.pk)


def digest(entry):
    return State.of(entry).digest


def writing(**values):
    """In the place of Django's view: writes in the entry, and ends a trial when it has."""

    def stock(attempt):
        Initiative.objects.filter(pk=attempt.entry.pk).update(**values)
        return answered(attempt)

    return stock


# The attempt


def test_trial_tells_what_it_saw_and_leaves_nothing(user, draft):
    attempt = attempt_at(draft, user, writing(lead_nn="Prøvd"))
    seen = attempt.try_out(State.of)
    assert (seen.fields["lead_nn"], State.of(draft).fields["lead_nn"]) == ("Prøvd", "Før")


def test_trial_of_a_form_with_a_mistake_is_the_answer_that_tells_it(user, draft):
    answer = attempt_at(draft, user, lambda attempt: HttpResponse("Feil")).try_out(State.of)
    assert answer.content.decode() == "Feil"


def test_trial_takes_no_step_and_is_not_the_attempt_itself(user, draft):
    steps = []

    def stock(attempt):
        steps.append((attempt.step, attempt.is_trial))
        return HttpResponse()

    attempt = attempt_at(draft, user, stock, _step="publish")
    attempt.try_out(State.of)
    attempt.carry_out()
    assert steps == [("", True), ("publish", False)]


def test_form_is_stale_until_it_is_saved_over_theirs(user, draft):
    attempt = attempt_at(draft, user, opened="ein annan", take="lead_nn")
    over = attempt.over_theirs()
    assert (attempt.is_stale, over.is_stale, over.taken) == (True, False, {"lead_nn"})


def test_form_of_the_version_that_there_is_is_not_stale(user, draft):
    assert not attempt_at(draft, user, opened=digest(draft)).is_stale


@pytest.mark.parametrize("key", ["", "x", "9" * 40, "404"])
def test_no_entry_behind_an_address_without_one(user, reference_data, key):
    class Nowhere:
        pk = key

    assert attempt_at(Nowhere, user).entry is None


def test_what_one_may_not_write_in_is_no_entry_of_the_attempt(writer, reference_data):
    assert attempt_at(make_initiative(), writer.user).entry is None


# The ways


def test_form_that_asks_for_nothing_else_is_saved(user, draft):
    attempt = attempt_at(draft, user, opened=digest(draft))
    assert [way(attempt) is None for way in ways.WAYS] == [True, True, True, True, False]
    assert ways.answer(attempt).content.decode() == STOCK


def test_stale_form_is_refused_with_both_versions(user, draft):
    attempt = attempt_at(draft, user, writing(lead_nn="Min"), opened="ein annan")
    assert ways.see_theirs(attempt) is None
    [choice] = attempt.collision.choices
    assert (choice.difference.before, choice.difference.after) == ("Før", "Min")
    assert attempt.refusal.startswith("Nokon annan")


def test_stale_form_that_says_the_same_as_theirs_goes_on(user, draft):
    attempt = attempt_at(draft, user, opened="ein annan")
    assert ways.see_theirs(attempt) is None
    assert (attempt.collision, attempt.refusal) == (None, "")


def test_stale_form_with_a_mistake_tells_that_first(user, draft):
    attempt = attempt_at(draft, user, lambda attempt: HttpResponse("Feil"), opened="ein annan")
    assert ways.see_theirs(attempt).content.decode() == "Feil"
    assert attempt.collision is None


def test_stale_form_is_saved_over_the_version_that_was_seen(user, draft):
    seen = []

    def stock(attempt):
        seen.append(attempt)
        return HttpResponse(STOCK)

    sent = {"opened": "ein annan", "over": digest(draft), "take": "lead_nn"}
    answer = ways.see_theirs(attempt_at(draft, user, stock, **sent))
    assert answer.content.decode() == STOCK
    assert [(one.is_trial, one.taken) for one in seen] == [(False, {"lead_nn"})]


def test_preview_is_of_what_was_typed_and_stores_nothing(user, draft):
    attempt = attempt_at(draft, user, writing(lead_nn="Prøvd ingress"), _preview="1")
    page = ways.preview_unsaved(attempt).content.decode()
    draft.refresh_from_db()
    assert ("Prøvd ingress" in page, draft.lead_nn) == (True, "Før")


def test_what_was_typed_is_kept_as_a_change(user, reference_data):
    entry = make_initiative(lead_nn="Før")
    attempt = attempt_at(entry, user, writing(lead_nn="Etter"), _as_draft="1")
    answer = ways.keep_as_draft(attempt)
    copy = Initiative.objects.get(revises=entry)
    entry.refresh_from_db()
    assert (answer.status_code, copy.lead_nn, entry.lead_nn) == (302, "Etter", "Før")


def test_second_change_of_an_entry_is_refused(user, changed):
    attempt = attempt_at(changed.revises, user, _as_draft="1")
    assert ways.keep_as_draft(attempt) is None
    assert attempt.refusal.startswith("Det finst alt ei endring")


def test_what_no_reader_sees_has_no_change(user, draft):
    with pytest.raises(Http404):
        ways.keep_as_draft(attempt_at(draft, user, _as_draft="1"))


def test_change_that_both_have_made_is_refused_with_what_differs(user, changed):
    attempt = attempt_at(changed, user, _step="publish-change")
    assert ways.try_publishing(attempt) is None
    assert [choice.difference.name for choice in attempt.conflict.to_settle] == ["lead_nn"]
    assert attempt.refusal
    assert Initiative.objects.filter(pk=changed.pk).exists()


def test_change_that_is_settled_goes_on(user, changed):
    seen = {"over_entry": digest(changed.revises), "settle-lead_nn": "mine"}
    attempt = attempt_at(changed, user, _step="publish-change", **seen)
    assert (ways.try_publishing(attempt), attempt.refusal) == (None, "")


def test_change_of_what_the_entry_still_is_needs_no_trial(user, reference_data):
    copy = copies.start(make_initiative(), user)
    attempt = attempt_at(copy, user, lambda attempt: pytest.fail("tried"), _step="publish-change")
    assert ways.try_publishing(attempt) is None
