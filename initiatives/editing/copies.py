"""Working copies: a published entry is changed as a draft of its own, and the change published as a whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext

from initiatives.editing import history
from initiatives.editing.restoring import COPY_WORD, put
from initiatives.editing.state import WAY, State
from initiatives.models import FormerSlug, Initiative, Step, Translation, WorkflowStep
from initiatives.models.slugs import unused_slug

# What a copy does not say about its entry: the address, and what the workflow sets.
OWN = frozenset({"slug", *WAY})


class ChangedMeanwhileError(Exception):
    """The entry is not what it was when its copy was made, or when somebody last looked at it."""

    def __str__(self) -> str:
        return gettext("The entry was changed after this change of it was begun.")


def start(entry: Initiative, user: history.Actor) -> Initiative:
    """The working copy of an entry: the one that there is, or a new one."""
    with transaction.atomic():
        entry = history.locked(entry.pk)
        existing = Initiative.objects.filter(revises=entry).first()
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
        _carry_basis(entry, copy)
        # The state of the translation is worked out anew by every save.
        copy.save(update_fields=["revised_state"])
        history.keep(copy, user, history.Event.CREATED)
    return copy


def entry_of(copy: Initiative) -> Initiative:
    """The entry that a working copy is to change. Raises `ValueError` for what is no copy."""
    if copy.revises is None:
        raise ValueError(f"{copy} is no working copy")
    return copy.revises


def changed_meanwhile(copy: Initiative) -> State | None:
    """The entry as it is now, if it is not what the copy was made of; None if it is."""
    state = State.of(entry_of(copy))
    return None if state.digest == copy.revised_state else state


@contextmanager
def in_step(keys: Iterable[int]) -> Iterator[None]:
    """Around a change that is made in entries and their copies alike, in its transaction: a copy of what an
    entry was is one of what it is now."""
    made = Initiative.objects.filter(revises__in=list(keys)).select_related("revises")
    current = [copy for copy in made if changed_meanwhile(copy) is None]
    yield
    for copy in current:
        Initiative.objects.filter(pk=copy.pk).update(revised_state=State.of(entry_of(copy)).digest)


def _carry_basis(source: Initiative, target: Initiative) -> None:
    """What the translation of one was made from is what that of the other was."""
    for known in source.translations.all():
        defaults = {"basis": known.basis, "state": known.state}
        Translation.objects.update_or_create(initiative=target, form=known.form, defaults=defaults)


def publish(copy: Initiative, user: history.Actor, comment: str = "", over: str = "") -> Initiative:
    """Makes the entry say what its copy says, and takes the copy away. Returns the entry.

    `over` is the digest of the entry that somebody has seen and writes over knowingly. Key, address, former
    addresses and first publication stay; an entry that is not public now does not become so. Raises
    `ChangedMeanwhileError`, and `ValidationError` where the rules of an entry forbid it.
    """
    with transaction.atomic():
        entry, copy = history.locked(entry_of(copy).pk), history.locked(copy.pk)
        if State.of(entry).digest not in (copy.revised_state, over):
            raise ChangedMeanwhileError
        history.catch_up(entry)
        _carry_basis(copy, entry)
        copy.translation_drafts.update(initiative=entry)
        put(entry, State.of(copy), keeping=OWN)
        # What it said is the entry's now; only copies that were discarded are kept.
        history.versions_of(copy).delete()
        _end(copy, entry, Step.PUBLISH_CHANGE, user, comment)
        history.keep(entry, user, Step.PUBLISH_CHANGE, comment)
    return entry


def discard(copy: Initiative, user: history.Actor, comment: str = "") -> Initiative:
    """Takes a copy away; its last version stays in the history of deleted entries. Returns the entry."""
    with transaction.atomic():
        entry, copy = history.locked(entry_of(copy).pk), history.locked(copy.pk)
        history.catch_up(copy)
        _end(copy, entry, Step.DISCARD_CHANGE, user, comment)
    return entry


def _end(copy: Initiative, entry: Initiative, step: Step, user: history.Actor, comment: str) -> None:
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
