"""What the page of a form shows beside the fields and lists of the entry."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from initiatives.admin import presence
from initiatives.admin.attempt import Attempt
from initiatives.admin.copies import settled_in
from initiatives.desk.editing import copies, workflow
from initiatives.desk.editing.dates import why_overdue
from initiatives.desk.editing.reconciling import NOTHING_SETTLED
from initiatives.desk.editing.state import State
from initiatives.models import Initiative, Step

STEPS_SHOWN = 5

Facts = Mapping[str, Any]


def version(attempt: Attempt, entry: Initiative | None) -> Facts:
    """Which version the form is made of, and the other one where somebody has saved over it."""
    if entry is None or not attempt.may_write(entry):
        return {}
    is_sent = attempt.request.method == "POST"
    collision = attempt.collision
    return {
        "opened": attempt.opened if is_sent else State.of(entry).digest,
        "collision": collision,
        "over": collision.over if collision else attempt.sent.get("over", ""),
    }


def change(attempt: Attempt, entry: Initiative | None) -> Facts:
    """The entry that this changes, and what both have changed; or the change that there is."""
    if entry is None:
        return {}
    if not entry.is_working_copy:
        may_begin = entry.is_public and attempt.admin.has_change_permission(attempt.request)
        working_copy = Initiative.objects.filter(revises=entry).first()
        return {"working_copy": working_copy, "may_begin_change": may_begin}
    conflict = attempt.conflict or copies.against_entry(entry)
    settled = settled_in(attempt.sent)
    is_seen = conflict is not None and settled.seen == conflict.digest
    shown = settled if is_seen else NOTHING_SETTLED
    return {"revised": entry.revises, "conflict": conflict, "settled": shown}


def others(attempt: Attempt, entry: Initiative | None) -> Facts:
    """Who else has the form open; that this person has is noted."""
    if entry is None or not attempt.may_write(entry):
        return {}
    presence.note_open(entry, attempt.user)
    return {"presence": presence.notice(entry, attempt.user)}


def way(attempt: Attempt, entry: Initiative | None) -> Facts:
    """The steps that this person may take, and those that were taken."""
    moves = workflow.moves_for(attempt.user, entry or Initiative())
    if entry is None:
        return {"moves": [move for move in moves if move.step in (Step.SUBMIT, Step.PUBLISH)]}
    return {
        "moves": moves,
        "why_overdue": why_overdue(entry, timezone.localdate()),
        "steps": entry.steps.select_related("user")[:STEPS_SHOWN],
    }


SHOWN: tuple[Callable[[Attempt, Initiative | None], Facts], ...] = (version, change, others, way)


def shown_with(attempt: Attempt, entry: Initiative | None) -> dict[str, Any]:
    """All of it, by the names that the template knows; `entry` is None for a new one."""
    return {name: fact for facts in SHOWN for name, fact in facts(attempt, entry).items()}
