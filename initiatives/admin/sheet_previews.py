"""What the page of import shows of a sheet before it is saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.admin.sheet_texts import Given
from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.placing import PlacedSheet
from initiatives.desk.sheets.reference import TERM_SECTIONS
from initiatives.desk.sheets.saving import Decision, Outcome
from initiatives.models import PartnerKind, SheetLine
from initiatives.pages.entry import HEADINGS

FIELD_NAMES: dict[str, str | Promise] = {
    **HEADINGS,
    "projects": _("Projects"),
    "amount_nok": _("Funding"),
    "website": _("Website"),
    "municipalities": _("Municipality"),
    "counties": _("County"),
    "title": _("Title"),
    "source_url": _("Address of the source"),
    "section": _("Heading"),
    "presented_unassessed": _("Presented without assessment"),
}


@dataclass(frozen=True)
class ListedTerm:
    """An item of a list as it will stand in the draft; without a label, no term was found."""

    wording: str
    label: str


@dataclass(frozen=True)
class Preview:
    """A sheet on the page: what was given, what was read from it, and what saving it would do."""

    given: Given
    problem: str | Promise = ""
    placed: PlacedSheet | None = None
    decision: Decision | None = None
    lists: Sequence[tuple[str, Sequence[ListedTerm]]] = ()
    places: Sequence[str] = ()
    lines: Sequence[tuple[str, SheetLine]] = ()

    @property
    def is_savable(self) -> bool:
        return self.decision is not None and self.decision.outcome in (
            Outcome.MADE,
            Outcome.MADE_ANEW,
        )


class Labels:
    """The labels of all terms in the editor's form, by list and slug. Five queries."""

    def __init__(self) -> None:
        models: dict[Section, Any] = {s: kind.model for s, kind in TERM_SECTIONS.items()}
        models[Section.PARTNERS] = PartnerKind
        self._labels = {
            str(section): {term.slug: str(term) for term in model._default_manager.all()}
            for section, model in models.items()
        }

    def lists(self, placed: PlacedSheet) -> list[tuple[str, list[ListedTerm]]]:
        """The lists of a sheet that are not empty, with headings, in the order of an entry."""
        found: dict[str, list[tuple[str, str | None]]] = {
            "subject_areas": [(term.wording, term.term) for term in placed.subject_areas],
            "partners": [(partner.wording, partner.kind) for partner in placed.partners],
            **{
                str(name): [(term.wording, term.term) for term in terms]
                for name, terms in placed.terms.items()
            },
        }
        return [
            (str(heading), self._listed(name, found[name]))
            for name, heading in HEADINGS.items()
            if found.get(name)
        ]

    def _listed(self, name: str, found: Iterable[tuple[str, str | None]]) -> list[ListedTerm]:
        return [ListedTerm(wording, self._of(name, slug)) for wording, slug in found]

    def _of(self, name: str, slug: str | None) -> str:
        return self._labels[name].get(slug, "") if slug else ""
