"""What happens to accounts and roles goes into the log, whichever way it is done, by signals."""

from collections.abc import Iterable, Iterator
from operator import or_, sub
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest

from initiatives.access.log import Detail, record
from initiatives.access.permissions import label_of
from initiatives.access.second_factor import has_second_factor, must_have_second_factor
from initiatives.access.sessions import end_stays, note_stay
from initiatives.models import EventKind, RoleRule

WATCHED = ("username", "email", "is_active", "is_staff", "is_superuser")
FLAGS = ("is_active", "is_staff", "is_superuser")
# What a list held before, by what has been done to it: from what it holds now, and what came or
# went.
OTHERS_BEFORE = {"post_add": sub, "post_remove": or_}
# Where an instance keeps how it was before it is saved.
BEFORE = "_access_before"


@receiver(user_logged_in)
def signed_in(sender: Any, request: HttpRequest, user: User, **options: Any) -> None:
    note_stay(request)
    has_hurdle_left = has_second_factor(user) or must_have_second_factor(user)
    kind = EventKind.PASSWORD_PASSED if has_hurdle_left else EventKind.SIGNED_IN
    record(kind, user.get_username(), actor=user, request=request)


@receiver(user_logged_out)
def signed_out(sender: Any, request: HttpRequest, user: User | None, **options: Any) -> None:
    if user is not None:
        record(EventKind.SIGNED_OUT, user.get_username(), actor=user, request=request)


@receiver(user_login_failed)
def failed(
    sender: Any, credentials: Any, request: HttpRequest | None = None, **options: Any
) -> None:
    """While somebody is held back, no more lines are written."""
    if request is not None and not getattr(request, "was_held_back", False):
        record(EventKind.FAILED, known_name(credentials.get("username")), request=request)


@receiver(user_locked_out)
def locked(sender: Any, request: HttpRequest, username: str | None, **options: Any) -> None:
    if not getattr(request, "was_held_back", False):
        record(EventKind.LOCKED, known_name(username), request=request)


def known_name(username: str | None) -> str:
    """The name if there is such an account: people write passwords in the wrong field."""
    return username if username and User.objects.filter(username=username).exists() else ""


@receiver(pre_save, sender=User)
def keep_before(
    instance: User, raw: bool, update_fields: Iterable[str] | None, **options: Any
) -> None:
    names = {*WATCHED, "password"}
    if instance.pk and not raw and (update_fields is None or names & set(update_fields)):
        setattr(instance, BEFORE, User.objects.filter(pk=instance.pk).values(*names).first())


@receiver(post_save, sender=User)
def account_saved(
    instance: User, created: bool, raw: bool, update_fields: Iterable[str] | None, **options: Any
) -> None:
    before = instance.__dict__.pop(BEFORE, None)
    if created and not raw:
        flags = _changes(instance, dict.fromkeys(FLAGS, False))
        record(EventKind.ACCOUNT_ADDED, instance.username, details=flags)
    if before is None:
        return
    if changed := _changes(instance, {name: before[name] for name in WATCHED}):
        record(EventKind.ACCOUNT_CHANGED, instance.username, details=changed)
    # Django stores a password anew, in a stronger way, by this field alone.
    if before["password"] != instance.password and set(update_fields or ()) != {"password"}:
        end_stays(instance)
        record(EventKind.PASSWORD_CHANGED, instance.username)


def _changes(account: User, before: dict[str, Any]) -> list[Detail]:
    """What is different about an account now."""
    return [
        _detail(name, old, getattr(account, name))
        for name, old in before.items()
        if getattr(account, name) != old
    ]


@receiver(post_delete, sender=User)
def account_deleted(instance: User, **options: Any) -> None:
    record(EventKind.ACCOUNT_DELETED, instance.username)


@receiver(post_save, sender=Group)
def role_saved(instance: Group, created: bool, raw: bool, **options: Any) -> None:
    if created and not raw:
        record(EventKind.ROLE_ADDED, instance.name)


@receiver(post_delete, sender=Group)
def role_deleted(instance: Group, **options: Any) -> None:
    record(EventKind.ROLE_DELETED, instance.name)


@receiver(pre_save, sender=RoleRule)
def rule_changes(instance: RoleRule, raw: bool, **options: Any) -> None:
    if raw:
        return
    before = RoleRule.objects.filter(pk=instance.pk, requires_second_factor=True).exists()
    if before != instance.requires_second_factor:
        detail = _detail("requires_second_factor", before, instance.requires_second_factor)
        record(EventKind.ROLE_CHANGED, instance.group.name, details=[detail])


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
@receiver(m2m_changed, sender=Group.permissions.through)
def members_change(
    sender: Any,
    instance: Any,
    action: str,
    reverse: bool,
    pk_set: set[int] | None,
    model: Any,
    **options: Any,
) -> None:
    """Notes lists by what they held before and after; `set` takes away first, then adds."""
    field = "groups" if sender is User.groups.through else _permission_field(sender)
    for owner, other, keys in _changed_sides(instance, action, reverse, pk_set, model, field):
        now = {_name(thing) for thing in getattr(owner, field).all()}
        touched = {_name(thing) for thing in other.objects.filter(pk__in=keys)}
        if action == "pre_clear" and now:
            _record_list(owner, field, now, now - touched if reverse else set())
        elif action in OTHERS_BEFORE and touched:
            _record_list(owner, field, OTHERS_BEFORE[action](now, touched), now)


def _changed_sides(
    instance: Any, action: str, reverse: bool, pk_set: set[int] | None, model: Any, field: str
) -> Iterator[tuple[Any, Any, set[int]]]:
    """Each owner of a list that changes, the kind of what is in it, and keys that come or go."""
    if not reverse:
        yield instance, model, pk_set or set()
        return
    # From the other side, as in `group.user_set.add(user)`.
    chosen = {field: instance} if action == "pre_clear" else {"pk__in": pk_set or ()}
    for owner in model.objects.filter(**chosen):
        yield owner, type(instance), {instance.pk}


def _permission_field(sender: Any) -> str:
    return "permissions" if sender is Group.permissions.through else "user_permissions"


def _record_list(owner: User | Group, field: str, old: set[str], new: set[str]) -> None:
    kind = EventKind.ACCOUNT_CHANGED if isinstance(owner, User) else EventKind.ROLE_CHANGED
    record(kind, _name(owner), details=[_detail(field, sorted(old), sorted(new))])


def _name(thing: Any) -> str:
    if isinstance(thing, Permission):
        return label_of(thing)
    return thing.username if isinstance(thing, User) else thing.name


def _detail(field: str, old: Any, new: Any) -> Detail:
    return {"field": field, "old": old, "new": new}
