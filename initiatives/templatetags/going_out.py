"""Tags for what goes out: a list as files and as a feed."""

from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.functional import Promise

from initiatives.address import PAGE, SORT, Address
from initiatives.exports.formats import FORMATS

register = template.Library()


class File(NamedTuple):
    """A list in one of the formats."""

    url: str
    label: str | Promise
    media_type: str


@register.simple_tag
def list_files(address: Address) -> list[File]:
    """All pages of a list as each kind of file."""
    query = address.without(PAGE).query
    return [
        File(reverse(f"export-{suffix}") + query, kind.label, kind.media_type.partition(";")[0])
        for suffix, kind in FORMATS.items()
    ]


@register.simple_tag
def feed_url(address: Address) -> str:
    """The feed of a list, which has an order of its own."""
    return reverse("feed") + address.without(SORT).without(PAGE).query
