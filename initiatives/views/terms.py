"""The page of a term of any kind, and the page of all terms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from initiatives.caching import public_page
from initiatives.snapshot import Snapshot
from initiatives.term_pages import KINDS, TermPage, list_terms
from initiatives.views.sharing import render_shared


@public_page()
def term(request: HttpRequest, snapshot: Snapshot, kind: str, slug: str) -> HttpResponse:
    page = TermPage.of(snapshot, kind, get_object_or_404(KINDS[kind], slug=slug))
    return render_shared(request, "initiatives/term.html", snapshot, page)


@public_page()
def all_terms(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    return render(request, "initiatives/terms.html", {"groups": list_terms(snapshot)})
