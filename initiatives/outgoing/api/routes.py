"""The operations of the API. Each is answered from the snapshot of its request."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError

from initiatives.finding.address import PAGE
from initiatives.finding.facets import make_facet
from initiatives.finding.filters import InitiativeFilter
from initiatives.models import FormerSlug, Initiative, Status
from initiatives.outgoing.api.answering import ApiRequest
from initiatives.outgoing.api.entries import make_entry
from initiatives.outgoing.api.problems import LANGUAGE, problem
from initiatives.outgoing.api.questions import (
    PAGE_LENGTH,
    AnyQuestion,
    FilterQuestion,
    ListQuestion,
    QuestionError,
    ask,
    refuse_unknown,
)
from initiatives.outgoing.api.reference import list_places, list_terms
from initiatives.outgoing.api.schemas import Counts, Entry, EntryList, Places, Problems, Terms
from initiatives.outgoing.exports.records import make_record
from initiatives.outgoing.exports.rows import read_rows

# Our own pages stand in for the package's, which fetch scripts from elsewhere.
api = NinjaAPI(
    title="Tilflyttingskatalogen",
    version="1.0.0",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url=None,
)


def told_of(
    answer: type[Schema], name: str, summary: Promise, description: Promise
) -> dict[str, Any]:
    """What the OpenAPI document says of an operation, in the form of whoever reads it."""
    texts = {"summary": summary, "description": description}
    return {"response": {200: answer, **Problems}, "operation_id": name, **texts}


@api.get(
    "/initiatives",
    **told_of(
        EntryList,
        "listInitiatives",
        gettext_lazy("The list of initiatives"),
        gettext_lazy(
            "Published entries with the same filters as the list for readers: any value of one"
            " parameter, all of different parameters. A former number of a municipality stands for"
            " the one of today."
        ),
    ),
)
def initiatives(request: ApiRequest, question: Query[ListQuestion]) -> dict[str, Any]:
    """Eight queries, besides that for the version."""
    asked = ask(request, request.snapshot, ListQuestion)
    page, length, total = (
        getattr(question, PAGE),
        getattr(question, PAGE_LENGTH),
        len(asked.matching),
    )
    pages = max(1, -(-total // length))
    rows = read_rows(request.snapshot, asked.page((page - 1) * length, length))
    return {
        "total": total,
        "page": page,
        "per_page": length,
        "pages": pages,
        "next": page_url(request, asked, page + 1) if page < pages else None,
        "previous": page_url(request, asked, min(page - 1, pages)) if page > 1 else None,
        "initiatives": [make_record(row, request.root) for row in rows],
    }


def page_url(request: ApiRequest, asked: InitiativeFilter, number: int) -> str:
    """The address of another page, with the same length and written form."""
    kept = [(name, request.GET[name]) for name in (PAGE_LENGTH, LANGUAGE) if name in request.GET]
    query = urlencode([*asked.address.at_page(number).pairs, *kept])
    path = reverse("api-v1:initiatives")
    return f"{request.root}{path}?{query}" if query else request.root + path


@api.get(
    "/initiatives/{slug}",
    **told_of(
        Entry,
        "getInitiative",
        gettext_lazy("One initiative"),
        gettext_lazy(
            "All of a published entry, with both written forms as they are stored. An old address"
            " leads to the new one."
        ),
    ),
)
def initiative(request: ApiRequest, slug: str, question: Query[AnyQuestion]) -> Any:
    refuse_unknown(request, AnyQuestion)
    found = Initiative.objects.published().with_entry_content().filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerSlug, slug=slug, initiative__status=Status.PUBLISHED)
        path = reverse("api-v1:initiative", args=[former.initiative.slug])
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    return make_entry(found, request.root)


@api.get(
    "/counts",
    **told_of(
        Counts,
        "countInitiatives",
        gettext_lazy("How many there are with each value"),
        gettext_lazy(
            "For the entries that the filters find: how many each value of each facet would give."
        ),
    ),
)
def counts(request: ApiRequest, question: Query[FilterQuestion]) -> dict[str, Any]:
    """No query, besides that for the version."""
    asked = ask(request, request.snapshot, FilterQuestion)
    facets = [make_facet(asked, name, facet) for name, facet in asked.facets().items()]
    return {
        "total": len(asked.matching),
        "facets": [
            {
                "parameter": facet.name,
                "label": facet.label,
                "options": [
                    {
                        "value": o.value,
                        "label": o.label,
                        "initiatives": o.count,
                        "is_chosen": o.is_chosen,
                    }
                    for o in facet.options
                ],
            }
            for facet in facets
        ],
    }


@api.get(
    "/terms",
    **told_of(
        Terms,
        "listTerms",
        gettext_lazy("The terms"),
        gettext_lazy(
            "All vocabularies with labels in both written forms, other wordings and how many"
            " entries use each."
        ),
    ),
)
def terms(request: ApiRequest, question: Query[AnyQuestion]) -> dict[str, Any]:
    refuse_unknown(request, AnyQuestion)
    return list_terms(request.snapshot)


@api.get(
    "/places",
    **told_of(
        Places,
        "listPlaces",
        gettext_lazy("The places"),
        gettext_lazy(
            "Municipalities, counties and regions with former numbers, points and how many entries"
            " each has."
        ),
    ),
)
def places(request: ApiRequest, question: Query[AnyQuestion]) -> dict[str, Any]:
    refuse_unknown(request, AnyQuestion)
    return list_places(request.snapshot)


@api.exception_handler(QuestionError)
def tell_of_question(request: HttpRequest, error: QuestionError) -> HttpResponse:
    errors = [{"parameter": name, "detail": str(error)} for name in error.parameters]
    return problem(request, HTTPStatus.BAD_REQUEST, str(error), errors)


@api.exception_handler(Http404)
def tell_of_nothing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(request, HTTPStatus.NOT_FOUND)


@api.exception_handler(ValidationError)
def tell_of_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Names each parameter that has another type or length than the OpenAPI document says."""
    names = dict.fromkeys(
        name for part in error.errors for name in part["loc"] if name in request.GET
    )
    detail = _("The value cannot be used. The documentation says which values can.")
    errors = [{"parameter": name, "detail": detail} for name in names]
    text = _("These parameters cannot be read: %(names)s.") % {"names": ", ".join(names)}
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, text, errors)
