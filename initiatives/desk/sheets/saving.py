"""A placed sheet as a draft: made, made anew, or refused; never over somebody's work."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.desk.editing import history
from initiatives.desk.sheets.headings import OWN_HEADINGS, Section
from initiatives.desk.sheets.looking import MAX_NAME, line_not_placed, lines_of
from initiatives.desk.sheets.partners import tidy_name
from initiatives.desk.sheets.placing import PlacedSheet
from initiatives.desk.sheets.reference import TERM_SECTIONS, Reference
from initiatives.desk.sheets.results import PlacedPartner, PlacedTerm
from initiatives.desk.sheets.texts import NamedText
from initiatives.desk.sheets.wordings import plain
from initiatives.language import FORMS, sort_key, written
from initiatives.models import (
    County,
    CountyLink,
    Initiative,
    Municipality,
    MunicipalityLink,
    Partner,
    PartnerKind,
    PartnerLink,
    Project,
    Reason,
    Scope,
    Sheet,
    SheetLine,
    Status,
)
from initiatives.models.kinds import Kind

_LOCK = 7_361_248_005
"""Of imports: any number that no other lock of the database uses."""

_TEXTS = ("title", "lead", "body", "main_goal", "closing_note")


class Outcome(Enum):
    MADE = "made"
    MADE_ANEW = "made anew"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


NOT_FROM_SHEET = _(
    "There is an entry with this address or title already, and it was not made from a sheet."
)
NOT_DRAFT = _("The entry of this sheet is not a draft any more. Change it in its own form.")
EDITED = _("The entry of this sheet has been edited since. Change it in its own form.")
OTHER_IN_RUN = _("Another sheet of the same import has this address or title, but another text.")


@dataclass(frozen=True)
class Decision:
    """What saving a sheet does, or did: to which entry (None: a new one), and why it is refused."""

    outcome: Outcome
    initiative: Initiative | None = None
    reason: str | Promise = ""


class Run:
    """One import of one or more sheets, one after the other."""

    def __init__(self, reference: Reference, editor: User | None = None) -> None:
        """The drafts that are made are the editor's."""
        self._reference, self._editor = reference, editor
        self._saved: set[int] = set()

    def save(self, named: NamedText, placed: PlacedSheet) -> Decision:
        """Saves a sheet as a draft in a transaction of its own, unless that is refused."""
        with transaction.atomic():
            wait_for_other_imports()
            decision = self.decide(named, placed)
            if decision.outcome not in (Outcome.MADE, Outcome.MADE_ANEW):
                return decision
            initiative = self._make(decision.initiative, named, placed)
            self._saved.add(initiative.pk)
            return Decision(decision.outcome, initiative)

    def _make(self, draft: Initiative | None, named: NamedText, placed: PlacedSheet) -> Initiative:
        """The draft, made or made anew, with its version."""
        if draft:
            history.catch_up(draft)
        initiative = _store(
            draft or Initiative(drafted_by=self._editor), named, placed, self._reference
        )
        what = history.Event.ANEW_FROM_SHEET if draft else history.Event.FROM_SHEET
        history.keep(initiative, self._editor, what, named.name)
        return initiative

    def decide(self, named: NamedText, placed: PlacedSheet) -> Decision:
        """What `save` would do. At most three queries."""
        initiative = find_entry(placed)
        if initiative is None:
            return Decision(Outcome.MADE)
        sheet = Sheet.objects.filter(initiative=initiative).first()
        if sheet is None:
            return Decision(Outcome.REFUSED, initiative, NOT_FROM_SHEET)
        if initiative.status != Status.DRAFT:
            return Decision(Outcome.REFUSED, initiative, NOT_DRAFT)
        if initiative.changed_at != sheet.entry_changed_at:
            return Decision(Outcome.REFUSED, initiative, EDITED)
        if sheet.text.strip() == named.text.strip():
            return Decision(Outcome.UNCHANGED, initiative)
        if initiative.pk in self._saved:
            return Decision(Outcome.REFUSED, initiative, OTHER_IN_RUN)
        return Decision(Outcome.MADE_ANEW, initiative)


def wait_for_other_imports() -> None:
    """Imports wait for each other's transactions, so that two never make the same entry.

    On SQLite every transaction that begins waits for the one that writes.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def find_entry(placed: PlacedSheet) -> Initiative | None:
    """The entry of a sheet: with the same source, else the same title and no other source."""
    entries = Initiative.objects.entries().filter(is_example=False).order_by("pk")
    if placed.source_url and (
        found := entries.filter(source_url__in=_addresses(placed.source_url)).first()
    ):
        return found
    key = sort_key(placed.title)[:MAX_NAME]
    if not key:
        return None
    for initiative in entries.filter(Q(sort_title_nn=key) | Q(sort_title_nb=key)):
        is_other = initiative.source_url and placed.source_url
        if not is_other and plain(placed.title) in {
            plain(getattr(initiative, f"title_{form}")) for form in FORMS
        }:
            return initiative
    return None


def _addresses(address: str) -> list[str]:
    """The spellings of an address that lead to the same page."""
    _scheme, _, rest = address.partition("://")
    bare = rest.rstrip("/").removeprefix("www.")
    return [
        f"{s}://{w}{bare}{end}"
        for s in ("https", "http")
        for w in ("", "www.")
        for end in ("", "/")
    ]


def _store(
    initiative: Initiative, named: NamedText, placed: PlacedSheet, reference: Reference
) -> Initiative:
    """Fills the entry with what the sheet says. What only editors can know is left as it is."""
    _fill(initiative, placed)
    initiative.save()
    lines = list(lines_of(placed, reference))
    for section, kind in TERM_SECTIONS.items():
        terms = placed.subject_areas if section is Section.SUBJECT_AREAS else placed.terms[section]
        _replace_links(initiative, kind, terms)
    lines += _replace_partners(initiative, placed)
    _replace_places(initiative, placed)
    _replace_projects(initiative, placed)
    SheetLine.objects.filter(initiative=initiative).delete()
    for line in sorted(lines, key=lambda line: line.number):
        line.initiative = initiative
        line.save()
    kept = {"name": named.name[:MAX_NAME], "text": named.text, "read_at": timezone.now()}
    Sheet.objects.update_or_create(
        initiative=initiative, defaults=kept | {"entry_changed_at": initiative.changed_at}
    )
    return initiative


def _fill(initiative: Initiative, placed: PlacedSheet) -> None:
    sheet = placed.sheet
    texts = (placed.title, placed.lead, sheet.body, sheet.main_goal, sheet.closing_note)
    for name, text in zip(_TEXTS, texts, strict=True):
        for form in FORMS:
            setattr(initiative, f"{name}_{form}", text if form == placed.form else "")
    initiative.original_form = placed.form
    initiative.source_url = placed.source_url
    initiative.is_presented_unassessed = sheet.is_unassessed
    initiative.published_headings = headings_that_differ(placed)
    initiative.scope = _scope(placed)
    initiative.changed_at = timezone.now()


def headings_that_differ(placed: PlacedSheet) -> dict[str, str]:
    """The headings of a sheet by section, where they are not the catalogue's own in its form."""
    own = OWN_HEADINGS[placed.form]
    return {
        str(section): heading
        for section, heading in placed.sheet.headings.items()
        if section in own and heading.casefold() != own[section].casefold()
    }


def _scope(placed: PlacedSheet) -> Scope:
    if len(placed.municipalities) > 1:
        return Scope.INTER_MUNICIPAL
    return Scope.COUNTY if placed.counties and not placed.municipalities else Scope.MUNICIPALITY


def _replace_links(initiative: Initiative, kind: Kind, placed: Sequence[PlacedTerm]) -> None:
    kind.link._default_manager.filter(initiative=initiative).delete()
    slugs = [found.term for found in placed if found.term]
    by_slug = {
        kind.value_of(row): row for row in kind.model._default_manager.filter(slug__in=slugs)
    }
    known = [(by_slug[found.term], found) for found in placed if found.term in by_slug]
    for position, (row, found) in enumerate(known, start=1):
        label = written(row, "label", initiative.original_form)
        kind.link._default_manager.create(
            initiative=initiative,
            term=row,
            position=position,
            wording=_wording(found.wording, label),
        )


def _wording(wording: str, label: str) -> str:
    """The wording as published, where it is not the label itself."""
    return "" if wording == label else wording


def _replace_partners(initiative: Initiative, placed: PlacedSheet) -> Iterator[SheetLine]:
    """Links the partners, making new ones; gives the lines of those that are linked already."""
    PartnerLink.objects.filter(initiative=initiative).delete()
    linked: list[int] = []
    for found in placed.partners:
        partner = _partner(found, initiative.original_form)
        if partner is None:
            continue
        if partner.pk in linked:
            yield line_not_placed(found.number, found.wording, Reason.SAME_TERM, Section.PARTNERS)
            continue
        linked.append(partner.pk)
        name = written(partner, "name", initiative.original_form)
        wording = _wording(found.wording, name)
        PartnerLink.objects.create(
            initiative=initiative, term=partner, position=len(linked), wording=wording
        )


def _partner(found: PlacedPartner, original_form: str) -> Partner | None:
    """The partner of the catalogue, made if it is not there and its kind is known; else None."""
    if found.partner:
        return Partner.objects.filter(slug=found.partner).first()
    kind = PartnerKind.objects.filter(slug=found.kind).first() if found.kind else None
    if kind is None or len(found.wording) > MAX_NAME:
        return None
    if found.is_generic:
        names = {f"name_{form}": getattr(kind, f"label_{form}") for form in FORMS}
    else:
        names = {f"name_{original_form}": tidy_name(found.wording)}
    return _called(kind, names.values()) or Partner.objects.create(kind=kind, **names)


def _called(kind: PartnerKind, names: Iterable[str]) -> Partner | None:
    """The first partner of a kind that has one of the names, in either form."""
    wanted = {plain(name) for name in names}
    for partner in kind.partners.order_by("slug"):
        if wanted & {plain(getattr(partner, f"name_{form}")) for form in FORMS}:
            return partner
    return None


def _replace_places(initiative: Initiative, placed: PlacedSheet) -> None:
    for link, model, numbers in (
        (MunicipalityLink, Municipality, placed.municipalities),
        (CountyLink, County, placed.counties),
    ):
        link.objects.filter(initiative=initiative).delete()
        rows = {row.number: row for row in model.objects.filter(number__in=numbers)}
        for position, number in enumerate(numbers, start=1):
            link.objects.create(initiative=initiative, term=rows[number], position=position)


def _replace_projects(initiative: Initiative, placed: PlacedSheet) -> None:
    Project.objects.filter(initiative=initiative).delete()
    for position, found in enumerate(placed.projects, start=1):
        Project.objects.create(
            initiative=initiative,
            position=position,
            start_year=found.start_year,
            end_year=found.end_year,
            is_open_ended=found.is_open_ended,
            **{f"name_{placed.form}": found.name},
        )
