"""Every version of every entry, with its lists: who made it, when, by doing what (decision 0009).

Versions are kept by django-reversion, one revision for each. A change that was made without saying so here (a
command, another page of the desk) is found and kept under its own name before the next one is made.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db import models, router
from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from initiatives.editing.state import State
from initiatives.editing.versions import write_versions
from initiatives.models import Initiative, Step, triggers

Actor = User | AnonymousUser | None
"""Who does something; None where a date or a command does it."""


class Event(models.TextChoices):
    """How a version came to be, where no step of the workflow made it."""

    CREATED = "created", _("Added")
    SAVED = "saved", _("Changed")
    RESTORED = "restored", _("An earlier version was restored")
    FOUND = "found", _("As it was when its history began")
    CONFIRMED = "confirmed", _("An answer from the contact was accepted")
    ELSEWHERE = "elsewhere", _("Changed outside the form of the entry")


_LABELS: dict[str, Any] = {**dict(Event.choices), **dict(Step.choices)}

# Entries whose versions are read and written together.
PORTION = 200


@dataclass(frozen=True)
class KeptVersion:
    """One version of an entry."""

    revision: Revision

    @cached_property
    def state(self) -> State:
        return State.of_revision(self.revision)

    @cached_property
    def _note(self) -> dict[str, str]:
        try:
            note = json.loads(self.revision.comment)
        except ValueError:
            note = None
        return note if isinstance(note, dict) else {"comment": self.revision.comment}

    @property
    def what(self) -> str:
        """What was done, in words."""
        return str(_LABELS.get(self._note.get("what", ""), Event.SAVED.label))

    @property
    def comment(self) -> str:
        return self._note.get("comment", "")


def account_of(actor: Actor) -> User | None:
    return actor if isinstance(actor, User) else None


def versions_of(initiative: Initiative) -> QuerySet[Revision]:
    """The versions of an entry, the newest first, with who made them; what they say is one query more."""
    kept = Version.objects.get_for_object(initiative).order_by().values("revision")
    revisions = Revision.objects.filter(pk__in=kept).select_related("user")
    return revisions.prefetch_related("version_set").order_by("-pk")


def deleted() -> QuerySet[Version]:
    """The last version of each entry that is not there any more, the newest first."""
    gone = Version.objects.get_deleted(Initiative)
    return gone.select_related("revision__user").order_by("-revision_id")


def last_version(initiative: Initiative) -> KeptVersion | None:
    newest = versions_of(initiative).first()
    return KeptVersion(newest) if newest else None


def version_with(initiative: Initiative, digest: str, among: int = 50) -> KeptVersion | None:
    """The newest version with that digest, None where it is not among the last ones."""
    versions = (KeptVersion(revision) for revision in versions_of(initiative)[:among])
    return next((version for version in versions if version.state.digest == digest), None)


def keep(initiative: Initiative, user: Actor, what: str, comment: str = "") -> None:
    """Keeps what an entry says now, unless its last version does; in the transaction of the change."""
    _keep_each([initiative.pk], user, what, comment)


def catch_up(initiative: Initiative) -> None:
    """Before a change: keeps what was changed since the last version without saying so."""
    _keep_each([initiative.pk], None, Event.ELSEWHERE, first=Event.FOUND)


@contextmanager
def recorded(keys: Iterable[int], user: Actor, what: str = Event.SAVED) -> Iterator[None]:
    """Around a change of entries that is made outside their forms: keeps what they said before it, and what
    they say after it as somebody's version. Inside the transaction of the change; some fifty queries for each
    `PORTION` of entries."""
    chosen = sorted(set(keys))
    portions = [chosen[first : first + PORTION] for first in range(0, len(chosen), PORTION)]
    for some in portions:
        _keep_each(some, None, Event.ELSEWHERE, first=Event.FOUND)
    yield
    for some in portions:
        _keep_each(some, user, what)


def _keep_each(
    keys: Collection[int], user: Actor, what: str, comment: str = "", first: str | None = None
) -> None:
    """Keeps what entries say, where their last version does not. `first` is noted where there is none."""
    last = _last_states(keys)
    unkept = [key for key, state in State.of_each(keys).items() if state != last.get(key)]
    whats = {key: first if first and key not in last else what for key in unkept}
    notes = {key: json.dumps({"what": whats[key], "comment": comment}, ensure_ascii=False) for key in unkept}
    if notes:
        write_versions(notes, account_of(user))


def _last_states(keys: Collection[int]) -> dict[int, State]:
    """What the last version of entries says, of those that have one; three queries."""
    kept = Version.objects.get_for_model(Initiative).filter(object_id__in=[str(key) for key in keys])
    newest = (
        kept.order_by()
        .values("object_id")
        .annotate(newest=Max("revision"))
        .values_list("object_id", "newest")
    )
    by_revision = {revision: int(key) for key, revision in newest}
    revisions = Revision.objects.filter(pk__in=by_revision).prefetch_related("version_set")
    return {by_revision[revision.pk]: State.of_revision(revision) for revision in revisions}


def locked(key: int) -> Initiative:
    """The entry, which nobody else changes until the transaction ends. Raises `Initiative.DoesNotExist`."""
    triggers.wait_for_turn(router.db_for_write(Initiative))
    return Initiative.objects.select_for_update().get(pk=key)
