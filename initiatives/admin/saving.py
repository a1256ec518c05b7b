"""Saving the form of an entry: its steps, in their order.

All of them are taken in one transaction, in which the entry is locked, when nothing is wrong with
the form; on trial too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from initiatives.admin import presence
from initiatives.admin.attempt import Attempt, Tried
from initiatives.admin.copies import settled_in
from initiatives.admin.forms import InitiativeForm
from initiatives.desk.editing import copies, history, workflow
from initiatives.desk.editing.merging import merged
from initiatives.desk.editing.restoring import keep_former_slug, put
from initiatives.desk.editing.state import LISTS, State, Stored, read_again
from initiatives.models import Initiative, Status, Step


@dataclass(frozen=True)
class Saving:
    """An attempt whose form may be saved: `entry` says what its own fields are to say."""

    attempt: Attempt
    form: InitiativeForm
    formsets: Sequence[Any]
    is_new: bool

    @property
    def entry(self) -> Initiative:
        entry: Initiative = self.form.instance
        return entry

    @property
    def now(self) -> Stored | None:
        """What is stored when all is saved, where that is not to be read as a whole: lists that
        were not written are what they were, for the entry is locked.
        """
        stored, taken = self.attempt.stored, self.attempt.taken
        written = {formset.prefix for formset in self.formsets if formset.has_written}
        return read_again(stored, written & LISTS.keys()) if stored and not taken else None

    @property
    def comment(self) -> str:
        comment: str = self.form.cleaned_data["comment"]
        return comment.strip()

    @property
    def move(self) -> workflow.Move | None:
        """The step of the workflow that is asked for."""
        return workflow.BY_STEP.get(self.attempt.step)

    @property
    def move_of_entry(self) -> workflow.Move | None:
        """The same, where it is a step of this entry and not one of the entry that it changes."""
        move = self.move
        return move if move and move.step != Step.PUBLISH_CHANGE else None


def catch_up(saving: Saving) -> None:
    """Keeps what was changed since the last version without saying so."""
    if not saving.is_new:
        history.catch_up(saving.entry, saving.attempt.before)


def set_status(saving: Saving) -> None:
    if saving.move_of_entry:
        workflow.set_status(saving.entry, saving.move_of_entry)


def save_fields(saving: Saving) -> None:
    entry = saving.entry
    if saving.is_new:
        entry.drafted_by = history.account_of(saving.attempt.user)
    entry.changed_at = timezone.now()
    entry.save()


def keep_old_address(saving: Saving) -> None:
    if not saving.is_new and "slug" in saving.form.changed_data:
        keep_former_slug(saving.entry, saving.form.initial["slug"])


def save_lists(saving: Saving) -> None:
    for formset in saving.formsets:
        formset.save()


def take_theirs(saving: Saving) -> None:
    """Puts the chosen parts of theirs in place of mine, before anything is kept or published."""
    theirs, taken = saving.attempt.before, saving.attempt.taken
    if theirs and taken:
        put(saving.entry, merged(State.of(saving.entry), theirs, taken))


def note_step(saving: Saving) -> None:
    before = saving.attempt.before
    if saving.move_of_entry:
        status = before.fields["status"] if before else Status.DRAFT
        user = saving.attempt.user
        workflow.note(saving.entry, saving.move_of_entry, status, user, saving.comment)


def close_form(saving: Saving) -> None:
    presence.note_closed(saving.entry, saving.attempt.user)


def publish_change(saving: Saving) -> None:
    attempt = saving.attempt
    if attempt.step == Step.PUBLISH_CHANGE:
        settled = settled_in(attempt.sent)
        attempt.published = copies.publish(saving.entry, attempt.user, saving.comment, settled)


def keep_version(saving: Saving) -> None:
    """What a change became was kept as a version of its entry when it was published."""
    attempt = saving.attempt
    if attempt.is_trial or attempt.published:
        return
    done = history.Event.CREATED if saving.is_new else history.Event.SAVED
    what = saving.move.step if saving.move else done
    history.keep(
        saving.entry, attempt.user, what, saving.comment, before=attempt.before, now=saving.now
    )


def end_trial(saving: Saving) -> None:
    """Takes all of it back, when it was seen what it would give."""
    if saving.attempt.look:
        raise Tried(saving.attempt.look(saving.entry))


STEPS: tuple[Callable[[Saving], None], ...] = (
    catch_up,
    set_status,
    save_fields,
    keep_old_address,
    save_lists,
    take_theirs,
    note_step,
    close_form,
    publish_change,
    keep_version,
    end_trial,
)


def save(saving: Saving) -> None:
    for step in STEPS:
        step(saving)
