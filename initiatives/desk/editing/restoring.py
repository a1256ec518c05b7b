"""Makes an entry say again what a state says, and tells what could not be put back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model, ObjectDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext as _
from reversion.models import Version

from initiatives.desk.editing import history
from initiatives.desk.editing.state import LISTS, WAY, Row, State, owner_of
from initiatives.models import FormerSlug, Initiative
from initiatives.models.mergers import find_by_slug
from initiatives.models.slugs import unused_slug

# The address words of working copies, which nobody sees.
COPY_WORD = "endring"
COPY_SLUG = re.compile(rf"{COPY_WORD}-\d+(-\d+)?")


@contextmanager
def _explained() -> Iterator[None]:
    """Says in words that the rules of the catalogue have changed since a version was kept."""
    try:
        yield
    except IntegrityError as error:
        raise ValidationError(_("What it says is against a rule that has come since.")) from error


def restore(initiative: Initiative, version: history.KeptVersion, user: history.Actor) -> list[str]:
    """Puts an earlier version back, as a new version. Whether readers see the entry stays as it is.

    Returns, in words, what has gone since and could not be put back. Raises `ValidationError` where
    the version cannot stand as the entry does now.
    """
    with _explained(), transaction.atomic():
        entry = history.locked(initiative.pk)
        history.catch_up(entry)
        told = put(entry, version.state)
        history.keep(entry, user, history.Event.RESTORED, _time(version))
    return told


def bring_back(version: Version, user: history.Actor) -> tuple[Initiative, list[str]]:
    """An entry that was deleted, as a draft under its old key, so that its history goes on; and
    what is to be told. It has its address again, if no other has it now; a change comes back as an
    entry of its own.

    Raises `ValidationError` where it cannot stand as it was.
    """
    state = history.KeptVersion(version.revision).state
    slug = state.fields["slug"]
    others = (Initiative.objects.all(), FormerSlug.objects.all())
    with _explained(), transaction.atomic():
        entry = Initiative(
            pk=int(version.object_id),
            slug="" if COPY_SLUG.fullmatch(slug) else unused_slug(slug, slug, others),
            drafted_by=history.account_of(user),
        )
        told = put(entry, state, keeping={"slug"})
        history.keep(entry, user, history.Event.BROUGHT_BACK)
    return entry, told


def _time(version: history.KeptVersion) -> str:
    return timezone.localtime(version.revision.date_created).strftime("%d.%m.%Y %H:%M")


def put(entry: Initiative, state: State, keeping: Iterable[str] = ()) -> list[str]:
    """Makes `entry` say what `state` says, but for its way to readers and the fields in `keeping`.

    Returns what could not be put back. Raises `ValidationError` where the rules of an entry forbid
    it.
    """
    state = state.without({*WAY, *keeping})
    told = _put_slug(entry, state)
    for name, value in state.without({"slug"}).fields.items():
        setattr(entry, name, _field(Initiative, name).to_python(value))
    entry.changed_at = timezone.now()
    entry.validate_constraints()
    entry.save()
    current = State.of(entry)
    for name, rows in state.lists.items():
        if rows != current.lists[name]:
            told += _put_rows(entry, LISTS[name], rows)
    return told


def _field(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name)


def _put_slug(entry: Initiative, state: State) -> list[str]:
    """The address of then, unless another entry has it now; that of now goes on leading here."""
    slug = state.fields.get("slug", entry.slug)
    if slug == entry.slug:
        return []
    others = (
        Initiative.objects.exclude(pk=entry.pk),
        FormerSlug.objects.exclude(initiative=entry.pk),
    )
    if any(rows.filter(slug=slug).exists() for rows in others):
        return [
            _("The address “%(slug)s” has another entry now, so this one keeps its own.")
            % {"slug": slug}
        ]
    former, entry.slug = entry.slug, slug
    keep_former_slug(entry, former)
    return []


def keep_former_slug(entry: Initiative, former: str) -> None:
    """The old address goes on leading to the entry; one that it takes back is its own again."""
    FormerSlug.objects.filter(slug=entry.slug).delete()
    FormerSlug.objects.update_or_create(slug=former, defaults={"initiative": entry})


def _put_rows(entry: Initiative, model: type[Model], rows: tuple[Row, ...]) -> list[str]:
    """Puts a list in place of the one there, all of it anew: positions and terms are unique."""
    told: list[str] = []
    made = []
    for row in rows:
        values, missing = _found_again(model, row)
        told += missing
        if values is not None:
            if hasattr(model, "position"):
                values["position"] = row.position
            made.append(model(**{owner_of(model): entry}, **values))
    model._default_manager.filter(**{owner_of(model): entry}).delete()
    model._default_manager.bulk_create(_each_once(made))
    return told


def _each_once(made: list[Model]) -> list[Model]:
    """Without later rows for the same: two terms may have become one since."""
    seen = {
        (getattr(row, "term_id", None) or getattr(row, "successor_id", None) or id(row)): row
        for row in made[::-1]
    }
    return sorted(seen.values(), key=lambda row: getattr(row, "position", 0))


def _found_again(model: type[Model], row: Row) -> tuple[dict[str, Any] | None, list[str]]:
    """The values of a row for the model, None where their target is gone; and what to tell."""
    values: dict[str, Any] = {}
    told: list[str] = []
    for name, value in row.values.items():
        field = _field(model, name)
        if isinstance(field, ForeignKey):
            values[name] = _target(field.related_model, value, row.label)
            told += _tell(model, row.label, values[name], value)
        else:
            values[name] = field.to_python(value)
    return (None if None in _targets(model, values) else values), told


def _targets(model: type[Model], values: Mapping[str, Any]) -> list[Any]:
    return [
        value
        for name, value in values.items()
        if isinstance(model._meta.get_field(name), ForeignKey)
    ]


def _target(model: type[Model], key: list[str], label: str) -> Model | None:
    """What a natural key meant: what has it now, else what has taken it over."""
    manager: Any = model._default_manager
    try:
        found: Model = manager.get_by_natural_key(*key)
    except ObjectDoesNotExist:
        return _successor(model, key, label)
    return found


def _successor(model: type[Model], key: list[str], label: str) -> Model | None:
    """The entry or term that had this address, or the term that has the label among its aliases."""
    if model is Initiative:
        former = FormerSlug.objects.filter(slug=key[0]).select_related("initiative").first()
        return former.initiative if former else None
    named = {related.name for related in model._meta.related_objects}
    if "former_slugs" in named and (found := find_by_slug(model, key[0])):
        return found
    if "aliases" in named:
        return model._default_manager.filter(aliases__wording=label).first()
    return None


def _tell(model: type[Model], label: str, found: Model | None, key: list[str]) -> list[str]:
    told = {"kind": model._meta.verbose_name, "name": label, "now": found}
    if found is None:
        return [_("%(kind)s “%(name)s” is no longer there, and was left out.") % told]
    if list(found.natural_key()) != list(key) and not isinstance(found, Initiative):  # type: ignore[attr-defined]
        return [_("%(kind)s “%(name)s” is now “%(now)s”, which was put in its place.") % told]
    return []
