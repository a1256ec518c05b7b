"""Tags of the templates: the other form's page, text in another form, Markdown, and links to lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.db.models import Model
from django.http import HttpRequest
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from initiatives import prose
from initiatives.address import Address
from initiatives.facets import Chip
from initiatives.language import FORM_NAMES, FORMS, Written, reader_form

register = template.Library()


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
        """The absolute address. A host that is not ours raises `DisallowedHost`: error pages have none."""
        return self.request.build_absolute_uri(self.path)


@register.simple_tag(takes_context=True)
def form_pages(context: RequestContext) -> list[FormPage]:
    """This page in each form, with the canonical query; the front pages where the page has no form."""
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
def titled(what: str, chips: Sequence[Chip]) -> str:
    """`Tiltak: Brev, Telemark`: the title of a page about what the filters let through."""
    labels = ", ".join(chip.label for chip in chips)
    return f"{what}: {labels}" if labels else what


@register.simple_tag
def filtered_list(term: Model) -> str:
    """The address of the list of entries that share a term or a place."""
    return reverse("initiative-list") + Address.of_term(term).query
