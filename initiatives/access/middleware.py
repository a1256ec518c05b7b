"""The one gate: anyone with a hurdle left is a stranger everywhere, and is led to it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from initiatives.access.acting import answering
from initiatives.access.second_factor import Hurdle, hurdle_left
from initiatives.access.sessions import note_seen

# What is open in the admin to strangers, and to those who have a hurdle left.
OPEN_PAGES = {
    *(hurdle.value for hurdle in Hurdle),
    "login",
    "admin_password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
}


@cache
def _start_of_admin() -> str:
    """Looked up once: every page of the catalogue passes by here."""
    return reverse("admin:index")


class SecondFactorMiddleware:
    """Stands after django-otp's. Looks at nobody before a view asks, so pages stay the same.

    `request.password_user` is who gave a right password; `request.user` is who has got in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        request.password_user = user  # type: ignore[attr-defined]
        request.user = SimpleLazyObject(lambda: AnonymousUser() if hurdle_left(user) else user)  # type: ignore
        with answering(request):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, arguments: Any, options: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not request.path.startswith(_start_of_admin()):
            return None
        hurdle = hurdle_left(request.password_user)  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            note_seen(request)
        if hurdle is None or match.url_name in OPEN_PAGES:
            return None
        query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(f"{reverse(hurdle.value)}?{query}".removesuffix("?"))
