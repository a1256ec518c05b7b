"""The pages of the second factor: giving a code at sign-in, setting up an app, recovery codes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import django_otp
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from initiatives.access.log import record
from initiatives.access.second_factor import (
    FEW_CODES,
    Checked,
    Offer,
    check_code,
    has_second_factor,
    hurdle_left,
    make_recovery_codes,
    must_have_second_factor,
    recovery_codes_left,
)
from initiatives.access.throttling import wait_in_words
from initiatives.admin.access.forms import CodeForm, set_up_form
from initiatives.models import EventKind

View = Callable[[HttpRequest, User], HttpResponse]


def for_password_user(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """A page for editors who have given the password, whatever is left; the view gets the user."""

    @never_cache
    @sensitive_post_parameters()
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        user = request.password_user  # type: ignore[attr-defined]
        if not (user.is_authenticated and user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(request, user)

    return page


@for_password_user
def give_code(request: HttpRequest, user: User) -> HttpResponse:
    """Asks for a code after the password; a right one lets in."""
    if hurdle_left(user) is None or not has_second_factor(user):
        return redirect(_next_page(request))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        checked = check_code(user, form.cleaned_data["code"])
        if checked.device is not None:
            return _let_in(request, user, checked)
        if checked.wait_until is None:
            record(EventKind.FACTOR_FAILED, user.get_username(), actor=user)
        form.add_error("code", _wrong_code(checked))
    return _page(request, "give_code", _("One more step"), form=form)


@for_password_user
def set_up(request: HttpRequest, user: User) -> HttpResponse:
    """Shows a secret as a picture and in letters; a code from the app stores it."""
    if request.user.is_anonymous and has_second_factor(user):
        return redirect("second-factor")
    offer: Offer | None = Offer.new(user)
    if request.method == "POST":
        offer = Offer.read(user, request.POST.get("offer", ""))
    if offer is None:
        messages.warning(request, _("The page was open for too long. Scan the new picture."))
        return redirect(request.get_full_path())
    has_one = has_second_factor(user)
    form = set_up_form(request, user, offer, has_one)
    if form.is_bound and form.is_valid():
        device = offer.accept(form.cleaned_data["code"])
        if device is not None:
            return _finish_set_up(request, user, device)
        form.add_error(
            "code", _("That was not the code. Type the six digits that the app shows now.")
        )
    context = {
        "form": form,
        "offer": offer,
        "has_one": has_one,
        "is_required": must_have_second_factor(user),
    }
    return _page(request, "set_up", _("Set up the second factor"), **context)


def show_new_codes(request: HttpRequest, user: User, title: str) -> HttpResponse:
    """New recovery codes, in the answer to the request that asked for them and nowhere else."""
    context = {"codes": make_recovery_codes(user), "next": _next_page(request)}
    return _page(request, "recovery_codes", title, **context)


def _let_in(request: HttpRequest, user: User, checked: Checked) -> HttpResponse:
    _verify_session(request, user, checked.device)
    kind = EventKind.RECOVERY_USED if checked.is_recovery else EventKind.SIGNED_IN
    record(kind, user.get_username(), actor=user)
    left = recovery_codes_left(user)
    if left <= FEW_CODES:
        text = _("You have %(number)s recovery codes left. Make new ones under “Your sign-in”.")
        messages.warning(request, text % {"number": left})
    return redirect(_next_page(request))


def _finish_set_up(request: HttpRequest, user: User, device: Any) -> HttpResponse:
    was_let_in = request.user.is_authenticated
    _verify_session(request, user, device)
    record(EventKind.FACTOR_SET, user.get_username(), actor=user)
    record(EventKind.RECOVERY_MADE, user.get_username(), actor=user)
    if not was_let_in:
        record(EventKind.SIGNED_IN, user.get_username(), actor=user)
    return show_new_codes(request, user, _("The second factor is set up"))


def _verify_session(request: HttpRequest, user: User, device: Any) -> None:
    """From here on the session is let in, under another key than the one that was known before."""
    request.user = user
    request.session.cycle_key()
    django_otp.login(request, device)


def _wrong_code(checked: Checked) -> str:
    if checked.wait_until is None:
        return _("That code is not right, or it has been used. Wait for the next one in the app.")
    wait = wait_in_words(checked.wait_until)
    return _("After a wrong code there is a wait. You can try again %(wait)s.") % {"wait": wait}


def _next_page(request: HttpRequest) -> str:
    """Where the editor was going, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if is_ours else reverse("admin:index")


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    form = context.get("form")
    has_errors = isinstance(form, Form) and bool(form.errors)
    everywhere = admin.site.each_context(request)
    context = {
        **everywhere,
        "title": title,
        "has_errors": has_errors,
        "next": _next_page(request),
    } | context
    return render(request, f"admin/access/{name}.html", context)
