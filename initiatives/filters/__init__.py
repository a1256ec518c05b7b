"""What the address of a list may ask, how it is validated and what it means: the one place for all
three.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property, reduce
from operator import and_
from typing import Any

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy
from pyroaring import BitMap

from initiatives import search
from initiatives.address import PAGE, SEARCH, SORT, TRAY, Address
from initiatives.filters.facets import ChoiceFacet, FacetFilter, LinkFacet, PhaseFacet, SharedFilter
from initiatives.filters.fields import (
    MAX_VALUES,
    AddressForm,
    OneOfField,
    SearchField,
    SlugsField,
    YearField,
    shown,
)
from initiatives.filters.renamed import words_of_today
from initiatives.language import reader_form
from initiatives.models import (
    Assessment,
    Form,
    FormerSlug,
    Initiative,
    Organisation,
    Status,
)
from initiatives.snapshot import Choice, Snapshot
from initiatives.snapshot.orders import SlotOrder

RELEVANCE = "relevance"
NEWEST = "published"
# So many entries can stand side by side.
MOST_COMPARED = 4
SORT_ORDERS = {
    RELEVANCE: gettext_lazy("Best match first"),
    NEWEST: gettext_lazy("Newest first"),
    "changed": gettext_lazy("Last changed first"),
    "title": gettext_lazy("Title A–Å"),
    "start": gettext_lazy("Start year, latest first"),
}


def sort_orders(usual: str) -> dict[str, str]:
    """The orders to choose from: the value in the address, empty for the usual one, and the label.

    A form that says nothing of the order gets the best match first as soon as it has a search.
    """
    return {
        "" if name == usual else name: str(label)
        for name, label in SORT_ORDERS.items()
        if name != RELEVANCE or usual == RELEVANCE
    }


def _repaired_page(value: str) -> str:
    """A page number without what says nothing: leading zeros, and the first page itself."""
    number = (value.lstrip("0") or "0") if re.fullmatch("[0-9]+", value) else value
    return "" if number == "1" else number


class SearchFilter(SharedFilter):
    """Free search. The hits are found once, however many facets count among them."""

    field_class = SearchField

    def entries(self, query: str) -> BitMap | None:
        return self.parent.hits.entries if query else None


class YearFilter(SharedFilter):
    """One end of a span of years; the span as a whole narrows in `InitiativeFilter.narrow`."""

    field_class = YearField

    def entries(self, year: int | None) -> BitMap | None:
        return None


class TrayFilter(SharedFilter):
    """Entries that are laid aside to be compared, which narrows nothing."""

    field_class = SlugsField

    def entries(self, slugs: tuple[str, ...]) -> BitMap | None:
        return None


class SortFilter(SharedFilter):
    """The order of the list, which narrows nothing."""

    field_class = OneOfField

    def entries(self, name: str) -> BitMap | None:
        return None


class InitiativeFilter(django_filters.FilterSet):
    """The query grammar. Attributes are the parameters of the address, in the order of the page."""

    q = SearchFilter(label=gettext_lazy("Search"))
    aktivitet = LinkFacet("activity", label=gettext_lazy("Activity"))
    malgruppe = LinkFacet("targetgroup", label=gettext_lazy("Target group"))
    argument = LinkFacet("sellingpoint", label=gettext_lazy("Selling point"))
    samarbeid = LinkFacet("partnerkind", label=gettext_lazy("Partner"))
    fagomrade = LinkFacet("subjectarea", label=gettext_lazy("Subject area"))
    fylke = LinkFacet("county", label=gettext_lazy("County"))
    kommune = LinkFacet("municipality", is_long=True, label=gettext_lazy("Municipality"))
    region = LinkFacet("region", label=gettext_lazy("Region"))
    organisering = ChoiceFacet(
        Organisation, field_name="organisation", label=gettext_lazy("How it is organised")
    )
    vurdering = ChoiceFacet(Assessment, field_name="assessment", label=gettext_lazy("Assessment"))
    fase = PhaseFacet(label=gettext_lazy("Phase"))
    sprak = ChoiceFacet(Form, field_name="original_form", label=gettext_lazy("Written in"))
    fra = YearFilter(label=gettext_lazy("From year"))
    til = YearFilter(label=gettext_lazy("To year"))
    tiltak = TrayFilter(label=gettext_lazy("To compare"))
    sorter = SortFilter(options=SORT_ORDERS, label=gettext_lazy("Order"))

    class Meta:
        model = Initiative
        fields: list[str] = []
        form = AddressForm

    data: QueryDict
    form: AddressForm
    filters: OrderedDict[str, Any]
    """Ours, whose `field` and `entries` take what their parameter gives."""

    def __init__(self, data: QueryDict, snapshot: Snapshot) -> None:
        """`data` is the query of the request; all answers come from `snapshot`."""
        super().__init__(data, Initiative.objects.none())
        self.snapshot = snapshot

    def get_form_class(self) -> type[forms.Form]:
        """The form for this snapshot and the active language, made once for both."""
        return self.snapshot.once(("form", reader_form()), super().get_form_class)

    @cached_property
    def answered_form(self) -> AddressForm:
        """The form after validation."""
        self.form.full_clean()
        return self.form

    @property
    def usable(self) -> dict[str, Any]:
        """The usable value of every parameter."""
        return self.answered_form.cleaned_data

    @cached_property
    def notices(self) -> list[str]:
        """What was ignored and why, in the reader's form."""
        notices = list(self.answered_form.notices)
        for name, unknown in self.answered_form.unknown.items():
            known = {*self.led_on.get(name, ()), *self._named}
            missing = [value for value in unknown if value not in known]
            if missing:
                notices.append(self.filters[name].field.notice(missing))
        field = self.filters[TRAY].field
        there = self._laid_aside | self.moved
        if gone := [slug for slug in self.usable[TRAY] if slug not in there]:
            notices.append(field.notice(gone))
        if len(self._laid_aside) > MOST_COMPARED:
            notices.append(field.notice_of_more(MOST_COMPARED))
        return notices

    @cached_property
    def _laid_aside(self) -> dict[str, str]:
        """The published entries laid aside, in the order asked for: titles by address word; one
        query.
        """
        slugs = self.usable[TRAY]
        found = Initiative.objects.published().filter(slug__in=slugs) if slugs else ()
        titles = {entry.slug: entry.title for entry in found}
        return {slug: titles[slug] for slug in slugs if slug in titles}

    @property
    def tray(self) -> Mapping[str, str]:
        """The entries to be compared: titles by address word, in the order of these."""
        return dict(sorted([*self._laid_aside.items()][:MOST_COMPARED]))

    @cached_property
    def moved(self) -> dict[str, str]:
        """The address words of today for former ones among those laid aside. One query if any is
        unknown.
        """
        unknown = [slug for slug in self.usable[TRAY] if slug not in self._laid_aside]
        if not unknown:
            return {}
        former = FormerSlug.objects.filter(slug__in=unknown, initiative__status=Status.PUBLISHED)
        return dict(former.values_list("slug", "initiative__slug"))

    @cached_property
    def led_on(self) -> Mapping[str, Mapping[str, str]]:
        """What the address has for unknown values that were asked for, by parameter and value.

        Former values, and names of municipalities, which readers may write; but none that can be
        several. Queries: see `words_of_today`.
        """
        numbers = {name: found[0].value for name, found in self._named.items() if len(found) == 1}
        return {"kommune": numbers, **words_of_today(self.answered_form.unknown)}

    @cached_property
    def _named(self) -> Mapping[str, list[Choice]]:
        """The municipalities that each name or former number asked for can be."""
        unknown = self.answered_form.unknown.get("kommune", ())
        found = {
            name: search.municipalities_named(self.snapshot, name) for name in unknown[:MAX_VALUES]
        }
        return {name: places for name, places in found.items() if places}

    @property
    def written_years(self) -> Mapping[str, str]:
        """Both ends of the span of years as they were written, usable or not."""
        return {name: shown(self.data.get(name) or "") for name in ("fra", "til")}

    @property
    def usual_sort(self) -> str:
        """The order that no address needs to name: by relevance for a search, else the newest
        first.
        """
        return RELEVANCE if self.usable[SEARCH] else NEWEST

    @property
    def sort(self) -> str:
        """The order asked for, or the usual one."""
        asked = self.usable[SORT]
        is_usable = asked and (asked != RELEVANCE or self.usual_sort == RELEVANCE)
        return asked if is_usable else self.usual_sort

    @cached_property
    def address(self) -> Address:
        """The canonical address of what is asked, without a page."""
        asked = self.usable | {
            TRAY: tuple(self.tray),
            SORT: None if self.sort == self.usual_sort else self.sort,
        }
        pairs = []
        for name, value in asked.items():
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(name, str(v)) for v in values if v]
        return Address.of(pairs)

    def facets(self) -> dict[str, FacetFilter]:
        """The filters that are facets, by parameter, in the order of the page."""
        return self._facets

    @cached_property
    def _facets(self) -> dict[str, FacetFilter]:
        return {name: f for name, f in self.filters.items() if isinstance(f, FacetFilter)}

    @cached_property
    def hits(self) -> search.Hits:
        """What the search finds, whatever else is asked."""
        return search.find(self.snapshot, self.usable[SEARCH])

    @cached_property
    def _narrowing(self) -> Mapping[str, BitMap]:
        """The entries that each filter lets through, of the filters that are set."""
        found = {name: self.filters[name].entries(value) for name, value in self.usable.items()}
        narrowing = {name: entries for name, entries in found.items() if entries is not None}
        if self.usable["fra"] or self.usable["til"]:
            narrowing["fra"] = self.snapshot.active_between(self.usable["fra"], self.usable["til"])
        return narrowing

    def narrow(self, without: str | None = None) -> BitMap:
        """The entries that every filter lets through, but for the filter `without`."""
        kept = (entries for name, entries in self._narrowing.items() if name != without)
        return reduce(and_, kept, self.snapshot.published)

    @cached_property
    def matching(self) -> BitMap:
        """The entries asked for."""
        return self.narrow()

    def page(self, start: int, length: int) -> list[int]:
        """The keys of up to `length` of the entries asked for, in their order, from position
        `start`.
        """
        tiers = self.hits.tiers if self.sort == RELEVANCE else [self.snapshot.published]
        keys: list[int] = []
        for tier in tiers:
            among = self.matching & tier
            keys += self._order.page(among, start, length - len(keys))
            start = max(0, start - len(among))
        return keys

    @property
    def _order(self) -> SlotOrder:
        name = {RELEVANCE: NEWEST, "title": f"title_{reader_form()}"}.get(self.sort, self.sort)
        return self.snapshot.orders[name]

    @cached_property
    def canonical(self) -> Address:
        """The one address of this page: what was asked, put right, with what the reader is told was
        ignored.

        What is called something else today stands as that: see `led_on`.
        """
        pairs: list[tuple[str, str]] = []
        for name, values in self.data.lists():
            if name in self.facets():
                led_on = self.led_on.get(name, {})
                pairs += [(name, led_on.get(value, value)) for value in values]
            elif name == TRAY:
                pairs += [(name, self.moved.get(value, value)) for value in values]
            elif name == PAGE:
                pairs.append((name, _repaired_page(values[-1])))
            elif name in self.filters:
                pairs.append((name, self._repaired(name, values[-1])))
        address, laid_aside = Address.of(pairs), [value for name, value in pairs if name == TRAY]
        is_too_many = len(set(laid_aside)) > MOST_COMPARED
        return address.with_given_order(TRAY, laid_aside) if is_too_many else address

    def _repaired(self, name: str, value: str) -> str:
        """A single value as its field reads it; as it is where the reader must be told about it."""
        parsed = self.filters[name].field.clean(value)
        if parsed.notices:
            return value
        if name == SORT:
            return next(iter(self.address.values(SORT)), "")
        return str(parsed.value or "")

    @property
    def split(self) -> list[tuple[str, list[tuple[str, Address]]]]:
        """The names and former numbers of several municipalities of today, each with the names to
        choose from and their addresses.
        """
        return [
            (name, [(str(place), self.address.with_("kommune", place.value)) for place in places])
            for name, places in self._named.items()
            if len(places) > 1
        ]
