"""What every filter means, asked of the database by plain ORM: the oracle for the snapshot's
answers.

Slow and simple on purpose, and the measure that `make bench` holds the snapshot against.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Collate
from django.utils import timezone

from initiatives.language import reader_form
from initiatives.models import (
    ActivityLink,
    CountyLink,
    Initiative,
    MunicipalityLink,
    PartnerLink,
    Phase,
    Project,
    SellingPointLink,
    SubjectAreaLink,
    TargetGroupLink,
)

# For each facet over links: the link, and the path from it to the value in the address.
LINKED = {
    "aktivitet": (ActivityLink, "term__slug"),
    "malgruppe": (TargetGroupLink, "term__slug"),
    "argument": (SellingPointLink, "term__slug"),
    "samarbeid": (PartnerLink, "term__kind__slug"),
    "fagomrade": (SubjectAreaLink, "term__slug"),
    "kommune": (MunicipalityLink, "term__number"),
    "region": (MunicipalityLink, "term__regions__slug"),
}
FIELDS = {
    "organisering": "organisation",
    "omfang": "scope",
    "vurdering": "assessment",
    "sprak": "original_form",
}
FACETS = (*LINKED, "fylke", *FIELDS, "fase")


def with_phase(entries: QuerySet) -> QuerySet:
    """Adds `current_phase`: ongoing if a project has no end or ends this year or later, else
    finished.
    """
    this_year = timezone.localdate().year
    projects = Project.objects.filter(initiative=OuterRef("pk"))
    ongoing = Exists(projects.filter(Q(is_open_ended=True) | Q(end_year__gte=this_year)))
    finished = Exists(projects.filter(end_year__lt=this_year))
    return entries.annotate(
        current_phase=Case(
            When(ongoing, then=Value(Phase.ONGOING)),
            When(finished, then=Value(Phase.FINISHED)),
            default=Value(Phase.UNKNOWN),
            output_field=CharField(),
        )
    )


def meaning(facet: str, values: Iterable[str]) -> Q:
    """The condition that an entry has any of `values`."""
    if facet in LINKED:
        model, path = LINKED[facet]
        return Q(
            pk__in=model._default_manager.filter(**{f"{path}__in": values}).values("initiative")
        )
    if facet == "fylke":
        own = CountyLink.objects.filter(term__number__in=values)
        derived = MunicipalityLink.objects.filter(term__county__number__in=values)
        return Q(pk__in=own.values("initiative")) | Q(pk__in=derived.values("initiative"))
    if facet == "fase":
        entries = with_phase(Initiative.objects.all()).filter(current_phase__in=values)
        return Q(pk__in=entries.values("pk"))
    return Q(**{f"{FIELDS[facet]}__in": values})


def active_between(first_year: int | None, last_year: int | None) -> Q:
    """The condition that an entry has a project whose years overlap the span."""
    projects = Project.objects.annotate(
        first=Coalesce("start_year", "end_year"), last=Coalesce("end_year", "start_year")
    )
    if first_year is not None:
        projects = projects.filter(Q(last__gte=first_year) | Q(is_open_ended=True))
    if last_year is not None:
        projects = projects.filter(first__lte=last_year)
    return Q(pk__in=projects.values("initiative"))


def narrow(asked: Mapping[str, Any], without: str | None = None) -> QuerySet:
    """The published entries that every filter but `without` lets through; `asked` as `usable` has
    it.
    """
    entries = Initiative.objects.published().order_by()
    for facet in FACETS:
        if facet != without and asked.get(facet):
            entries = entries.filter(meaning(facet, asked[facet]))
    if asked.get("fra") or asked.get("til"):
        entries = entries.filter(active_between(asked.get("fra"), asked.get("til")))
    return entries


def counts(facet: str, asked: Mapping[str, Any]) -> dict[str, int]:
    """How many entries each value of a facet would give; values that would give none are
    missing.
    """
    matching = narrow(asked, without=facet)
    if facet == "fylke":
        own = CountyLink.objects.filter(initiative__in=matching.values("pk"))
        derived = MunicipalityLink.objects.filter(initiative__in=matching.values("pk"))
        pairs = (
            own.order_by()
            .values_list("initiative", "term__number")
            .union(derived.order_by().values_list("initiative", "term__county__number"))
            .order_by()
        )
        return dict(Counter(number for _initiative, number in pairs))
    if facet == "fase":
        return dict(with_phase(matching).values_list("current_phase").annotate(Count("pk")))
    if facet in FIELDS:
        return dict(matching.values_list(FIELDS[facet]).annotate(Count("pk")))
    model, path = LINKED[facet]
    links = model._default_manager.filter(initiative__in=matching.values("pk")).order_by()
    rows = links.values_list(path).annotate(Count("initiative", distinct=True))
    return {value: count for value, count in rows if value is not None}


def bytewise(field: str) -> Collate:
    """A field compared byte by byte, as Python compares the sort keys, which are ASCII."""
    return Collate(F(field), {"sqlite": "BINARY", "postgresql": "C"}[connection.vendor])


def ordered(entries: QuerySet, sort: str) -> QuerySet:
    """The entries in an order of the list; the database's key settles a tie."""
    if sort == "title":
        return entries.order_by(bytewise(f"sort_title_{reader_form()}"), "pk")
    if sort == "changed":
        return entries.order_by("-changed_at", "pk")
    if sort == "start":
        first_year = Min(Coalesce("projects__start_year", "projects__end_year"))
        entries = entries.annotate(first_year=first_year)
        return entries.order_by(F("first_year").desc(nulls_last=True), "pk")
    return entries.order_by("-first_published_at", "pk")
