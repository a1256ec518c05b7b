"""The front page, the list and the options of one facet."""

import re
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from initiatives.finding.address import PAGE, SEARCH, site_root
from initiatives.finding.facets import (
    WaysOut,
    list_chips,
    list_facets,
    list_tray,
    make_facet,
    most_used,
    names_offered,
)
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.fields import shown
from initiatives.finding.search import other_words
from initiatives.finding.snapshot import Snapshot
from initiatives.outgoing.structured_data import list_data
from initiatives.pages.caching import NOT_FOR_ROBOTS, public_page, redirect_to_canonical
from initiatives.pages.cards import Matches, kept_cards
from initiatives.pages.maps import CountyMap
from initiatives.pages.place_pages import led_on, pages_named

PAGE_LENGTH = 20
FRONT_PAGE_NEWEST = 6


@public_page()
def front_page(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    everything = InitiativeFilter(QueryDict(), snapshot)
    facets = everything.facets()
    return render(
        request,
        "initiatives/front_page.html",
        {
            "total": len(snapshot.published),
            "activities": most_used(everything, "aktivitet", facets["aktivitet"]),
            "target_groups": most_used(everything, "malgruppe", facets["malgruppe"]),
            "map": CountyMap.of(everything),
            "newest": kept_cards(snapshot, everything.page(0, FRONT_PAGE_NEWEST)),
        },
    )


@public_page(takes_query=True)
def initiative_list(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    asked = InitiativeFilter(request.GET, snapshot)
    if elsewhere := redirect_to_canonical(request, asked.canonical.query):
        return elsewhere
    page, page_notices = nearest_page(asked, request.GET.get(PAGE, ""))
    address = asked.address.at_page(page.number)
    query, chips = asked.usable[SEARCH], list_chips(asked)
    is_for_readers_only = not asked.canonical.is_indexable or bool(asked.notices or page_notices)
    response = render(
        request,
        "initiatives/initiative_list.html",
        {
            "address": address,
            "asked": asked,
            "is_for_readers_only": is_for_readers_only,
            "notices": asked.notices + page_notices,
            "facets": list_facets(asked),
            "chips": chips,
            "tray": list_tray(asked, page.number),
            "former": led_on(snapshot, query),
            "named": pages_named(snapshot, query),
            "other_words": other_words(snapshot, query),
            "ways_out": WaysOut.of(asked, chips),
            "page": page,
            "structured": None if is_for_readers_only else structured_list(request, asked, page),
        },
    )
    if is_for_readers_only:
        response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response


def nearest_page(asked: InitiativeFilter, number: str) -> tuple[Page[SafeString], list[str]]:
    """The page asked for or the nearest there is, and what to tell the reader about that."""
    paginator = Paginator(Matches(asked), PAGE_LENGTH)
    try:
        return paginator.page(
            1 if not number else number if re.fullmatch("-?[0-9]+", number) else "?"
        ), []
    except PageNotAnInteger:
        page = paginator.page(1)
    except EmptyPage:
        page = paginator.page(1 if int(number) < 1 else paginator.num_pages)
    notice = _("There is no page «%(asked)s». You see page %(number)s.")
    return page, [notice % {"asked": shown(number), "number": page.number}]


def structured_list(
    request: HttpRequest, asked: InitiativeFilter, page: Page[SafeString]
) -> dict[str, Any]:
    """What search engines are told of a page of the list. One query."""
    first = page.start_index()
    keys = asked.page(max(0, first - 1), PAGE_LENGTH)
    return list_data(
        keys, first, page.paginator.count, request.build_absolute_uri(), site_root(request)
    )


@public_page()
def names(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """What a script offers while a reader writes, by the name of the field."""
    response = JsonResponse(names_offered(InitiativeFilter(QueryDict(), snapshot)))
    response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response


@public_page(takes_query=True)
def facet_options(request: HttpRequest, snapshot: Snapshot, facet: str) -> HttpResponse:
    """All the options of one facet, on a page of their own."""
    asked = InitiativeFilter(request.GET, snapshot)
    if facet not in asked.facets():
        raise Http404
    if elsewhere := redirect_to_canonical(request, asked.canonical.without(PAGE).query):
        return elsewhere
    response = render(
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
    response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response
