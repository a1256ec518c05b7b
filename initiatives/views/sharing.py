"""What pages of places and of terms have in common: entries that share something, the newest as
cards.
"""

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
    """The page with its newest cards, in one query; without any entry it is kept from search
    engines.

    The template's `<meta name="robots">` says the same.
    """
    keys = snapshot.orders["published"].page(page.entries, 0, NEWEST)
    response = render(request, template, {"page": page, "newest": kept_cards(snapshot, keys)})
    if not page.entries:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
