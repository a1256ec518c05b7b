"""Tags of the templates: the other form's page, text in another form, Markdown, and links to lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.db.models import Model
from django.http import HttpRequest
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives import prose
from initiatives.address import Address
from initiatives.facets import Chip, Facet
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


@register.simple_tag
def tick_box_folds(facets: Sequence[Facet]) -> SafeString:
    """Facets as tick boxes, each in a fold; the first one and those with something chosen stand open.

    There are a hundred boxes on a page, so no template is run for each, and what stays the same is kept.
    """
    form = reader_form()
    folds = []
    for facet in facets:
        start, between, end = _fold(facet.label, facet.chosen, form)
        is_open = " open" if facet.chosen or facet is facets[0] else ""
        folds.append(f"{start}{is_open}{between}{_tick_boxes(facet)}</fieldset>{_ways_to_more(facet)}{end}")
    return mark_safe("\n".join(folds))  # noqa: S308 - what format_html made, and tick boxes


@lru_cache(maxsize=1024)
def _fold(label: str, chosen: int, form: str) -> tuple[SafeString, SafeString, SafeString]:
    """The HTML of a fold before and after the place of `open`, and after the tick boxes; `form` is active."""
    badge = (
        format_html(' <span class="ds-tag" data-size="sm">{}</span>', chosen_text(chosen)) if chosen else ""
    )
    return (
        mark_safe('<details class="ds-details" data-size="sm"'),
        format_html(
            '><summary>{}{}</summary><div><fieldset class="ds-fieldset facet-options">'
            '<legend class="ds-sr-only">{}</legend>\n',
            *(label, badge, label),
        ),
        mark_safe("</div></details>"),
    )


@register.filter
def chosen_text(number: int) -> str:
    """`3 valde`."""
    return ngettext("%(number)s chosen", "%(number)s chosen", number) % {"number": number}


_MORE = """
<div class="facet-more">
  <label class="ds-label" for="{0}-name">{1}</label>
  <input class="ds-input" id="{0}-name" name="{0}" data-names="{2}" autocomplete="off">
  <a class="ds-link" href="{3}{4}" rel="nofollow">{5}</a>
</div>
"""


def _ways_to_more(facet: Facet) -> SafeString | str:
    """For a facet that is shown in short: a field for the name of an option, and the page of all options."""
    if not facet.hidden:
        return ""
    return format_html(
        _MORE,
        facet.name,
        _("%(label)s: write the name") % {"label": facet.label},
        reverse("names"),
        reverse("facet-options", args=[facet.name]),
        facet.asked.query,
        _("%(label)s: see all") % {"label": facet.label},
    )


def _tick_boxes(facet: Facet) -> str:
    """The options of a facet as tick boxes; those that would give nothing are there too."""
    boxes = []
    for option in facet.options:
        start, end = _tick_box(facet.name, option.value, option.label)
        empty, checked = "" if option.count else " is-empty", " checked" if option.is_chosen else ""
        boxes.append(
            f'<div class="ds-field{empty}">{start}{checked}{end}({option.count:d})</span></label></div>'
        )
    return "\n".join(boxes)


@lru_cache(maxsize=4096)
def _tick_box(name: str, value: str, label: str) -> tuple[SafeString, SafeString]:
    """The HTML of a tick box before and after the place of `checked`."""
    return (
        format_html(
            '<input class="ds-input" type="checkbox" name="{}" value="{}" id="{}-{}"',
            name,
            value,
            name,
            value,
        ),
        format_html(
            '><label class="ds-label" data-weight="regular" for="{}-{}">{} <span class="count">',
            *(name, value, label),
        ),
    )
