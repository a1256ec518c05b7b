"""One attempt at a save: the form of an entry as it came in, and what is known of it.

It is made at the door (`InitiativeAdmin.changeform_view`), and everything that is done with a form
is handed it: the ways a form may go (`ways.py`), the steps of saving (`saving.py`), and what the
page shows (`form_page.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeVar

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict

from initiatives.admin.collisions import Collision
from initiatives.admin.posted import with_living_rows
from initiatives.desk.editing import history
from initiatives.desk.editing.reconciling import Reconciliation
from initiatives.desk.editing.state import State, Stored, read
from initiatives.models import Initiative

Seen = TypeVar("Seen")


class Tried(Exception):  # noqa: N818 - no error: it takes the result out of the transaction
    """Carries what was seen of the entry as it would be."""

    def __init__(self, result: Any) -> None:
        self.result = result


@dataclass
class Attempt:
    """Until its form is saved, nothing of it is in the database; on trial, nothing ever is."""

    admin: Any
    """The admin of initiatives, which says who may do what."""
    request: HttpRequest
    stock: Callable[["Attempt"], HttpResponse]
    """Django's own view of the form: saves it where nothing is wrong, else shows it."""
    sent: QueryDict = field(default_factory=QueryDict)
    entry: Initiative | None = None
    """As it was when the form came, and locked; None for a new one, and for one that this person
    may not write in.
    """
    stored: Stored | None = None
    """The entry with its lists, as they were then."""
    is_over_theirs: bool = False
    """Whether the form is out of date, and saved knowingly."""
    taken: frozenset[str] = frozenset()
    """The parts where theirs is to stand."""
    look: Callable[[Initiative], Any] | None = None
    """What is to be seen of the entry on trial, before all is taken back."""
    refusal: str = ""
    """Why the form is not to be saved as it is, though nothing in it is wrong."""
    collision: Collision | None = None
    """The two versions, where somebody else has saved another one meanwhile."""
    conflict: Reconciliation | None = None
    """A change beside its entry, where that has changed meanwhile."""
    published: Initiative | None = None
    """The entry that a change was published in."""

    @classmethod
    def of(
        cls,
        admin: Any,
        request: HttpRequest,
        stock: Callable[["Attempt"], HttpResponse],
        object_id: str | None,
    ) -> Self:
        """The attempt of a form that was sent; its entry, where there is one, is locked."""
        attempt = cls(admin, request, stock, request.POST)
        if object_id is not None:
            attempt.entry = attempt._locked(object_id)
            attempt.stored = read([attempt.entry.pk]) if attempt.entry else None
        return attempt

    def _locked(self, object_id: str) -> Initiative | None:
        try:
            entry = history.locked(int(object_id))
        except (ValueError, OverflowError, Initiative.DoesNotExist):
            return None
        return entry if self.may_write(entry) else None

    @property
    def before(self) -> State | None:
        """What the entry said when the form came."""
        return self.stored.states[self.entry.pk] if self.stored and self.entry else None

    @property
    def user(self) -> User | AnonymousUser:
        return self.request.user

    @property
    def is_trial(self) -> bool:
        return self.look is not None

    @property
    def step(self) -> str:
        """The step that is asked for; saving on trial takes none."""
        return "" if self.is_trial else self.sent.get("_step", "")

    @property
    def opened(self) -> str:
        """Which version the form was made of: its digest."""
        return self.sent.get("opened", "")

    @property
    def is_stale(self) -> bool:
        """Whether somebody has saved another version meanwhile, and this person is to see it."""
        is_other = self.before is not None and self.opened != self.before.digest
        return is_other and not self.is_over_theirs

    def may_write(self, entry: Initiative) -> bool:
        return bool(self.admin.has_change_permission(self.request, entry))

    def bring_up_to_date(self, entry: Initiative) -> None:
        """Mends what was sent of rows that somebody has removed meanwhile."""
        self.sent = with_living_rows(self.sent, entry)

    def over_theirs(self) -> Self:
        """The same, out of date and knowingly so."""
        return replace(self, is_over_theirs=True, taken=frozenset(self.sent.getlist("take")))

    def carry_out(self) -> HttpResponse:
        return self.stock(self)

    def try_out(self, look: Callable[[Initiative], Seen]) -> Seen | HttpResponse:
        """What `look` sees of the entry as the form would make it, with all of it taken back; or
        the answer that tells what is wrong with the form.
        """
        try:
            with transaction.atomic():
                return replace(self, look=look).carry_out()
        except Tried as tried:
            seen: Seen = tried.result
            return seen
