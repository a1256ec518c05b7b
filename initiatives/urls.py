"""The readers' pages, with the same words in both written forms; /nn/ or /nb/ stands before."""

from django.urls import path

from initiatives import views

urlpatterns = [
    path("", views.front_page, name="front-page"),
    path("om/", views.about, name="about"),
    # The list and its entries
    path("tiltak/", views.initiative_list, name="initiative-list"),
    path("tiltak/alle/<slug:facet>/", views.facet_options, name="facet-options"),
    path("tiltak/<slug:slug>/", views.initiative, name="initiative"),
]
