"""Who may take which step, and what a step leaves behind."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from initiatives.desk.editing import copies, history, workflow
from initiatives.models import Initiative
from tests.factories import InitiativeFactory
from tests.reference_data import make_roles

pytestmark = pytest.mark.django_db

STEPS = {
    "draft": ["submit", "publish", "archive"],
    "in-review": ["send-back", "publish", "archive"],
    "published": ["unpublish", "archive"],
    "archived": ["publish", "reopen"],
}
WRITER_STEPS = {"draft": ["submit"], "in-review": ["withdraw"], "published": [], "archived": []}


@pytest.mark.parametrize("status", STEPS)
@pytest.mark.parametrize(("role", "steps"), [("writer", WRITER_STEPS), ("publisher", STEPS)])
def test_steps_of_a_role(person, role, steps, status):
    entry = InitiativeFactory(status=status)
    assert [move.step for move in workflow.moves_for(person(role), entry)] == steps[status]


@pytest.mark.parametrize(
    ("status", "may"),
    [("draft", True), ("in-review", False), ("published", False), ("archived", False)],
)
def test_writer_changes_drafts_only(person, status, may):
    entry = InitiativeFactory(status=status)
    assert (
        workflow.may_change(person("writer"), entry),
        workflow.may_change(person("publisher"), entry),
    ) == (
        may,
        True,
    )


def test_writer_does_not_change_what_a_date_publishes(person):
    assert not workflow.may_change(
        person("writer"), InitiativeFactory(status="draft", publish_on="2030-01-01")
    )


def test_step_leaves_who_when_and_what_was_said(person):
    entry, user = InitiativeFactory(status="in-review"), person("publisher")
    workflow.take(entry, "send-back", user, "Kva kosta det?")
    step = entry.steps.get()
    assert (step.user, step.from_status, step.to_status, step.comment) == (
        user,
        "in-review",
        "draft",
        "Kva kosta det?",
    )
    assert history.last_version(entry).comment == "Kva kosta det?"


def test_sending_back_without_a_comment_is_refused(person):
    with pytest.raises(ValidationError) as refused:
        workflow.take(InitiativeFactory(status="in-review"), "send-back", person("publisher"), "  ")
    assert list(refused.value.message_dict) == ["comment"]


@pytest.mark.parametrize(
    "step", ["publish", "archive", "unpublish", "send-back", "finst-ikkje", ""]
)
def test_writer_is_refused_what_publishers_do(person, step):
    entry = InitiativeFactory(status="draft")
    with pytest.raises(PermissionDenied):
        workflow.take(entry, step, person("writer"), "x")
    entry.refresh_from_db()
    assert entry.status == "draft"


def test_step_from_a_status_that_the_entry_no_longer_has_is_refused(person):
    with pytest.raises(ValidationError):
        workflow.take(InitiativeFactory(status="published"), "submit", person("publisher"))


def test_entry_without_a_title_is_not_published(person):
    entry = InitiativeFactory(status="draft", title_nn="", title_nb="Hjem", slug="x")
    with pytest.raises(ValidationError) as refused:
        workflow.take(entry, "publish", person("publisher"))
    assert list(refused.value.message_dict) == ["title_nn"]


def test_taking_from_readers_forgets_the_dates(person):
    entry = InitiativeFactory(publish_on="2030-01-01", unpublish_on="2030-02-01")
    workflow.take(entry, "unpublish", person("publisher"))
    entry.refresh_from_db()
    assert (entry.status, entry.publish_on, entry.unpublish_on) == ("draft", None, None)


@pytest.mark.parametrize("role", ["writer", "publisher", "administrator"])
def test_role_has_what_its_pages_ask_for(person, role):
    user = person(role)
    allowed = {
        "initiatives.add_initiative": True,
        "initiatives.change_activitylink": True,
        "initiatives.view_activity": True,
        "initiatives.change_activity": role != "writer",
        "initiatives.publish_initiative": role != "writer",
        "initiatives.delete_initiative": role != "writer",
        "auth.change_user": role == "administrator",
    }
    assert {name: user.has_perm(name) for name in allowed} == allowed


def test_roles_may_be_made_again(db):
    before = {group.name: group.permissions.count() for group in Group.objects.all()}
    Group.objects.get(name="writer").permissions.clear()
    own = Permission.objects.get(codename="view_session")
    Group.objects.get(name="writer").permissions.add(own)
    make_roles(apps, connection.schema_editor())
    after = {group.name: group.permissions.count() for group in Group.objects.all()}
    assert after == before | {"writer": before["writer"] + 1}


def test_drafts_and_what_is_to_be_reviewed(person):
    user = person("writer")
    mine = InitiativeFactory(status="draft", drafted_by=user)
    InitiativeFactory(status="draft")
    sent = InitiativeFactory(status="in-review", drafted_by=user)
    assert (list(Initiative.objects.drafts_of(user)), list(Initiative.objects.in_review())) == (
        [mine],
        [sent],
    )


@pytest.mark.parametrize(
    ("status", "steps"),
    [("draft", ["submit", "publish-change"]), ("in-review", ["send-back", "publish-change"])],
)
def test_change_is_published_as_one_and_never_archived(person, status, steps):
    change = InitiativeFactory(status=status, revises=InitiativeFactory())
    assert [move.step for move in workflow.moves_for(person("publisher"), change)] == steps
    moves = {
        after: workflow.move_between(change, status, after) for after in ("published", "archived")
    }
    assert moves == {"published": None, "archived": None}


def test_change_that_must_be_settled_is_refused_as_any_step_is(person, reference_data):
    entry = InitiativeFactory(title_nn="Før")
    change = copies.start(entry, None)
    for row, title in ((change, "I endringa"), (entry, "I tiltaket")):
        Initiative.objects.filter(pk=row.pk).update(title_nn=title)
    with pytest.raises(ValidationError) as refused:
        workflow.take(change, "publish-change", person("publisher"))
    [told] = refused.value.messages
    assert "Tittel [nn]" in told
