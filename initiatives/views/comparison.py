"""Initiatives side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.finding.address import PAGE, TRAY
from initiatives.finding.facets import list_tray
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot
from initiatives.models import Initiative
from initiatives.pages.caching import NOT_FOR_ROBOTS, public_page, redirect_to_canonical
from initiatives.pages.comparison import Comparison


@public_page(takes_query=True)
def comparison(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """Those laid aside; the filters of the list go along, for the way back."""
    asked = InitiativeFilter(request.GET, snapshot)
    if elsewhere := redirect_to_canonical(request, asked.canonical.without(PAGE).query):
        return elsewhere
    chosen = (
        Initiative.objects.published()
        .with_entry_content()
        .filter(slug__in=asked.tray)
        .order_by("slug")
    )
    response = render(
        request,
        "initiatives/comparison.html",
        {
            "address": asked.address.only(TRAY),
            "list_address": asked.address,
            "notices": asked.notices,
            "split": asked.split,
            "comparison": Comparison.of(list(chosen)),
            "tray": list_tray(asked),
        },
    )
    response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response
