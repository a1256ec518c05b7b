"""Pages that need not be made twice: one address for each, validators, and what caches may keep.

A page follows from the version of the catalogue, its address (which holds the written form), the
build, and the year of today, which phases are seen from. So all of these are in its `ETag`.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from initiatives.finding.snapshot import Snapshot, current_snapshot
from initiatives.language import FORMS

# The header `X-Robots-Tag` of pages that search engines are to leave alone.
NOT_FOR_ROBOTS = "noindex, nofollow"
# What pages are made of, besides the database.
_SUFFIXES = (".py", ".html", ".txt", ".xml", ".mo", ".css", ".js", ".json", ".svg", ".png")
_SOURCES = (
    "catalogue",
    "initiatives",
    "templates",
    "locale",
    "static/build",
    "static/icons",
    "requirements",
)

# The header `Content-Language` of what holds both written forms, whoever asks.
BOTH_FORMS = ", ".join(FORMS)

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Snapshot, Arguments], HttpResponseBase]


# No page of this process was made before. A build may be older than the pages of the one before it.
_STARTED = int(time.time())


@lru_cache(maxsize=1)
def build() -> str:
    """A name that changes with code, templates, texts, packages and who runs the site."""
    publisher = (settings.PUBLISHER_NAME, settings.PUBLISHER_URI, settings.PUBLISHER_EMAIL)
    digest = hashlib.sha256(repr(publisher).encode())
    for path in _source_files():
        digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _source_files() -> Iterator[Path]:
    for folder in _SOURCES:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in _SUFFIXES:
                yield path


class FormMiddleware(LocaleMiddleware):
    """Django's own, but what holds both forms does not vary by the form asked for."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.headers.get("Content-Language") == BOTH_FORMS:
            return response
        return super().process_response(request, response)


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view for GET and HEAD. Other methods are told so (405): with nothing to change, there is
    nothing to guard against other sites.
    """
    return csrf_exempt(require_safe(view))


def public_page(
    *,
    takes_query: bool = False,
    is_open_to_all: bool = False,
    tells_time: bool = False,
    holds_both_forms: bool = False,
) -> Callable[[View[Arguments]], Callable[..., HttpResponseBase]]:
    """A page that all readers see alike. The view is given the snapshot; those who have the page
    already get 304.

    Answers GET and HEAD. Any cache may keep the page, and asks each time whether it is still the
    same, since a change is to be seen at once. A query that the page does not take is dropped by a
    redirect. With `is_open_to_all`, scripts on any site may read it, the 304 too (the Fetch
    standard: CORS). One that `tells_time` says when it was made, so two of them mean the same but
    differ in their bytes. What `holds_both_forms` is the same for readers of either.
    """

    def decorate(view: View[Arguments]) -> Callable[..., HttpResponseBase]:
        @read_only
        @wraps(view)
        def page(
            request: HttpRequest, *args: Arguments.args, **options: Arguments.kwargs
        ) -> HttpResponseBase:
            snapshot = current_snapshot()
            # What templates/base.html says on every page.
            request.examples = len(snapshot.examples)  # type: ignore[attr-defined]

            def make() -> HttpResponseBase:
                elsewhere = None if takes_query else redirect_to_canonical(request, "")
                return elsewhere or view(request, snapshot, *args, **options)

            response = answer(request, snapshot, make, is_weak=tells_time)
            if is_open_to_all:
                response.headers["Access-Control-Allow-Origin"] = "*"
            if holds_both_forms:  # the 304 too, from which caches freshen what they have
                response.headers["Content-Language"] = BOTH_FORMS
            return response

        return page

    return decorate


def answer(
    request: HttpRequest,
    snapshot: Snapshot,
    make: Callable[[], HttpResponseBase],
    *,
    form: str = "",
    is_weak: bool = False,
) -> HttpResponseBase:
    """What `make` gives, with validators; or 304 for those who have it already.

    `form` is the written form where the address does not hold it. A weak `ETag` is of what means
    the same without being so to the byte (RFC 9110, 8.8.3). What went wrong has no validators.
    """
    year = timezone.localdate().year
    etag, changed_at = (
        _etag(request, snapshot.version, form, year),
        _changed_at(snapshot.version, year),
    )
    etag = f"W/{etag}" if is_weak else etag
    response: HttpResponseBase | None = None
    if request.META.get("HTTP_IF_NONE_MATCH") != "*":  # which pages there are is not known here
        response = get_conditional_response(request, etag=etag, last_modified=changed_at)
    if response is None:
        response = make()
    if response.status_code < HTTPStatus.BAD_REQUEST:
        response.headers["ETag"] = etag
        if changed_at:
            response.headers["Last-Modified"] = _http_date(changed_at)
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _etag(request: HttpRequest, version: int, form: str, year: int) -> str:
    """Of the page. htmx is answered with the same whole page as anybody, and takes what it needs of
    it.
    """
    made_of = f"{version} {request.get_full_path()} {form} {build()} {year}"
    return f'"{hashlib.sha256(made_of.encode()).hexdigest()[:24]}"'


def _changed_at(version: int, year: int) -> int | None:
    """When the page last changed, in whole seconds since 1970; None while that second is not over.

    Within it the page could change once more without the time being another.
    """
    changed = max(version // 1_000_000, _STARTED, _start_of_year(year))
    return changed if changed + 1 < timezone.now().timestamp() else None


_http_date = lru_cache(maxsize=8)(http_date)


@lru_cache(maxsize=2)
def _start_of_year(year: int) -> int:
    return int(timezone.make_aware(datetime(year, 1, 1)).timestamp())  # noqa: DTZ001 - the site's own zone


def redirect_to_canonical(request: HttpRequest, query: str) -> HttpResponse | None:
    """A permanent redirect to this page with the query `query`, or None if it has that."""
    if request.META.get("QUERY_STRING", "") == query.removeprefix("?"):
        return None
    return HttpResponsePermanentRedirect(request.path + query)
