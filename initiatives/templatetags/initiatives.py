"""Tags of the templates: kept parts, the other form's page, text in a form, Markdown, lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django import template
from django.db.models import Model
from django.http import HttpRequest
from django.template import RequestContext
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from initiatives.finding.address import Address
from initiatives.finding.facets import Chip
from initiatives.language import FORM_NAMES, FORMS, Written, reader_form
from initiatives.pages import prose

register = template.Library()


@register.simple_tag
def kept(template_name: str, **values: str) -> SafeString:
    """A component that is the same for everyone but for `values`, which it shows as they are.

    It is rendered once for each written form, and filled in.
    """
    pieces = list(_with_gaps(template_name, reader_form(), tuple(values)))
    pieces[1::2] = [conditional_escape(values[name]) for name in pieces[1::2]]
    return mark_safe("".join(pieces))  # noqa: S308 - a template's, with escaped values


@cache
def _with_gaps(template_name: str, form: str, names: tuple[str, ...]) -> Sequence[str]:
    """A piece of the component and the name of the value that follows, in turns; `form` is active.

    Gaps are marked by characters for private use, which no text has.
    """
    gaps = {name: mark_safe(f"\ue000{name}\ue001") for name in names}  # noqa: S308 - names of parameters
    return re.split("\ue000([a-z_]+)\ue001", render_to_string(template_name, gaps))


@dataclass(frozen=True)
class FormPage:
    """This page in one of the written forms."""

    request: HttpRequest
    form: str
    path: str

    @property
    def name(self) -> str:
        return FORM_NAMES[self.form]

    @property
    def is_active(self) -> bool:
        return self.form == reader_form()

    @property
    def url(self) -> str:
        """The absolute address. A host that is not ours raises `DisallowedHost`: error pages have
        none.
        """
        return self.request.build_absolute_uri(self.path)


@register.simple_tag(takes_context=True)
def form_pages(context: RequestContext) -> list[FormPage]:
    """This page in each form, with the canonical query; the front pages where there is none."""
    request = context["request"]
    start, *rest = request.path.lstrip("/").split("/")
    path = "/".join(rest) if start in FORMS else ""
    query = context["address"].query if "address" in context else ""
    return [FormPage(request, form, f"/{form}/{path}{query}") for form in FORMS]


@register.filter
def alternates(pages: Sequence[FormPage]) -> SafeString:
    """For the head: this page in each form, and its canonical address."""
    urls = [(page, page.url) for page in pages]
    alternate, canonical = (
        '<link rel="alternate" hreflang="{}" href="{}">',
        '<link rel="canonical" href="{}">',
    )
    links = [format_html(alternate, page.form, url) for page, url in urls]
    links += [format_html(canonical, url) for page, url in urls if page.is_active]
    return mark_safe("\n  ".join(links))  # noqa: S308 - all by format_html


@register.filter
def other_form_link(pages: Sequence[FormPage]) -> SafeString:
    """For the menu: this page in the form that it is not in."""
    page = next(page for page in pages if not page.is_active)
    return format_html(
        '<li id="other-form">'
        '<a class="ds-link" href="{0}" lang="{1}" hreflang="{1}" data-form="{1}">{2}</a></li>',
        *(page.path, page.form, page.name),
    )


@register.simple_tag
def lang_attr(text: str) -> SafeString | str:
    """` lang="nb"` for a text that is not in the form of the page, else nothing."""
    if isinstance(text, Written) and text.lang and text.lang != reader_form():
        return format_html(' lang="{}"', text.lang)
    return ""


@register.filter
def form_name(form: str) -> str:
    """`Nynorsk` for `nn`."""
    return FORM_NAMES.get(form, form)


@register.filter
def markdown(text: str) -> SafeString:
    """The HTML of a body text."""
    return prose.to_html(text)


@register.simple_tag
def titled(what: str, chips: Sequence[Chip], page: int = 1) -> str:
    """`Tiltak: Brev, Telemark (Side 2)`: the title of a page about what the filters let through."""
    labels = ", ".join(chip.label for chip in chips)
    title, page_word = f"{what}: {labels}" if labels else what, _("Page")
    return f"{title} ({page_word} {page})" if page > 1 else title


@register.simple_tag
def filtered_list(term: Model) -> str:
    """The address of the list of entries that share a term or a place."""
    return reverse("initiative-list") + Address.of_term(term).query
