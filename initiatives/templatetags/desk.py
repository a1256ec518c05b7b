"""Tags of the editors' desk: what waits for a person, with the list of just that; changed texts;
and the parts of the form of an entry, which are given much of what its page knows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.template import RequestContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from initiatives.desk.editing import workflow
from initiatives.models import ConfirmationRequest, Initiative, InitiativeQuerySet

register = template.Library()

ENTRY_FOLDER = "admin/initiatives/initiative"


@dataclass(frozen=True)
class DeskLink:
    """A list of entries to work on, and how many they are."""

    label: str
    url: str
    number: int


@register.simple_tag
def desk_links(user: Any) -> list[DeskLink]:
    """What waits for somebody who may write entries: two queries, three more for those who publish.

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


# Pieces of a changed text by what happened to them. Their white space is shown, so no template may
# add any.
_IN_A_FILE = {"out": "<del>{}</del>", "in": "<ins>{}</ins>"}
_HIDDEN = '<span class="visually-hidden">{}[{}]{}</span>'
_IN_AN_ENTRY = {"deleted": "<del>{}{}{}</del>", "inserted": "<ins>{}{}{}</ins>"}


@register.simple_tag
def changed_by_file(pieces: Iterable[Any]) -> SafeString:
    """Text with what a file would take out and put in."""
    marked = [format_html(_IN_A_FILE.get(piece.kind, "{}"), piece.text) for piece in pieces]
    return mark_safe("".join(marked))  # noqa: S308 - all by format_html


@register.simple_tag
def changed_in_entry(pieces: Iterable[Any]) -> SafeString:
    """Text with what was taken out and put in; the words in between tell screen readers."""
    starts = {
        "deleted": format_html(_HIDDEN, "", _("taken out"), " "),
        "inserted": format_html(_HIDDEN, "", _("put in"), " "),
    }
    end = format_html(_HIDDEN, " ", _("end"), "")
    marked = [
        format_html(_IN_AN_ENTRY[piece.kind], starts[piece.kind], piece.text, end)
        if piece.kind in starts
        else format_html("<span>{}</span>", piece.text)
        for piece in pieces
    ]
    return mark_safe("".join(marked))  # noqa: S308 - all by format_html


@register.inclusion_tag(f"{ENTRY_FOLDER}/status.html", takes_context=True)
def entry_status(context: RequestContext) -> dict[str, Any]:
    """Where the entry is on its way, and who is working on it."""
    names = ("steps", "presence", "why_overdue", "moves", "revised", "working_copy")
    return _of_the_form(context, *names)


@register.inclusion_tag(f"{ENTRY_FOLDER}/unsaved.html", takes_context=True)
def entry_unsaved(context: RequestContext) -> dict[str, Any]:
    """What was typed in this browser and not saved."""
    return _of_the_form(context, "user")


@register.inclusion_tag(f"{ENTRY_FOLDER}/conflict.html", takes_context=True)
def entry_conflict(context: RequestContext, refusal: str) -> dict[str, Any]:
    """What the entry and a change of it have in different ways."""
    return _of_the_form(context, "conflict", "settled") | {"refusal": refusal}


@register.inclusion_tag(f"{ENTRY_FOLDER}/next.html", takes_context=True)
def entry_next(context: RequestContext, comment: Any) -> dict[str, Any]:
    """What can be done with the entry from here; `comment` is the form's field for one."""
    given = _of_the_form(context, "moves", "may_begin_change", "working_copy")
    return given | {"comment": comment, "is_new": context["add"]}


def _of_the_form(context: RequestContext, *names: str) -> dict[str, Any]:
    """Those of the page's values, the entry (none for a new one), and whether it may be written."""
    given = {name: context.get(name, "") for name in names}
    return given | {
        "entry": context.get("original", ""),
        "can_write": context["has_change_permission"],
    }
