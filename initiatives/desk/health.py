"""How the catalogue is doing: what readers miss, what is old, how much there is of each form.

A check is a condition on published entries. Its number, and the list of the entries behind it, come
from the same condition.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Length, Replace
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.desk.translation.report import HAS_OTHER_FORM, with_translation_state
from initiatives.language import FORMS, other_form
from initiatives.models import (
    CheckedAddress,
    Contact,
    Document,
    Initiative,
    InitiativeQuerySet,
    MunicipalityLink,
    Project,
    Result,
    SheetLine,
    Term,
    TranslationState,
)
from initiatives.models.kinds import LINKED

LEAST_SHARE = 25
"""Per cent of each form over time, by språklova § 12."""

MONTH = timedelta(days=365) / 12
COUNTED_FIELDS = ("title", "lead", "body", "main_goal", "closing_note")
MOST_TERMS_NAMED = 100


@dataclass(frozen=True)
class Check:
    """One thing that may be wrong with an entry, with `problem` as the entries that have it."""

    name: str
    label: str | Promise
    what_to_do: str | Promise
    problem: Callable[[], Q]


def is_not_confirmed_for(months: int) -> Q:
    """Neither confirmed nor first published in this many months."""
    limit = timezone.now() - months * MONTH
    return Q(confirmed_on__lt=limit.date()) | Q(confirmed_on=None, first_published_at__lt=limit)


def has_none_of(model: type[Model]) -> Q:
    """Without a row of a model that belongs to an entry."""
    return ~Q(Exists(model._default_manager.filter(initiative=OuterRef("pk"))))


def is_without_period() -> Q:
    known = Project.objects.filter(initiative=OuterRef("pk"))
    is_known = Q(start_year__isnull=False) | Q(end_year__isnull=False) | Q(is_open_ended=True)
    return ~Q(Exists(known.filter(is_known)))


def is_not_in_own_form() -> Q:
    """Without a text in the form that one of its municipalities has chosen."""
    links = MunicipalityLink._base_manager.filter(initiative=OuterRef("pk"))
    missing = Q()
    for form in FORMS:
        missing |= Q(**{f"title_{form}": ""}) & Q(Exists(links.filter(term__written_form=form)))
    return missing


def is_in_another_form() -> Q:
    """First written in another form than one of its municipalities has chosen."""
    links = MunicipalityLink._base_manager.filter(initiative=OuterRef("pk"))
    wrong = Q()
    for form in FORMS:
        wrong |= Q(original_form=form) & Q(
            Exists(links.filter(term__written_form=other_form(form)))
        )
    return wrong


def has_dead_link() -> Q:
    """Leads to a dead address by `check_links`: its own, a document's or a contact's."""
    dead = CheckedAddress.objects.filter(is_dead=True).values("url")
    return (
        Q(website__in=dead)
        | Q(source_url__in=dead)
        | Q(Exists(Document.objects.filter(initiative=OuterRef("pk"), url__in=dead)))
        | Q(Exists(Contact.objects.filter(initiative=OuterRef("pk"), website__in=dead)))
    )


def has_open_lines() -> Q:
    """With lines of its sheet that no editor has dealt with."""
    return Q(Exists(SheetLine.objects.open().filter(initiative=OuterRef("pk"))))


OPEN_LINES = Check(
    "open-sheet-lines",
    _("Lines of a sheet that nobody has dealt with"),
    _("Put what they say where it belongs, and tick them off."),
    has_open_lines,
)
"""Of entries of any status: most are drafts."""

CHECKS: Sequence[Check] = (
    Check(
        "not-confirmed-12-months",
        _("Not confirmed for 12 months"),
        _("Ask the municipality whether it is still right, and set “last confirmed”."),
        lambda: is_not_confirmed_for(12),
    ),
    Check(
        "not-confirmed-24-months",
        _("Not confirmed for 24 months"),
        _("These come first."),
        lambda: is_not_confirmed_for(24),
    ),
    Check(
        "dead-link",
        _("With a dead link"),
        _("Find where the page is now, or take the address away."),
        has_dead_link,
    ),
    Check(
        "no-result",
        _("Without a result"),
        _("What came of it is what readers ask most for. Write also what is not known."),
        lambda: has_none_of(Result),
    ),
    Check(
        "no-contact",
        _("Without a contact"),
        _("Add a role and an organisation that can be asked."),
        lambda: has_none_of(Contact),
    ),
    Check(
        "no-period",
        _("Without years"),
        _("Add a project with the years it ran, or tick that it is still running."),
        is_without_period,
    ),
    Check(
        "no-source",
        _("Without a source or document"),
        _("Add the address of the source, or a report."),
        lambda: Q(source_url="") & has_none_of(Document),
    ),
    Check(
        "other-form-than-municipality",
        _("First written in another form than the municipality has chosen"),
        _("This is not wrong, but new entries should follow the municipality."),
        is_in_another_form,
    ),
    Check(
        "not-in-form-of-municipality",
        _("Not to be had in the form that the municipality has chosen"),
        _("A translation helps those whom it is about."),
        is_not_in_own_form,
    ),
    Check(
        "no-translation",
        _("Only in one form"),
        _("This is as it should be for most: not everything shall be published twice."),
        lambda: ~HAS_OTHER_FORM,
    ),
)
BY_NAME: Mapping[str, Check] = {check.name: check for check in CHECKS}


def found_by(name: str, initiatives: InitiativeQuerySet) -> InitiativeQuerySet:
    """The published ones that have the problem `name`; all entries if there is no such check."""
    if name == OPEN_LINES.name:
        return initiatives.entries().filter(OPEN_LINES.problem())
    check = BY_NAME.get(name)
    return initiatives.filter(check.problem(), status="published") if check else initiatives


def count_problems() -> dict[str, int]:
    """How many published entries have each problem, and how many there are. One query."""
    counts = {check.name: Count("pk", filter=check.problem()) for check in CHECKS}
    return Initiative.objects.published().aggregate(published=Count("pk"), **counts)


@dataclass(frozen=True)
class FormShare:
    """How much there is of one form: entries first written in it, entries in it, and words."""

    form: str
    originals: int
    available: int
    words: int
    originals_percent: float
    words_percent: float

    @property
    def is_too_little(self) -> bool:
        return self.words_percent < LEAST_SHARE


def count_forms() -> list[FormShare]:
    """The share of each form among published entries and their words, in both forms. One query."""
    sums: dict[str, Any] = {}
    for form in FORMS:
        sums[f"originals_{form}"] = Count("pk", filter=Q(original_form=form))
        sums[f"available_{form}"] = Count("pk", filter=~Q(**{f"title_{form}": ""}))
        sums[f"words_{form}"] = Sum(_words(form))
    found = Initiative.objects.published().aggregate(**sums)
    originals = sum(found[f"originals_{form}"] for form in FORMS)
    words = sum(found[f"words_{form}"] or 0 for form in FORMS)
    return [
        FormShare(
            form,
            found[f"originals_{form}"],
            found[f"available_{form}"],
            found[f"words_{form}"] or 0,
            _percent(found[f"originals_{form}"], originals),
            _percent(found[f"words_{form}"] or 0, words),
        )
        for form in FORMS
    ]


def _words(form: str) -> Combinable:
    """About how many words an entry has in a form: the blanks in its texts, and one a text."""
    total: Combinable = Value(0, output_field=IntegerField())
    for name in COUNTED_FIELDS:
        text = F(f"{name}_{form}")
        without = Replace(text, Value(" "), Value(""))
        first = Case(When(**{f"{name}_{form}": ""}, then=Value(0)), default=Value(1))
        total = total + Length(text) - Length(without) + first
    return total


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def terms_used_once() -> list[Term]:
    """Terms that one published entry uses, the first `MOST_TERMS_NAMED`. Four queries."""
    found: list[Term] = []
    for kind in LINKED:
        if kind.is_term:
            links = kind.link._base_manager.filter(initiative__status="published")
            counted = links.order_by().values("term").annotate(used=Count("pk"))
            once = counted.filter(used=1).values("term")
            rows: Any = kind.model._default_manager.filter(pk__in=once)
            found += rows.order_by("slug")[:MOST_TERMS_NAMED]
    return found[:MOST_TERMS_NAMED]


def count_changed_translations() -> int:
    """How many published entries have a translation whose original has changed since. One query."""
    published = with_translation_state(Initiative.objects.published())
    return published.filter(translation_state=TranslationState.CHANGED).count()
