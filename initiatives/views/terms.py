"""The page of a term of any kind, and the page of all terms."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from initiatives.finding.snapshot import Snapshot
from initiatives.models.kinds import KINDS
from initiatives.models.mergers import find_by_slug
from initiatives.pages.caching import public_page
from initiatives.pages.term_pages import TermPage, list_terms
from initiatives.views.sharing import render_shared


@public_page()
def term(request: HttpRequest, snapshot: Snapshot, kind: str, slug: str) -> HttpResponse:
    """By its address word; a former one, also of a term that was merged into it, leads on."""
    found: Any = find_by_slug(KINDS[kind].model, slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    return render_shared(
        request, "initiatives/term.html", snapshot, TermPage.of(snapshot, kind, found)
    )


@public_page()
def all_terms(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/terms.html", {"groups": list_terms(snapshot)})
