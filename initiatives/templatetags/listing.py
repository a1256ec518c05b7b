"""Tags of the list page, made anew for nearly every reader: what stays the same is kept.

Links and boxes that there are many of are made without a template for each (decision 0011).
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from django import template
from django.core.paginator import Page
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.finding.address import SEARCH, Address
from initiatives.finding.facets import Chip, Facet, Tray
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.orders import sort_orders
from initiatives.finding.filters.validation import MOST_COMPARED
from initiatives.language import reader_form
from initiatives.templatetags.initiatives import kept

register = template.Library()


@register.simple_tag
def most_compared() -> int:
    """How many initiatives can stand side by side."""
    return MOST_COMPARED


@register.simple_tag
def list_form(
    asked: InitiativeFilter, facets: Sequence[Facet], chips: Sequence[Chip], tray: Tray, total: int
) -> SafeString:
    """The form of the list: search, filters and order."""
    start, end = asked.written_years.values()
    return kept(
        "components/list_form.html",
        search=asked.usable[SEARCH],
        laid_aside=hidden_inputs(tray.laid_aside),
        chosen=chosen_badge(len(chips)),
        folds=tick_box_folds(facets),
        start=start,
        end=end,
        orders=sort_options(asked),
        total=str(total),
    )


@register.simple_tag
def chip_links(chips: Sequence[Chip], path: str) -> SafeString:
    """Each chip as a link that removes it."""
    return format_html_join(
        "\n",
        '<li><a class="ds-chip" data-removable href="{}{}" rel="nofollow">'
        '<span class="ds-sr-only">{} {}: </span>{}</a></li>',
        [
            (path, chip.address.query, _("Remove the filter"), chip.facet, chip.label)
            for chip in chips
        ],
    )


@register.filter
def hidden_inputs(pairs: Sequence[tuple[str, str]]) -> SafeString:
    """What a form is to carry along unseen."""
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)


@register.simple_tag
def page_links(page: Page[SafeString], address: Address, path: str) -> SafeString:
    """Links to the previous and the next page, and to first, last and neighbours by number."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    items = [_step(_("Previous"), "prev", page.number - 1, page, address, path)]
    items += [_page_number(number, page.number, address, path) for number in numbers]
    items.append(_step(_("Next"), "next", page.number + 1, page, address, path))
    return mark_safe("\n".join(items))  # noqa: S308 - all by format_html


def _step(
    label: str, rel: str, number: int, page: Page[SafeString], address: Address, path: str
) -> SafeString:
    """The link to a neighbouring page; its label alone where there is no such page."""
    if not 1 <= number <= page.paginator.num_pages:
        return format_html(
            '<li><span class="ds-button" data-variant="tertiary" aria-hidden="true">{}</span></li>',
            label,
        )
    return format_html(
        '<li><a class="ds-button" data-variant="tertiary" rel="{}" href="{}{}">{}</a></li>',
        *(rel, path, address.at_page(number).query, label),
    )


def _page_number(number: int | str, current: int, address: Address, path: str) -> SafeString:
    """The link to a page; a gap between pages has no number and is no link."""
    if not isinstance(number, int):
        return mark_safe("<li><span>…</span></li>")
    return format_html(
        '<li><a class="ds-button" data-variant="tertiary" href="{}{}"{}>'
        '<span class="ds-sr-only">{} </span>{}</a></li>',
        *(path, address.at_page(number).query),
        mark_safe(' aria-current="true"') if number == current else "",
        *(_("Page"), number),
    )


def sort_options(asked: InitiativeFilter) -> SafeString:
    """The orders to choose from."""
    return _sort_options(asked.usual_sort, asked.sort, reader_form())


@cache
def _sort_options(usual: str, chosen: str, form: str) -> SafeString:
    """As `sort_options`; `form` is active."""
    selected = mark_safe(" selected")
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        [
            (value, selected if value == chosen else "", label)
            for value, label in sort_orders(usual).items()
        ],
    )


def tick_box_folds(facets: Sequence[Facet]) -> SafeString:
    """Facets as tick boxes, each in a fold; the first and those with something chosen are open."""
    folds = [_fold(facet, facet is facets[0]) for facet in facets]
    return mark_safe("\n".join(folds))  # noqa: S308 - all by format_html


_FOLD = (
    '<details class="ds-details" data-size="sm"{}><summary>{}{}</summary><div>'
    '<fieldset class="ds-fieldset facet-options"><legend class="ds-sr-only">{}</legend>\n'
    "{}</fieldset>{}</div></details>"
)


def _fold(facet: Facet, is_first: bool) -> SafeString:
    boxes = [
        _tick_box(facet.name, option.value, option.label, option.count, option.is_chosen)
        for option in facet.options
    ]
    return format_html(
        _FOLD,
        mark_safe(" open") if facet.chosen or is_first else "",
        *(facet.label, chosen_badge(facet.chosen), facet.label),
        mark_safe("\n".join(boxes)),  # noqa: S308 - all by format_html
        _ways_to_more(facet),
    )


def chosen_badge(number: int) -> SafeString | str:
    """`3 valde` as a mark; nothing for none."""
    text = ngettext("%(number)s chosen", "%(number)s chosen", number) % {"number": number}
    return format_html(' <span class="ds-tag" data-size="sm">{}</span>', text) if number else ""


@register.simple_tag
def filter_label(name: str) -> str:
    """What the field of a parameter is called."""
    return str(InitiativeFilter.base_filters[name].label)


_MORE = """
<div class="facet-more">
  <label class="ds-label" for="{0}-name">{1}</label>
  <input class="ds-input" id="{0}-name" name="{0}" data-names="{2}" autocomplete="off">
  <a class="ds-link" href="{3}{4}" rel="nofollow">{5}</a>
</div>
"""


def _ways_to_more(facet: Facet) -> SafeString | str:
    """For a shortened facet: a field for the name of an option, and the page of all options."""
    if not facet.hidden:
        return ""
    write_name, see_all = _("%(label)s: write the name"), _("%(label)s: see all")
    label = {"label": facet.label}
    page = reverse("facet-options", args=[facet.name])
    return format_html(
        _MORE,
        *(facet.name, write_name % label, reverse("names")),
        *(page, facet.asked.query, see_all % label),
    )


_TICK_BOX = (
    '<div class="ds-field{3}">'
    '<input class="ds-input" type="checkbox" name="{0}" value="{1}" id="{0}-{1}"{4}>'
    '<label class="ds-label" data-weight="regular" for="{0}-{1}">{2} '
    '<span class="count">({5})</span></label></div>'
)


@lru_cache(maxsize=4096)
def _tick_box(name: str, value: str, label: str, count: int, is_chosen: bool) -> SafeString:
    """An option of a facet as a tick box; what would give nothing looks like it."""
    return format_html(
        _TICK_BOX,
        *(name, value, label),
        *("" if count else " is-empty", " checked" if is_chosen else "", count),
    )
