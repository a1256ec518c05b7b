"""What the page of an entry shows, for its template: sections, linked terms, and facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.finding.address import ORGANISATION, Address
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
class Value:
    """What a fact says: a text, which may lead somewhere, or a row that a component shows."""

    text: str | Promise = ""
    url: str = ""
    component: str = ""
    row: Model | None = None


class Fact(NamedTuple):
    """A term and what is told under it."""

    term: str | Promise
    values: list[Value]


NOT_STATED = Value(_("Not stated"))


def texts(*told: str | Promise | None) -> list[Value]:
    """Those that are told, as values."""
    return [Value(text) for text in told if text]


def outside(url: str) -> list[Value]:
    """An address as a link; nothing where there is no address."""
    return [Value(url, url)] if url else []


def linked(rows: Iterable[Any], name: str = "name") -> list[Value]:
    """Places or entries, each leading to its page."""
    return [Value(getattr(row, name), row.get_absolute_url()) for row in rows]


def shown_by(component: str, rows: Iterable[Model]) -> list[Value]:
    return [Value(component=f"components/{component}.html", row=row) for row in rows]


def facts(initiative: Initiative) -> list[Fact]:
    """Facts at a glance, in the order of the page; those of which there is nothing are left out."""
    told = [*place_and_work(initiative), *to_follow(initiative), *about_the_entry(initiative)]
    return [fact for fact in told if fact.values]


def place_and_work(initiative: Initiative) -> Iterator[Fact]:
    """Where and when it is done, and by whom."""
    municipalities = [link.term for link in initiative.municipalitylinks.all()]
    organisation = Address.of([(ORGANISATION, initiative.organisation)])
    same_organisation = reverse("initiative-list") + organisation.query
    yield Fact(_("Place"), texts(initiative.place_name))
    yield Fact(_("Municipality"), linked(municipalities))
    yield Fact(_("County"), linked(initiative.all_counties))
    yield Fact(_("Years"), texts(str(initiative.period)) or [NOT_STATED])
    yield Fact(_("Phase"), texts(initiative.phase.label))
    yield Fact(_("Reach"), texts(initiative.get_scope_display()))
    yield Fact(_("Owner"), texts(initiative.owner))
    yield Fact(
        _("How it is organised"),
        [Value(initiative.get_organisation_display(), same_organisation)],
    )


def to_follow(initiative: Initiative) -> Iterator[Fact]:
    """Money, people, texts, and the entries before and after it."""
    earlier = [succession.predecessor for succession in initiative.preceding.all()]
    later = [succession.successor for succession in initiative.successions.all()]
    yield Fact(_("Funding"), shown_by("funding", initiative.fundings.all()) or [NOT_STATED])
    yield Fact(_("Contact"), shown_by("contact", initiative.contacts.all()) or [NOT_STATED])
    yield Fact(_("To read"), shown_by("document", initiative.documents.all()))
    yield Fact(_("Followed on from"), linked(earlier, "title"))
    yield Fact(_("Was followed by"), linked(later, "title"))
    yield Fact(_("Website"), outside(initiative.website))
    yield Fact(_("Source"), outside(initiative.source_url))


def about_the_entry(initiative: Initiative) -> Iterator[Fact]:
    """In which form it is written, and how fresh it is."""
    changed_on = timezone.localdate(initiative.changed_at)
    yield Fact(_("Written in"), texts(initiative.get_original_form_display()))
    yield Fact(_("Last changed"), texts(in_words(changed_on)))
    yield Fact(
        _("Last confirmed"), texts(in_words(initiative.confirmed_on) or _("Not yet confirmed"))
    )


def in_words(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


@dataclass(frozen=True)
class EntryPage:
    """An initiative with what its template cannot ask of it by itself."""

    initiative: Initiative
    sections: dict[str, Section]
    main_goal_heading: Written
    closing_heading: Written
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
            municipalities=[link.term for link in initiative.municipalitylinks.all()],
            counties=[link.term for link in initiative.countylinks.all()],
        )

    @property
    def facts(self) -> list[Fact]:
        return facts(self.initiative)
