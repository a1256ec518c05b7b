"""What pages of places and of terms have in common: the newest of entries that share something."""

from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from pyroaring import BitMap

from initiatives.finding.snapshot import Snapshot
from initiatives.pages.cards import kept_cards

NEWEST = 10


class Sharing(Protocol):
    """What a page shows of entries that share a term or place."""

    @property
    def entries(self) -> BitMap: ...


def render_shared(
    request: HttpRequest, template: str, snapshot: Snapshot, page: Sharing
) -> HttpResponse:
    """The page with its newest cards, in one query; without entries it is kept from robots.

    The template's `<meta name="robots">` says the same.
    """
    keys = snapshot.orders["published"].page(page.entries, 0, NEWEST)
    response = render(request, template, {"page": page, "newest": kept_cards(snapshot, keys)})
    if not page.entries:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
