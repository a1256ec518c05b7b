"""The whole address space: readers' pages in each written form, the admin, and machines'."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from initiatives.views import errors, open_data, site

urlpatterns = [
    # For readers
    path("", site.choose_form, name="choose-form"),
    *i18n_patterns(path("", include("initiatives.urls"))),
    # For editors
    path("admin/", include("initiatives.admin.access.urls")),
    path("admin/", include("initiatives.admin.urls")),
    path("admin/", admin.site.urls),
    path("skriftform/", include("django.conf.urls.i18n")),
    # For machines
    path("helse/", site.health, name="health"),
    path("robots.txt", site.robots, name="robots"),
    path("api/v1/", include("initiatives.outgoing.api.urls")),
    path("data/katalog.ttl", open_data.description, {"suffix": "ttl"}, name="dcat-turtle"),
    path("data/katalog.jsonld", open_data.description, {"suffix": "jsonld"}, name="dcat-json"),
    path("sitemap.xml", site.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", site.sitemap, name="sitemap-section"),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error
