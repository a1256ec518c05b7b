"""Terms and places with how many entries they have, for pages that lead on to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from pyroaring import BitMap

from initiatives.finding.address import Address
from initiatives.finding.snapshot import NONE, Choice, Snapshot
from initiatives.models.kinds import KINDS
from initiatives.models.places import place_word


def page_of(kind: str, choice: Choice) -> str:
    """The page of a term or place in the active form; a number has the name behind it there."""
    is_numbered = KINDS[kind].key == "number"
    word = place_word(choice.value, str(choice)) if is_numbered else choice.value
    return reverse(kind, args=[word])


@dataclass(frozen=True)
class Usage:
    """A term or place, how many there are of what is counted, and the list of just those."""

    kind: str
    choice: Choice
    count: int
    address: Address

    @property
    def label(self) -> str:
        return str(self.choice)

    @property
    def url(self) -> str:
        """The page of the term or place in the active form."""
        return page_of(self.kind, self.choice)


def usage_of_all(snapshot: Snapshot, kind: str, keys: Iterable[int] | None = None) -> list[Usage]:
    """All of a kind with how many entries each has, in the readers' order; those without any too.

    With `keys` only those.
    """
    wanted, linked = None if keys is None else set(keys), snapshot.linked(kind)
    return [
        Usage(kind, choice, len(linked.get(choice.key, NONE)), Address.of_value(kind, choice.value))
        for choice in snapshot.vocabulary.choices[kind]
        if wanted is None or choice.key in wanted
    ]


def usage_among(snapshot: Snapshot, kind: str, entries: BitMap, asked: Address) -> list[Usage]:
    """Those of a kind that any of `entries` have, with how many, the most used first.

    `asked` is the address of `entries`. The order that readers see settles a tie.
    """
    linked, count = snapshot.linked(kind), entries.intersection_cardinality
    used = [
        Usage(kind, choice, number, asked.with_value(kind, choice.value))
        for choice in snapshot.vocabulary.choices[kind]
        if (number := count(linked.get(choice.key, NONE)))
    ]
    return sorted(used, key=lambda usage: -usage.count)
