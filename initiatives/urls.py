"""The readers' pages, with the same words in both written forms; /nn/ or /nb/ stands before."""

from django.urls import path
from django.views.generic import RedirectView

from initiatives.models.kinds import TERM_KINDS
from initiatives.outgoing.exports.formats import FORMATS
from initiatives.pages.caching import read_only
from initiatives.views import (
    comparison,
    confirmation,
    entries,
    exports,
    lists,
    open_data,
    overviews,
    place_pages,
    site,
    terms,
)

TERM_WORDS = {name: kind.parameter for name, kind in TERM_KINDS.items()}
to_places = read_only(RedirectView.as_view(pattern_name="places", permanent=True))
to_terms = read_only(RedirectView.as_view(pattern_name="terms", permanent=True))

urlpatterns = [
    path("", lists.front_page, name="front-page"),
    path("om/", site.about, name="about"),
    path("personvern/", site.privacy, name="privacy"),
    path("universell-utforming/", site.accessibility, name="accessibility"),
    # The list and its entries
    path("tiltak/", lists.initiative_list, name="initiative-list"),
    path("tiltak/alle/<slug:facet>/", lists.facet_options, name="facet-options"),
    path("forslag.json", lists.names, name="names"),
    path("tiltak/<slug:slug>/", entries.initiative, name="initiative"),
    path("side-om-side/", comparison.comparison, name="comparison"),
    # Places
    path("kommune/", place_pages.all_places, name="places"),
    path("kommune/<str:word>/", place_pages.municipality, name="municipality"),
    path("fylke/<str:word>/", place_pages.county, name="county"),
    path("region/<slug:slug>/", place_pages.region, name="region"),
    *(path(f"{word}/", to_places) for word in ("fylke", "region")),
    # Terms, under the word of the parameter that filters by them
    path("emne/", terms.all_terms, name="terms"),
    *(
        path(f"{word}/<slug:slug>/", terms.term, {"kind": kind}, name=kind)
        for kind, word in TERM_WORDS.items()
    ),
    *(path(f"{word}/", to_terms) for word in TERM_WORDS.values()),
    # All of it at once
    path("kart/", overviews.map_page, name="map"),
    path("statistikk/", overviews.statistics, name="statistics"),
    # The list as files, as a feed and on paper
    *(
        path(f"tiltak.{suffix}", exports.export, {"suffix": suffix}, name=f"export-{suffix}")
        for suffix in FORMATS
    ),
    path("tiltak.atom", exports.feed, name="feed"),
    path("utskrift/", exports.booklet, name="booklet"),
    # Open data
    path("apne-data/", open_data.about_data, name="open-data"),
    path("apne-data/api/", open_data.about_api, name="api-docs"),
    # For contacts that are asked whether an entry is right
    path("svar/takk/", confirmation.thanks, name="confirmation-thanks"),
    path("svar/<str:token>/", confirmation.confirmation, name="confirmation"),
    # For browsers
    path("opensearch.xml", site.opensearch, name="opensearch"),
]
