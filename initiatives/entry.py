"""What the page of an entry shows, ready for its template: sections with headings, and linked
terms.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.address import ORGANISATION, Address
from initiatives.language import Written, reader_form
from initiatives.models import County, Initiative, Municipality
from initiatives.models.kinds import IN_ENTRY, KINDS

# The sections that are lists of terms, in the order of an entry.
TERM_LISTS = tuple(kind for kind in IN_ENTRY if not kind.is_place)
# After these comes the goal.
_BEFORE_GOAL = TERM_LISTS[: TERM_LISTS.index(KINDS["partner"]) + 1]
_AFTER_GOAL = TERM_LISTS[len(_BEFORE_GOAL) :]
HEADINGS: dict[str, str | Promise] = {
    **{kind.plural: kind.entry_heading for kind in _BEFORE_GOAL},
    "main_goal": _("Main goal"),
    **{kind.plural: kind.entry_heading for kind in _AFTER_GOAL},
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
    return {
        kind.plural: Section(
            heading(initiative, kind.plural),
            [
                LinkedTerm(link.shown, Address.of_term(link.filtered_by))
                for link in getattr(initiative, kind.links).all()
            ],
        )
        for kind in TERM_LISTS
    }


@dataclass(frozen=True)
class EntryPage:
    """An initiative with what its template cannot ask of it by itself."""

    initiative: Initiative
    sections: dict[str, Section]
    main_goal_heading: Written
    closing_heading: Written
    organisation_address: Address
    municipalities: list[Municipality]
    counties: list[County]
    """Those set directly, for county-wide work."""

    @classmethod
    def of(cls, initiative: Initiative) -> "EntryPage":
        return cls(
            initiative=initiative,
            sections=term_sections(initiative),
            main_goal_heading=heading(initiative, "main_goal"),
            closing_heading=heading(initiative, "closing"),
            organisation_address=Address.of([(ORGANISATION, initiative.organisation)]),
            municipalities=[link.term for link in initiative.municipalitylinks.all()],
            counties=[link.term for link in initiative.countylinks.all()],
        )
