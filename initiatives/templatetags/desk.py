"""Tags of the editors' desk: what waits for a person, with the list of just that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.editing import workflow
from initiatives.models import ConfirmationRequest, Initiative, InitiativeQuerySet

register = template.Library()


@dataclass(frozen=True)
class DeskLink:
    """A list of entries to work on, and how many they are."""

    label: str
    url: str
    number: int


@register.simple_tag
def desk_links(user: Any) -> list[DeskLink]:
    """What waits for somebody who may write entries: two queries, and three more for who publishes.

    What is hardly ever there is told of only when it is.
    """
    if not user.has_perm(workflow.CHANGE):
        return []
    entries = Initiative.objects.all()
    links = [
        _link(_("My drafts"), _entries("mine"), entries.drafts_of(user)),
        _link(_("Sent back to you"), _entries("back"), workflow.sent_back(entries, user)),
    ]
    if user.has_perm(workflow.PUBLISH):
        links += _links_of_publisher(user, entries)
    return links


def _links_of_publisher(user: Any, entries: InitiativeQuerySet) -> Iterator[DeskLink]:
    yield _link(_("To review"), _entries("review"), entries.in_review())
    if user.has_perm("initiatives.change_confirmationrequest"):
        answers = reverse("admin:initiatives_confirmationrequest_changelist")
        yield _link(_("Answers waiting"), answers, ConfirmationRequest.objects.to_look_at())
    overdue = _link(
        _("Not published or archived on its day"),
        _entries("overdue"),
        entries.overdue(timezone.localdate()),
    )
    if overdue.number:
        yield overdue


def _entries(work: str) -> str:
    return f"{reverse('admin:initiatives_initiative_changelist')}?work={work}"


def _link(label: str, url: str, rows: QuerySet[Any]) -> DeskLink:
    return DeskLink(label, url, rows.count())
