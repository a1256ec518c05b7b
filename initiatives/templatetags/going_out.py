"""Tags for what goes out: a list as files and as a feed, and what programs are told of a page."""

import json
from functools import cache
from typing import Any, NamedTuple

from django import template
from django.http import HttpRequest
from django.template import RequestContext
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from initiatives.finding.address import site_root
from initiatives.language import reader_form
from initiatives.outgoing.exports.formats import FORMATS
from initiatives.templatetags.initiatives import kept

register = template.Library()

# Nothing in the text may end the element or begin another.
_ESCAPES = {ord(c): f"\\u{ord(c):04X}" for c in "<>&\u2028\u2029"}


class File(NamedTuple):
    """A list in one of the formats."""

    url: str
    label: str | Promise
    media_type: str


@register.simple_tag
def list_files() -> list[File]:
    """What a list can be had as; the query of the list follows each address."""
    return [
        File(reverse(f"export-{suffix}"), kind.label, kind.media_type.partition(";")[0])
        for suffix, kind in FORMATS.items()
    ]


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """Structured data as a block that browsers do not run, and that the policy allows therefore."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped


@register.simple_tag(takes_context=True)
def open_graph(context: RequestContext, title: str, description: str, kind: str) -> SafeString:
    """For the head: how the page looks when somebody shares its address."""
    return kept(
        "components/open_graph.html",
        title=title,
        kind=kind,
        form=reader_form(),
        url=context["request"].build_absolute_uri(),
        image=absolute_static(context, "icons/share.png"),
        **({"description": description} if description else {}),
    )


@register.simple_tag(takes_context=True)
def absolute_static(context: RequestContext, path: str) -> str:
    """The absolute address of a static file. A host that is not ours raises `DisallowedHost`."""
    request: HttpRequest = context["request"]
    return site_root(request) + _static(path)


@cache
def _static(path: str) -> str:
    """The address of a static file, which is looked up among all of them."""
    return static(path)
