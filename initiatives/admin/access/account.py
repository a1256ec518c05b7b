"""“Your sign-in”: an editor's own page, with the second factor and the places of sign-in."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from initiatives.access.log import record
from initiatives.access.second_factor import (
    has_second_factor,
    must_have_second_factor,
    recovery_codes_left,
    remove_second_factor,
)
from initiatives.access.sessions import end_stay, end_stays, sign_out_everywhere, stays_of
from initiatives.admin.access.forms import PasswordAgainForm
from initiatives.admin.access.second_factor import show_new_codes
from initiatives.models import EventKind

THIS_PAGE = "account"


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
@sensitive_post_parameters()
def change_factor(request: HttpRequest) -> HttpResponse:
    """New recovery codes, or no second factor any more, when the password is given once more."""
    user: Any = request.user
    form = PasswordAgainForm(request, user, request.POST)
    if not has_second_factor(user):
        return redirect(THIS_PAGE)
    if not form.is_valid():
        return _page(request, form)
    if "codes" in request.POST:
        record(EventKind.RECOVERY_MADE, user.get_username())
        return show_new_codes(request, user, _("New recovery codes"))
    if must_have_second_factor(user):
        messages.error(
            request, _("Your role asks for a second factor. You can replace it, not remove it.")
        )
    elif remove_second_factor(user):
        record(EventKind.FACTOR_REMOVED, user.get_username())
        messages.success(
            request, _("The second factor is removed. The password is enough from now on.")
        )
    return redirect(THIS_PAGE)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends one stay (`stay`), all others (`others`), or all of them (`everywhere`)."""
    user: Any = request.user
    if "everywhere" in request.POST:
        record(EventKind.SIGNED_OUT_ELSEWHERE, user.get_username())
        sign_out_everywhere(request, user)
        return redirect("admin:login")
    if "others" in request.POST:
        number = end_stays(user, except_for=request)
        text = ngettext(
            "Signed out in %(n)d other place.", "Signed out in %(n)d other places.", number
        )
        messages.success(request, text % {"n": number})
    else:
        number = int(end_stay(user, request.POST.get("stay", "")))
        messages.success(
            request, _("Signed out there.") if number else _("Nobody was signed in there any more.")
        )
    if number:
        record(EventKind.SIGNED_OUT_ELSEWHERE, user.get_username())
    return redirect(THIS_PAGE)


def _page(request: HttpRequest, form: PasswordAgainForm | None = None) -> HttpResponse:
    user: Any = request.user
    context = admin.site.each_context(request) | {
        "title": _("Your sign-in"),
        "form": form or PasswordAgainForm(request, user),
        "has_factor": has_second_factor(user),
        "is_required": must_have_second_factor(user),
        "codes_left": recovery_codes_left(user),
        "stays": stays_of(user, request),
    }
    return render(request, "admin/access/account.html", context)
