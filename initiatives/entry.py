"""What the page of an entry shows, ready for its template: sections with headings, and linked terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.address import Address
from initiatives.language import Written, reader_form
from initiatives.models import Initiative

HEADINGS: dict[str, str | Promise] = {
    "subject_areas": _("Subject area"),
    "activities": _("Activities"),
    "selling_points": _("Most important selling points"),
    "partners": _("Partners in cooperation"),
    "main_goal": _("Main goal"),
    "target_groups": _("Target groups"),
    "closing": _("Work to attract new residents in Norwegian rural municipalities"),
}


@dataclass(frozen=True)
class LinkedTerm:
    """A term as shown to this reader, and the list of those that share it."""

    text: Written
    address: Address


@dataclass(frozen=True)
class Section:
    heading: Written
    terms: list[LinkedTerm]


def heading(initiative: Initiative, section: str) -> Written:
    """The heading as published to a reader of the original form, else the catalogue's own."""
    form = reader_form()
    if form == initiative.original_form and section in initiative.published_headings:
        return Written(initiative.published_headings[section], form)
    return Written(str(HEADINGS[section]), form)


def term_sections(initiative: Initiative) -> dict[str, Section]:
    """The sections that are lists of terms, by name."""
    rows: dict[str, tuple[str, str, Any]] = {
        "subject_areas": ("fagomrade", "slug", initiative.subjectarealinks),
        "activities": ("aktivitet", "slug", initiative.activitylinks),
        "selling_points": ("argument", "slug", initiative.sellingpointlinks),
        "partners": ("samarbeid", "kind.slug", initiative.partnerlinks),
        "target_groups": ("malgruppe", "slug", initiative.targetgrouplinks),
    }
    return {
        name: Section(heading(initiative, name), list(linked_terms(links.all(), parameter, path)))
        for name, (parameter, path, links) in rows.items()
    }


def linked_terms(links: Iterable[Any], parameter: str, path: str) -> Iterable[LinkedTerm]:
    """Each link's text and the list filtered by the value that `path` leads to from its term."""
    for link in links:
        value = link.term
        for attribute in path.split("."):
            value = getattr(value, attribute)
        yield LinkedTerm(link.shown, Address.of([(parameter, value)]))


@dataclass(frozen=True)
class EntryPage:
    """An initiative with what its template cannot ask of it by itself."""

    initiative: Initiative
    sections: dict[str, Section]
    main_goal_heading: Written
    closing_heading: Written

    @classmethod
    def of(cls, initiative: Initiative) -> "EntryPage":
        return cls(
            initiative=initiative,
            sections=term_sections(initiative),
            main_goal_heading=heading(initiative, "main_goal"),
            closing_heading=heading(initiative, "closing"),
        )
