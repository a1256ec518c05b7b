"""The pages of municipalities, counties and regions, and the page of all of them."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from initiatives.finding.snapshot import Snapshot
from initiatives.models import County, FormerMunicipality, Municipality, Region
from initiatives.pages.caching import public_page
from initiatives.pages.place_pages import AreaPage, FormerName, MunicipalityPage, list_places
from initiatives.views.sharing import render_shared


@public_page()
def municipality(request: HttpRequest, snapshot: Snapshot, word: str) -> HttpResponse:
    """By its number; whatever name stands behind that, the right one is redirected to."""
    number = number_in(word, digits=4)
    place = Municipality.objects.select_related("county").filter(number=number).first()
    if place is None:
        return former_municipality(request, number)
    if request.path != place.get_absolute_url():
        return HttpResponsePermanentRedirect(place.get_absolute_url())
    page = MunicipalityPage.of(snapshot, place)
    return render_shared(request, "initiatives/municipality.html", snapshot, page)


def former_municipality(request: HttpRequest, number: str) -> HttpResponse:
    """Leads to the municipality of today; lets the reader choose where there are several."""
    rows = FormerMunicipality.objects.filter(number=number).select_related("successor__county")
    found = list(rows.order_by("-is_main_successor", "successor__number"))
    if not found:
        raise Http404
    if len(found) == 1:
        return HttpResponsePermanentRedirect(found[0].successor.get_absolute_url())
    context = {"former": FormerName.of(found[0]), "rows": found}
    response = render(request, "initiatives/split_municipality.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@public_page()
def county(request: HttpRequest, snapshot: Snapshot, word: str) -> HttpResponse:
    """By its number, as `municipality`."""
    place = get_object_or_404(County, number=number_in(word, digits=2))
    if request.path != place.get_absolute_url():
        return HttpResponsePermanentRedirect(place.get_absolute_url())
    return render_shared(request, "initiatives/area.html", snapshot, AreaPage.of(snapshot, place))


@public_page()
def region(request: HttpRequest, snapshot: Snapshot, slug: str) -> HttpResponse:
    place = get_object_or_404(Region, slug=slug)
    return render_shared(request, "initiatives/area.html", snapshot, AreaPage.of(snapshot, place))


def number_in(word: str, *, digits: int) -> str:
    """The number that the address word of a place begins with. `Http404` when it has none."""
    number = word.partition("-")[0]
    if not re.fullmatch(rf"[0-9]{{{digits}}}", number):
        raise Http404
    return number


@public_page()
def all_places(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """Counties with their municipalities, and regions."""
    listed = {
        "counties": list(list_places(snapshot, "county")),
        "regions": list_places(snapshot, "region"),
    }
    return render(request, "initiatives/places.html", listed)
