"""An entry as an object for programs. Keys are public and stable; one may come, none goes.

Texts are given in both written forms as they are stored (null where there is none); terms and
places with their value in addresses and their label in the reader's form; closed lists (`phase`) by
their codes.
"""

from collections.abc import Iterable
from typing import Any

from initiatives.language import FORMS
from initiatives.models import Initiative, Project
from initiatives.models.kinds import KINDS, LINKED, Kind
from initiatives.outgoing.exports.rows import OutgoingEntry

# What is told of each entry: its places first, and the kinds of its partners.
TOLD = (
    *(kind for kind in KINDS.values() if kind.is_place and kind in LINKED),
    *(kind for kind in KINDS.values() if not kind.is_place),
)


def make_record(row: OutgoingEntry, root: str) -> dict[str, Any]:
    """The object; `root` is the site's address without a path."""
    initiative = row.initiative
    return {
        **basics(initiative, root),
        **{kind.plural: _linked(row, kind) for kind in TOLD},
        "projects": projects(row.projects),
        **facts(row.initiative),
    }


def basics(initiative: Initiative, root: str) -> dict[str, Any]:
    """What the entry holds itself, and its period."""
    period = initiative.period
    return {
        "slug": initiative.slug,
        "url": root + initiative.get_absolute_url(),
        "original_form": initiative.original_form,
        "title": in_forms(initiative, "title"),
        "lead": in_forms(initiative, "lead"),
        "main_goal": in_forms(initiative, "main_goal"),
        "place_name": initiative.place_name,
        "scope": initiative.scope,
        "owner": initiative.owner,
        "organisation": initiative.organisation,
        "assessment": initiative.assessment,
        "phase": initiative.phase.value,
        "first_year": period.first_year,
        "last_year": period.ended_in,
        "website": initiative.website,
        "first_published_at": initiative.first_published_at,
        "changed_at": initiative.changed_at,
        "confirmed_on": initiative.confirmed_on,
        "is_example": initiative.is_example,
    }


def projects(found: Iterable[Project]) -> list[dict[str, Any]]:
    return [
        {
            "name": in_forms(project, "name"),
            "start_year": project.start_year,
            "end_year": project.end_year,
            "is_open_ended": project.is_open_ended,
            "place_name": project.place_name,
        }
        for project in found
    ]


def facts(initiative: Initiative) -> dict[str, Any]:
    """Money, results, what there is to read and whom to ask."""
    return {
        "fundings": _rows(initiative.fundings.all(), ["programme", "year", "amount_nok"], ["note"]),
        "results": _rows(
            initiative.results.all(),
            ["value", "year", "basis", "source"],
            ["description", "measure"],
        ),
        "documents": _rows(initiative.documents.all(), ["title", "kind", "url", "year"]),
        "contacts": _rows(
            initiative.contacts.all(), ["organisation", "email", "phone", "website"], ["role"]
        ),
    }


def _rows(
    rows: Iterable[Any], fields: list[str], texts: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """Rows with some of their fields, and texts in both forms."""
    return [
        {name: getattr(row, name) for name in fields}
        | {name: in_forms(row, name) for name in texts}
        for row in rows
    ]


def in_forms(instance: Any, name: str) -> dict[str, str | None]:
    """A text in each form, as it is stored."""
    return {form: getattr(instance, f"{name}_{form}") or None for form in FORMS}


def _linked(row: OutgoingEntry, kind: Kind) -> list[dict[str, str]]:
    """Terms or places, each with its value in addresses and its label, or its name."""
    said = "name" if kind.is_place else "label"
    values = (choice.value for choice in row.linked[kind.name])
    return [
        {kind.key: value, said: label}
        for value, label in zip(values, row.labels(kind.name), strict=True)
    ]
