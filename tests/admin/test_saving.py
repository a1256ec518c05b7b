"""The steps of saving an entry, each alone."""

import pytest
from django.contrib.auth.models import AnonymousUser

from initiatives.admin import saving
from initiatives.admin.attempt import Tried
from initiatives.admin.presence import note_open
from initiatives.desk.editing import copies, history
from initiatives.desk.editing.state import State
from initiatives.models import FormerSlug, Initiative, OpenForm, WorkflowStep
from tests.admin.attempts import attempt_at, saving_of
from tests.admin.forms import save
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(publisher):
    return publisher.user


@pytest.fixture
def draft(reference_data):
    return InitiativeFactory(status="draft", lead_nn="Før", owner="Før")


@pytest.fixture
def saved(user, draft):
    """What is saved of the draft, with what was sent."""
    return lambda form=None, **sent: saving_of(attempt_at(draft, user, **sent), draft, **form or {})


def versions(entry):
    return [history.KeptVersion(revision).what for revision in history.versions_of(entry)]


def test_catching_up_keeps_what_was_changed_elsewhere_once(saved, draft):
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Frå ein kommando")
    saving.catch_up(saved())
    saving.catch_up(saved())
    [version] = history.versions_of(draft)
    assert history.KeptVersion(version).state.fields["lead_nn"] == "Frå ein kommando"


def test_new_entry_has_nothing_to_catch_up_with(user, reference_data):
    saving.catch_up(saving_of(attempt_at(None, user), InitiativeFactory.build(status="draft")))
    assert not history.deleted().exists()


@pytest.mark.parametrize(
    ("step", "status"),
    [("", "draft"), ("submit", "in-review"), ("publish", "published"), ("publish-change", "draft")],
)
def test_status_is_that_of_the_step_of_the_entry_itself(saved, draft, step, status):
    saving.set_status(saved(_step=step))
    assert draft.status == status


def test_trial_takes_no_step(user, draft):
    attempt = attempt_at(draft, user, _step="publish")
    attempt.look = State.of
    saving.set_status(saving_of(attempt, draft))
    assert draft.status == "draft"


def test_new_entry_is_signed_by_who_adds_it(user, reference_data):
    entry = InitiativeFactory.build(status="draft")
    saving.save_fields(saving_of(attempt_at(None, user), entry))
    assert Initiative.objects.get().drafted_by == user


def test_entry_stays_the_draft_of_who_began_it(saved, draft, writer):
    draft.drafted_by = writer.user
    before = draft.changed_at
    saving.save_fields(saved())
    draft.refresh_from_db()
    assert (draft.drafted_by, draft.changed_at > before) == (writer.user, True)


@pytest.mark.parametrize(("changed", "former"), [(["slug"], ["gammal"]), (["lead_nn"], [])])
def test_old_address_is_kept_where_it_was_changed(saved, changed, former):
    saving.keep_old_address(saved({"changed_data": changed, "initial": {"slug": "gammal"}}))
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == former


def test_chosen_parts_of_theirs_are_put_in_the_place_of_mine(user, draft):
    attempt = attempt_at(draft, user, take="lead_nn").over_theirs()
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Min", owner="Min")
    saving.take_theirs(saving_of(attempt, Initiative.objects.get(pk=draft.pk)))
    draft.refresh_from_db()
    assert (draft.lead_nn, draft.owner) == ("Før", "Min")


def test_nothing_of_theirs_is_taken_unasked(user, draft):
    attempt = attempt_at(draft, user, take="lead_nn")
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Min")
    saving.take_theirs(saving_of(attempt, Initiative.objects.get(pk=draft.pk)))
    draft.refresh_from_db()
    assert draft.lead_nn == "Min"


def test_step_is_noted_with_what_was_before_and_what_was_said(user, draft):
    attempt = attempt_at(draft, user, _step="submit")
    draft.status = "in-review"
    saving.note_step(saving_of(attempt, draft, cleaned_data={"comment": " Sjå på det "}))
    noted = WorkflowStep.objects.get()
    assert (noted.from_status, noted.to_status, noted.user, noted.comment) == (
        "draft",
        "in-review",
        user,
        "Sjå på det",
    )


def test_saving_without_a_step_notes_none(saved):
    saving.note_step(saved())
    assert not WorkflowStep.objects.exists()


def test_only_the_form_of_who_saves_is_closed(saved, draft, user, writer):
    note_open(draft, user)
    note_open(draft, writer.user)
    saving.close_form(saved())
    assert OpenForm.objects.get().user == writer.user


def test_change_is_published_in_its_entry(user, reference_data):
    entry = make_initiative(lead_nn="Før")
    copy = copies.start(entry, user)
    Initiative.objects.filter(pk=copy.pk).update(lead_nn="Etter")
    attempt = attempt_at(copy, user, _step="publish-change")
    saving.publish_change(saving_of(attempt, copy))
    entry.refresh_from_db()
    assert (attempt.published, entry.lead_nn) == (entry, "Etter")


def test_nothing_is_published_without_that_step(saved):
    asked = saved(_step="publish")
    saving.publish_change(asked)
    assert asked.attempt.published is None


@pytest.mark.parametrize(("step", "what"), [("", "Endra"), ("publish", "Publisert")])
def test_version_says_by_doing_what_it_came_to_be(user, draft, step, what):
    attempt = attempt_at(draft, user, _step=step)
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Etter")
    saving.keep_version(saving_of(attempt, draft))
    assert versions(draft) == [what]


def test_no_version_is_kept_of_what_says_the_same(saved, draft):
    saving.keep_version(saved())
    assert versions(draft) == []


def test_no_version_is_kept_of_a_trial(user, draft):
    attempt = attempt_at(draft, user)
    attempt.look = State.of
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Prøvd")
    saving.keep_version(saving_of(attempt, draft))
    assert versions(draft) == []


def test_no_version_is_kept_of_a_change_that_was_published(user, draft):
    attempt = attempt_at(draft, user)
    attempt.published = draft
    Initiative.objects.filter(pk=draft.pk).update(lead_nn="Teken inn")
    saving.keep_version(saving_of(attempt, draft))
    assert versions(draft) == []


def test_trial_ends_with_what_was_seen(user, draft):
    attempt = attempt_at(draft, user)
    attempt.look = lambda entry: entry.lead_nn
    with pytest.raises(Tried) as tried:
        saving.end_trial(saving_of(attempt, draft))
    assert tried.value.result == "Før"


def test_what_is_no_trial_goes_on(saved):
    assert saving.end_trial(saved()) is None


def test_stranger_has_no_entry_to_save(draft):
    attempt = attempt_at(draft, AnonymousUser())
    assert (attempt.entry, attempt.before) == (None, None)


def test_version_kept_by_the_form_is_what_the_database_says(editor, full_draft):
    for typed in (
        {"lead_nn": "Etter", "slug": "eit-anna"},
        {"activitylinks-0-order": "4", "projects-1-DELETE": "on"},
        {"targetgrouplinks-0-wording": "Dei unge", "contacts-0-order": "2"},
    ):
        save(editor, full_draft, **typed)
        kept = history.last_version(full_draft).state
        assert kept == State.of(full_draft)
        assert [
            [row.position for row in kept.lists[name]] for name in ("activitylinks", "contacts")
        ] == [[1, 2, 3, 4], [1, 2, 3]]


def test_list_that_closes_up_a_gap_is_kept_as_it_stands(editor, full_draft):
    full_draft.contacts.filter(position=3).update(position=7)
    save(editor, full_draft, lead_nn="Etter")
    kept = history.last_version(full_draft).state.lists["contacts"]
    assert [row.position for row in kept] == [1, 2, 3]
