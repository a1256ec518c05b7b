"""The log of who got in and who was allowed what: written, read in words, thrown away."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.access.acting import acting_request
from initiatives.access.clients import address_of, user_agent_of
from initiatives.access.permissions import permission_in_words
from initiatives.access.roles import role_name
from initiatives.models import AccessEvent, EditorSession, EventKind, RoleRule

Detail = dict[str, Any]

# By the field of a detail, where the field's own name is not the word for it.
FIELD_NAMES = {
    "groups": gettext_lazy("Roles"),
    "permissions": gettext_lazy("Permissions"),
    "user_permissions": gettext_lazy("Permissions of their own"),
}
PERMISSION_FIELDS = ("permissions", "user_permissions")


def record(
    kind: EventKind,
    subject: str = "",
    *,
    actor: User | None = None,
    request: HttpRequest | None = None,
    details: Iterable[Detail] = (),
) -> None:
    """Writes a line. Who and where come from the request being answered, unless they are given."""
    request = request or acting_request()
    actor = actor or signed_in(request)
    AccessEvent.objects.create(
        kind=kind,
        actor=actor,
        actor_name=actor.get_username() if actor else "",
        subject_name=subject[:150],
        address=address_of(request) if request else None,
        user_agent=user_agent_of(request) if request else "",
        details=list(details),
    )


def signed_in(request: HttpRequest | None) -> User | None:
    """Whoever sent the request, if they have got in."""
    user = getattr(request, "user", None)
    return user if isinstance(user, User) and user.pk else None


def in_words(details: Iterable[Detail]) -> list[str]:
    """`Vald som stab: nei → ja`, one line for each detail."""
    return [
        _("%(field)s: %(old)s → %(new)s")
        % {
            "field": _field_name(detail["field"]),
            "old": _value_in_words(detail["field"], detail["old"]),
            "new": _value_in_words(detail["field"], detail["new"]),
        }
        for detail in details
    ]


def _field_name(field: str) -> str:
    if field in FIELD_NAMES:
        return str(FIELD_NAMES[field])
    for model in (User, Group, RoleRule):
        for known in model._meta.get_fields():
            if known.name == field:
                return capfirst(str(getattr(known, "verbose_name", field)))
    return field


def _value_in_words(field: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        names = permission_names(value) if field in PERMISSION_FIELDS else map(role_name, value)
        return ", ".join(names) or _("none")
    return str(value) or _("nothing")


def permission_names(labels: Iterable[str]) -> list[str]:
    return sorted(permission_in_words(*label.split(".", 2)) for label in labels)


def clear_old(now: Any = None) -> Mapping[str, int]:
    """Throws away what is older than it may be kept. Returns how many lines and sessions went."""
    now = now or timezone.now()
    lines = AccessEvent.objects.filter(at__lt=now - timedelta(days=settings.ACCESS_LOG_DAYS))
    sessions = EditorSession.objects.filter(expire_date__lt=now)
    AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()
    return {"lines": lines.delete()[0], "sessions": sessions.delete()[0]}
