"""The pages. A view guards, chooses, orders and renders; what it shows is decided in the modules below."""

import logging
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db import Error, connection
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from initiatives.address import PAGE, Address
from initiatives.entry import EntryPage
from initiatives.facets import list_chips, list_facets, make_facet
from initiatives.filters import SORT_ORDERS, InitiativeFilter
from initiatives.filters.fields import shown
from initiatives.models import Activity, FormerSlug, Initiative, Municipality, Status, TargetGroup, Term

PAGE_LENGTH = 20
FRONT_PAGE_TERMS = 8
FRONT_PAGE_NEWEST = 6


@dataclass(frozen=True)
class PageLink:
    """A page of the list and its address; a gap between pages has no number."""

    number: int | None
    address: Address


@dataclass(frozen=True)
class PageLinks:
    """Links to the pages of a list; the neighbours' addresses count only where there are such pages."""

    pages: list[PageLink]
    previous: Address
    next: Address


logger = logging.getLogger(__name__)


@require_safe
def choose_form(request: HttpRequest) -> HttpResponse:
    """`/`: to the front page in the reader's form, by cookie, then Accept-Language, then Nynorsk."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return response


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    published = Initiative.objects.published()
    newest = published.with_list_content().order_by("-first_published_at", "slug")
    return render(
        request,
        "initiatives/front_page.html",
        {
            "total": published.count(),
            "municipality_total": Municipality.objects.filter(links__initiative__in=published)
            .distinct()
            .count(),
            "activities": most_used(Activity),
            "target_groups": most_used(TargetGroup),
            "newest": newest[:FRONT_PAGE_NEWEST],
        },
    )


def most_used(model: type[Term]) -> list[Term]:
    """The terms that most published entries use, with `used`; the vocabulary's order settles a tie."""
    used = Count("links", filter=Q(links__initiative__status=Status.PUBLISHED))
    return list(
        model._default_manager.annotate(used=used)
        .filter(used__gt=0)
        .order_by("-used", "position", "slug")[:FRONT_PAGE_TERMS]
    )


@require_safe
def initiative_list(request: HttpRequest) -> HttpResponse:
    asked = InitiativeFilter(request.GET, Initiative.objects.published())
    if asked.moved:
        return HttpResponsePermanentRedirect(reverse("initiative-list") + asked.moved.query)
    page, page_notices = nearest_page(asked.qs, request.GET.get(PAGE, ""))
    return render(
        request,
        "initiatives/initiative_list.html",
        {
            "address": asked.address.at_page(page.number),
            "asked": asked,
            "notices": asked.notices + page_notices,
            "facets": list_facets(asked),
            "chips": list_chips(asked),
            "page": page,
            "page_links": page_links(asked.address, page),
            "sort_orders": SORT_ORDERS,
        },
    )


def nearest_page(entries: object, asked: str) -> tuple[Page, list[str]]:
    """The page that was asked for or the nearest there is, and what to tell the reader about that."""
    paginator = Paginator(entries.with_list_content(), PAGE_LENGTH)  # type: ignore[attr-defined]
    try:
        return paginator.page(asked or 1), []
    except PageNotAnInteger:
        page = paginator.page(1)
    except EmptyPage:
        page = paginator.page(1 if int(asked) < 1 else paginator.num_pages)
    notice = _("There is no page «%(asked)s». You see page %(number)s.")
    return page, [notice % {"asked": shown(asked), "number": page.number}]


def page_links(address: Address, page: Page) -> PageLinks:
    """Links to the first, the last and the neighbouring pages; a gap is a link without a number."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return PageLinks(
        pages=[
            PageLink(n, address.at_page(n)) if isinstance(n, int) else PageLink(None, address)
            for n in numbers
        ],
        previous=address.at_page(page.number - 1),
        next=address.at_page(page.number + 1),
    )


@require_safe
def facet_options(request: HttpRequest, facet: str) -> HttpResponse:
    """All the options of one facet, on a page of their own."""
    asked = InitiativeFilter(request.GET, Initiative.objects.published())
    if facet not in asked.facets():
        raise Http404
    if asked.moved:
        return HttpResponsePermanentRedirect(reverse("facet-options", args=[facet]) + asked.moved.query)
    return render(
        request,
        "initiatives/facet_options.html",
        {
            "address": asked.address,
            "asked": asked,
            "notices": asked.notices,
            "facet": make_facet(asked, facet, asked.facets()[facet]),
            "chips": list_chips(asked),
        },
    )


@require_safe
def initiative(request: HttpRequest, slug: str) -> HttpResponse:
    found = Initiative.objects.published().with_entry_content().filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerSlug, slug=slug, initiative__status=Status.PUBLISHED)
        return HttpResponsePermanentRedirect(former.initiative.get_absolute_url())
    return render(request, "initiatives/initiative.html", {"entry": EntryPage.of(found)})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "initiatives/about.html", {"total": Initiative.objects.published().count()})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: one filter at a time, and no search."""
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap")), "forms": settings.LANGUAGES}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        logger.exception("The database does not answer")
        return JsonResponse({"database": "unavailable"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return JsonResponse({"database": "ok"})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403.html", {"is_csrf": True}, status=HTTPStatus.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)
