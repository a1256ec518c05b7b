"""Terms and places with all that is known of them, and how many published entries each has."""

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.db.models.enums import ChoicesType
from django.utils import translation

from initiatives.finding.snapshot import NONE, Snapshot
from initiatives.language import FORMS
from initiatives.models import County, Municipality, Partner, Region, Term
from initiatives.models.kinds import TERM_KINDS
from initiatives.outgoing.api.schemas import Basics, Document, MunicipalityFacts, Result
from initiatives.outgoing.exports.records import in_forms

# By the key that holds a value of each closed list.
CODES: Mapping[str, type[TextChoices]] = {
    key: field.annotation
    for answer in (Basics, Result, Document, MunicipalityFacts)
    for key, field in answer.model_fields.items()
    if isinstance(field.annotation, ChoicesType)
}


def list_terms(snapshot: Snapshot) -> dict[str, Any]:
    """All vocabularies in their own order, in twelve queries."""
    return {
        **{
            kind.plural: [_term(snapshot, term) for term in _with_aliases(kind.model)]
            for kind in TERM_KINDS.values()
        },
        "partners": [_partner(snapshot, partner) for partner in _with_aliases(Partner)],
        "codes": {key: _codes(choices) for key, choices in CODES.items()},
    }


def _with_aliases(model: Any) -> Any:
    rows = model._default_manager.prefetch_related("aliases")
    return rows.select_related("kind") if model is Partner else rows


def _number(snapshot: Snapshot, row: Any) -> int:
    """How many published entries have this term or place; none for one newer than the snapshot."""
    return len(snapshot.linked(row._meta.model_name).get(row.pk, NONE))


def _term(snapshot: Snapshot, term: Term) -> dict[str, Any]:
    return {
        "slug": term.slug,
        "label": in_forms(term, "label"),
        "description": in_forms(term, "description"),
        "aliases": [alias.wording for alias in term.aliases.all()],  # type: ignore[attr-defined]
        "initiatives": _number(snapshot, term),
    }


def _partner(snapshot: Snapshot, partner: Any) -> dict[str, Any]:
    return {
        "slug": partner.slug,
        "label": in_forms(partner, "name"),
        "kind": partner.kind.slug,
        "website": partner.website,
        "aliases": [alias.wording for alias in partner.aliases.all()],
        "initiatives": _number(snapshot, partner),
    }


def _codes(choices: type[TextChoices]) -> list[dict[str, Any]]:
    labels = {}
    for form in FORMS:
        with translation.override(form):
            labels[form] = {value: str(label) for value, label in choices.choices}
    return [
        {"value": value, "label": {form: labels[form][value] for form in FORMS}}
        for value in choices.values
    ]


def list_places(snapshot: Snapshot) -> dict[str, Any]:
    """Counties and municipalities by number, regions by name, in six queries."""
    municipalities = Municipality.objects.select_related("county").prefetch_related(
        "former", "regions"
    )
    return {
        "counties": [_county(snapshot, county) for county in County.objects.all()],
        "regions": [
            _region(snapshot, r) for r in Region.objects.prefetch_related("municipalities")
        ],
        "municipalities": [_municipality(snapshot, place) for place in municipalities],
    }


def _county(snapshot: Snapshot, county: Any) -> dict[str, Any]:
    fields = ("number", "name", "official_name", "parallel_names")
    return {name: getattr(county, name) for name in fields} | {
        "initiatives": _number(snapshot, county)
    }


def _region(snapshot: Snapshot, region: Any) -> dict[str, Any]:
    return {
        **{name: getattr(region, name) for name in ("slug", "name", "kind", "source")},
        "municipalities": [place.number for place in region.municipalities.all()],
        "initiatives": _number(snapshot, region),
    }


def _municipality(snapshot: Snapshot, place: Any) -> dict[str, Any]:
    fields = ("number", "name", "official_name", "parallel_names", "latitude", "longitude")
    facts = ("administrative_centre", "population", "centrality", "written_form")
    former = ("number", "name", "valid_from", "valid_to")
    return {
        **{name: getattr(place, name) for name in (*fields, *facts)},
        "county": place.county.number,
        "regions": [region.slug for region in place.regions.all()],
        "former": [{name: getattr(row, name) for name in former} for row in place.former.all()],
        "initiatives": _number(snapshot, place),
    }
