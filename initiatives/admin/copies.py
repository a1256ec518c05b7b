"""Changing a published entry as a draft: beginning it, publishing it as a whole, discarding it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from initiatives.desk.editing import copies
from initiatives.desk.editing.reconciling import Settled, UnsettledError
from initiatives.models import Initiative

# Before the name of a part that is chosen for, in the form.
SETTLE = "settle-"


def form_address(initiative: Initiative) -> str:
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


def words_of(error: ValidationError) -> str:
    """Why a change cannot be published, for whoever has it open."""
    if isinstance(error, UnsettledError):
        text = _("Nothing was published. Choose first what readers are to see of: %(parts)s.")
        return text % {"parts": ", ".join(error.parts)}
    return " ".join(error.messages)


def settled_in(sent: QueryDict) -> Settled:
    """What was chosen in a form where entry and change have both changed: a field for each part."""
    sides = {
        name.removeprefix(SETTLE): str(side)
        for name, side in sent.items()
        if name.startswith(SETTLE)
    }
    theirs = frozenset(name for name, side in sides.items() if side == "theirs")
    mine = frozenset(name for name, side in sides.items() if side == "mine")
    return Settled(sent.get("over_entry", ""), theirs, mine)


def tell_published(request: HttpRequest, entry: Initiative) -> HttpResponse:
    """Leads to the entry that a change was published in."""
    if not entry.is_public:
        messages.warning(
            request, _("Readers do not see it: the entry itself is not published now.")
        )
    return HttpResponseRedirect(form_address(entry))


@require_POST
def begin_page(request: HttpRequest, key: int, admin: Any) -> HttpResponse:
    """Makes a working copy of a published entry, for anyone who may write entries."""
    entry = get_object_or_404(Initiative.objects.entries().published(), pk=key)
    if not admin.has_change_permission(request):
        raise PermissionDenied
    return HttpResponseRedirect(form_address(copies.start(entry, request.user)))


@require_POST
def catch_up_page(request: HttpRequest, key: int, admin: Any) -> HttpResponse:
    """Takes into a copy what has changed in its entry; where both have, as it was chosen."""
    copy = get_object_or_404(Initiative.objects.changes(), pk=key)
    if not admin.has_change_permission(request, copy):
        raise PermissionDenied
    try:
        copies.catch_up(copy, request.user, settled_in(request.POST))
    except Initiative.DoesNotExist as gone:  # somebody has published it just now
        raise Http404 from gone
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("The change has what is new in the entry."))
    return HttpResponseRedirect(form_address(copy))


def discard_page(request: HttpRequest, key: int, admin: Any) -> HttpResponse:
    """Asks first; what is thrown away can be found among the deleted entries."""
    copy = get_object_or_404(Initiative.objects.changes().select_related("revises"), pk=key)
    if not admin.has_change_permission(request, copy):
        raise PermissionDenied
    if request.method == "POST":
        entry = copies.discard(copy, request.user)
        messages.success(request, _("The change was thrown away."))
        return HttpResponseRedirect(form_address(entry))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Throw away the change?"),
        "opts": Initiative._meta,
        "original": copy,
    }
    return TemplateResponse(request, "admin/initiatives/initiative/discard.html", context)
