"""Two editors of one entry: whoever saves over another's change sees both versions first."""

from dataclasses import dataclass

from initiatives.desk.editing import history
from initiatives.desk.editing.merging import Choice, choices
from initiatives.desk.editing.state import State
from initiatives.models import Initiative


@dataclass(frozen=True)
class Collision:
    """What the template shows: the two versions where they differ, and who made the other one."""

    choices: list[Choice]
    over: str
    """The digest of theirs, by which saving over it is asked for: a third version is shown
    again.
    """
    theirs: history.KeptVersion | None


def collision_of(entry: Initiative, opened: str, theirs: State, mine: State) -> Collision:
    """`opened` is the digest of what both began with."""
    began_with = history.version_with(entry, opened)
    return Collision(
        choices(began_with.state if began_with else None, theirs, mine),
        theirs.digest,
        history.version_with(entry, theirs.digest, among=1),
    )
