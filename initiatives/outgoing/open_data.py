"""The catalogue described for catalogues of data: DCAT-AP-NO 2
(data.norge.no/specification/dcat-ap-no).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from initiatives.language import BOKMAL, FORMS, NYNORSK
from initiatives.models.changes import time_of
from initiatives.outgoing.exports.about import tell_of_catalogue
from initiatives.outgoing.exports.formats import FORMATS
from initiatives.outgoing.feeds import CatalogueFeed
from initiatives.outgoing.linked_data import Node, in_form, ref, typed

EU = "http://publications.europa.eu/resource/authority"
IANA = "https://www.iana.org/assignments/media-types"
LICENCE = ref(f"{EU}/licence/CC_BY_4_0")
LANGUAGES = {NYNORSK: ref(f"{EU}/language/NNO"), BOKMAL: ref(f"{EU}/language/NOB")}
# What the entries are about: regions and cities, population and society.
THEMES = [ref(f"{EU}/data-theme/REGI"), ref(f"{EU}/data-theme/SOCI")]


def describe(root: str, version: int) -> list[Node]:
    """The catalogue, its one set of data, its files and feeds in both forms, and its API.

    `root` is the site's address without a path, `version` the catalogue's.
    """
    return [
        _catalogue(root, version),
        _publisher(root),
        _dataset(root, version),
        *_files(root),
        _api_distribution(root),
        _api(root),
    ]


def name_of(root: str, part: str) -> str:
    """The address of a part of the description, which leads to the description itself."""
    return f"{root}{reverse('dcat-turtle')}#{part}"


def in_both(text: Callable[[], str]) -> list[dict[str, str]]:
    """A text in each of the written forms."""
    texts = []
    for form in FORMS:
        with translation.override(form):
            texts.append(in_form(text(), form))
    return texts


def _common(root: str, part: str) -> dict[str, Any]:
    """What the catalogue, the data and the API have in common."""
    return {
        "dct:identifier": name_of(root, part),
        "dct:publisher": ref(_publisher_address(root)),
        "dct:license": LICENCE,
        "dct:language": list(LANGUAGES.values()),
        "dcat:contactPoint": _contact(root),
    }


def _modified(version: int) -> dict[str, Any]:
    return {"dct:modified": typed(time_of(version).isoformat(), "xsd:dateTime")} if version else {}


def _catalogue(root: str, version: int) -> Node:
    return {
        "@id": name_of(root, "katalog"),
        "@type": "dcat:Catalog",
        "dct:title": in_both(lambda: _("Tilflyttingskatalogen")),
        "dct:description": in_both(tell_of_catalogue),
        **_common(root, "katalog"),
        **_modified(version),
        "foaf:homepage": ref(f"{root}/"),
        "dcat:dataset": ref(name_of(root, "tiltak")),
        "dcat:service": ref(name_of(root, "api")),
    }


def _publisher_address(root: str) -> str:
    return settings.PUBLISHER_URI or name_of(root, "utgivar")


def _publisher(root: str) -> Node:
    return {
        **ref(_publisher_address(root)),
        "@type": "foaf:Agent",
        "foaf:name": settings.PUBLISHER_NAME,
    }


def _contact(root: str) -> Node:
    """The publisher's e-mail, or where there is none, the page about the catalogue."""
    with translation.override(NYNORSK):
        page = {"vcard:hasURL": ref(root + reverse("about"))}
    email = settings.PUBLISHER_EMAIL
    how = {"vcard:hasEmail": ref(f"mailto:{email}")} if email else page
    return {"@type": "vcard:Organization", "vcard:fn": settings.PUBLISHER_NAME, **how}


def _dataset(root: str, version: int) -> Node:
    parts = [
        *(_file_part(suffix, form) for form in FORMS for suffix in _media_types()),
        "tiltak-api",
    ]
    return {
        "@id": name_of(root, "tiltak"),
        "@type": "dcat:Dataset",
        "dct:title": in_both(
            lambda: _("Work to attract new residents in Norwegian municipalities")
        ),
        "dct:description": in_both(tell_of_catalogue),
        **_common(root, "tiltak"),
        **_modified(version),
        "dcat:theme": THEMES,
        "dcat:keyword": [
            *in_both(lambda: _("moving in")),
            *in_both(lambda: _("rural development")),
        ],
        "dct:spatial": ref(f"{EU}/country/NOR"),
        "dct:accessRights": ref(f"{EU}/access-right/PUBLIC"),
        "dct:accrualPeriodicity": ref(f"{EU}/frequency/IRREG"),
        "dcat:landingPage": [ref(page) for page in _in_each_form(root, "open-data")],
        "dcat:distribution": [ref(name_of(root, part)) for part in parts],
    }


def _in_each_form(root: str, name: str) -> list[str]:
    """The address of a page in each of the written forms."""
    addresses = []
    for form in FORMS:
        with translation.override(form):
            addresses.append(root + reverse(name))
    return addresses


def _media_types() -> dict[str, str]:
    """By the end of the address: the media type of each file and of the feed."""
    types = {suffix: kind.media_type for suffix, kind in FORMATS.items()} | {
        "atom": CatalogueFeed.content_type
    }
    return {suffix: media_type.partition(";")[0] for suffix, media_type in types.items()}


def _file_part(suffix: str, form: str) -> str:
    return f"tiltak-{suffix}-{form}"


def _files(root: str) -> Iterator[Node]:
    for suffix, media_type in _media_types().items():
        addresses = _in_each_form(root, "feed" if suffix == "atom" else f"export-{suffix}")
        label = FORMATS[suffix].label if suffix in FORMATS else None
        for form, address in zip(FORMS, addresses, strict=True):
            yield {
                "@id": name_of(root, _file_part(suffix, form)),
                "@type": "dcat:Distribution",
                "dct:title": in_both(lambda label=label: str(label or _("Feed (Atom)"))),  # type: ignore[misc]
                "dcat:accessURL": ref(address),
                "dcat:downloadURL": ref(address),
                "dcat:mediaType": ref(f"{IANA}/{media_type}"),
                "dct:license": LICENCE,
                "dct:language": LANGUAGES[form],
            }


def _api_distribution(root: str) -> Node:
    return {
        "@id": name_of(root, "tiltak-api"),
        "@type": "dcat:Distribution",
        "dct:title": in_both(lambda: _("The API")),
        "dcat:accessURL": ref(_endpoint(root)),
        "dcat:accessService": ref(name_of(root, "api")),
        "dcat:mediaType": ref(f"{IANA}/application/json"),
        "dct:license": LICENCE,
        "dct:language": list(LANGUAGES.values()),
    }


def _api(root: str) -> Node:
    pages: Sequence[str] = _in_each_form(root, "api-docs")
    return {
        "@id": name_of(root, "api"),
        "@type": "dcat:DataService",
        "dct:title": in_both(lambda: _("The API of Tilflyttingskatalogen")),
        "dct:description": in_both(
            lambda: _(
                "The published catalogue for other programs. It needs no key, and may be asked from"
                " any site."
            )
        ),
        **_common(root, "api"),
        "dcat:endpointURL": ref(_endpoint(root)),
        "dcat:endpointDescription": ref(root + reverse("api-v1:openapi")),
        "dcat:landingPage": [ref(page) for page in pages],
        "dcat:mediaType": ref(f"{IANA}/application/json"),
        "dcat:servesDataset": ref(name_of(root, "tiltak")),
    }


def _endpoint(root: str) -> str:
    return root + reverse("api-v1:root")
