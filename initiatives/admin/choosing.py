"""What the list of entries is narrowed to: all of them, or what waits for this person."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class WorkFilter(admin.SimpleListFilter):
    """Entries, and only where it is asked for the working copies of published ones."""

    title = _("work")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("mine", _("My drafts")),
            ("review", _("To review")),
            ("changes", _("Changes of published entries")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        chosen = {
            "mine": queryset.drafts_of(request.user),
            "review": queryset.in_review(),
            "changes": queryset.exclude(revises=None),
        }
        return chosen.get(self.value() or "", queryset.entries())
