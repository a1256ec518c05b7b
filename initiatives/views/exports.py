"""Lists as files, feeds and on paper. They take the query of the list and keep its order."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from initiatives.finding.address import Address, site_root
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot
from initiatives.outgoing.exports.about import About
from initiatives.outgoing.exports.formats import FORMATS, Format
from initiatives.outgoing.feeds import CatalogueFeed, make_feed
from initiatives.pages.caching import NOT_FOR_ROBOTS, public_page, redirect_to_canonical
from initiatives.pages.cards import kept_cards

# Some fifty pages.
MOST_ON_PAPER = 500
# Search engines are to show the list instead.
NOT_INDEXED = "noindex"


@public_page(takes_query=True, is_open_to_all=True, tells_time=True)
def export(request: HttpRequest, snapshot: Snapshot, suffix: str) -> HttpResponseBase:
    """All pages of a list in one file."""
    asked = InitiativeFilter(request.GET, snapshot)
    if elsewhere := redirect_to_canonical(request, asked.canonical.for_files.query):
        return elsewhere
    about = About.of(asked, _list_url(request, asked.address.for_files))
    response = _file(request, asked, about, FORMATS[suffix])
    response.headers["Content-Disposition"] = content_disposition_header(
        True, about.file_name(suffix)
    )
    response.headers["X-Robots-Tag"] = NOT_INDEXED
    return response


@public_page(takes_query=True, tells_time=True)
def booklet(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """A list on one page, to be printed."""
    asked = InitiativeFilter(request.GET, snapshot)
    address = asked.canonical.for_files
    if elsewhere := redirect_to_canonical(request, address.query):
        return elsewhere
    context = {
        "address": address,
        "about": About.of(asked, _list_url(request, asked.address.for_files)),
        "cards": kept_cards(snapshot, asked.page(0, MOST_ON_PAPER)),
        "left_out": max(0, len(asked.matching) - MOST_ON_PAPER),
    }
    response = render(request, "initiatives/booklet.html", context)
    response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
    return response


@public_page(takes_query=True, is_open_to_all=True)
def feed(request: HttpRequest, snapshot: Snapshot) -> HttpResponseBase:
    """The entries of a list that were published or changed last."""
    asked = InitiativeFilter(request.GET, snapshot)
    if elsewhere := redirect_to_canonical(request, asked.canonical.for_feed.query):
        return elsewhere
    about = About.of(asked, _list_url(request, asked.address.for_feed))
    url = request.build_absolute_uri(reverse("feed") + asked.address.for_feed.query)
    made = make_feed(asked, about, url, site_root(request))
    response = HttpResponse(made.writeString("utf-8"), content_type=CatalogueFeed.content_type)
    response.headers["X-Robots-Tag"] = NOT_INDEXED
    return response


def _file(
    request: HttpRequest, asked: InitiativeFilter, about: About, kind: Format
) -> HttpResponseBase:
    """The file in parts, as they are made.

    Nothing is made of it for those who ask for the headers alone, so these do not say how long
    it is.
    """
    if request.method == "HEAD":
        return StreamingHttpResponse((), content_type=kind.media_type)
    return StreamingHttpResponse(
        kind.write(asked, about, site_root(request)), content_type=kind.media_type
    )


def _list_url(request: HttpRequest, address: Address) -> str:
    return request.build_absolute_uri(reverse("initiative-list") + address.query)
