"""Every version of every entry, with its lists: who made it, when, by doing what (decision 0009).

Versions are kept by django-reversion, one revision for each. A change that was made without saying
so here (a command, another page of the desk) is found and kept under its own name before the next
one is made.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db import models, router
from django.db.models import Max, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from initiatives.desk.editing.state import State, Stored, read
from initiatives.desk.editing.versions import write_versions
from initiatives.models import Initiative, Step, triggers

Actor = User | AnonymousUser | None
"""Who does something; None where a date or a command does it."""


class Event(models.TextChoices):
    """How a version came to be, where no step of the workflow made it."""

    CREATED = "created", _("Added")
    SAVED = "saved", _("Changed")
    FROM_SHEET = "from-sheet", _("Made from a sheet")
    ANEW_FROM_SHEET = "anew-from-sheet", _("Made anew from a sheet")
    FROM_TABLE = "from-table", _("Made from a table")
    CHANGED_BY_TABLE = "changed-by-table", _("Changed from a table")
    TERM_ADDED = "term-added", _("A term was added to several entries at once")
    TERM_REMOVED = "term-removed", _("A term was taken out of several entries at once")
    TERM_MOVED = "term-moved", _("A term was given another address word")
    MERGED = "merged", _("A term or partner was merged into another")
    MERGER_UNDONE = "merger-undone", _("A merger was undone")
    TRANSLATED = "translated", _("A translation was approved")
    CONFIRMED = "confirmed", _("A contact’s answer was accepted")
    CHANGE_BEGUN = "change-begun", _("Change of a published entry begun")
    CAUGHT_UP = "caught-up", _("What was new in the entry was taken into the change")
    RESTORED = "restored", _("An earlier version was restored")
    BROUGHT_BACK = "brought-back", _("Brought back after it was deleted")
    FOUND = "found", _("As it was when its history began")
    ELSEWHERE = "elsewhere", _("Changed by a program, or by what happened to another entry")


_LABELS: dict[str, Any] = {**dict(Event.choices), **dict(Step.choices)}

# Versions that were only found: nobody said who made them.
_UNKNOWN = (Event.FOUND, Event.ELSEWHERE)

# Entries whose versions are read and written together.
PORTION = 200
# Versions that are read together, looking for one.
VERSIONS_AT_A_TIME = 20


@dataclass(frozen=True)
class KeptVersion:
    """One version of an entry."""

    revision: Revision

    @cached_property
    def state(self) -> State:
        return State.of_revision(self.revision)

    @cached_property
    def _note(self) -> dict[str, Any]:
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
        return str(self._note.get("comment", ""))

    @property
    def writers(self) -> list[int]:
        """The keys of the accounts of others who wrote it; some may be gone."""
        return list(self._note.get("writers", []))

    @property
    def who(self) -> str:
        """Who made it, in words."""
        if self.revision.user:
            return str(self.revision.user)
        what = self._note.get("what", "")
        if what in _UNKNOWN or "is_person" not in self._note:
            return gettext("not known")
        if self._note["is_person"]:
            return gettext("somebody whose account is gone")
        is_by_date = what in Step.values and Step(what).is_taken_by_dates
        return (
            gettext("by itself, on its date") if is_by_date else gettext("a command on the server")
        )


def account_of(actor: Actor) -> User | None:
    return actor if isinstance(actor, User) else None


def versions_of(initiative: Initiative) -> QuerySet[Revision]:
    """The versions of an entry, newest first, with who made them; what they say is a query more."""
    kept = Version.objects.get_for_object(initiative).order_by().values("revision")
    revisions: QuerySet[Revision] = Revision.objects.filter(pk__in=kept).select_related("user")
    return revisions.prefetch_related("version_set").order_by("-pk")


def deleted() -> QuerySet[Version]:
    """The last version of each entry that is not there any more, the newest first."""
    gone: QuerySet[Version] = Version.objects.get_deleted(Initiative)
    return gone.select_related("revision__user").order_by("-revision_id")


def last_version(initiative: Initiative) -> KeptVersion | None:
    newest = versions_of(initiative).first()
    return KeptVersion(newest) if newest else None


def version_with(initiative: Initiative, digest: str, among: int | None = 50) -> KeptVersion | None:
    """The newest version with that digest, None where it is not among the last ones; by default 50.

    Two queries for every twenty that are looked at.
    """
    newest = versions_of(initiative)[:among].iterator(chunk_size=VERSIONS_AT_A_TIME)
    versions = (KeptVersion(revision) for revision in newest)
    return next((version for version in versions if version.state.digest == digest), None)


def version_at(initiative: Initiative, revision: Revision) -> KeptVersion | None:
    """The version that an entry had when another one was kept; two queries."""
    before = versions_of(initiative).filter(pk__lt=revision.pk).first()
    return KeptVersion(before) if before else None


def keep(
    initiative: Initiative,
    user: Actor,
    what: str,
    comment: str = "",
    writers: Iterable[int] = (),
    before: State | None = None,
    now: Stored | None = None,
) -> None:
    """Keeps what an entry says now, unless its last version does; in the transaction of the change.

    `writers` are the keys of others who wrote what somebody now made the entry say. `before` is
    what the last version says, where that is known from `catch_up`, and `now` the entry, where that
    has been read: then neither is read once more.
    """
    last = None if before is None else {initiative.pk: before}
    _keep_each([initiative.pk], user, what, comment, writers=writers, last=last, stored=now)


def writers_of(initiative: Initiative, besides: Actor) -> list[int]:
    """The keys of those who made its versions, but for one; one query."""
    made_by = (
        versions_of(initiative)
        .prefetch_related(None)
        .order_by("user")
        .values_list("user", flat=True)
    )
    others = made_by.exclude(user=None).exclude(user=account_of(besides))
    return list(others.distinct())


def catch_up(initiative: Initiative, now: State | None = None) -> None:
    """Before a change: keeps what was changed since the last version without saying so.

    `now` is what the entry says, where that has been read already in this transaction.
    """
    last = _last_states([initiative.pk])
    if now is None or last.get(initiative.pk) != now:
        _keep_each([initiative.pk], None, Event.ELSEWHERE, first=Event.FOUND, last=last)


@contextmanager
def recorded(
    keys: Iterable[int], user: Actor, what: str, comment: str = "", is_told: bool = False
) -> Iterator[None]:
    """Around a change of entries that is made outside their forms: keeps what they said before it,
    and what they say after it as somebody's version, by doing what. Inside the transaction of the
    change; some forty queries for each `PORTION` of entries. With `is_told` a version is kept even
    of an entry that itself says the same.
    """
    chosen = sorted(set(keys))
    catch_up_each(chosen)
    yield
    for some in _portions(chosen):
        _keep_each(some, user, what, comment, is_told=is_told)


def keep_each(whats: Mapping[int, str], user: Actor) -> None:
    """As `keep`, of many entries: by key, what was done. Some twenty queries for each portion."""
    for what in sorted(set(whats.values())):
        for some in _portions([key for key in whats if whats[key] == what]):
            _keep_each(some, user, what)


def catch_up_each(keys: Sequence[int]) -> None:
    """As `catch_up`, of many entries."""
    for some in _portions(keys):
        _keep_each(some, None, Event.ELSEWHERE, first=Event.FOUND)


def _portions(keys: Sequence[int]) -> list[Sequence[int]]:
    return [keys[first : first + PORTION] for first in range(0, len(keys), PORTION)]


def _keep_each(
    keys: Collection[int],
    user: Actor,
    what: str,
    comment: str = "",
    first: str | None = None,
    writers: Iterable[int] = (),
    is_told: bool = False,
    last: Mapping[int, State] | None = None,
    stored: Stored | None = None,
) -> None:
    """Keeps what entries say, where their last version does not, or `is_told`.

    `first` is noted where there is no version before. `last` is what the last versions say, and
    `stored` the entries, where these are known.
    """
    last = _last_states(keys) if last is None else last
    stored = read(keys) if stored is None else stored
    unkept = [key for key, state in stored.states.items() if is_told or state != last.get(key)]
    whats = {key: first if first and key not in last else what for key in unkept}
    said = {"comment": comment, "is_person": account_of(user) is not None, "writers": list(writers)}
    if unkept:
        write_versions(_notes(whats, said), account_of(user), stored)


def _notes(whats: Mapping[int, str], said: Mapping[str, Any]) -> dict[int, str]:
    """What is noted with each version, as it is stored: what was done, and what else is said."""
    return {
        key: json.dumps({"what": what, **said}, ensure_ascii=False) for key, what in whats.items()
    }


def _last_states(keys: Collection[int]) -> dict[int, State]:
    """What the last version of entries says, of those that have one; three queries."""
    kept = Version.objects.get_for_model(Initiative).filter(
        object_id__in=[str(key) for key in keys]
    )
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
    """The entry, locked until the transaction ends. Raises `Initiative.DoesNotExist`."""
    triggers.wait_for_turn(router.db_for_write(Initiative))
    entry: Initiative = Initiative.objects.select_for_update().get(pk=key)
    return entry
