"""The page about the health of the catalogue, and the lists of entries behind its numbers."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from initiatives.desk import health as catalogue_health
from initiatives.desk.health import BY_NAME, CHECKS, LEAST_SHARE, OPEN_LINES
from initiatives.language import FORM_NAMES
from initiatives.models import CheckedAddress, Initiative, TranslationState

PARAMETER = "health"
MOST_LINKS_NAMED = 100


class HealthFilter(admin.SimpleListFilter):
    """Narrows the list of entries to those behind one number of the page; shown while it does."""

    title = _("health")
    parameter_name = PARAMETER

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        chosen = {**BY_NAME, OPEN_LINES.name: OPEN_LINES}.get(request.GET.get(PARAMETER, ""))
        return [(chosen.name, chosen.label)] if chosen else []

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Initiative]:
        return catalogue_health.found_by(self.value() or "", queryset)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The numbers, each with the list behind it. Twelve queries."""
    if not admin.site._registry[Initiative].has_view_or_change_permission(request):
        raise PermissionDenied
    counts = catalogue_health.count_problems()
    dead = CheckedAddress.objects.filter(is_dead=True)
    context = {
        **admin.site.each_context(request),
        "title": gettext("Health of the catalogue"),
        "published": counts["published"],
        "numbers": [
            {"check": check, "number": counts[check.name], "address": list_of(check.name)}
            for check in CHECKS
        ],
        "others": list(other_numbers()),
        "shares": [
            {"share": share, "name": FORM_NAMES[share.form]}
            for share in catalogue_health.count_forms()
        ],
        "least": LEAST_SHARE,
        "terms": [
            {"term": term, "address": change_page(term)}
            for term in catalogue_health.terms_used_once()
        ],
        "dead": list(dead.order_by("failing_since", "url")[:MOST_LINKS_NAMED]),
        "last_check": CheckedAddress.objects.order_by("-checked_at").first(),
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/health.html", context)


def list_of(name: str) -> str:
    """The list of the entries that have a problem."""
    return f"{reverse('admin:initiatives_initiative_changelist')}?{urlencode({PARAMETER: name})}"


def change_page(term: Any) -> str:
    return reverse(f"admin:initiatives_{term._meta.model_name}_change", args=[term.pk])


def other_numbers() -> Iterator[dict[str, Any]]:
    """Translations that are out of date, and lines of sheets that nobody has dealt with."""
    changed = urlencode({"state": TranslationState.CHANGED})
    yield {
        "label": _("Translation out of date: the original has changed since"),
        "number": catalogue_health.count_changed_translations(),
        "address": f"{reverse('translation-report')}?{changed}",
    }
    yield {
        "label": OPEN_LINES.label,
        "number": catalogue_health.found_by(OPEN_LINES.name, Initiative.objects.all()).count(),
        "what_to_do": OPEN_LINES.what_to_do,
        "address": list_of(OPEN_LINES.name),
    }
