"""What the list of entries is narrowed to: all of them, or what waits for this person."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.desk.editing import workflow
from initiatives.models import Initiative


class WorkFilter(admin.SimpleListFilter):
    """Entries; the working copies of published ones only where they are asked for."""

    title = _("work")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("mine", _("My drafts")),
            ("back", _("Sent back to me")),
            ("review", _("To review")),
            ("overdue", _("Not published or archived on its day")),
            ("changes", _("Changes of published entries")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Initiative]:
        chosen: dict[str, QuerySet[Initiative]] = {
            "mine": queryset.drafts_of(request.user),
            "back": workflow.sent_back(queryset, request.user),
            "review": queryset.in_review(),
            "overdue": queryset.overdue(timezone.localdate()),
            "changes": queryset.changes(),
        }
        entries: QuerySet[Initiative] = queryset.entries()
        return chosen.get(self.value() or "", entries)
