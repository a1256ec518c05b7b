"""What search engines should know: fixed pages, real entries, and terms and places in use.

An index names a sitemap for each of these, and for each portion of very many entries.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from initiatives.finding.snapshot import Snapshot
from initiatives.finding.usage import Usage, usage_of_all
from initiatives.models import Initiative
from initiatives.models.kinds import TERM_KINDS


class PageSitemap(Sitemap[str]):
    i18n = True
    alternates = True

    def items(self) -> list[str]:
        overviews = ["initiative-list", "map", "statistics", "places", "terms"]
        return [
            "front-page",
            *overviews,
            "about",
            "open-data",
            "api-docs",
            "privacy",
            "accessibility",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class InitiativeSitemap(Sitemap[Initiative]):
    i18n = True
    alternates = True
    # Addresses. With the alternates of each that is some 5 MB; 50 MB is the most there may be.
    limit = 10_000

    def items(self) -> QuerySet[Initiative]:
        real = Initiative.objects.published().filter(is_example=False)
        return real.order_by("slug").only("slug", "changed_at")

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = self.items().aggregate(latest=Max("changed_at"))["latest"]
        return latest

    def lastmod(self, item: Initiative) -> datetime:
        return item.changed_at


class UsageSitemap(Sitemap[Usage]):
    """Terms and places that any entry has; the pages of others ask robots to leave."""

    i18n = True
    alternates = True

    def __init__(self, snapshot: Snapshot, kinds: Iterable[str]) -> None:
        self.snapshot, self.kinds = snapshot, kinds

    def items(self) -> list[Usage]:
        return [
            usage
            for kind in self.kinds
            for usage in usage_of_all(self.snapshot, kind)
            if usage.count
        ]

    def location(self, item: Usage) -> str:
        return item.url


def sitemaps_of(snapshot: Snapshot) -> dict[str, type[Sitemap[Any]] | Sitemap[Any]]:
    """The sitemaps by name."""
    return {
        "pages": PageSitemap(),
        "initiatives": InitiativeSitemap(),
        "places": UsageSitemap(snapshot, ("county", "region", "municipality")),
        "terms": UsageSitemap(snapshot, TERM_KINDS),
    }
