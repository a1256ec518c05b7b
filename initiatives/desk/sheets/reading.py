"""A sheet as its text says it, without any knowledge of terms and places: which line is what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from initiatives.desk.sheets.blocks import VERBATIM_MARK, Block, Kind, blocks
from initiatives.desk.sheets.closing import is_closing, is_of_closing, says_unassessed
from initiatives.desk.sheets.headings import LIST_SECTIONS, Opening, Section, resembled
from initiatives.desk.sheets.markdown import goal, prose
from initiatives.desk.sheets.shapes import (
    LONGEST_ROW,
    is_address,
    is_prose,
    is_short_subheading,
    is_subheading,
    is_title,
)
from initiatives.models import Reason

_SUBGOALS = re.compile(r"(?:del|resultat|effekt|under|prosjekt)mål\w*", re.IGNORECASE)
_TRUNCATED = re.compile(r"^\W*\[?avkort\w*\]?\W*$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[,/–-]|\b(?:og|eller|i|på|til|for|med|av|fr[åa]|mellom|samt|som))$")


@dataclass(frozen=True)
class Item:
    """A piece of a sheet: its text, the number of its first line, and how it stood there."""

    text: str
    number: int
    is_sentence: bool = False
    is_verbatim: bool = False


@dataclass(frozen=True)
class Unplaced:
    """A line that no field has, and why."""

    number: int
    text: str
    reason: Reason
    section: str = ""


@dataclass(frozen=True)
class Part:
    """A block of the running text; those under a heading of periods tell the years of projects."""

    block: Block
    is_period: bool = False


@dataclass(frozen=True)
class Sheet:
    """What a sheet says. Paragraphs have a blank line between; lists are in the sheet's order."""

    source_url: Item | None
    title: Item | None
    lead: Item | None
    body: str
    parts: Sequence[Part]
    main_goal: str
    main_goal_blocks: Sequence[Block]
    closing_note: str
    closing_number: int
    is_unassessed: bool
    is_cut_short: bool
    lists: dict[Section, Sequence[Item]]
    headings: dict[Section, str]
    resembling: Sequence[tuple[Section, Item]]
    unplaced: Sequence[Unplaced]


@dataclass
class _Reader:
    """Puts one block after the other in its place; `section` is the one that is open (None: running
    text).
    """

    upcoming: Sequence[Block]
    section: Section | None = None
    has_item: bool = False
    source_url: Item | None = None
    title: Item | None = None
    lead: Item | None = None
    may_have_lead: bool = False
    is_period: bool = False
    parts: list[Part] = field(default_factory=list)
    goal: list[Block] = field(default_factory=list)
    closing: list[Block] = field(default_factory=list)
    lists: dict[Section, list[Item]] = field(default_factory=dict)
    headings: dict[Section, str] = field(default_factory=dict)
    resembling: list[tuple[Section, Item]] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    @property
    def may_have_address(self) -> bool:
        return self.title is None and self.source_url is None

    @property
    def may_have_title(self) -> bool:
        return self.title is None and not self.parts

    def read(self) -> None:
        for at, block in enumerate(self.upcoming):
            following = self.upcoming[at + 1] if at + 1 < len(self.upcoming) else None
            if block.opening:
                self.open(block, block.opening)
            else:
                self.put(block, following)

    def open(self, block: Block, opened: Opening) -> None:
        """Opens a section; what stands behind the colon is its first piece, or all of it."""
        section = opened.section
        self.section, self.has_item, self.is_period = section, False, False
        if section is Section.PERIOD:
            self.section, self.is_period = None, True
            self.may_have_lead = False
            self.parts.append(Part(Block(Kind.TEXT, block.text, block.number, block.rows), True))
            return
        self.headings.setdefault(section, opened.heading)
        if opened.rest:
            self.put(_behind_colon(block, opened.rest), None, is_inline=True)
        if opened.rest and section not in LIST_SECTIONS | {Section.MAIN_GOAL, Section.CLOSING}:
            self.section = None
        elif section is not Section.SUBJECT_AREAS:
            self.may_have_lead = False

    def put(self, block: Block, following: Block | None, is_inline: bool = False) -> None:
        """Puts a block where the open section wants it, else in the head or the running text."""
        if self.section is None:
            self.put_text(block, following)
        elif self.section is Section.CLOSING:
            self.put_under_closing(block, following)
        elif _is_closing_text(block):
            self.put_closing(block)
        elif self.section is Section.MAIN_GOAL:
            self.put_goal(block, following)
        elif self.section in LIST_SECTIONS:
            self.put_in_list(self.section, block, following, is_inline)
        else:
            self.put_label(self.section, block)

    def put_under_closing(self, block: Block, following: Block | None) -> None:
        """The closing text under its heading; what comes after and is not of it is running text."""
        is_told = any(says_unassessed(other.text) for other in self.closing)
        if is_told and not block.is_verbatim and not is_of_closing(block.text):
            self.put_after_section(block, following)
        else:
            self.closing.append(block)

    def put_closing(self, block: Block) -> None:
        """A closing text without its heading: whatever comes behind it is running text."""
        self.closing.append(block)
        self.section = None
        self.may_have_lead = False

    def put_goal(self, block: Block, following: Block | None) -> None:
        is_other = (
            self.goal and is_subheading(block, following) and not _SUBGOALS.fullmatch(block.text)
        )
        if is_other or (block.kind is Kind.TEXT and is_address(block)):
            self.put_after_section(block, following)
        else:
            self.goal.append(block)

    def put_label(self, section: Section, block: Block) -> None:
        """Subject areas and places: one block, or the items of a list; then head or text."""
        self.lists.setdefault(section, []).append(
            Item(block.text, block.number, True, block.is_verbatim)
        )
        if not block.is_item:
            self.section = None

    def put_in_list(
        self, section: Section, block: Block, following: Block | None, is_inline: bool
    ) -> None:
        items = self.lists.setdefault(section, [])
        if block.is_item:
            items.append(Item(block.text, block.number, False, block.is_verbatim))
            self.has_item = True
        elif self.has_item or is_address(block):
            self.put_after_section(block, following)
        elif block.text.endswith(":") and _is_item(following):
            self.unplaced.append(Unplaced(block.number, block.text, Reason.BEFORE_LIST, section))
        elif is_prose(block) or (not is_inline and _is_above_list(block, following)):
            self.put_after_section(block, following)
        else:
            items.extend(_items_of_text(block))
            self.has_item = True

    def put_after_section(self, block: Block, following: Block | None) -> None:
        """Text behind a list or a goal is running text again, and so is what follows it."""
        self.section = None
        self.put_text(block, following)

    def put_text(self, block: Block, following: Block | None) -> None:
        """The head in its order (address, title, lead), then the running text."""
        if self.title and _is_closing_text(block):
            self.put_closing(block)
        elif self.may_have_address and is_address(block):
            self.source_url = Item(block.text, block.number)
        elif self.may_have_title and is_title(block):
            self.put_title(block)
        elif self.may_have_lead and _can_be_lead(block, following):
            self.lead = Item(block.text, block.number)
            self.may_have_lead = False
        else:
            self.put_body(block, following)

    def put_title(self, block: Block) -> None:
        """The title; what stands right below it, on lines of its own, is the lead."""
        title, _, rest = block.text.partition("\n")
        self.title = Item(title, block.number)
        self.may_have_lead = not any(self.lists.get(section) for section in LIST_SECTIONS)
        if rest and self.may_have_lead:
            self.lead = Item(rest, block.number + 1)
            self.may_have_lead = False
        elif rest:
            self.parts.append(Part(Block(Kind.TEXT, rest, block.number + 1, (rest,))))

    def put_body(self, block: Block, following: Block | None) -> None:
        self.may_have_lead = self.may_have_lead and block.text == ""
        if self.is_period and is_subheading(block, following):
            self.is_period = False
        near = resembled(block.text) if is_subheading(block, following) else None
        if near:
            self.resembling.append((near, Item(block.text, block.number)))
        self.parts.append(Part(block, self.is_period))


def read(text: str) -> Sheet:
    """The sheet that a text with `\\n` between its lines says; never raises."""
    reader = _Reader(blocks(text))
    reader.read()
    if reader.title is None and reader.lead is None and reader.parts:
        _take_lead(reader)
    return Sheet(
        source_url=reader.source_url,
        title=reader.title,
        lead=reader.lead,
        body=prose([part.block for part in reader.parts]),
        parts=reader.parts,
        main_goal=goal(reader.goal),
        main_goal_blocks=reader.goal,
        closing_note=prose(reader.closing),
        closing_number=reader.closing[0].number if reader.closing else 0,
        is_unassessed=any(says_unassessed(block.text) for block in reader.closing),
        is_cut_short=any(_TRUNCATED.match(block.text) for block in reader.closing),
        lists={section: tuple(items) for section, items in reader.lists.items()},
        headings=reader.headings,
        resembling=reader.resembling,
        unplaced=reader.unplaced,
    )


def _take_lead(reader: _Reader) -> None:
    """Free text without a title: its first paragraph is the lead, where another follows."""
    first = reader.parts[0]
    if first.block.kind is Kind.TEXT and not first.is_period and len(reader.parts) > 1:
        reader.lead = Item(first.block.text, first.block.number)
        del reader.parts[0]


def _is_item(block: Block | None) -> bool:
    return block is not None and block.is_item


def _is_above_list(block: Block, following: Block | None) -> bool:
    """Whether a block is the subheading of the list that follows."""
    return _is_item(following) and is_subheading(block, following)


def _is_closing_text(block: Block) -> bool:
    return block.kind is Kind.TEXT and not block.is_verbatim and is_closing(block.text)


def _can_be_lead(block: Block, following: Block | None) -> bool:
    return block.kind is Kind.TEXT and not is_short_subheading(block, following)


def _behind_colon(block: Block, rest: str) -> Block:
    text = rest.removeprefix(VERBATIM_MARK)
    return Block(Kind.TEXT, text, block.number, (text,), is_verbatim=text != rest)


def lists_below_subheadings(parts: Sequence[Part]) -> Iterator[tuple[Block, list[Block]]]:
    """The subheadings of the running text that have a list right below, with its items."""
    blocks_of_text = [part.block for part in parts if not part.is_period]
    for at, block in enumerate(blocks_of_text):
        following = blocks_of_text[at + 1 :]
        items = list(takewhile(lambda other: other.is_item, following))
        if items and is_subheading(block, items[0]):
            yield block, items


def _is_of_short_lines(block: Block) -> bool:
    is_short = all(len(row) <= LONGEST_ROW for row in block.rows)
    return is_short and len(block.rows) > 1 and not block.is_verbatim


def _items_of_text(block: Block) -> Iterator[Item]:
    """The items of a paragraph under the heading of a list: each short line, or one sentence."""
    if not _is_of_short_lines(block):
        yield Item(block.text, block.number, True, block.is_verbatim)
        return
    text, number = "", block.number
    for offset, row in enumerate(block.rows):
        if text and (row[0].islower() or _GOES_ON.search(text)):
            text += ("" if text.endswith("/") else " ") + row
            continue
        if text:
            yield Item(text, number, True)
        text, number = row, block.number + offset
    yield Item(text, number, True)
