"""The columns of the table that CSV and Excel share, with texts in the reader's form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.language import reader_form
from initiatives.models import (
    Assessment,
    Contact,
    Document,
    Form,
    Funding,
    Organisation,
    Phase,
    Project,
    Result,
    Scope,
)
from initiatives.models.kinds import KINDS
from initiatives.outgoing.exports.rows import OutgoingEntry

# Between values of one cell. It stands in no label, so a cell can be taken apart again.
BETWEEN = " | "

Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A heading, a width in characters, and what stands in it for a row. None is an empty cell."""

    heading: str | Promise
    width: int
    value: Callable[[OutgoingEntry], Cell]
    kind: str = ""
    """The kind of term or place that it tells of."""


class Table(NamedTuple):
    """Rows as cells. `root` is the site's address without a path (`https://…`)."""

    root: str

    @property
    def headings(self) -> list[str]:
        return [str(column.heading) for column in COLUMNS]

    def cells(self, row: OutgoingEntry) -> list[Cell]:
        """One cell for each column; addresses absolute, texts on one line."""
        page = self.root + row.initiative.get_absolute_url()
        return [page if column is PAGE else column.value(row) for column in COLUMNS]


def one_line(text: str) -> str:
    """A text without line breaks, which many programs take for the end of a row."""
    return " ".join(text.split())


def text(name: str) -> Callable[[OutgoingEntry], str]:
    """A text of the entry, in the reader's form where it has one."""
    return lambda row: one_line(getattr(row.initiative, name))


def labels(kind: str) -> Callable[[OutgoingEntry], str]:
    return lambda row: BETWEEN.join(row.labels(kind))


def of_kind(name: str, width: int) -> Column:
    """The labels of a kind of term or place."""
    return Column(KINDS[name].entry_heading, width, labels(name), name)


def numbers(kind: str) -> Callable[[OutgoingEntry], str]:
    return lambda row: BETWEEN.join(choice.value for choice in row.linked[kind])


def shown_choice(name: str, choices: type[TextChoices]) -> Callable[[OutgoingEntry], str]:
    """The label of a value out of the closed list `choices`."""
    return lambda row: _labels(choices, reader_form())[getattr(row.initiative, name)]


@cache
def _labels(choices: type[TextChoices], form: str) -> Mapping[str, str]:
    """The labels of a closed list by value; `form` is the active one."""
    return {value: str(label) for value, label in choices.choices}


def project_lines(row: OutgoingEntry) -> str:
    return BETWEEN.join(_project(project) for project in row.projects)


def _project(project: Project) -> str:
    """`Dalen+ (2012–2014)`."""
    period = str(project.period)
    return f"{one_line(project.name)} ({period})" if period else one_line(project.name)


def told(name: str, tell: Callable[[Any], str]) -> Callable[[OutgoingEntry], str]:
    """What `tell` says of each row of a table of the entry's own, such as its results."""
    return lambda row: BETWEEN.join(
        one_line(tell(fact)) for fact in getattr(row.initiative, name).all()
    )


def _funding(funding: Funding) -> str:
    """`Bulyst (2012): 500 000 kr`."""
    amount = "" if funding.amount_nok is None else intcomma(funding.amount_nok)
    told = _("%(amount)s NOK") % {"amount": amount} if amount else ""
    where = f"{funding.programme} ({funding.year})" if funding.year else funding.programme
    return ": ".join(filter(None, [where.strip(), told]))


def _result(result: Result) -> str:
    """`Fleire kom: 12 familiar (2014)`."""
    description = result.description.rstrip(".") if result.value else result.description
    seen = ": ".join(filter(None, [description, result.value]))
    return f"{seen} ({result.year})" if result.year else seen


def _contact(contact: Contact) -> str:
    """`Næringssjef, Tokke kommune, post@example.no`."""
    return ", ".join(
        filter(
            None,
            [contact.role, contact.organisation, contact.email, contact.phone, contact.website],
        )
    )


def _document(document: Document) -> str:
    """`Sluttrapport https://example.no/rapport`."""
    return f"{document.title} {document.url}"


def day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


PAGE = Column(gettext_lazy("Address"), 40, lambda row: row.initiative.get_absolute_url())
COLUMNS = (
    Column(gettext_lazy("Title"), 50, text("title")),
    Column(gettext_lazy("Written in"), 12, shown_choice("original_form", Form)),
    PAGE,
    Column(gettext_lazy("Lead"), 70, text("lead")),
    Column(gettext_lazy("Place"), 20, text("place_name")),
    Column(gettext_lazy("Municipality number"), 16, numbers("municipality")),
    of_kind("municipality", 22),
    of_kind("county", 18),
    Column(gettext_lazy("Reach"), 16, shown_choice("scope", Scope)),
    of_kind("activity", 50),
    of_kind("targetgroup", 35),
    of_kind("sellingpoint", 35),
    of_kind("partner", 35),
    of_kind("partnerkind", 25),
    of_kind("subjectarea", 25),
    Column(gettext_lazy("Projects"), 40, project_lines),
    Column(gettext_lazy("First year"), 10, lambda row: row.period.first_year),
    Column(gettext_lazy("Last year"), 10, lambda row: row.period.ended_in),
    Column(
        gettext_lazy("Phase"), 12, lambda row: _labels(Phase, reader_form())[row.initiative.phase]
    ),
    Column(gettext_lazy("How it is organised"), 20, shown_choice("organisation", Organisation)),
    Column(gettext_lazy("Owner"), 25, text("owner")),
    Column(gettext_lazy("Assessment"), 16, shown_choice("assessment", Assessment)),
    Column(gettext_lazy("Results"), 50, told("results", _result)),
    Column(gettext_lazy("Funding"), 35, told("fundings", _funding)),
    Column(gettext_lazy("Contact"), 40, told("contacts", _contact)),
    Column(gettext_lazy("To read"), 40, told("documents", _document)),
    Column(gettext_lazy("Main goal"), 50, text("main_goal")),
    Column(gettext_lazy("Website"), 35, text("website")),
    Column(gettext_lazy("First published"), 14, lambda row: day(row.initiative.first_published_at)),
    Column(gettext_lazy("Last changed"), 14, lambda row: day(row.initiative.changed_at)),
    Column(gettext_lazy("Last confirmed"), 14, lambda row: row.initiative.confirmed_on),
    Column(
        gettext_lazy("Made-up example"),
        14,
        lambda row: _("yes") if row.initiative.is_example else "",
    ),
)
