"""Where somebody is signed in: Django's sessions in a table that also knows whose they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.dateparse import parse_datetime

from initiatives.access.clients import address_of, device_in_words, user_agent_of
from initiatives.models import EditorSession

# Under this name a session keeps what it tells of itself.
STAY = "stay"
# How old the time of the last request may be.
SEEN_EVERY = timedelta(minutes=5)


class SessionStore(DatabaseStore):
    """The engine of `SESSION_ENGINE`."""

    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[EditorSession]:
        return EditorSession

    def create_model_instance(self, data: dict[str, Any]) -> EditorSession:
        row = cast(EditorSession, super().create_model_instance(data))
        stay = data.get(STAY, {})
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.user_agent = stay.get("user_agent", "")
        row.address = stay.get("address")
        row.signed_in_at = parse_datetime(stay["signed_in_at"]) if stay else None
        return row

    def _get_session_from_db(self) -> EditorSession | None:
        row: EditorSession | None = super()._get_session_from_db()  # type: ignore[misc]
        self.seen_at = row.seen_at if row else None
        return row


@dataclass(frozen=True)
class Stay:
    """One place where somebody is signed in; `key` names it without giving the session away."""

    key: str
    device: str
    address: str | None
    signed_in_at: datetime | None
    seen_at: datetime
    is_this: bool


def note_stay(request: HttpRequest) -> None:
    """Writes into the session where it was begun."""
    request.session[STAY] = {
        "user_agent": user_agent_of(request),
        "address": address_of(request),
        "signed_in_at": timezone.now().isoformat(),
    }


def note_seen(request: HttpRequest) -> None:
    """Keeps the time of the last request, with a query every five minutes at most."""
    seen_at = getattr(request.session, "seen_at", None)
    if seen_at and timezone.now() - seen_at > SEEN_EVERY:
        rows = EditorSession.objects.filter(session_key=request.session.session_key)
        rows.update(seen_at=timezone.now())


def stays_of(user: User, request: HttpRequest) -> list[Stay]:
    """All places where `user` is signed in, this one first, then the last seen. One query."""
    rows = EditorSession.objects.filter(user=user, expire_date__gt=timezone.now()).order_by(
        "-seen_at"
    )
    this = request.session.session_key
    stays = [
        Stay(
            key=_public_key(row.session_key),
            device=device_in_words(row.user_agent),
            address=row.address,
            signed_in_at=row.signed_in_at,
            seen_at=row.seen_at,
            is_this=row.session_key == this,
        )
        for row in rows
    ]
    return sorted(stays, key=lambda stay: not stay.is_this)


def end_stay(user: User, key: str) -> bool:
    """Signs out in one place, by the `key` of its `Stay`; False when there is none any more."""
    for row in EditorSession.objects.filter(user=user):
        if constant_time_compare(_public_key(row.session_key), key):
            row.delete()
            return True
    return False


def end_stays(user: User, except_for: HttpRequest | None = None) -> int:
    """Signs out everywhere, or all but the place of a request. Returns the number of places."""
    rows = EditorSession.objects.filter(user=user)
    if except_for is not None:
        rows = rows.exclude(session_key=except_for.session.session_key)
    return rows.delete()[0]


def sign_out_everywhere(request: HttpRequest, user: User) -> None:
    """Ends this session too, so that the browser forgets it."""
    end_stays(user)
    logout(request)


def _public_key(session_key: str) -> str:
    return salted_hmac("initiatives.access.stay", session_key, algorithm="sha256").hexdigest()[:24]
