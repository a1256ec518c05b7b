"""The page of an entry as readers will see it, for editors only: as it is stored, or as the form
has it.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe

from initiatives.admin.trial import TrialMixin
from initiatives.caching import NOT_FOR_ROBOTS
from initiatives.entry import EntryPage
from initiatives.language import FORMS, reader_form
from initiatives.models import Initiative


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


class PreviewMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.preview_view))
        return [
            path("<int:key>/preview/", view, name="initiatives_initiative_preview"),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, key: int) -> HttpResponse:
        entry = get_object_or_404(Initiative, pk=key)
        if not self.has_view_permission(request, entry):
            raise PermissionDenied
        return preview(request, key)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Shows what is in the form without storing it, where that is asked for."""
        is_asked = request.method == "POST" and "_preview" in request.POST
        if not is_asked or self.is_trial(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        page, answer = self.try_saving(
            request, object_id, lambda initiative: preview(request, initiative.pk)
        )
        return page or answer
