"""What the pages of terms show: how much each is used, where, when, and with which others."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from initiatives.finding.address import Address
from initiatives.finding.snapshot import NONE, Snapshot
from initiatives.finding.tallies import share_of
from initiatives.finding.usage import Usage, usage_among, usage_of_all
from initiatives.models import Term
from initiatives.models.facts import Period
from initiatives.models.kinds import KINDS, TERM_KINDS

MOST_COMBINED = 6


@dataclass(frozen=True)
class Group:
    """Terms of one kind, under a heading."""

    kind: str
    heading: str
    usages: Sequence[Usage]


@dataclass(frozen=True)
class Combined(Group):
    """The terms of a kind that stand together with a term."""

    is_own_kind: bool
    """No list has two terms of one kind both: within a facet it is OR. So these lead to their own
    pages.
    """


@dataclass(frozen=True)
class TermPage:
    """What the page of a term shows."""

    term: Term
    kind_name: str
    entries: BitMap
    published: int
    """How many entries there are in all."""

    aliases: Sequence[str]
    period: Period
    counties: Sequence[Usage]
    combined: Sequence[Combined]
    instead: Sequence[Usage]
    """Of its own kind, among the entries without it."""

    @classmethod
    def of(cls, snapshot: Snapshot, kind: str, term: Term) -> "TermPage":
        """One query."""
        entries, address = snapshot.linked(kind).get(term.pk, NONE), Address.of_term(term)
        return cls(
            term=term,
            kind_name=str(KINDS[kind].label),
            entries=entries,
            published=len(snapshot.published),
            aliases=other_wordings(term),
            period=period_of(snapshot, entries),
            counties=usage_among(snapshot, "county", entries, address),
            combined=[
                found
                for other in TERM_KINDS
                if (found := combined_with(snapshot, kind, term, other, entries)).usages
            ],
            instead=used_instead(snapshot, kind, entries),
        )

    @property
    def total(self) -> int:
        return len(self.entries)

    @property
    def share(self) -> str:
        """As the statistics say it."""
        return share_of(self.total, self.published)


def other_wordings(term: Term) -> list[str]:
    """What the term is called besides its label."""
    wordings = [alias.wording for alias in term.aliases.all()]  # type: ignore[attr-defined]
    return [wording for wording in wordings if wording.casefold() != term.label.casefold()]


def used_instead(snapshot: Snapshot, kind: str, entries: BitMap) -> list[Usage]:
    """The terms of a kind that most entries without the term have; `entries` are those with it."""
    return usage_among(snapshot, kind, snapshot.published - entries, Address())[:MOST_COMBINED]


def combined_with(
    snapshot: Snapshot, kind: str, term: Term, other: str, entries: BitMap
) -> Combined:
    """The terms of the kind `other` that most of the term's `entries` have too."""
    usages = usage_among(snapshot, other, entries, Address.of_term(term))
    others = [usage for usage in usages if (usage.kind, usage.choice.key) != (kind, term.pk)]
    heading = str(KINDS[other].heading)
    return Combined(other, heading, others[:MOST_COMBINED], is_own_kind=other == kind)


def period_of(snapshot: Snapshot, entries: BitMap) -> Period:
    """The years that the projects of some entries span."""
    spans = [
        span for span, with_it in snapshot.families["years"].items() if with_it.intersect(entries)
    ]
    years = [
        year for start, end, _is_open_ended in spans for year in (start, end) if year is not None
    ]
    return Period(
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        is_running=any(is_open_ended for _start, _end, is_open_ended in spans),
    )


def list_terms(snapshot: Snapshot) -> list[Group]:
    """All terms of all kinds, in the order that readers see, with how many entries each has."""
    return [
        Group(name, str(KINDS[name].heading), usage_of_all(snapshot, name)) for name in TERM_KINDS
    ]
