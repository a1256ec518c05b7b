"""Two people's versions of an entry side by side, and one of the two for each field and list."""

from collections.abc import Collection
from dataclasses import dataclass

from initiatives.desk.editing.differences import Difference, changed_names, compare
from initiatives.desk.editing.state import WAY, State


@dataclass(frozen=True)
class Choice:
    """A field or list that is not the same in theirs (`before`) and mine (`after`)."""

    difference: Difference
    changed_by: str
    """`theirs`, `mine` or `both`, seen from what both began with; empty where that is not known."""

    @property
    def can_take(self) -> bool:
        """Whether theirs may be taken; the way of an entry is never changed by saving."""
        return self.difference.name not in WAY

    @property
    def is_taken(self) -> bool:
        """Whether theirs is proposed: whoever left a part alone hardly wants to undo another's."""
        return self.can_take and self.changed_by == "theirs"


def choices(began_with: State | None, theirs: State, mine: State) -> list[Choice]:
    """All that is not the same in both, in the order of an entry."""
    return [
        Choice(difference, _changed_by(difference.name, began_with, theirs, mine))
        for difference in compare(theirs, mine)
    ]


def _changed_by(name: str, began_with: State | None, theirs: State, mine: State) -> str:
    if began_with is None:
        return ""
    is_theirs, is_mine = (name in changed_names(began_with, state) for state in (theirs, mine))
    if is_theirs and is_mine:
        return "both"
    # Neither: what both began with does not know of this part, which has come since.
    return "theirs" if is_theirs else "mine" if is_mine else ""


def merged(mine: State, theirs: State, taken: Collection[str]) -> State:
    """My version with some fields and lists of theirs."""
    return State(
        {name: (theirs if name in taken else mine).fields.get(name) for name in mine.fields},
        {name: (theirs if name in taken else mine).lists.get(name, ()) for name in mine.lists},
    )
