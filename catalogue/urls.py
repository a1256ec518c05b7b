"""The whole address space: the app's pages, the admin and what machines ask for."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("skriftform/", include("django.conf.urls.i18n")),
    #    path("", include("initiatives.urls")),
]

# handler400 = views.bad_request
# handler403 = views.permission_denied
# handler404 = views.page_not_found
# handler500 = views.server_error
