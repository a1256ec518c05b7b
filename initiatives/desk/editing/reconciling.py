"""A change and its entry brought together, where the entry has changed since it was begun.

What only one of the two has changed stands as that one has it; where both have, somebody must
choose.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from initiatives.desk.editing import history
from initiatives.desk.editing.merging import Choice, choices, merged
from initiatives.desk.editing.state import WAY, State
from initiatives.models import Initiative

# What a copy does not say about its entry: the address, and what the workflow sets.
OWN = frozenset({"slug", *WAY})


class UnsettledError(ValidationError):
    """Both have changed the same parts, and nobody has chosen; the argument is their names."""

    def __init__(self, parts: Iterable[str]) -> None:
        self.parts = list(parts)
        text = gettext(
            "Both the entry and this change of it have another text than before: %(parts)s. "
            "Open the change and choose what is to stand."
        )
        super().__init__(text % {"parts": ", ".join(self.parts)})


@dataclass(frozen=True)
class Settled:
    """What somebody chose where both had changed: the names of parts, by whose text is to stand."""

    seen: str = ""
    """The digest of the entry that they saw beside the change: of another one they know nothing."""
    theirs: frozenset[str] = frozenset()
    mine: frozenset[str] = frozenset()


NOTHING_SETTLED = Settled()


@dataclass(frozen=True)
class Reconciliation:
    """The entry now (theirs), the change of it (mine), and all that differs between them."""

    digest: str
    """Of the entry."""
    theirs: State
    mine: State
    choices: list[Choice]

    @property
    def to_settle(self) -> list[Choice]:
        """Where both have changed, or nobody knows which."""
        return [choice for choice in self.choices if choice.changed_by not in ("theirs", "mine")]

    @property
    def kept(self) -> list[str]:
        """What only the entry has changed, and so stays as it is there; in words."""
        return [choice.difference.label for choice in self.choices if choice.changed_by == "theirs"]

    @property
    def written(self) -> list[str]:
        """What only the change has changed; in words."""
        return [choice.difference.label for choice in self.choices if choice.changed_by == "mine"]

    def outcome(self, settled: Settled) -> State:
        """What the entry is to say. Raises `UnsettledError`."""
        is_seen = settled.seen == self.digest
        theirs = settled.theirs if is_seen else frozenset()
        mine = settled.mine if is_seen else frozenset()
        left = [choice for choice in self.to_settle if choice.difference.name not in theirs | mine]
        if left:
            raise UnsettledError(choice.difference.label for choice in left)
        asked = {choice.difference.name for choice in self.to_settle}
        only_theirs = {c.difference.name for c in self.choices if c.changed_by == "theirs"}
        return merged(self.mine, self.theirs, only_theirs | (asked & theirs))


def reconcile(copy: Initiative, entry: Initiative) -> Reconciliation:
    """Some thirty queries, one for each list that differs, and more for a change begun long ago."""
    now, mine = State.of(entry), State.of(copy).without(OWN)
    theirs = now.without(OWN)
    is_unchanged = now.digest == copy.revised_state
    began_with = theirs if is_unchanged else _began_with(copy, entry)
    return Reconciliation(now.digest, theirs, mine, choices(began_with, theirs, mine))


def _began_with(copy: Initiative, entry: Initiative) -> State | None:
    """What the entry said when the change of it was begun.

    A version that the rules of now would write otherwise is not found by its digest, but by its
    time.
    """
    found = history.version_with(entry, copy.revised_state, among=None)
    begun = None if found else history.versions_of(copy).last()
    if begun:
        found = history.version_at(entry, begun)
    return found.state.without(OWN) if found else None
