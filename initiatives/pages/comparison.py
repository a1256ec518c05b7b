"""Initiatives side by side: what they have in common and where they differ, in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.finding.address import Address
from initiatives.language import Written
from initiatives.models import Initiative
from initiatives.pages.entry import HEADINGS, TERM_LISTS


@dataclass(frozen=True)
class Said:
    """What one of the initiatives says of an aspect, and how many of all of them say it too."""

    label: str | Written
    count: int
    total: int
    address: Address | None = None
    """The list of those that share it; None for what the list cannot be narrowed by."""

    @property
    def is_shared(self) -> bool:
        return self.count == self.total

    @property
    def is_alone(self) -> bool:
        return self.count == 1


@dataclass(frozen=True)
class Aspect:
    """One aspect, and what each initiative says of it, in their order; what all say first."""

    heading: str | Promise
    cells: Sequence[Sequence[Said]]

    @classmethod
    def of(
        cls, heading: str | Promise, said: Sequence[Mapping[str | Written, Address | None]]
    ) -> "Aspect":
        """`said` holds for each initiative what it says, and the list of those that share that."""
        counts = Counter(label for labels in said for label in labels)
        cells = [
            sorted(
                (
                    Said(label, counts[label], len(said), address)
                    for label, address in labels.items()
                ),
                key=lambda one: -one.count,
            )
            for labels in said
        ]
        return cls(heading, cells)

    @property
    def shared(self) -> list[str | Written]:
        """What all initiatives say."""
        return [one.label for one in self.cells[0] if one.is_shared]


@dataclass(frozen=True)
class Comparison:
    """Two to four initiatives side by side; with fewer there is nothing to compare."""

    initiatives: Sequence[Initiative]
    rows: Sequence[Aspect]

    @classmethod
    def of(cls, initiatives: Sequence[Initiative]) -> "Comparison":
        """Of initiatives with their entry content; what none of them says is left out."""
        rows = [*_fact_rows(initiatives), *_term_rows(initiatives)]
        return cls(initiatives, [row for row in rows if any(row.cells)])

    @property
    def title_start(self) -> str:
        """`A · B – `, what the title of the page begins with; empty with nothing to compare."""
        titles = " · ".join(initiative.title for initiative in self.initiatives)
        return f"{titles} – " if self.is_possible else ""

    @property
    def is_possible(self) -> bool:
        return len(self.initiatives) > 1

    @property
    def common(self) -> list[Aspect]:
        """The aspects of which all say something alike."""
        return [row for row in self.rows if row.shared]

    @property
    def different(self) -> list[str | Promise]:
        """The aspects in which they have nothing in common."""
        return [row.heading for row in self.rows if not row.shared]


def _fact_rows(initiatives: Sequence[Initiative]) -> list[Aspect]:
    facts: dict[str | Promise, Callable[[Initiative], Iterable[str]]] = {
        _("Place"): _places,
        _("County"): lambda entry: [county.name for county in entry.all_counties],
        _("Years"): lambda entry: [str(entry.period or "")],
        _("Phase"): lambda entry: [str(entry.phase.label)],
        _("How it is organised"): lambda entry: [entry.get_organisation_display()],
        _("Funding"): lambda entry: [funding.programme for funding in entry.fundings.all()],
        _("Assessment"): lambda entry: [entry.get_assessment_display()],
        _("Results"): lambda entry: [result.description for result in entry.results.all()],
        HEADINGS["main_goal"]: lambda entry: [entry.main_goal],
    }
    return [
        Aspect.of(heading, [dict.fromkeys(filter(None, fact(entry))) for entry in initiatives])
        for heading, fact in facts.items()
    ]


def _places(entry: Initiative) -> list[str]:
    return [entry.place_name, *(link.term.name for link in entry.municipalitylinks.all())]


def _term_rows(initiatives: Sequence[Initiative]) -> list[Aspect]:
    """The lists of terms; a partner counts as its kind."""
    return [
        Aspect.of(kind.entry_heading, [_terms(entry, kind.links) for entry in initiatives])
        for kind in TERM_LISTS
    ]


def _terms(entry: Initiative, links: str) -> dict[str | Written, Address | None]:
    terms = [link.filtered_by for link in getattr(entry, links).all()]
    return {term.label: Address.of_term(term) for term in terms}
