"""Tags of maps: small ones for an entry or a place, and what a large one has hundreds of."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from initiatives.finding.tallies import Tally
from initiatives.models import County, Municipality
from initiatives.pages.maps import Dot, Thumbnail

register = template.Library()

_CIRCLE = '<circle class="dot" cx="{}" cy="{}" r="{}"/>'
_LINKED = '<a href="{}{}"{}><title>{}</title>{}</a>'
_NAMED = "<g><title>{}</title>{}</g>"
_ROW = '<tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td></tr>'


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


@register.simple_tag
def map_dots(dots: Iterable[Dot]) -> SafeString:
    """Dots as links. There are hundreds on a map, so no template is run for each."""
    path = reverse("initiative-list")
    return format_html_join("\n", "{}", ((_dot(dot, path),) for dot in dots))


def _dot(dot: Dot, path: str) -> SafeString:
    circle = format_html(_CIRCLE, dot.x, dot.y, dot.radius)
    if dot.tally.address is None:
        return format_html(_NAMED, dot.tally.text, circle)
    current = format_html(' aria-current="{}"', "true") if dot.is_chosen else ""
    return format_html(_LINKED, path, dot.tally.address.query, current, dot.tally.text, circle)


@register.simple_tag
def tally_rows(tallies: Iterable[Tally]) -> SafeString:
    """Rows of a table: the value, linked to the list of just those; how many; and the share."""
    path = reverse("initiative-list")
    rows = ((_value(tally, path), tally.count, tally.share) for tally in tallies)
    return format_html_join("\n", _ROW, rows)


def _value(tally: Tally, path: str) -> SafeString | str:
    if tally.address is None:
        return tally.label
    return format_html(
        '<a class="ds-link" href="{}{}">{}</a>', path, tally.address.query, tally.label
    )
