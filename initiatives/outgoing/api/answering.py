"""Around every operation: methods, the written form, validators, and what other sites may do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from initiatives.finding.address import site_root
from initiatives.finding.snapshot import Snapshot, current_snapshot
from initiatives.outgoing.api.problems import asked_form, problem
from initiatives.pages.caching import answer

METHODS = "GET, HEAD, OPTIONS"
# What a page on another site may do (the Fetch standard: CORS).
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Content-Language",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class ApiRequest(HttpRequest):
    """A request with the one snapshot that answers it, and the site's address without a path."""

    snapshot: Snapshot
    root: str


def operation(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view of an operation as the world meets it."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=OPEN_TO_ALL | PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            response = problem(request, HTTPStatus.METHOD_NOT_ALLOWED)
            response.headers["Allow"] = METHODS
            return response
        return _read(request, view, *args, **options)

    return answered


def _read(
    request: HttpRequest, view: Callable[..., HttpResponseBase], *args: Any, **options: Any
) -> HttpResponseBase:
    asked, form = cast(ApiRequest, request), asked_form(request)
    asked.snapshot = current_snapshot()
    asked.root = site_root(request)
    with translation.override(form), as_get(asked):
        response = answer(request, asked.snapshot, lambda: view(asked, *args, **options), form=form)
    for name, value in (OPEN_TO_ALL | {"Content-Language": form}).items():
        response.headers[name] = value
    patch_vary_headers(response, ["Accept-Language"])
    return response


@contextmanager
def as_get(request: HttpRequest) -> Iterator[None]:
    """Asks HEAD as GET, which is what operations know; the server leaves out the body."""
    method, request.method = request.method, "GET"
    try:
        yield
    finally:
        request.method = method
