"""The ways that the form of an entry may go once it is sent: the first with an answer gives it.

The entry is locked, and all of it is one transaction. The stale form comes first: nothing is done
with it before both versions have been seen.
"""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from initiatives.admin.attempt import Attempt
from initiatives.admin.collisions import collision_of
from initiatives.admin.copies import form_address, settled_in, words_of
from initiatives.admin.preview import preview
from initiatives.desk.editing import copies, history
from initiatives.desk.editing.reconciling import OWN
from initiatives.desk.editing.restoring import put
from initiatives.desk.editing.state import State
from initiatives.models import Initiative, Step

Way = Callable[[Attempt], HttpResponse | None]
"""Its answer, or None where the form goes on to the next way."""


def see_theirs(attempt: Attempt) -> HttpResponse | None:
    """A form out of date is saved only knowingly; else both versions are shown with it."""
    entry, theirs = attempt.entry, attempt.before
    if entry is None or theirs is None or not attempt.is_stale:
        return None
    attempt.bring_up_to_date(entry)
    if attempt.sent.get("over") == theirs.digest or "_preview" in attempt.sent:
        try:
            with transaction.atomic():
                return answer(attempt.over_theirs())
        except ValidationError as error:
            messages.error(attempt.request, " ".join(error.messages))
    mine = attempt.try_out(State.of)
    if isinstance(mine, HttpResponse):
        return mine
    collision = collision_of(entry, attempt.opened, theirs, mine)
    if collision.choices:
        attempt.collision = collision
        attempt.refusal = _(
            "Somebody else has saved this entry since you opened it. Nothing is lost."
        )
    return None


def preview_unsaved(attempt: Attempt) -> HttpResponse | None:
    """Shows what is in the form without storing it."""
    if "_preview" not in attempt.sent:
        return None
    return attempt.try_out(lambda entry: preview(attempt.request, entry.pk))


def keep_as_draft(attempt: Attempt) -> HttpResponse | None:
    """Keeps what was typed as a draft change of a published entry."""
    entry = attempt.entry
    if entry is None or "_as_draft" not in attempt.sent:
        return None
    if not entry.is_public:
        raise Http404
    if Initiative.objects.filter(revises=entry).exists():
        attempt.refusal = _("There is a change of this entry already. Open that one, or save here.")
        return None
    typed = attempt.try_out(State.of)
    return typed if isinstance(typed, HttpResponse) else begin_change(attempt, entry, typed)


def begin_change(attempt: Attempt, entry: Initiative, typed: State) -> HttpResponse:
    copy = copies.start(entry, attempt.user)
    put(copy, typed, keeping=OWN)
    history.keep(copy, attempt.user, history.Event.SAVED)
    text = _(
        "Your change is kept as a draft. Readers see the entry as it was until the change is"
        " published."
    )
    messages.success(attempt.request, text)
    return HttpResponseRedirect(form_address(copy))


def try_publishing(attempt: Attempt) -> HttpResponse | None:
    """Tries out a change that is to be published, where its entry has changed meanwhile; why it
    cannot be is told in the form.
    """
    copy = attempt.entry
    if copy is None or not copy.is_working_copy or attempt.step != Step.PUBLISH_CHANGE:
        return None
    if copies.is_current(copy):
        return None
    refusal = attempt.try_out(lambda changed: why_not(attempt, changed))
    if isinstance(refusal, HttpResponse):
        return refusal
    attempt.refusal = refusal
    return None


def why_not(attempt: Attempt, copy: Initiative) -> str:
    """Why a change cannot be published, in words; what it and its entry differ in is noted."""
    attempt.conflict = copies.against_entry(copy)
    try:
        copies.publish(copy, attempt.user, settled=settled_in(attempt.sent))
    except ValidationError as error:
        return words_of(error)
    return ""


def save(attempt: Attempt) -> HttpResponse:
    return attempt.carry_out()


WAYS: tuple[Way, ...] = (see_theirs, preview_unsaved, keep_as_draft, try_publishing, save)


def answer(attempt: Attempt) -> HttpResponse:
    return next(found for way in WAYS if (found := way(attempt)) is not None)
