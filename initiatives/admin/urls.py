"""Pages of the editors' desk that are no model's list or form; they stand before Django's."""

from django.contrib import admin
from django.urls import path

from initiatives.admin import health, translation, translation_report

urlpatterns = [
    path(
        "initiatives/initiative/<int:pk>/translation/",
        admin.site.admin_view(translation.translation),
        name="entry-translation",
    ),
    path(
        "translations/", admin.site.admin_view(translation_report.report), name="translation-report"
    ),
    path("health/", admin.site.admin_view(health.health), name="catalogue-health"),
]
