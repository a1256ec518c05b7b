"""The page of an entry."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from initiatives.address import site_root
from initiatives.caching import public_page
from initiatives.entry import EntryPage
from initiatives.models import FormerSlug, Initiative, Status
from initiatives.similar import similar_to
from initiatives.snapshot import Snapshot
from initiatives.structured_data import entry_data


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
