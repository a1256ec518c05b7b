"""Every version of every entry, with its lists: who made it, when, by doing what (decision 0009).

Versions are kept by django-reversion, one revision for each. A change that was made without saying so here (a
command, another page of the desk) is found and kept under its own name before the next one is made.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import reversion
from django.contrib.auth.models import AnonymousUser, User
from django.db import models, router
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from initiatives.editing.state import FIELDS, LISTS, State
from initiatives.models import Initiative, Step, triggers

Actor = User | AnonymousUser | None
"""Who does something; None where a date or a command does it."""


class Event(models.TextChoices):
    """How a version came to be, where no step of the workflow made it."""

    CREATED = "created", _("Added")
    SAVED = "saved", _("Changed")
    RESTORED = "restored", _("An earlier version was restored")
    FOUND = "found", _("As it was when its history began")
    ELSEWHERE = "elsewhere", _("Changed outside the form of the entry")


_LABELS: dict[str, Any] = {**dict(Event.choices), **dict(Step.choices)}

for _model in LISTS.values():
    reversion.register(_model, use_natural_foreign_keys=True)
reversion.register(Initiative, fields=FIELDS, follow=tuple(LISTS), use_natural_foreign_keys=True)


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
    last = last_version(initiative)
    if last and last.state == State.of(initiative):
        return
    with reversion.create_revision(manage_manually=True):
        if account_of(user):
            reversion.set_user(user)
        reversion.set_comment(json.dumps({"what": what, "comment": comment}, ensure_ascii=False))
        # Read anew: the one at hand may remember lists as they were.
        reversion.add_to_revision(Initiative.objects.get(pk=initiative.pk))


def catch_up(initiative: Initiative) -> None:
    """Before a change: keeps what was changed since the last version without saying so."""
    keep(initiative, None, Event.ELSEWHERE if last_version(initiative) else Event.FOUND)


def locked(key: int) -> Initiative:
    """The entry, which nobody else changes until the transaction ends. Raises `Initiative.DoesNotExist`."""
    triggers.wait_for_turn(router.db_for_write(Initiative))
    return Initiative.objects.select_for_update().get(pk=key)
