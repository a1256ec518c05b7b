"""What search engines should know: the front page, the list, the pages about it and every real entry."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from initiatives.models import Initiative


class PageSitemap(Sitemap):
    i18n = True
    alternates = True

    def items(self) -> list[str]:
        return ["front-page", "initiative-list", "about", "open-data", "api-docs"]

    def location(self, item: str) -> str:
        return reverse(item)


class InitiativeSitemap(Sitemap):
    i18n = True
    alternates = True

    def items(self) -> QuerySet[Initiative]:
        return Initiative.objects.published().filter(is_example=False).order_by("slug")

    def lastmod(self, item: Initiative) -> datetime:
        return item.changed_at


SITEMAPS = {"pages": PageSitemap, "initiatives": InitiativeSitemap}
