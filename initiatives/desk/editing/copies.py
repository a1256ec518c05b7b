"""Working copies: a published entry is changed as a draft of its own, published as a whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction

from initiatives.desk.editing import history
from initiatives.desk.editing.belongings import give_back, lend
from initiatives.desk.editing.reconciling import (
    NOTHING_SETTLED,
    OWN,
    Reconciliation,
    Settled,
    reconcile,
)
from initiatives.desk.editing.restoring import COPY_WORD, put
from initiatives.desk.editing.state import State
from initiatives.models import FormerSlug, Initiative, Step, WorkflowStep
from initiatives.models.slugs import unused_slug


def start(entry: Initiative, user: history.Actor) -> Initiative:
    """The working copy of an entry: the one that there is, or a new one."""
    with transaction.atomic():
        entry = history.locked(entry.pk)
        existing: Initiative | None = Initiative.objects.filter(revises=entry).first()
        if existing:
            return existing
        history.catch_up(entry)
        state = State.of(entry)
        taken = [Initiative.objects.all(), FormerSlug.objects.all()]
        copy = Initiative(
            revises=entry,
            revised_state=state.digest,
            drafted_by=history.account_of(user),
            slug=unused_slug(f"{COPY_WORD}-{entry.pk}", COPY_WORD, taken),
            original_form=entry.original_form,
            is_example=entry.is_example,
        )
        put(copy, state, keeping=OWN)
        lend(entry, copy)
        # The state of the translation is worked out anew by every save.
        copy.save(update_fields=["revised_state"])
        history.keep(copy, user, history.Event.CHANGE_BEGUN)
    return copy


def entry_of(copy: Initiative) -> Initiative:
    """The entry that a working copy is to change. Raises `ValueError` for what is no copy."""
    if copy.revises is None:
        raise ValueError(f"{copy} is no working copy")
    return copy.revises


def is_current(copy: Initiative) -> bool:
    """Whether the entry is still what the copy was made of."""
    return State.of(entry_of(copy)).digest == copy.revised_state


def against_entry(copy: Initiative) -> Reconciliation | None:
    """A copy beside its entry, if that has changed since; None if it has not."""
    return None if is_current(copy) else reconcile(copy, entry_of(copy))


def check(copy: Initiative) -> None:
    """Raises `UnsettledError` where a copy and its entry have both changed the same."""
    reconcile(copy, entry_of(copy)).outcome(NOTHING_SETTLED)


@contextmanager
def in_step(keys: Iterable[int]) -> Iterator[None]:
    """Around a change made in entries and their copies alike: current copies stay current."""
    made = Initiative.objects.filter(revises__in=list(keys)).select_related("revises")
    current = [copy for copy in made if is_current(copy)]
    yield
    for copy in current:
        Initiative.objects.filter(pk=copy.pk).update(revised_state=State.of(entry_of(copy)).digest)


def catch_up(copy: Initiative, user: history.Actor, settled: Settled = NOTHING_SETTLED) -> None:
    """Takes into a copy what has changed in its entry, so that it changes the entry of now.

    Raises `UnsettledError` where both have changed the same and `settled` does not say what is to
    stand.
    """
    with transaction.atomic():
        entry, copy = history.locked(entry_of(copy).pk), history.locked(copy.pk)
        history.catch_up(entry)
        history.catch_up(copy)
        found = reconcile(copy, entry)
        put(copy, found.outcome(settled), keeping=OWN)
        Initiative.objects.filter(pk=copy.pk).update(revised_state=found.digest)
        history.keep(copy, user, history.Event.CAUGHT_UP)


def publish(
    copy: Initiative, user: history.Actor, comment: str = "", settled: Settled = NOTHING_SETTLED
) -> Initiative:
    """Writes what a copy has changed into its entry, and takes the copy away. Returns the entry.

    What only the entry has changed meanwhile stays. Key, address, former addresses and first
    publication stay too; an entry that is not public now does not become so. Raises
    `UnsettledError` where both have changed the same and `settled` does not say what is to stand,
    and `ValidationError` where the rules of an entry forbid the outcome.
    """
    with transaction.atomic():
        entry, copy = history.locked(entry_of(copy).pk), history.locked(copy.pk)
        history.catch_up(entry)
        found = reconcile(copy, entry)
        outcome = found.outcome(settled)
        give_back(copy, entry, found.mine, found.theirs, outcome)
        put(entry, outcome, keeping=OWN)
        writers = history.writers_of(copy, besides=user)
        # What it said is the entry's now; only copies that were discarded are kept.
        history.versions_of(copy).delete()
        _end(copy, entry, Step.PUBLISH_CHANGE, user, comment)
        history.keep(entry, user, Step.PUBLISH_CHANGE, comment, writers)
    return entry


def discard(copy: Initiative, user: history.Actor, comment: str = "") -> Initiative:
    """Takes a copy away and returns the entry; its last version stays among the deleted entries."""
    with transaction.atomic():
        entry, copy = history.locked(entry_of(copy).pk), history.locked(copy.pk)
        history.catch_up(copy)
        _end(copy, entry, Step.DISCARD_CHANGE, user, comment)
    return entry


def _end(
    copy: Initiative, entry: Initiative, step: Step, user: history.Actor, comment: str
) -> None:
    """What was said of the copy on its way goes on as the entry's."""
    copy.steps.update(initiative=entry)
    WorkflowStep.objects.create(
        initiative=entry,
        step=step,
        from_status=copy.status,
        to_status=entry.status,
        user=history.account_of(user),
        comment=comment,
    )
    copy.delete()
