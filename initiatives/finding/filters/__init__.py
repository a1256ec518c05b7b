"""What the address of a list may ask: the one place that says so. The rest follows from it.

What can be used of an address is in `validation`, what that lets through in `narrowing`, and its
one address in `canonical`.
"""

from django.utils.translation import gettext_lazy

from initiatives.finding.address import keep_order
from initiatives.finding.filters.canonical import CanonicalAddress, canonical_order
from initiatives.finding.filters.fields import AddressForm
from initiatives.finding.filters.orders import SORT_ORDERS
from initiatives.finding.filters.several import ChoiceFacet, LinkFacet, PhaseFacet
from initiatives.finding.filters.single import SearchFilter, SortFilter, TrayFilter, YearFilter
from initiatives.models import Assessment, Form, Initiative, Organisation, Scope


class InitiativeFilter(CanonicalAddress):
    """The query grammar. Attributes are the parameters of the address, in the order of the page."""

    q = SearchFilter(label=gettext_lazy("Search"))
    aktivitet = LinkFacet("activity")
    malgruppe = LinkFacet("targetgroup")
    argument = LinkFacet("sellingpoint")
    samarbeid = LinkFacet("partnerkind")
    fagomrade = LinkFacet("subjectarea")
    fylke = LinkFacet("county")
    kommune = LinkFacet("municipality", is_long=True)
    region = LinkFacet("region")
    organisering = ChoiceFacet(
        Organisation, field_name="organisation", label=gettext_lazy("How it is organised")
    )
    omfang = ChoiceFacet(Scope, field_name="scope", label=gettext_lazy("Reach"))
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


# The address lies below and cannot ask.
keep_order(canonical_order(InitiativeFilter.base_filters))
