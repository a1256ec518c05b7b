"""A placed sheet as programs are told of it. Keys only grow; reasons are in English."""

from typing import Any

from django.utils import translation

from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.placing import PlacedSheet
from initiatives.desk.sheets.reading import Unplaced


def as_json(name: str, placed: PlacedSheet) -> dict[str, Any]:
    """The object of one sheet; numbers of lines begin at 1."""
    with translation.override(None):
        return {
            "file": name,
            "title": placed.title,
            "original_language": placed.form,
            "source_url": placed.source_url,
            "subject_areas": [term.term for term in placed.subject_areas],
            **{str(section): _terms(placed, section) for section in placed.terms},
            "partners": [{"wording": p.wording, "kind": p.kind} for p in placed.partners],
            "lead": placed.lead,
            "body": placed.sheet.body,
            "main_goal": placed.sheet.main_goal,
            "projects": [_project(project) for project in placed.projects],
            "municipalities": list(placed.municipalities),
            "counties": list(placed.counties),
            "presented_unassessed": placed.sheet.is_unassessed,
            "closing_note": placed.sheet.closing_note,
            "proposals": [
                {
                    "field": str(p.field),
                    "value": str(p.value),
                    "from_line": p.number,
                    "reason": str(p.reason.label),
                }
                for p in placed.proposals
            ],
            "unplaced": [_unplaced(line) for line in placed.unplaced],
        }


def as_json_error(name: str, reason: str) -> dict[str, Any]:
    """The object of a file that no sheet could be read from."""
    return {"file": name, "error": reason}


def _terms(placed: PlacedSheet, section: Section) -> list[dict[str, Any]]:
    return [{"wording": term.wording, "term": term.term} for term in placed.terms[section]]


def _project(project: Any) -> dict[str, Any]:
    return {
        "name": project.name,
        "start_year": project.start_year,
        "end_year": project.end_year,
        "open_ended": project.is_open_ended,
    }


def _unplaced(line: Unplaced) -> dict[str, Any]:
    return {"line": line.number, "text": line.text, "reason": str(line.reason.label)}
