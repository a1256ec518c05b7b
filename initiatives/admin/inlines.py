"""The lists inside an entry: its terms, places, projects and other facts."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from initiatives.admin.ordering import (
    KnownChoiceForm,
    KnownChoicesInline,
    OrderedInline,
    OrderedStackedInline,
)
from initiatives.models import (
    ActivityLink,
    Contact,
    CountyLink,
    Document,
    Funding,
    Initiative,
    MunicipalityLink,
    PartnerLink,
    Project,
    Result,
    SellingPointLink,
    SubjectAreaLink,
    Succession,
    TargetGroupLink,
)


class TermLinkInline(OrderedInline):
    fields = ("term", "wording", "order")
    autocomplete_fields = ("term",)


class SubjectAreaInline(TermLinkInline):
    model = SubjectAreaLink


class ActivityInline(TermLinkInline):
    model = ActivityLink


class SellingPointInline(TermLinkInline):
    model = SellingPointLink


class PartnerInline(TermLinkInline):
    model = PartnerLink


class TargetGroupInline(TermLinkInline):
    model = TargetGroupLink


class PlaceInline(OrderedInline):
    fields = ("term", "order")
    autocomplete_fields = ("term",)


class MunicipalityInline(PlaceInline):
    model = MunicipalityLink


class CountyInline(PlaceInline):
    model = CountyLink


class ProjectInline(OrderedStackedInline):
    model = Project
    fields = (
        ("name_nn", "name_nb"),
        ("start_year", "end_year", "is_open_ended"),
        "place_name",
        ("note_nn", "note_nb"),
        "order",
    )


class FundingInline(OrderedStackedInline):
    model = Funding
    fields = (("programme", "year", "amount_nok"), ("note_nn", "note_nb"), "order")


class ResultInline(OrderedStackedInline):
    model = Result
    fields = (
        ("description_nn", "description_nb"),
        ("measure_nn", "measure_nb"),
        ("value", "year"),
        ("basis", "source"),
        "order",
    )


class DocumentInline(OrderedStackedInline):
    model = Document
    fields = (("title", "url"), ("kind", "year"), "order")


class ContactInline(OrderedStackedInline):
    model = Contact
    fields = (("role_nn", "role_nb"), ("organisation", "website"), ("email", "phone"), "order")


class SuccessorForm(KnownChoiceForm):
    autocompleted = "successor"

    def clean_successor(self) -> Initiative:
        successor: Initiative = self.cleaned_data["successor"]
        if successor.pk == self.instance.predecessor.entry_key:
            raise ValidationError(_("An initiative cannot follow itself."))
        return successor


class SuccessorInline(KnownChoicesInline):
    model = Succession
    form = SuccessorForm
    fk_name = "predecessor"
    fields = ("successor",)
    autocomplete_fields = ("successor",)
    extra = 0
    verbose_name = _("initiative that followed")
    verbose_name_plural = _("initiatives that followed")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Succession]:
        return super().get_queryset(request).select_related("predecessor", "successor")
