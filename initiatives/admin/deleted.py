"""Entries and changes that were deleted, and the way back: each comes back as a draft, with its
history.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from initiatives.admin.trial import TrialMixin
from initiatives.editing import history
from initiatives.editing.restoring import bring_back
from initiatives.models import Initiative

DELETED_A_PAGE = 50


class DeletedMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives; for all who may add entries."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.deleted_view)
        return [path("deleted/", view, name="initiatives_initiative_deleted"), *super().get_urls()]

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """The last version of each, the newest first; one of them is brought back by its key."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.bring_back(request, request.POST.get("version", ""))
        page = Paginator(history.deleted(), DELETED_A_PAGE).get_page(request.GET.get("p"))
        known = {**self.admin_site.each_context(request), "opts": Initiative._meta}
        context = known | {"title": _("Deleted entries"), "page": page}
        return TemplateResponse(request, "admin/initiatives/initiative/deleted.html", context)

    def bring_back(self, request: HttpRequest, key: str) -> HttpResponse:
        wanted = int(key) if key.isdecimal() and len(key) < 19 else 0
        version = get_object_or_404(history.deleted(), pk=wanted)
        try:
            entry, told = bring_back(version, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, _("It is back, as a draft."), messages.SUCCESS)
        for warning in told:
            self.message_user(request, warning, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[entry.pk]))
