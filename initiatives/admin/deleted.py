"""Entries and changes that were deleted, and the way back: each comes back as a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.desk.editing import history
from initiatives.desk.editing.restoring import bring_back
from initiatives.models import Initiative

DELETED_A_PAGE = 50


def deleted_page(request: HttpRequest, admin: Any) -> HttpResponse:
    """The last version of each, the newest first, and its way back; for all who may add entries."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return bring_back_one(request, request.POST.get("version", ""))
    page = Paginator(history.deleted(), DELETED_A_PAGE).get_page(request.GET.get("p"))
    known = {**admin.admin_site.each_context(request), "opts": Initiative._meta}
    context = known | {"title": _("Deleted entries"), "page": page}
    return TemplateResponse(request, "admin/initiatives/initiative/deleted.html", context)


def bring_back_one(request: HttpRequest, key: str) -> HttpResponse:
    wanted = int(key) if key.isdecimal() and len(key) < 19 else 0
    version = get_object_or_404(history.deleted(), pk=wanted)
    try:
        entry, told = bring_back(version, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(request.path)
    messages.success(request, _("It is back, as a draft."))
    for warning in told:
        messages.warning(request, warning)
    return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[entry.pk]))
