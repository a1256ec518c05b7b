"""Who else has the form of an entry open now. No content: so this is noted on GET too, without a
script.
"""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from initiatives.admin.deleting import without
from initiatives.admin.trial import TrialMixin
from initiatives.editing import history
from initiatives.editing.state import State
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


class PresenceMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Leaves out who has the form open: that goes with any entry."""
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        kind = OpenForm._meta
        found = without(found, (f"{capfirst(kind.verbose_name)}: ",))
        counts = {name: n for name, n in counts.items() if name != kind.verbose_name_plural}
        return found, counts, missing, protected

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.presence_view))
        return [
            path("<int:key>/presence/", view, name="initiatives_initiative_presence"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        entry = context.get("original")
        if entry and self.has_change_permission(request, entry):
            note_open(entry, request.user)
            context["presence"] = notice(entry, request.user)
        return super().render_change_form(request, context, *args, **options)

    def presence_view(self, request: HttpRequest, key: int) -> JsonResponse:
        """Told by the form's script that it is still open; tells what has happened meanwhile."""
        entry = get_object_or_404(Initiative, pk=key)
        if not self.has_change_permission(request, entry):
            raise PermissionDenied
        note_open(entry, request.user)
        told = [notice(entry, request.user)]
        if request.POST.get("opened") != State.of(entry).digest:
            told.append(self.tell_saved(entry))
        return JsonResponse(
            {"notice": " ".join(text for text in told if text)},
            headers={"Cache-Control": "no-store"},
        )

    @staticmethod
    def tell_saved(entry: Initiative) -> str:
        last = history.last_version(entry)
        text = _("%(name)s has saved it since you opened it. When you save, you see both versions.")
        return text % {
            "name": last.revision.user if last and last.revision.user else _("Somebody else")
        }

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        OpenForm.objects.filter(initiative=form.instance, user=request.user).delete()
