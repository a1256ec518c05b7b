"""What the API answers. Names are public and stable; one may come, none goes before `/api/v2/`."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from ninja import Schema

from initiatives.models import (
    Assessment,
    Basis,
    DocumentKind,
    Form,
    Municipality,
    Organisation,
    Phase,
    Scope,
)
from initiatives.outgoing.api.questions import told


class InForms(Schema):
    nn: str | None = told(_("In Nynorsk; null where there is none."))
    nb: str | None = told(_("In Bokmål; null where there is none."))


class TermRef(Schema):
    slug: str = told(_("Its value in addresses."))
    label: str = told(_("Its name in the written form asked for."))


class PublishedTerm(TermRef):
    wording: str | None = told(
        _("The wording as published, in the original form, where it differs.")
    )


class PublishedPartner(PublishedTerm):
    kind: TermRef
    website: str


class PlaceRef(Schema):
    number: str = told(_("Statistics Norway’s number, with leading zeros."))
    name: str


class Project(Schema):
    name: InForms
    start_year: int | None
    end_year: int | None
    is_open_ended: bool = told(_("Whether it still runs without a fixed end."))
    place_name: str


class Funding(Schema):
    programme: str
    year: int | None
    amount_nok: int | None = told(_("In Norwegian kroner."))
    note: InForms


class Result(Schema):
    description: InForms
    measure: InForms
    value: str
    year: int | None
    basis: Basis = told(_("How it is known."))
    source: str


class Document(Schema):
    title: str
    kind: DocumentKind
    url: str
    year: int | None


class Contact(Schema):
    role: InForms
    organisation: str
    email: str
    phone: str
    website: str


class Basics(Schema):
    slug: str = told(_("Its value in addresses. An old one leads to the new one."))
    url: str = told(_("The page for readers."))
    original_form: Form = told(_("The written form that the entry was first written in."))
    title: InForms
    lead: InForms
    main_goal: InForms
    place_name: str
    scope: Scope
    owner: str
    organisation: Organisation
    assessment: Assessment = told(_("How the outcome is known; most have never been assessed."))
    phase: Phase = told(_("Seen from today, by the years of the projects."))
    first_year: int | None
    last_year: int | None = told(
        _("The year that it ended; null while it runs or where it is not known.")
    )
    website: str
    first_published_at: datetime
    changed_at: datetime
    confirmed_on: date | None = told(_("When somebody last said that it is still right."))
    is_example: bool = told(
        _("Whether it is made up to try the catalogue, and tells of nothing done.")
    )
    municipalities: list[PlaceRef]
    counties: list[PlaceRef] = told(_("Those of its municipalities and those set directly."))


class Summary(Basics):
    activities: list[TermRef]
    target_groups: list[TermRef]
    selling_points: list[TermRef]
    partners: list[TermRef]
    partner_kinds: list[TermRef]
    subject_areas: list[TermRef]
    projects: list[Project]
    fundings: list[Funding]
    results: list[Result]
    documents: list[Document]
    contacts: list[Contact]


class NotedProject(Project):
    note: InForms


class InitiativeRef(Schema):
    slug: str
    url: str
    title: InForms


class Entry(Basics):
    body: InForms = told(_("Markdown."))
    closing_note: InForms
    is_presented_unassessed: bool = told(
        _("Whether the source itself says that nothing was assessed.")
    )
    published_headings: dict[str, str] = told(
        _("Headings of the source that differ from the usual ones.")
    )
    source_url: str
    activities: list[PublishedTerm]
    target_groups: list[PublishedTerm]
    selling_points: list[PublishedTerm]
    partners: list[PublishedPartner]
    subject_areas: list[PublishedTerm]
    projects: list[NotedProject]
    fundings: list[Funding]
    results: list[Result]
    documents: list[Document]
    contacts: list[Contact]
    predecessors: list[InitiativeRef]
    successors: list[InitiativeRef]


class EntryList(Schema):
    total: int = told(_("All that are found, on every page."))
    page: int
    per_page: int
    pages: int
    next: str | None = told(_("The address of the next page; null on the last."))
    previous: str | None
    initiatives: list[Summary] = told(_("None beyond the last page."))


class Option(Schema):
    value: str
    label: str
    initiatives: int = told(_("How many entries there would be with it."))
    is_chosen: bool


class FacetCounts(Schema):
    parameter: str
    label: str
    options: list[Option]


class Counts(Schema):
    total: int
    facets: list[FacetCounts] = told(_("Each counts with every filter but its own."))


class TermFacts(Schema):
    slug: str
    label: InForms
    description: InForms
    aliases: list[str] = told(_("Other wordings that mean the same."))
    initiatives: int


class PartnerFacts(Schema):
    slug: str
    label: InForms
    kind: str
    website: str
    aliases: list[str]
    initiatives: int


class Code(Schema):
    value: str
    label: InForms


class Terms(Schema):
    activities: list[TermFacts]
    target_groups: list[TermFacts]
    selling_points: list[TermFacts]
    subject_areas: list[TermFacts]
    partner_kinds: list[TermFacts]
    partners: list[PartnerFacts]
    codes: dict[str, list[Code]] = told(
        _("The closed lists of values, by the key that holds them.")
    )


class Former(Schema):
    number: str
    name: str
    valid_from: int | None
    valid_to: int | None


class MunicipalityFacts(Schema):
    number: str
    name: str
    official_name: str
    parallel_names: str = told(_("Sámi and Kven names."))
    county: str = told(_("The number of its county."))
    regions: list[str]
    latitude: float = told(_("Of the administrative centre, in degrees."))
    longitude: float
    administrative_centre: str
    population: int
    centrality: int = told(_("Statistics Norway’s class, 1 most central to 6 least."))
    written_form: Municipality.WrittenForm
    former: list[Former] = told(_("Earlier municipalities that became a part of it."))
    initiatives: int


class CountyFacts(Schema):
    number: str
    name: str
    official_name: str
    parallel_names: str
    initiatives: int


class RegionFacts(Schema):
    slug: str
    name: str
    kind: str
    source: str
    municipalities: list[str]
    initiatives: int


class Places(Schema):
    counties: list[CountyFacts]
    regions: list[RegionFacts]
    municipalities: list[MunicipalityFacts]


class ProblemPart(Schema):
    parameter: str
    detail: str


class Problem(Schema):
    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[ProblemPart]


# What can go wrong with any operation.
Problems: dict[Any, Any] = {400: Problem, 404: Problem, 405: Problem, 422: Problem, 500: Problem}
