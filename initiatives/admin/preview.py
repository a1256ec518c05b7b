"""The page of an entry as readers will see it, for editors: as stored, or as the form has it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe

from initiatives.language import FORMS, reader_form
from initiatives.models import Initiative
from initiatives.pages.caching import NOT_FOR_ROBOTS
from initiatives.pages.entry import EntryPage


def preview(request: HttpRequest, key: int) -> HttpResponse:
    """The page of the entry as the database has it; `?form=nb` shows it to readers of Bokmål."""
    form = request.GET.get("form", "")
    with translation.override(form if form in FORMS else reader_form()):
        found = get_object_or_404(Initiative.objects.with_entry_content(), pk=key)
        response = render(
            request,
            "admin/initiatives/initiative/preview.html",
            {"entry": EntryPage.of(found), "forms": FORMS, "is_stored": request.method != "POST"},
        )
    response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    add_never_cache_headers(response)
    patch_cache_control(response, no_store=True, private=True)
    return response


@require_safe
def preview_page(request: HttpRequest, key: int, admin: Any) -> HttpResponse:
    entry = get_object_or_404(Initiative, pk=key)
    if not admin.has_view_permission(request, entry):
        raise PermissionDenied
    return preview(request, key)
