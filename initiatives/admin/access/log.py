"""The access log in the admin: only for reading, by those with the right to see it."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.access.clients import device_in_words
from initiatives.access.log import in_words
from initiatives.access.roles import role_name
from initiatives.models import AccessEvent, EventKind

ROLE_KINDS = [kind for kind in EventKind if kind.value.startswith("role-")]


@admin.register(AccessEvent)
class AccessEventAdmin(admin.ModelAdmin[AccessEvent]):
    list_display = ("at", "kind", "subject", "by", "change_in_words", "where")
    list_display_links = None
    list_filter = ("kind",)
    search_fields = ("subject_name", "actor_name", "=address")
    search_help_text = gettext_lazy("Searches in user names, roles and network addresses.")
    date_hierarchy = "at"
    list_per_page = 100
    show_full_result_count = False

    @admin.display(description=gettext_lazy("account or role"), ordering="subject_name")
    def subject(self, event: AccessEvent) -> str:
        name = role_name(event.subject_name) if event.kind in ROLE_KINDS else event.subject_name
        return name or _("unknown user name")

    @admin.display(description=gettext_lazy("by"), ordering="actor_name")
    def by(self, event: AccessEvent) -> str:
        return event.actor_name or "–"

    @admin.display(description=gettext_lazy("from where"), ordering="address")
    def where(self, event: AccessEvent) -> str:
        device = device_in_words(event.user_agent) if event.user_agent else ""
        return ", ".join(part for part in (event.address, device) if part) or "–"

    @admin.display(description=gettext_lazy("what was changed"))
    def change_in_words(self, event: AccessEvent) -> SafeString:
        return format_html_join(
            "\n", "<div>{}</div>", ((line,) for line in in_words(event.details))
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        days = {"kept_days": settings.ACCESS_LOG_DAYS}
        return super().changelist_view(request, days | (extra_context or {}))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AccessEvent | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AccessEvent | None = None) -> bool:
        return False
