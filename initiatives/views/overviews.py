"""The map and the statistics: all that the list's filters let through, seen at once."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.finding.address import SORT
from initiatives.finding.facets import list_chips
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot
from initiatives.pages.caching import NOT_FOR_ROBOTS, public_page, redirect_to_canonical
from initiatives.pages.maps import CountyMap, Placing
from initiatives.pages.statistics import PER_INHABITANTS, Statistics


@public_page(takes_query=True)
def map_page(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return _overview(request, snapshot, "initiatives/map.html", _map_context)


@public_page(takes_query=True)
def statistics(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return _overview(request, snapshot, "initiatives/statistics.html", _statistics_context)


def _map_context(asked: InitiativeFilter) -> Mapping[str, Any]:
    picture = CountyMap.with_dots(asked)
    return {
        "map": picture,
        "placing": Placing.of(asked),
        "counties": sorted(picture.by_county, key=lambda tally: -tally.count),
        "municipalities": picture.by_municipality,
    }


def _statistics_context(asked: InitiativeFilter) -> Mapping[str, Any]:
    return {"statistics": Statistics.of(asked), "per_inhabitants": PER_INHABITANTS}


def _overview(
    request: HttpRequest,
    snapshot: Snapshot,
    template: str,
    make_context: Callable[[InitiativeFilter], Mapping[str, Any]],
) -> HttpResponse:
    """A page about all that is asked for at once. Robots may keep only the one of everything."""
    asked = InitiativeFilter(request.GET, snapshot)
    canonical = asked.canonical.without(SORT)
    if elsewhere := redirect_to_canonical(request, canonical.query):
        return elsewhere
    context = {
        "address": asked.address,
        "asked": asked,
        "total": len(asked.matching),
        "is_for_readers_only": bool(canonical.pairs),
        "notices": asked.notices,
        "chips": list_chips(asked),
    }
    response = render(request, template, {**context, **make_context(asked)})
    if canonical.pairs:
        response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response
