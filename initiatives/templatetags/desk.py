"""Tags of the editors' desk: what waits for a person, with the list of just that."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.editing import workflow
from initiatives.models import Initiative

register = template.Library()


@dataclass(frozen=True)
class DeskLink:
    """A list of entries to work on, and how many they are."""

    label: str
    url: str
    number: int


@register.simple_tag
def desk_links(user: Any) -> list[DeskLink]:
    """For who may write entries: what they have begun, and what is to be reviewed. Two queries."""
    if not user.has_perm(workflow.CHANGE):
        return []
    entries = reverse("admin:initiatives_initiative_changelist")
    kinds = [
        (_("My drafts"), "mine", Initiative.objects.drafts_of(user)),
        (_("To review"), "review", Initiative.objects.in_review()),
    ]
    return [DeskLink(label, f"{entries}?work={word}", rows.count()) for label, word, rows in kinds]
