"""Who else has the form of an entry open now; noted on GET too, for it is no content."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from initiatives.admin.deleting import without
from initiatives.desk.editing import history
from initiatives.desk.editing.state import State
from initiatives.models import Initiative, OpenForm

# How long a form that has not been saved or heard of since counts as open.
OPEN_FOR = timedelta(minutes=15)


def note_open(initiative: Initiative, user: Any) -> None:
    """One query, also where two pages of one person are opened at once."""
    OpenForm.objects.bulk_create(
        [OpenForm(initiative=initiative, user=user)],
        update_conflicts=True,
        unique_fields=["initiative", "user"],
        update_fields=["seen_at"],
    )


def notice(initiative: Initiative, user: Any) -> str:
    """Who else is at work, in words; empty when nobody is. One query."""
    others = OpenForm.objects.filter(initiative=initiative, seen_at__gte=timezone.now() - OPEN_FOR)
    names = [str(row.user) for row in others.exclude(user=user).select_related("user")]
    if not names:
        return ""
    text = _("%(names)s has this open too and may be changing it. Agree on who goes first.")
    return text % {"names": ", ".join(sorted(names))}


def note_closed(initiative: Initiative, user: Any) -> None:
    OpenForm.objects.filter(initiative=initiative, user=user).delete()


def without_open_forms(
    found: list[Any], counts: dict[str, int]
) -> tuple[list[Any], dict[str, int]]:
    """What goes along with an entry that is deleted, but for the notes of who has its form open."""
    kind = OpenForm._meta
    return (
        without(found, (f"{capfirst(kind.verbose_name)}: ",)),
        {name: n for name, n in counts.items() if name != kind.verbose_name_plural},
    )


@require_POST
def presence_page(request: HttpRequest, key: int, admin: Any) -> JsonResponse:
    """Told by the form's script that it is still open; tells what has happened meanwhile."""
    entry = get_object_or_404(Initiative, pk=key)
    if not admin.has_change_permission(request, entry):
        raise PermissionDenied
    note_open(entry, request.user)
    told = [notice(entry, request.user)]
    if request.POST.get("opened") != State.of(entry).digest:
        told.append(tell_saved(entry))
    return JsonResponse(
        {"notice": " ".join(text for text in told if text)}, headers={"Cache-Control": "no-store"}
    )


def tell_saved(entry: Initiative) -> str:
    last = history.last_version(entry)
    text = _("%(name)s has saved it since you opened it. When you save, you see both versions.")
    return text % {
        "name": last.revision.user if last and last.revision.user else _("Somebody else")
    }
