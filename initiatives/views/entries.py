"""The page of an entry."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from initiatives.finding.address import site_root
from initiatives.finding.similar import similar_to
from initiatives.finding.snapshot import Snapshot
from initiatives.models import FormerSlug, Initiative, Status
from initiatives.outgoing.structured_data import entry_data
from initiatives.pages.caching import public_page
from initiatives.pages.entry import EntryPage


@public_page()
def initiative(request: HttpRequest, snapshot: Snapshot, slug: str) -> HttpResponse:
    found = Initiative.objects.published().with_entry_content().filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerSlug, slug=slug, initiative__status=Status.PUBLISHED)
        return HttpResponsePermanentRedirect(former.initiative.get_absolute_url())
    response = render(
        request,
        "initiatives/initiative.html",
        {
            "entry": EntryPage.of(found),
            "similar": similar_to(snapshot, found),
            "structured": entry_data(found, site_root(request)),
        },
    )
    if found.is_example:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
