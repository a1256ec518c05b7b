"""A whole entry as an object: all that its page shows, in both forms as stored."""

from collections.abc import Iterable
from typing import Any

from initiatives.models import Initiative, PartnerLink
from initiatives.models.kinds import IN_ENTRY, Kind
from initiatives.models.links import TermLink
from initiatives.outgoing.exports.records import basics, facts, in_forms, projects


def make_entry(initiative: Initiative, root: str) -> dict[str, Any]:
    """The object of an entry `with_entry_content`; `root` is the site's address without a path."""
    return {
        **basics(initiative, root),
        "body": in_forms(initiative, "body"),
        "closing_note": in_forms(initiative, "closing_note"),
        "is_presented_unassessed": initiative.is_presented_unassessed,
        "published_headings": initiative.published_headings,
        "source_url": initiative.source_url,
        **_places(initiative),
        **_terms(initiative),
        "projects": _noted_projects(initiative),
        **facts(initiative),
        "predecessors": _refs((row.predecessor for row in initiative.preceding.all()), root),
        "successors": _refs((row.successor for row in initiative.successions.all()), root),
    }


def _places(initiative: Initiative) -> dict[str, Any]:
    places = {
        "municipalities": [link.term for link in initiative.municipalitylinks.all()],
        "counties": initiative.all_counties,
    }
    return {
        key: [{"number": place.number, "name": place.name} for place in found]
        for key, found in places.items()
    }


def _terms(initiative: Initiative) -> dict[str, Any]:
    kinds = (kind for kind in IN_ENTRY if not kind.is_place)
    return {kind.plural: _links(initiative, kind) for kind in kinds}


def _links(initiative: Initiative, kind: Kind) -> list[dict[str, Any]]:
    tell = _term if kind.is_term else _partner
    return [tell(link) for link in getattr(initiative, kind.links).all()]


def _term(link: TermLink) -> dict[str, Any]:
    return {"slug": link.term.slug, "label": link.label, "wording": link.wording or None}


def _partner(link: PartnerLink) -> dict[str, Any]:
    kind = {"slug": link.term.kind.slug, "label": link.term.kind.label}
    return {**_term(link), "kind": kind, "website": link.term.website}


def _noted_projects(initiative: Initiative) -> list[dict[str, Any]]:
    found = initiative.projects.all()
    return [
        {**told, "note": in_forms(project, "note")}
        for project, told in zip(found, projects(found), strict=True)
    ]


def _refs(initiatives: Iterable[Initiative], root: str) -> list[dict[str, Any]]:
    return [
        {
            "slug": entry.slug,
            "url": root + entry.get_absolute_url(),
            "title": in_forms(entry, "title"),
        }
        for entry in initiatives
    ]
