"""What an entry does by itself on the day that was set for it: is published, or archived."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from initiatives.desk.editing import history, workflow
from initiatives.models import Initiative, Status, Step


@dataclass(frozen=True)
class Outcome:
    """What came of an entry's date: the step that was taken, or why it could not be."""

    title: str
    step: Step
    why_not: str = ""


def act_on_dates(today: date) -> Iterator[Outcome]:
    """Takes every step whose day has come, each in a transaction of its own.

    May be repeated, and run twice at once: a step that another has taken meanwhile is not taken
    again.
    """
    is_due = Q(publish_on__lte=today) & ~Q(status=Status.PUBLISHED)
    is_over = Q(unpublish_on__lte=today, status=Status.PUBLISHED)
    for key in list(
        Initiative.objects.filter(is_due | is_over).order_by("pk").values_list("pk", flat=True)
    ):
        outcome = _act(key, today)
        if outcome:
            yield outcome


def _act(key: int, today: date) -> Outcome | None:
    with transaction.atomic():
        try:
            entry = history.locked(key)
        except Initiative.DoesNotExist:
            return None
        step = step_due(entry, today)
        if step is None:
            return None
        try:
            workflow.take(entry, step, None)
        except ValidationError as error:
            return Outcome(str(entry), step, " ".join(error.messages))
    return Outcome(str(entry), step)


def why_overdue(entry: Initiative, today: date) -> str:
    """Why an entry was not published or archived on its day, in words; empty before that day."""
    day = entry.unpublish_on if entry.is_public else entry.publish_on
    if day is None or day >= today:
        return ""
    try:
        workflow.check_stored(entry, step_due(entry, today) or "")
    except ValidationError as error:
        return " ".join(error.messages)
    return gettext("The program that does it has not run since. Tell the one who runs the server.")


def step_due(entry: Initiative, today: date) -> Step | None:
    """The step whose day has come; only archiving, for an entry whose time was over before."""
    is_due = entry.publish_on is not None and entry.publish_on <= today and not entry.is_public
    is_over = entry.unpublish_on is not None and entry.unpublish_on <= today
    if is_over and (entry.is_public or is_due):
        return Step.ARCHIVE
    if is_due:
        return entry.publishing_step
    return None
