"""What search engines are told of a page: schema.org, as objects for JSON-LD."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.language import FORMS, reader_form
from initiatives.models import Initiative, Municipality
from initiatives.outgoing.exports.about import LICENCE_URL, tell_of_catalogue
from initiatives.outgoing.exports.formats import FORMATS

CONTEXT = "https://schema.org"


def entry_data(initiative: Initiative, root: str) -> list[dict[str, Any]]:
    """An entry `with_entry_content` as an article, and where it stands. No query.

    `root` is the site's address without a path.
    """
    url = root + initiative.get_absolute_url()
    trail = [
        (_("Initiatives"), root + reverse("initiative-list")),
        (str(initiative.title), url),
    ]
    return [_article(initiative, url, root), _breadcrumbs(trail)]


def _article(initiative: Initiative, url: str, root: str) -> dict[str, Any]:
    title = initiative.title
    told = {
        "@context": CONTEXT,
        "@type": "Article",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": str(title),
        "description": str(initiative.lead),
        "inLanguage": title.lang,
        "datePublished": _time(initiative.first_published_at),
        "dateModified": _time(initiative.changed_at),
        "keywords": [str(link.label) for link in initiative.activitylinks.all()],
        "spatialCoverage": [_place(link.term) for link in initiative.municipalitylinks.all()],
        "publisher": _publisher(root),
        "isPartOf": {
            "@type": "WebSite",
            "name": _("Tilflyttingskatalogen"),
            "url": f"{root}/{reader_form()}/",
        },
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def _time(moment: Any) -> str | None:
    return moment.isoformat() if moment else None


def _place(municipality: Municipality) -> dict[str, Any]:
    return {
        "@type": "Place",
        "name": municipality.name,
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": municipality.latitude,
            "longitude": municipality.longitude,
        },
        "containedInPlace": {"@type": "AdministrativeArea", "name": municipality.county.name},
    }


def _publisher(root: str) -> dict[str, Any]:
    return {
        "@type": "Organization",
        "name": settings.PUBLISHER_NAME,
        "url": settings.PUBLISHER_URI or f"{root}/",
    }


def _breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(trail, start=1)
        ],
    }


def list_data(keys: Sequence[int], first: int, total: int, url: str, root: str) -> dict[str, Any]:
    """A page of a list as a collection of `total`. One query.

    `keys` are of the entries on the page, in order; the first of them stands at position `first`
    (from 1).
    """
    rows = Initiative.objects.published().order_by().only(*_LISTED).in_bulk(keys)
    found = [rows[key] for key in keys if key in rows]
    return {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "url": url,
        "inLanguage": reader_form(),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": total,
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": str(entry.title),
                    "url": root + entry.get_absolute_url(),
                }
                for position, entry in enumerate(found, start=first)
            ],
        },
    }


_LISTED = ("slug", *(f"title_{form}" for form in FORMS))


def dataset_data(root: str) -> dict[str, Any]:
    """The whole catalogue as a set of data, with its files."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": _("Work to attract new residents in Norwegian municipalities"),
        "description": tell_of_catalogue(),
        "url": root + reverse("open-data"),
        "inLanguage": list(FORMS),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": _publisher(root),
        "spatialCoverage": {"@type": "Country", "name": _("Norway")},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind.media_type.partition(";")[0],
                "contentUrl": root + reverse(f"export-{suffix}"),
            }
            for suffix, kind in FORMATS.items()
        ],
    }
