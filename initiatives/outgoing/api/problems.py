"""What goes wrong, told to programs and to those who write them: problem details (RFC 9457)."""

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from initiatives.language import BOKMAL, FORMS, NYNORSK

PATH = "/api/"
LANGUAGE = "lang"
MEDIA_TYPE = "application/problem+json"

TITLES: Mapping[int, Promise] = {
    400: _("The question cannot be answered"),
    403: _("No access"),
    404: _("Not found"),
    405: _("The method is not allowed"),
    422: _("A parameter cannot be read"),
    500: _("Something went wrong with us"),
}
DETAILS: Mapping[int, Promise] = {
    400: _("The address asks for too much, or something in it is broken."),
    403: _("The catalogue can be read by all, and changed here by nobody."),
    404: _("There is nothing published at this address."),
    405: _("The catalogue can only be read here: use GET, HEAD or OPTIONS."),
    500: _("The fault is ours, not yours, and it has been noted. Try again in a little while."),
}


def asks_api(request: HttpRequest) -> bool:
    return request.path.startswith(PATH)


def asked_form(request: HttpRequest) -> str:
    """The written form by the parameter `lang`, then the header Accept-Language, else Nynorsk."""
    try:
        asked = request.GET.get(LANGUAGE)
    except TooManyFieldsSent:  # which is the problem that is told of
        asked = None
    if asked in FORMS:
        return asked
    for language, _priority in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        form = language.partition("-")[0]
        if form in (*FORMS, "no"):  # `no` is Norwegian without saying which; most mean Bokmål
            return BOKMAL if form == "no" else form
    return NYNORSK


def problem(
    request: HttpRequest, status: int, detail: str = "", errors: Iterable[Mapping[str, str]] = ()
) -> HttpResponse:
    """The problem in the form asked for; `errors` tell of single parameters."""
    form = asked_form(request)
    with translation.override(form):
        told = {
            "type": "about:blank",
            "title": str(TITLES[status]),
            "status": status,
            "detail": detail or str(DETAILS[status]),
            "instance": request.path,
            "errors": list(errors),
        }
    content = json.dumps(told, ensure_ascii=False)
    headers = {"Access-Control-Allow-Origin": "*", "Content-Language": form}
    return HttpResponse(
        content, status=HTTPStatus(status), content_type=MEDIA_TYPE, headers=headers
    )
