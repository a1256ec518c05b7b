"""The readers' pages, with the same words in both written forms; /nn/ or /nb/ stands before."""

from django.urls import path

from initiatives.views import entries, lists, overviews, site

urlpatterns = [
    path("", lists.front_page, name="front-page"),
    path("om/", site.about, name="about"),
    # The list and its entries
    path("tiltak/", lists.initiative_list, name="initiative-list"),
    path("tiltak/alle/<slug:facet>/", lists.facet_options, name="facet-options"),
    path("tiltak/<slug:slug>/", entries.initiative, name="initiative"),
    # All of it at once
    path("kart/", overviews.map_page, name="map"),
    path("statistikk/", overviews.statistics, name="statistics"),
]
