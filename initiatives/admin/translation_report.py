"""The report of translations: which entries lack one or have one that is out of date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from initiatives.desk.translation.report import (
    count_states,
    translated_into,
    with_translation_state,
)
from initiatives.language import FORM_NAMES
from initiatives.models import Initiative, Status, TranslationState

FORM, STATE, STATUS, PAGE = "form", "state", "status", "page"
ENTRIES_A_PAGE = 50
# What an editor most likely comes for stands first.
ANY = ""
CHOICES: dict[str, dict[str, str | Promise]] = {
    FORM: {ANY: pgettext_lazy("written form", "Both forms"), **FORM_NAMES},
    STATE: {
        ANY: pgettext_lazy("state of a translation", "Any state"),
        **dict(TranslationState.choices),
    },
    STATUS: {ANY: pgettext_lazy("status of an entry", "Any status"), **dict(Status.choices)},
}
LABELS: dict[str, str | Promise] = {
    FORM: _("Translated into"),
    STATE: _("State"),
    STATUS: _("Status"),
}


@dataclass(frozen=True)
class Choice:
    label: str | Promise
    query: str
    is_chosen: bool
    number: int | None = None


@dataclass(frozen=True)
class ChoiceGroup:
    label: str | Promise
    choices: Sequence[Choice]


def chosen_of(asked: QueryDict) -> dict[str, str]:
    """What is asked for, by parameter; a value that there is not is left out."""
    return {
        name: value
        for name in CHOICES
        if (value := asked.get(name)) is not None and value in CHOICES[name]
    }


def narrowed(initiatives: QuerySet[Initiative], chosen: dict[str, str]) -> QuerySet[Initiative]:
    """The entries asked for, of any state."""
    if form := chosen.get(FORM):
        initiatives = translated_into(initiatives, form)
    if status := chosen.get(STATUS):
        initiatives = initiatives.filter(status=status)
    return initiatives


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """The list of entries by how far their translation is, published ones unless asked otherwise.

    Three queries of its own.
    """
    model_admin = admin.site._registry[Initiative]
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    chosen = {STATUS: str(Status.PUBLISHED)} | chosen_of(request.GET)
    entries = narrowed(Initiative.objects.entries(), chosen)
    counts = count_states(entries)
    found = with_translation_state(entries)
    if state := chosen.get(STATE):
        found = found.filter(translation_state=state)
    page = Paginator(found.order_by("-changed_at", "pk"), ENTRIES_A_PAGE).get_page(
        request.GET.get(PAGE)
    )
    context = {
        **admin.site.each_context(request),
        "title": gettext("Translations"),
        "opts": Initiative._meta,
        "groups": list(choice_groups(chosen, counts)),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "query": query_of(chosen),
        "states": TranslationState,
        "form_names": FORM_NAMES,
        "rows": [row_of(entry) for entry in page],
        "can_change": model_admin.has_change_permission(request),
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/translation_report.html", context)


def row_of(entry: Any) -> dict[str, Any]:
    """An entry as the list shows it; its states are annotated by `with_translation_state`."""
    return {
        "entry": entry,
        "form": FORM_NAMES[entry.other_form],
        "state": TranslationState(entry.translation_state),
    }


def choice_groups(chosen: dict[str, str], counts: dict[str, int]) -> Iterator[ChoiceGroup]:
    """The filters with their choices; states with how many entries are in each."""
    for name, choices in CHOICES.items():
        yield ChoiceGroup(
            LABELS[name],
            [
                Choice(
                    label,
                    query_of(chosen | {name: value}),
                    chosen.get(name, ANY) == value,
                    counts.get(value) if name == STATE else None,
                )
                for value, label in choices.items()
            ],
        )


def query_of(chosen: dict[str, str]) -> str:
    """The query of an address; an empty status is said too, since none means published ones."""
    kept = {
        name: chosen[name]
        for name in CHOICES
        if chosen.get(name) or (name == STATUS and name in chosen)
    }
    return f"?{urlencode(kept)}"
