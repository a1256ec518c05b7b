"""An entry's way to readers: which steps there are, who may take them, and taking them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.desk.editing import copies, history
from initiatives.models import Initiative, InitiativeQuerySet, Status, Step, WorkflowStep

CHANGE = "initiatives.change_initiative"
PUBLISH = "initiatives.publish_initiative"


@dataclass(frozen=True)
class Move:
    """A step that may be taken from some statuses, by those who have a permission."""

    step: Step
    sources: frozenset[str]
    target: Status
    permission: str
    button: Any
    """What its button says, beside "Save"."""
    needs_comment: bool = False


def _move(step: Step, sources: Iterable[str], *rest: Any, **options: Any) -> Move:
    return Move(step, frozenset(sources), *rest, **options)


_DRAFT, _REVIEW, _PUBLISHED, _ARCHIVED = (
    Status.DRAFT,
    Status.IN_REVIEW,
    Status.PUBLISHED,
    Status.ARCHIVED,
)

MOVES = (
    _move(Step.SUBMIT, [_DRAFT], _REVIEW, CHANGE, _("Save and send to review")),
    _move(Step.WITHDRAW, [_REVIEW], _DRAFT, CHANGE, _("Take back from review")),
    _move(
        Step.SEND_BACK, [_REVIEW], _DRAFT, PUBLISH, _("Send back with comment"), needs_comment=True
    ),
    _move(Step.PUBLISH, [_DRAFT, _REVIEW, _ARCHIVED], _PUBLISHED, PUBLISH, _("Publish")),
    _move(Step.PUBLISH_CHANGE, [_DRAFT, _REVIEW], _PUBLISHED, PUBLISH, _("Publish the change")),
    _move(Step.UNPUBLISH, [_PUBLISHED], _DRAFT, PUBLISH, _("Take from readers")),
    _move(Step.ARCHIVE, [_DRAFT, _REVIEW, _PUBLISHED], _ARCHIVED, PUBLISH, _("Archive")),
    _move(Step.REOPEN, [_ARCHIVED], _DRAFT, PUBLISH, _("Take out of the archive")),
)
BY_STEP = {str(move.step): move for move in MOVES}


def may_change(user: Any, initiative: Initiative) -> bool:
    """Whether somebody may write in it: publishers in any, others in drafts without a date."""
    is_open = initiative.status == Status.DRAFT and initiative.publish_on is None
    return user.has_perm(PUBLISH) or (user.has_perm(CHANGE) and is_open)


def moves_for(user: Any, initiative: Initiative) -> list[Move]:
    """The steps somebody may take with an entry now. Whoever may send back need not take back."""
    allowed = [move for move in MOVES if _fits(move, initiative) and user.has_perm(move.permission)]
    steps = {move.step for move in allowed}
    return [move for move in allowed if move.step != Step.WITHDRAW or Step.SEND_BACK not in steps]


def _fits(move: Move, initiative: Initiative) -> bool:
    return initiative.status in move.sources and initiative.has_step(move.step)


def move_between(initiative: Initiative, before: str, after: str) -> Move | None:
    """The step from one status to another without a comment; None where there is none."""
    between = (move for move in MOVES if before in move.sources and move.target == after)
    fitting = (move for move in between if initiative.has_step(move.step))
    return next((m for m in fitting if not m.needs_comment and m.step != Step.PUBLISH_CHANGE), None)


def title_problem(initiative: Initiative) -> tuple[str, str] | None:
    """The field that an entry lacks to be published, and what to tell; None if it may be."""
    form = initiative.original_form
    if form and not getattr(initiative, f"title_{form}").strip():
        return f"title_{form}", str(_("A published entry must have a title in its original form."))
    return None


def sent_back(entries: InitiativeQuerySet, user: Any) -> InitiativeQuerySet:
    """Those drafts that were sent back, of what somebody has begun or sent to review."""
    steps = WorkflowStep.objects.filter(initiative=OuterRef("pk"))
    latest = steps.order_by("-taken_at", "-pk").values("step")[:1]
    is_theirs = Q(drafted_by=user) | Exists(steps.filter(step=Step.SUBMIT, user=user))
    drafts = entries.filter(is_theirs, status=Status.DRAFT)
    return drafts.alias(latest_step=Subquery(latest)).filter(latest_step=Step.SEND_BACK)


def check(user: Any, initiative: Initiative, step: str, comment: str) -> Move:
    """The move of a step. `user` is None where a date takes it.

    Raises `PermissionDenied`, or `ValidationError` where the step cannot be taken now.
    """
    move = BY_STEP.get(step)
    if move is None or (user is not None and not user.has_perm(move.permission)):
        raise PermissionDenied
    if not _fits(move, initiative):
        raise ValidationError(_("Somebody has taken another step with the entry meanwhile."))
    if move.needs_comment and not comment.strip():
        raise ValidationError({"comment": _("Say what should be done before you send it back.")})
    if move.target == Status.PUBLISHED and (problem := title_problem(initiative)):
        raise ValidationError({problem[0]: problem[1]})
    return move


def check_stored(initiative: Initiative, step: str) -> None:
    """Raises `ValidationError` where a date cannot take a step with an entry as it is stored."""
    check(None, initiative, step, "")
    if step == Step.PUBLISH_CHANGE:
        copies.check(initiative)


def set_status(initiative: Initiative, move: Move) -> None:
    """Sets what a move sets, without saving. A date that has been overtaken is forgotten, so that
    it does not publish or archive once more.
    """
    initiative.status = move.target
    initiative.changed_at = timezone.now()
    initiative.publish_on = None
    if move.target != Status.PUBLISHED:
        initiative.unpublish_on = None


def note(
    initiative: Initiative, move: Move, before: str, user: history.Actor, comment: str
) -> None:
    """Keeps who took a step, when, and what they said."""
    WorkflowStep.objects.create(
        initiative=initiative,
        step=move.step,
        from_status=before,
        to_status=move.target,
        user=history.account_of(user),
        comment=comment.strip(),
    )


def take(initiative: Initiative, step: str, user: Any, comment: str = "") -> Initiative:
    """Takes a step with an entry as the database has it, and keeps the version. Returns the entry.

    Raises what `check` raises; `UnsettledError`, a `ValidationError`, for a change where its entry
    has changed the same.
    """
    with transaction.atomic():
        entry = history.locked(initiative.pk)
        move = check(user, entry, step, comment)
        if move.step == Step.PUBLISH_CHANGE:
            return copies.publish(entry, user, comment)
        history.catch_up(entry)
        before = entry.status
        set_status(entry, move)
        entry.save()
        note(entry, move, before, user, comment)
        history.keep(entry, user, move.step, comment.strip())
    return entry
