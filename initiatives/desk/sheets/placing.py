"""A sheet with what it speaks of found in the catalogue, and what is in doubt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from initiatives.desk.sheets.dividing import (
    divided,
    divided_areas,
    divided_partners,
    without_introduction,
)
from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.hints import amounts_in, websites_in
from initiatives.desk.sheets.locating import Located, locate
from initiatives.desk.sheets.partners import PartnerMatch
from initiatives.desk.sheets.projects import FoundProject, labelled_project, projects_of
from initiatives.desk.sheets.reading import Item, Sheet, Unplaced, lists_below_subheadings
from initiatives.desk.sheets.recognising import recognise_form
from initiatives.desk.sheets.reference import TERM_SECTIONS, Reference
from initiatives.desk.sheets.results import PlacedPartner, PlacedTerm, Proposal
from initiatives.desk.sheets.wordings import Match, Wordings, plain
from initiatives.language import BOKMAL, FORM_NAMES, NYNORSK
from initiatives.models import Reason

MAX_WORDING = 300
MAX_ADDRESS = 500
# Areas stand in the head of a sheet, and are divided in a way of their own.
BELOW_TEXT: Sequence[Section] = [s for s in TERM_SECTIONS if s is not Section.SUBJECT_AREAS]
FORMS_BY_NAME = {name.casefold(): form for form, name in FORM_NAMES.items()}
_PROPOSED_TITLE = 100


@dataclass(frozen=True)
class PlacedSheet:
    """What a draft is made of. Lists are in the sheet's order, the last two in its lines'."""

    sheet: Sheet
    form: str
    title: str
    lead: str
    source_url: str
    subject_areas: Sequence[PlacedTerm]
    terms: Mapping[Section, Sequence[PlacedTerm]]
    partners: Sequence[PlacedPartner]
    projects: Sequence[FoundProject]
    municipalities: Sequence[str]
    counties: Sequence[str]
    proposals: Sequence[Proposal]
    unplaced: Sequence[Unplaced]


class _Placer:
    """Gathers what is proposed and what is not placed while the parts of a sheet are placed."""

    def __init__(self, sheet: Sheet, reference: Reference) -> None:
        self.sheet = sheet
        self.reference = reference
        self.proposals: list[Proposal] = []
        self.unplaced: list[Unplaced] = list(sheet.unplaced)

    def place(self) -> PlacedSheet:
        sheet = self.sheet
        source_url = self.source_url()
        areas = self.subject_areas()
        terms = {section: self.terms(section) for section in BELOW_TEXT}
        partners = self.partners()
        projects = self.projects()
        places = self.places(partners)
        self.hints(source_url)
        return PlacedSheet(
            sheet=sheet,
            form=form_of(sheet),
            title=sheet.title.text if sheet.title else "",
            lead=sheet.lead.text if sheet.lead else "",
            source_url=source_url,
            subject_areas=areas,
            terms=terms,
            partners=partners,
            projects=projects,
            municipalities=places.municipalities,
            counties=places.counties,
            proposals=sorted(dict.fromkeys(self.proposals), key=lambda proposal: proposal.number),
            unplaced=sorted(dict.fromkeys(self.unplaced), key=lambda line: line.number),
        )

    def propose(self, field: str, value: str, number: int, text: str, reason: Reason) -> None:
        self.proposals.append(Proposal(field, value, number, text, reason))

    def leave(self, item: Item, reason: Reason, section: str) -> None:
        self.unplaced.append(Unplaced(item.number, item.text, reason, section))

    def source_url(self) -> str:
        """The address that the sheet begins with, where it can be opened."""
        item = self.sheet.source_url
        if item is None:
            return ""
        address = item.text if "://" in item.text else f"https://{item.text}"
        try:
            URLValidator(schemes=["http", "https"])(address)
        except ValidationError:
            self.leave(item, Reason.NO_ADDRESS, "source_url")
            return ""
        if len(address) > MAX_ADDRESS:
            self.leave(item, Reason.TOO_LONG, "source_url")
            return ""
        return address

    def subject_areas(self) -> list[PlacedTerm]:
        section = Section.SUBJECT_AREAS
        wordings = self.reference.terms[section]
        placed: list[PlacedTerm] = []
        for item in self.items(section):
            for text in [item.text] if item.is_verbatim else divided_areas(item.text, wordings):
                part = replace(item, text=text)
                match = wordings.find(text)
                if match is None:
                    self.leave(part, Reason.UNKNOWN_AREA, section)
                else:
                    self.add_term(placed, part, match, section)
        return placed

    def items(self, section: Section) -> Iterator[Item]:
        """The items of a list; those that no field has room for are told of, and left."""
        for item in self.sheet.lists.get(section, ()):
            if len(item.text) > MAX_WORDING:
                self.leave(item, Reason.TOO_LONG, section)
            else:
                yield item

    def terms(self, section: Section) -> list[PlacedTerm]:
        wordings = self.reference.terms[section]
        placed: list[PlacedTerm] = []
        for item in self.items(section):
            for part in self.parts_of(item, divided(item, wordings), section):
                self.add_term(placed, part, self.match(part, wordings, section), section)
        return placed

    def parts_of(self, item: Item, texts: Sequence[str], section: Section) -> list[Item]:
        """The item, or its parts where its line was divided, which is proposed."""
        if len(texts) > 1:
            self.propose(section, item.text, item.number, item.text, Reason.TWO_IN_ONE)
            return [replace(item, text=text, is_sentence=False) for text in texts]
        return [replace(item, text=texts[0])]

    def match(self, item: Item, wordings: Wordings, section: Section) -> Match | None:
        """The term of an item; terms that an unknown sentence names are proposed."""
        match = wordings.find(item.text)
        if match is None and item.is_sentence:
            shorter = without_introduction(item.text)
            match = wordings.find(shorter) if shorter != item.text else None
        if match and match.reason:
            self.propose(section, match.slug, item.number, item.text, match.reason)
        if not wordings.sure(item.text):
            for slug in wordings.named_in(item.text):
                if match is None or slug != match.slug:
                    self.propose(section, slug, item.number, item.text, Reason.IN_SENTENCE)
        return match

    def add_term(
        self, placed: list[PlacedTerm], item: Item, match: Match | None, section: Section
    ) -> None:
        """Adds a term to a list, unless it is there; another wording of it is not placed."""
        slug = match.slug if match else None
        if any(plain(other.wording) == plain(item.text) for other in placed):
            return
        if slug and any(other.term == slug for other in placed):
            self.leave(item, Reason.SAME_TERM, section)
            return
        placed.append(PlacedTerm(item.text, slug, item.number))

    def partners(self) -> list[PlacedPartner]:
        section = Section.PARTNERS
        finder = self.reference.partners
        placed: list[PlacedPartner] = []
        for item in self.items(section):
            for part in self.parts_of(item, divided_partners(item, finder), section):
                match = finder.find(part.text)
                if match.reason:
                    self.propose(section, match.kind, part.number, part.text, match.reason)
                self.add_partner(placed, part, match)
        return placed

    def add_partner(self, placed: list[PlacedPartner], item: Item, match: PartnerMatch) -> None:
        partner = PlacedPartner(
            item.text, match.kind or None, match.slug, match.is_generic, item.number
        )
        if any(plain(other.wording) == plain(item.text) for other in placed):
            return
        if any(other.is_same_body(partner) for other in placed):
            self.leave(item, Reason.SAME_TERM, Section.PARTNERS)
            return
        placed.append(partner)

    def projects(self) -> list[FoundProject]:
        if labels := self.sheet.lists.get(Section.PROJECTS):
            return [
                labelled
                for item in labels
                if (labelled := labelled_project(item.text, item.number))
            ]
        projects = projects_of(self.sheet)
        if not self.sheet.title:
            projects = [project for project in projects if project.name]
        for project in projects:
            self.propose(
                "projects", project.in_words, project.number, project.source, Reason.YEARS_IN_TEXT
            )
        return projects

    def places(self, partners: Iterable[PlacedPartner]) -> Located:
        located = locate(
            self.sheet, [(p.wording, p.number) for p in partners], self.reference.places
        )
        self.proposals += located.proposals
        self.unplaced += located.unplaced
        return located

    def hints(self, source_url: str) -> None:
        """Proposes what the text says in passing, and tells of what only looks like the format."""
        for text, number in texts_of(self.sheet):
            for amount in amounts_in(text):
                self.propose("amount_nok", str(amount), number, text, Reason.AMOUNT_IN_TEXT)
            for address in websites_in(text):
                if address.rstrip("/") != source_url.rstrip("/"):
                    self.propose("website", address, number, text, Reason.WEBSITE_IN_TEXT)
        for section, item in self.sheet.resembling:
            self.propose("section", section, item.number, item.text, Reason.NEARLY_HEADING)
        self.lists_in_text()
        if self.sheet.is_cut_short and not self.sheet.is_unassessed:
            number = self.sheet.closing_number
            self.propose(
                "presented_unassessed", "true", number, self.sheet.closing_note, Reason.CUT_SHORT
            )
        if self.sheet.title is None:
            self.propose_title()

    def lists_in_text(self) -> None:
        """Proposes the section of a list in the running text, half of which or more is terms."""
        for heading, items in lists_below_subheadings(self.sheet.parts):
            for section in BELOW_TEXT:
                known = [item for item in items if self.reference.terms[section].sure(item.text)]
                if known and len(known) * 2 >= len(items):
                    self.propose(
                        "section", section, heading.number, heading.text, Reason.NEARLY_HEADING
                    )

    def propose_title(self) -> None:
        for text, number in texts_of(self.sheet):
            beginning = (
                text
                if len(text) <= _PROPOSED_TITLE
                else text[:_PROPOSED_TITLE].rsplit(" ", 1)[0] + " …"
            )
            self.propose("title", beginning, number, text, Reason.TITLE_IN_TEXT)
            return


def place(sheet: Sheet, reference: Reference) -> PlacedSheet:
    """The sheet with everything found that the catalogue knows. No queries."""
    return _Placer(sheet, reference).place()


def texts_of(sheet: Sheet) -> list[tuple[str, int]]:
    """The running text of a sheet, piece by piece, each with the number of its line."""
    pieces = [(sheet.lead.text, sheet.lead.number)] if sheet.lead else []
    pieces += [(part.block.text, part.block.number) for part in sheet.parts]
    return pieces + [(block.text, block.number) for block in sheet.main_goal_blocks]


def form_of(sheet: Sheet) -> str:
    """The written form: as the sheet says, else that of its text, lists, closing text, headings."""
    for item in sheet.lists.get(Section.FORM, ()):
        if named := FORMS_BY_NAME.get(item.text.strip(" .").casefold()):
            return named
    title = sheet.title.text if sheet.title else ""
    own = " ".join([title, *(text for text, _number in texts_of(sheet))])
    lists = " ".join(item.text for items in sheet.lists.values() for item in items)
    found = recognise_form(own, lists, sheet.closing_note, " ".join(sheet.headings.values()))
    return found if found in (NYNORSK, BOKMAL) else NYNORSK
