"""The tag of small maps, for pages about one entry or one place."""

from collections.abc import Iterable
from typing import Any

from django import template

from initiatives.maps import Thumbnail
from initiatives.models import County, Municipality

register = template.Library()


@register.inclusion_tag("components/thumbnail_map.html")
def thumbnail_map(
    municipalities: Iterable[Municipality] = (), counties: Iterable[County] = (), label: str = ""
) -> dict[str, Any]:
    """A small map with a dot for each municipality and each county marked. No query.

    Without a `label` it is decoration, for where the places are named beside it.
    """
    return {
        "map": Thumbnail.of(municipalities, [county.number for county in counties]),
        "label": label,
    }
