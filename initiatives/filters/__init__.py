"""What the address of a list may ask, how it is validated and what it means: the one place for all three."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import django_filters
from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.functions import Collate
from django.utils.translation import gettext_lazy

from initiatives import search
from initiatives.address import SORT, Address
from initiatives.filters.facets import ChoiceFacet, CountyFacet, FacetFilter, LinkFacet, PhaseFacet
from initiatives.filters.fields import AddressForm, OneOfField, SearchField, YearField
from initiatives.language import reader_form
from initiatives.models import (
    Activity,
    ActivityLink,
    Assessment,
    County,
    CountyLink,
    Form,
    FormerMunicipality,
    Initiative,
    InitiativeQuerySet,
    Municipality,
    MunicipalityLink,
    Organisation,
    PartnerKind,
    PartnerLink,
    Region,
    SellingPoint,
    SellingPointLink,
    SubjectArea,
    SubjectAreaLink,
    TargetGroup,
    TargetGroupLink,
)

# A collation that compares bytes, which the sort keys are made for.
_BYTEWISE = {"sqlite": "BINARY", "postgresql": "C"}

SORT_ORDERS = {
    "published": gettext_lazy("Newest first"),
    "changed": gettext_lazy("Last changed first"),
    "title": gettext_lazy("Title A–Å"),
    "start": gettext_lazy("Start year, latest first"),
}


def bytewise(field: str) -> Collate:
    """A field to order by, compared byte by byte, so that both databases give the same order."""
    return Collate(F(field), _BYTEWISE[connection.vendor])


class SearchFilter(django_filters.Filter):
    """Free search. The hits are found once, however many facets count among them."""

    field_class = SearchField

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return qs.filter(pk__in=self.hits(value)) if value else qs

    def hits(self, query: str) -> set[int]:
        if not hasattr(self, "_hits"):
            self._hits = search.matching_ids(query)
        return self._hits


class YearFilter(django_filters.Filter):
    """One end of a span of years; the span as a whole narrows in `InitiativeFilter.narrow`."""

    field_class = YearField

    def filter(self, qs: QuerySet, value: int | None) -> QuerySet:
        return qs


class SortFilter(django_filters.Filter):
    """The order of the list, which ends in the slug so that it is the same every time."""

    field_class = OneOfField

    def filter(self, qs: InitiativeQuerySet, value: str) -> QuerySet:
        if value == "title":
            return qs.order_by(bytewise(f"sort_title_{reader_form()}"), bytewise("slug"))
        if value == "changed":
            return qs.order_by("-changed_at", bytewise("slug"))
        if value == "start":
            return qs.with_first_year().order_by(F("first_year").desc(nulls_last=True), bytewise("slug"))
        return qs.order_by("-first_published_at", bytewise("slug"))


class InitiativeFilter(django_filters.FilterSet):
    """The query grammar. Attributes are the parameters of the address, in the order of the page."""

    q = SearchFilter(label=gettext_lazy("Search"))
    aktivitet = LinkFacet(ActivityLink, "term__slug", Activity.objects.all(), label=gettext_lazy("Activity"))
    malgruppe = LinkFacet(
        TargetGroupLink, "term__slug", TargetGroup.objects.all(), label=gettext_lazy("Target group")
    )
    argument = LinkFacet(
        SellingPointLink, "term__slug", SellingPoint.objects.all(), label=gettext_lazy("Selling point")
    )
    samarbeid = LinkFacet(
        PartnerLink, "term__kind__slug", PartnerKind.objects.all(), label=gettext_lazy("Partner")
    )
    fagomrade = LinkFacet(
        SubjectAreaLink, "term__slug", SubjectArea.objects.all(), label=gettext_lazy("Subject area")
    )
    fylke = CountyFacet(
        CountyLink, "term__number", County.objects.all(), key="number", label=gettext_lazy("County")
    )
    kommune = LinkFacet(
        MunicipalityLink,
        "term__number",
        Municipality.objects.all(),
        key="number",
        is_alphabetical=True,
        is_long=True,
        label=gettext_lazy("Municipality"),
    )
    region = LinkFacet(
        MunicipalityLink,
        "term__regions__slug",
        Region.objects.all(),
        is_alphabetical=True,
        label=gettext_lazy("Region"),
    )
    organisering = ChoiceFacet(
        Organisation, field_name="organisation", label=gettext_lazy("How it is organised")
    )
    vurdering = ChoiceFacet(Assessment, field_name="assessment", label=gettext_lazy("Assessment"))
    fase = PhaseFacet(field_name="current_phase", label=gettext_lazy("Phase"))
    sprak = ChoiceFacet(Form, field_name="original_form", label=gettext_lazy("Written in"))
    fra = YearFilter(label=gettext_lazy("From year"))
    til = YearFilter(label=gettext_lazy("To year"))
    sorter = SortFilter(options=SORT_ORDERS, label=gettext_lazy("Order"))

    class Meta:
        model = Initiative
        fields: list[str] = []
        form = AddressForm

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
            missing = [value for value in unknown if value not in self.successors]
            if missing:
                notices.append(self.filters[name].field.notice(missing))
        return notices

    @cached_property
    def address(self) -> Address:
        """The canonical address of what is asked, without a page."""
        default_sort = next(iter(SORT_ORDERS))
        pairs = []
        for name, value in self.usable.items():
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(name, str(v)) for v in values if v and (name, v) != (SORT, default_sort)]
        return Address.of(pairs)

    def facets(self) -> dict[str, FacetFilter]:
        """The filters that are facets, by parameter, in the order of the page."""
        return {name: f for name, f in self.filters.items() if isinstance(f, FacetFilter)}

    def narrow(self, without: str | None = None) -> InitiativeQuerySet:
        """The entries that every filter lets through, but for the filter `without`; in no set order."""
        entries = self.queryset
        for name, value in self.usable.items():
            if name not in (without, SORT):
                entries = self.filters[name].filter(entries, value)
        if self.usable["fra"] or self.usable["til"]:
            entries = entries.active_between(self.usable["fra"], self.usable["til"])
        return entries

    @property
    def qs(self) -> QuerySet:
        """The entries asked for, in the order asked for."""
        return self.filters[SORT].filter(self.narrow(), self.usable[SORT])

    @cached_property
    def successors(self) -> Mapping[str, list[Municipality]]:
        """For each former municipality number that was asked for: the municipalities of today."""
        unknown = self.answered_form.unknown.get("kommune", ())
        numbers = [value for value in unknown if re.fullmatch(r"[0-9]{4}", value)]
        found: dict[str, list[Municipality]] = {}
        if numbers:
            rows = FormerMunicipality.objects.filter(number__in=numbers).select_related("successor")
            for row in rows.order_by("number", "-is_main_successor", "successor__number"):
                found.setdefault(row.number, []).append(row.successor)
        return found

    @property
    def moved(self) -> Address | None:
        """The address to redirect to when former numbers stand for one municipality of today each."""
        today = {old: new[0].number for old, new in self.successors.items() if len(new) == 1}
        if not today:
            return None
        pairs = [(name, value) for name, values in self.data.lists() for value in values]
        return Address.of((n, today.get(v, v) if n == "kommune" else v) for n, v in pairs)

    @property
    def split(self) -> list[tuple[str, list[tuple[str, Address]]]]:
        """The former numbers that were split, each with the names to choose from and their addresses."""
        return [
            (old, [(str(place), self.address.with_("kommune", place.number)) for place in places])
            for old, places in self.successors.items()
            if len(places) > 1
        ]
