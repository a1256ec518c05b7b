"""The snapshot: all published entries at one version, as bitmaps to narrow, count and search with.

A slot is an entry's key in the database, so that a publication never renumbers the others. Bitmaps
that come out of here belong to the snapshot: make new ones from them (`a & b`), never change them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pyroaring import BitMap

from initiatives.finding.snapshot.bitmaps import NONE, Bitmaps, union
from initiatives.finding.snapshot.orders import SlotOrder
from initiatives.finding.snapshot.vocabulary import Choice, Vocabulary
from initiatives.finding.snapshot.words import WordIndex
from initiatives.finding.wording import SEEN_ZONES
from initiatives.language import reader_form
from initiatives.models import Phase
from initiatives.models.kinds import KINDS

Made = TypeVar("Made")


@dataclass(frozen=True)
class Snapshot:
    """Everything that narrowing, counting, ordering and searching need, without a query."""

    version: int
    published: BitMap
    families: Mapping[str, Bitmaps[Any]]
    """By kind of term or place (values are keys), field (`organisation`), `years` of projects as
    `(start, end, is open-ended)`, and zone of words (`title`, `lead`, `body`, `draft`; values are
    words).
    """

    orders: Mapping[str, SlotOrder]
    vocabulary: Vocabulary
    words: WordIndex
    _made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def linked(self, kind: str) -> Mapping[int, BitMap]:
        """The entries of each term or place of a kind, by its key; its members' are its own too."""
        return self.once(("linked", kind), lambda: self._gather(kind))

    def by_value(self, kind: str) -> Mapping[str, BitMap]:
        """As `linked`, by the value that addresses use, in the order that readers see."""
        return self.once(
            ("by value", kind),
            lambda: {
                choice.value: self.linked(kind).get(choice.key, NONE)
                for choice in self.vocabulary.choices[kind]
            },
        )

    def labels(self, kind: str) -> Mapping[str, str]:
        """The label of each value of a kind in the reader's form, in the order that readers see."""
        form = reader_form()
        return self.once(
            ("labels", kind, form),
            lambda: {choice.value: choice.labels[form] for choice in self.vocabulary.choices[kind]},
        )

    def names(self, kind: str) -> Mapping[int, str]:
        """As `labels`, by key."""
        form = reader_form()
        return self.once(
            ("names", kind, form),
            lambda: {choice.key: choice.labels[form] for choice in self.vocabulary.choices[kind]},
        )

    def choices(self, kind: str) -> Mapping[int, Choice]:
        """The terms or places of a kind by their keys."""
        return self.once(
            ("choices", kind),
            lambda: {choice.key: choice for choice in self.vocabulary.choices[kind]},
        )

    @property
    def examples(self) -> BitMap:
        """The entries that are made up, for trying the catalogue out."""
        return self.linked("is_example").get(True, NONE)

    def by_phase(self, this_year: int) -> Mapping[str, BitMap]:
        """The entries in each phase: ongoing if any project ends this year, later, or never."""
        return self.once(("phase", this_year), lambda: self._tell_phases(this_year))

    def active_between(self, first_year: int | None, last_year: int | None) -> BitMap:
        """The entries with a project whose years overlap the span; None leaves that end open.

        A project with one known year counts as of that year; one with none is found only when it
        still runs and the span has no end.
        """

        if first_year is None or last_year is None:
            return self._active(first_year, last_year)
        # A project whose years overlap a closed span runs in one of its years: each year is looked
        # up once.
        return union(self._active(year, year) for year in range(first_year, last_year + 1))

    def _active(self, first_year: int | None, last_year: int | None) -> BitMap:
        """As `active_between`; made once for each span, so only for years and for spans with an
        open end.
        """

        def overlaps(years: tuple[int | None, int | None, bool]) -> bool:
            start, end, is_open_ended = years
            first, last = start or end, end or start
            begins = last_year is None or (first is not None and first <= last_year)
            ends = first_year is None or is_open_ended or (last is not None and last >= first_year)
            return begins and ends

        years = self.families["years"]
        return self.once(("active", first_year, last_year), lambda: years.union_where(overlaps))

    @property
    def words_in_use(self) -> set[str]:
        """The words that any entry, or any term or place of an entry, has for readers to see."""
        return self.once("words in use", self._list_words)

    def _list_words(self) -> set[str]:
        of_terms = {word for word, named in self.vocabulary.words.items() if self._has_any(named)}
        return of_terms.union(*(self.families[zone] for zone in SEEN_ZONES))

    def _has_any(self, named: Iterable[tuple[str, int]]) -> bool:
        """Whether any entry has one of these terms or places."""
        return any(self.linked(kind).get(key) for kind, key in named)

    def once(self, name: object, make: Callable[[], Made]) -> Made:
        """What `make` gives, made the first time it is asked for and kept. Two threads may both
        make it.
        """
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    def _gather(self, kind: str) -> Mapping[int, BitMap]:
        own = self.families.get(kind, Bitmaps({}))
        member = KINDS[kind].member if kind in KINDS else None
        if member is None:
            return own
        of_members = self.families[member.name]
        members = self.vocabulary.members[kind]
        return {
            choice.key: own[choice.key] | of_members.union(members.get(choice.key, ()))
            for choice in self.vocabulary.choices[kind]
        }

    def _tell_phases(self, this_year: int) -> Mapping[str, BitMap]:
        years = self.families["years"]
        ongoing = years.union_where(lambda y: y[2] or (y[1] is not None and y[1] >= this_year))
        finished = years.union_where(lambda y: y[1] is not None) - ongoing
        return {
            Phase.ONGOING: ongoing,
            Phase.FINISHED: finished,
            Phase.UNKNOWN: self.published - ongoing - finished,
        }
