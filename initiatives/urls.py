"""The readers' pages, with the same words in both written forms; /nn/ or /nb/ stands before."""

from django.urls import path

from initiatives.exports.formats import FORMATS
from initiatives.views import entries, exports, lists, open_data, site

urlpatterns = [
    path("", lists.front_page, name="front-page"),
    path("om/", site.about, name="about"),
    # The list and its entries
    path("tiltak/", lists.initiative_list, name="initiative-list"),
    path("tiltak/alle/<slug:facet>/", lists.facet_options, name="facet-options"),
    path("tiltak/<slug:slug>/", entries.initiative, name="initiative"),
    # The list as files and as a feed
    *(
        path(f"tiltak.{suffix}", exports.export, {"suffix": suffix}, name=f"export-{suffix}")
        for suffix in FORMATS
    ),
    path("tiltak.atom", exports.feed, name="feed"),
    # Open data
    path("apne-data/", open_data.about_data, name="open-data"),
    path("apne-data/api/", open_data.about_api, name="api-docs"),
    # For browsers
    path("opensearch.xml", site.opensearch, name="opensearch"),
]
