"""What belongs to the site as a whole: the choice of form, about it, and what machines ask."""

import logging
from http import HTTPStatus

from django.conf import settings
from django.contrib.sitemaps import views as sitemaps_views
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache

from initiatives.finding.address import site_root
from initiatives.finding.snapshot import Snapshot, shared_holder
from initiatives.language import reader_form
from initiatives.outgoing.sitemaps import sitemaps_of
from initiatives.pages.caching import public_page, read_only

logger = logging.getLogger(__name__)


@read_only
def choose_form(request: HttpRequest) -> HttpResponse:
    """`/`: to the front page in the reader's form: by cookie, Accept-Language, else Nynorsk."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    patch_cache_control(response, no_cache=True)
    return response


@public_page()
def about(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    name = settings.PUBLISHER_NAME
    publisher = {
        "name": "" if name == settings.CATALOGUE_NAME else name,
        "url": settings.PUBLISHER_URI,
        "email": settings.PUBLISHER_EMAIL,
    }
    return render(
        request,
        "initiatives/about.html",
        {"total": len(snapshot.published), "publisher": publisher},
    )


@public_page()
def privacy(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/privacy.html", {"log_days": settings.ACCESS_LOG_DAYS})


@public_page()
def accessibility(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/accessibility.html")


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: one filter at a time, and no search."""
    context = {
        "sitemap": request.build_absolute_uri(reverse("sitemap")),
        "forms": settings.LANGUAGES,
    }
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


@public_page(takes_query=True, holds_both_forms=True)
def sitemap_index(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return sitemaps_views.index(request, sitemaps_of(snapshot), sitemap_url_name="sitemap-section")


@public_page(takes_query=True, holds_both_forms=True)
def sitemap(request: HttpRequest, snapshot: Snapshot, section: str) -> HttpResponse:
    """One sitemap, of which `?p=2` is the second portion."""
    return sitemaps_views.sitemap(request, sitemaps_of(snapshot), section)


@public_page()
def opensearch(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """How a browser searches here from a field of its own."""
    context = {"root": site_root(request), "form": reader_form()}
    media_type = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "opensearch.xml", context, content_type=media_type)


@never_cache
@read_only
def health(request: HttpRequest) -> JsonResponse:
    """200 when there is a database and something to serve, else 503; and whether it is new."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        logger.exception("The database does not answer")
        return JsonResponse({"database": "unavailable"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    health = shared_holder().health()
    has_nothing_to_serve = health.get("snapshot_of") == "never"
    status = HTTPStatus.SERVICE_UNAVAILABLE if has_nothing_to_serve else HTTPStatus.OK
    return JsonResponse({"database": "ok", **health}, status=status)
