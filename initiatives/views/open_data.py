"""What goes out, told to people (open data, the API) and to catalogues of data (DCAT-AP-NO)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.finding.address import site_root
from initiatives.finding.snapshot import Snapshot
from initiatives.outgoing.api.reading import read
from initiatives.outgoing.exports.about import LICENCE, LICENCE_URL
from initiatives.outgoing.linked_data import to_json, to_turtle
from initiatives.outgoing.open_data import describe
from initiatives.outgoing.structured_data import dataset_data
from initiatives.pages.caching import public_page

# By the end of the address: the media type, and how it is written.
DESCRIPTIONS = {
    "ttl": ("text/turtle; charset=utf-8", to_turtle),
    "jsonld": ("application/ld+json", to_json),
}


@public_page()
def about_data(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    context = {
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "data": dataset_data(site_root(request)),
    }
    return render(request, "initiatives/open_data.html", context)


@public_page()
def about_api(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/api_docs.html", {"api": read()})


@public_page(is_open_to_all=True, holds_both_forms=True)
def description(request: HttpRequest, snapshot: Snapshot, suffix: str) -> HttpResponse:
    """The whole catalogue as linked data for catalogues of data."""
    media_type, write = DESCRIPTIONS[suffix]
    told = write(describe(site_root(request), snapshot.version))
    return HttpResponse(told, content_type=media_type)
