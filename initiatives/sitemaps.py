"""What search engines should know: the fixed pages, every real entry, and the terms and places in use."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from initiatives.models import Initiative
from initiatives.snapshot import current_snapshot
from initiatives.term_pages import KINDS
from initiatives.usage import Usage, usage_of_all


class PageSitemap(Sitemap):
    i18n = True
    alternates = True

    def items(self) -> list[str]:
        overviews = ["initiative-list", "map", "statistics", "places", "terms"]
        return ["front-page", *overviews, "about", "open-data", "api-docs", "privacy", "accessibility"]

    def location(self, item: str) -> str:
        return reverse(item)


class InitiativeSitemap(Sitemap):
    i18n = True
    alternates = True

    def items(self) -> QuerySet[Initiative]:
        return Initiative.objects.published().filter(is_example=False).order_by("slug")

    def lastmod(self, item: Initiative) -> datetime:
        return item.changed_at


class UsageSitemap(Sitemap):
    """Terms and places that any entry has; the pages of the others ask robots to leave them alone."""

    i18n = True
    alternates = True
    kinds: tuple[str, ...]

    def items(self) -> list[Usage]:
        snapshot = current_snapshot()
        return [usage for kind in self.kinds for usage in usage_of_all(snapshot, kind) if usage.count]

    def location(self, item: Usage) -> str:
        return item.url


class PlaceSitemap(UsageSitemap):
    kinds = ("county", "region", "municipality")


class TermSitemap(UsageSitemap):
    kinds = tuple(KINDS)


SITEMAPS = {
    "pages": PageSitemap,
    "initiatives": InitiativeSitemap,
    "places": PlaceSitemap,
    "terms": TermSitemap,
}
