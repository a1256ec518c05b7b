"""Where an initiative is, as its sheet tells: what is sure enough, and what is proposed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.mentions import Mention, PlaceFinder
from initiatives.desk.sheets.reading import Sheet, Unplaced
from initiatives.desk.sheets.results import Proposal
from initiatives.models import Reason

NONE = "–"
"""Behind a label: that there is none, whatever the text says."""

Piece = tuple[str, int]
"""A text and the number of its line."""

Found = tuple[Mention, Piece]
"""A name of a place, and where it stands."""


@dataclass
class Located:
    """The numbers of a sheet's places, as they are named, and what an editor should look at."""

    municipalities: list[str] = field(default_factory=list)
    counties: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def numbers(self, is_county: bool) -> list[str]:
        return self.counties if is_county else self.municipalities

    def set(self, number: str, is_county: bool) -> None:
        numbers = self.numbers(is_county)
        if number not in numbers:
            numbers.append(number)

    def take(self, mention: Mention, piece: Piece) -> None:
        """Sets the place of a name, or leaves one that several have."""
        if len(mention.numbers) > 1:
            self.leave(mention, piece)
        else:
            self.set(mention.number, mention.is_county)

    def propose(self, mention: Mention, piece: Piece, reason: Reason) -> None:
        field_name = _field(mention.is_county)
        known = {(proposal.field, proposal.value) for proposal in self.proposals}
        for number in mention.numbers:
            if (field_name, number) not in known:
                self.proposals.append(Proposal(field_name, number, piece[1], piece[0], reason))

    def leave(self, mention: Mention, piece: Piece) -> None:
        """Tells once of a name that several places have, with each of them as a proposal."""
        field_name = _field(mention.is_county)
        if all(line.text != mention.name or line.section != field_name for line in self.unplaced):
            self.unplaced.append(
                Unplaced(piece[1], mention.name, Reason.SEVERAL_PLACES, field_name)
            )
        self.propose(mention, piece, Reason.SEVERAL_PLACES)

    @property
    def is_somewhere(self) -> bool:
        return bool(self.municipalities or self.counties)


def _field(is_county: bool) -> str:
    return Section.COUNTIES if is_county else Section.MUNICIPALITIES


def locate(sheet: Sheet, partners: Sequence[Piece], finder: PlaceFinder) -> Located:
    """Places by label (`Kommune: Tokke`), else title, else text; beside a title, text proposes."""
    located = Located()
    if _by_labels(sheet, finder, located):
        return located
    title = [(sheet.title.text, sheet.title.number)] if sheet.title else []
    text = _found(_texts(sheet), finder)
    in_title = _told_apart(_found(title, finder), text)
    _take_title(in_title, located)
    single = _of_one_place(_told_apart(text, in_title), located)
    if in_title:
        _propose_text(single, located)
    else:
        _take_text(single, located, finder.cities)
    _take_partners(_found(partners, finder), located)
    return located


def _told_apart(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """A name of several places means the one that the same name means elsewhere in the sheet.

    `Herøy kommune` is in Nordland where the title says `Herøy i Nordland`.
    """
    single: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention, _piece in (*found, *others):
        if len(mention.numbers) == 1:
            single[mention.name.casefold()].add(mention.numbers)
    told = []
    for mention, piece in found:
        known = single[mention.name.casefold()]
        told.append(
            (replace(mention, numbers=next(iter(known))) if len(known) == 1 else mention, piece)
        )
    return told


def _texts(sheet: Sheet) -> list[Piece]:
    pieces = [(sheet.lead.text, sheet.lead.number)] if sheet.lead else []
    pieces += [(part.block.text, part.block.number) for part in sheet.parts]
    return pieces + [(block.text, block.number) for block in sheet.main_goal_blocks]


def _found(pieces: Iterable[Piece], finder: PlaceFinder) -> list[Found]:
    return [(mention, piece) for piece in pieces for mention in finder.mentions(piece[0])]


def _by_labels(sheet: Sheet, finder: PlaceFinder, located: Located) -> bool:
    """Takes the places that the sheet labels as such; returns whether there are any labels."""
    for section, is_county in ((Section.MUNICIPALITIES, False), (Section.COUNTIES, True)):
        for item in sheet.lists.get(section, ()):
            for name in (part.strip(" .") for part in item.text.replace(";", ",").split(",")):
                numbers = (
                    finder.counties.get(name.casefold(), ()) if is_county else finder.named(name)
                )
                _take_label(name, numbers, is_county, item.number, located)
    return bool(sheet.lists.get(Section.MUNICIPALITIES) or sheet.lists.get(Section.COUNTIES))


def _take_label(
    name: str, numbers: Sequence[str], is_county: bool, line: int, located: Located
) -> None:
    mention = Mention(name, tuple(numbers), is_county, True, 0, len(name))
    if len(numbers) == 1:
        located.set(numbers[0], is_county)
    elif numbers:
        located.leave(mention, (name, line))
    elif name and name != NONE:
        located.unplaced.append(Unplaced(line, name, Reason.UNKNOWN_PLACE, _field(is_county)))


def _take_title(found: Sequence[Found], located: Located) -> None:
    """Sets what the title names: municipalities, or counties where it names none."""
    municipalities = [(mention, piece) for mention, piece in found if not mention.is_county]
    is_any_here = any(not mention.is_elsewhere for mention, _piece in municipalities)
    for mention, piece in municipalities or found:
        if mention.is_elsewhere and is_any_here:
            located.propose(mention, piece, Reason.PLACE_IN_TEXT)
        else:
            located.take(mention, piece)


def _of_one_place(found: Sequence[Found], located: Located) -> list[Found]:
    """What is a name of one place; names of several are left."""
    for mention, piece in found:
        if len(mention.numbers) > 1:
            located.leave(mention, piece)
    return [(mention, piece) for mention, piece in found if len(mention.numbers) == 1]


def _take_text(found: Sequence[Found], located: Located, cities: frozenset[str]) -> None:
    """Sets what the text calls a municipality, or the only place it names; all is proposed."""
    chosen = _chosen([mention for mention, _piece in found], cities)
    for mention, piece in found:
        if mention.number in chosen:
            located.set(mention.number, mention.is_county)
        located.propose(mention, piece, Reason.PLACE_IN_TEXT)


def _propose_text(found: Sequence[Found], located: Located) -> None:
    """Proposes what the text names beside what the title has set."""
    for mention, piece in found:
        if mention.number not in located.numbers(mention.is_county):
            located.propose(mention, piece, Reason.PLACE_IN_TEXT)


def _take_partners(found: Sequence[Found], located: Located) -> None:
    """Proposes the municipalities of partners, and, where nothing else is known, their counties."""
    is_nowhere = not located.is_somewhere and not located.proposals
    for mention, piece in found:
        is_known = mention.numbers[0] in located.municipalities
        if is_nowhere or (mention.is_named and not mention.is_county and not is_known):
            located.propose(mention, piece, Reason.PLACE_IN_TEXT)


def _chosen(mentions: Sequence[Mention], cities: frozenset[str]) -> set[str]:
    """The municipalities that are called so, else the only municipality, else the only county.

    A city that is only named is where people come from, study or go to a fair.
    """
    numbers: dict[_Role, set[str]] = defaultdict(set)
    for mention in mentions:
        numbers[_role(mention, cities)].add(mention.number)
    if called := numbers[_Role.CALLED]:
        return called
    likeliest = numbers[_Role.HERE] or numbers[_Role.COUNTY]
    return likeliest if len(likeliest) == 1 else set()


class _Role(Enum):
    """What a place that a text names may have to do with the entry."""

    CALLED = "called a municipality"
    HERE = "only named"
    AWAY = "where people come from or go to"
    COUNTY = "a county"


def _role(mention: Mention, cities: frozenset[str]) -> _Role:
    if mention.is_county:
        return _Role.COUNTY
    if mention.is_named:
        return _Role.CALLED
    is_away = mention.is_elsewhere or mention.number in cities
    return _Role.AWAY if is_away else _Role.HERE
