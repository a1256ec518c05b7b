"""Body text: Markdown with only paragraphs, subheadings, lists, emphasis and links, cleaned."""

import re
from collections.abc import Sequence

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_RULES = [
    "heading",
    "list",
    "emphasis",
    "link",
    "newline",
    "escape",
    "balance_pairs",
    "fragments_join",
]
_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "em", "strong", "a", "br"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}

# Marks that mean something to Markdown rather than to a reader.
_MARKS = re.compile(r"^\s*(#+|[-*+]|\d+[.)])\s+|[*_\[]|\]\([^)]*\)", re.MULTILINE)

_markdown = MarkdownIt("zero").enable(_RULES)
# The title of the page is h1, and the text stands right below it.
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}


def to_html(text: str) -> SafeString:
    """The Markdown `text` as HTML that is safe to show: markup in it is shown as text."""
    tokens = parse(text)
    for token in tokens:
        token.tag = _HEADINGS.get(token.tag, token.tag)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="nofollow noopener"
    )
    return mark_safe(clean)  # noqa: S308 - cleaned by nh3 on the line above


def parse(text: str) -> Sequence[Token]:
    """The tokens of the Markdown `text`, by the rules of `to_html`."""
    return _markdown.parse(text)


def to_line(text: str) -> str:
    """The Markdown `text` without its marks, as one line; for excerpts."""
    return " ".join(_MARKS.sub("", text).split())
