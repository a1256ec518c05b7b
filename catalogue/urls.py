"""The whole address space: readers' pages under each written form, the admin, and what machines ask for."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from initiatives import views
from initiatives.sitemaps import SITEMAPS

urlpatterns = [
    # For readers
    path("", views.choose_form, name="choose-form"),
    *i18n_patterns(path("", include("initiatives.urls"))),
    # For editors
    path("admin/", admin.site.urls),
    path("skriftform/", include("django.conf.urls.i18n")),
    # For machines
    path("helse/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
