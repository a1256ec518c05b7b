"""Entries are published and archived on their day, once, whoever runs the command and how often."""

import threading
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from initiatives.desk.editing import copies, history
from initiatives.desk.editing.dates import act_on_dates
from initiatives.models import Initiative, WorkflowStep
from tests.factories import InitiativeFactory

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def act():
    return [(outcome.step, outcome.title, bool(outcome.why_not)) for outcome in act_on_dates(TODAY)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("entry", "status"),
    [
        ({"status": "draft", "publish_on": TODAY}, "published"),
        ({"status": "in-review", "publish_on": YESTERDAY}, "published"),
        ({"status": "archived", "publish_on": TODAY}, "published"),
        ({"status": "draft", "publish_on": TOMORROW}, "draft"),
        ({"status": "published", "unpublish_on": TODAY}, "archived"),
        ({"status": "published", "unpublish_on": TOMORROW}, "published"),
        ({"status": "draft", "unpublish_on": YESTERDAY}, "draft"),
        ({"status": "draft", "publish_on": YESTERDAY, "unpublish_on": TODAY}, "archived"),
        ({"status": "draft"}, "draft"),
    ],
)
def test_status_on_the_day(entry, status):
    made = InitiativeFactory(**entry)
    act()
    made.refresh_from_db()
    assert made.status == status


@pytest.mark.django_db
def test_second_run_does_nothing():
    entry = InitiativeFactory(status="draft", publish_on=TODAY)
    assert (len(act()), len(act())) == (1, 0)
    assert (history.versions_of(entry).count(), WorkflowStep.objects.count()) == (2, 1)


@pytest.mark.django_db
def test_entry_that_cannot_be_published_is_told_and_the_rest_is_done():
    InitiativeFactory(status="draft", title_nn="", title_nb="Hjem", slug="a", publish_on=TODAY)
    InitiativeFactory(status="draft", title_nn="Heim", publish_on=TODAY)
    assert act() == [("publish", "Hjem", True), ("publish", "Heim", False)]


@pytest.mark.django_db
def test_change_is_published_on_its_day(tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(title_nn="Ny tittel", publish_on=TODAY)
    act()
    tokke.refresh_from_db()
    assert (tokke.title_nn, tokke.publish_on, Initiative.objects.count()) == ("Ny tittel", None, 1)


@pytest.mark.django_db
def test_change_where_its_entry_has_changed_the_same_is_told_and_waits(tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(publish_on=TODAY, lead_nn="I endringa")
    Initiative.objects.filter(pk=tokke.pk).update(lead_nn="I tiltaket")
    assert [failed for _, _, failed in act()] == [True]
    assert Initiative.objects.filter(pk=copy.pk).exists()


@pytest.mark.django_db
def test_entry_taken_from_readers_by_hand_is_not_published_again(admin_user):
    entry = InitiativeFactory(status="draft", publish_on=TODAY)
    act()
    Initiative.objects.filter(pk=entry.pk).update(status="draft")
    assert act() == []


@pytest.mark.django_db
def test_command_tells_what_it_did():
    InitiativeFactory(status="draft", title_nn="Heim", publish_on=timezone.localdate())
    InitiativeFactory(
        status="draft", title_nn="", title_nb="Hjem", slug="a", publish_on=timezone.localdate()
    )
    out, err = StringIO(), StringIO()
    call_command("publish_due", stdout=out, stderr=err)
    assert ("Heim" in out.getvalue(), "Hjem" in err.getvalue()) == (True, True)


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_take_each_step_once():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection")
    for _ in range(5):
        InitiativeFactory(status="draft", publish_on=TODAY)
    done = []

    def run():
        try:
            done.extend(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(done), WorkflowStep.objects.count()) == (5, 5)
