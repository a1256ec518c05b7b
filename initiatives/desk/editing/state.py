"""All that an entry says at one time, in plain values: to keep, compare, copy and put back.

Terms, places and other entries stand as their natural keys: a state outlives the rows it was read
from.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core import serializers
from django.db.models import Model
from reversion.models import Revision

from initiatives.models import (
    Contact,
    Document,
    Funding,
    Initiative,
    Project,
    Result,
    Succession,
)
from initiatives.models.kinds import IN_ENTRY

# The lists of an entry in the order of its page, by the name that an entry knows them by.
LISTS: dict[str, type[Model]] = {
    **{kind.links: kind.link for kind in IN_ENTRY},
    "projects": Project,
    "fundings": Funding,
    "contacts": Contact,
    "results": Result,
    "documents": Document,
    "successions": Succession,
}
# Which way an entry is on, and when: no part of what it says.
WAY = frozenset({"status", "publish_on", "unpublish_on"})
# What the desk or the database works out by itself.
_WORKED_OUT = {
    "id",
    "revises",
    "revised_state",
    "drafted_by",
    "first_published_at",
    "changed_at",
    "is_example",
    "sort_title_nn",
    "sort_title_nb",
}
FIELDS = tuple(f.name for f in Initiative._meta.concrete_fields if f.name not in _WORKED_OUT)


def owner_of(model: type[Model]) -> str:
    """The name of the foreign key by which the rows of a list belong to an entry."""
    return "predecessor" if model is Succession else "initiative"


def row_fields(model: type[Model]) -> tuple[str, ...]:
    """The fields of a row that say something: not its key, its entry or its number."""
    left_out = {"id", "position", owner_of(model)}
    return tuple(f.name for f in model._meta.concrete_fields if f.name not in left_out)


@dataclass(frozen=True)
class Stored:
    """Entries as the database has them, by key, and their lists' rows by the name of the list."""

    entries: Mapping[int, Initiative]
    lists: Mapping[str, Sequence[Model]]

    @cached_property
    def states(self) -> dict[int, "State"]:
        """What each entry says; no query."""
        lists = {name: _rows_by_entry(rows) for name, rows in self.lists.items()}
        return {
            key: State(own, {name: _in_order(rows[key]) for name, rows in lists.items()})
            for key, own in zip(self.entries, _plain(self.entries.values(), FIELDS), strict=True)
        }


def read(keys: Collection[int]) -> Stored:
    """Each row knows its entry without asking. One query, and one for each list."""
    entries = _read_entries(keys)
    return Stored(entries, {name: _read_rows(model, entries) for name, model in LISTS.items()})


def read_again(before: Stored, changed: Collection[str]) -> Stored:
    """The same entries as they are now, where of their lists only those named may be others than
    `before`. One query, and one for each list that is named.
    """
    entries = _read_entries(before.entries)
    lists = {name: _owned(model, before.lists[name], entries) for name, model in LISTS.items()}
    return Stored(entries, lists | {name: _read_rows(LISTS[name], entries) for name in changed})


def _read_entries(keys: Collection[int]) -> dict[int, Initiative]:
    return {entry.pk: entry for entry in Initiative.objects.filter(pk__in=keys).order_by("pk")}


def _read_rows(model: type[Model], entries: Mapping[int, Initiative]) -> Sequence[Model]:
    rows = model._default_manager.filter(**{f"{owner_of(model)}__in": list(entries)})
    found = list(rows.select_related("successor") if model is Succession else rows)
    return _owned(model, found, entries)


def _owned(
    model: type[Model], rows: Sequence[Model], entries: Mapping[int, Initiative]
) -> Sequence[Model]:
    owner = owner_of(model)
    for row in rows:
        setattr(row, owner, entries[getattr(row, f"{owner}_id")])
    return rows


@dataclass(frozen=True)
class Row:
    """A row of a list. Equal rows say the same, whatever their number."""

    values: Mapping[str, Any]
    position: int = field(default=0, compare=False)
    label: str = field(default="", compare=False)
    """What the row was called when it was read."""


@dataclass(frozen=True)
class State:
    """An entry at one time: its fields by name, and its lists in order."""

    fields: Mapping[str, Any]
    lists: Mapping[str, tuple[Row, ...]]

    @classmethod
    def of(cls, initiative: Initiative) -> "State":
        """What the database says now, whatever the object does; one query, and one a list."""
        [state] = read([initiative.pk]).states.values()
        return state

    @classmethod
    def of_revision(cls, revision: Revision) -> "State":
        """What was kept; two queries, or none where its versions were fetched before."""
        lists: dict[str, list[Row]] = {name: [] for name in LISTS}
        names = {model._meta.label_lower: name for name, model in LISTS.items()}
        own: dict[str, Any] = {}
        for version in revision.version_set.all():
            [stored] = json.loads(version.serialized_data)
            if stored["model"] == Initiative._meta.label_lower:
                own = {name: value for name, value in stored["fields"].items() if name in FIELDS}
            elif name := names.get(stored["model"]):
                lists[name].append(_stored_row(LISTS[name], stored["fields"], version.object_repr))
        return cls(own, {name: _in_order(rows) for name, rows in lists.items()})

    @cached_property
    def digest(self) -> str:
        """The same for equal states only."""
        rows = {name: [row.values for row in rows] for name, rows in self.lists.items()}
        return hashlib.sha256(json.dumps([self.fields, rows], sort_keys=True).encode()).hexdigest()

    def without(self, names: Iterable[str]) -> "State":
        """The same without some of its fields."""
        left_out = set(names)
        return State(
            {n: value for n, value in self.fields.items() if n not in left_out}, self.lists
        )


def _plain(rows: Iterable[Model], fields: Iterable[str]) -> list[dict[str, Any]]:
    """The fields of rows as they are kept."""
    text = serializers.serialize("json", rows, fields=tuple(fields), use_natural_foreign_keys=True)
    return [row["fields"] for row in json.loads(text)]


def _rows_by_entry(found: Sequence[Model]) -> Mapping[int, list[Row]]:
    """The rows of a list by the key of their entry."""
    by_entry: dict[int, list[Row]] = defaultdict(list)
    if found:
        model = type(found[0])
        for row, values in zip(found, _plain(found, row_fields(model)), strict=True):
            place = getattr(row, "position", 0)
            by_entry[getattr(row, owner_of(model)).pk].append(Row(values, place, _label(row)))
    return by_entry


def _label(row: Model) -> str:
    return str(row.successor) if isinstance(row, Succession) else str(row)


def _stored_row(model: type[Model], fields: Mapping[str, Any], label: str) -> Row:
    values = {name: fields[name] for name in row_fields(model) if name in fields}
    return Row(values, fields.get("position", 0), label)


def _in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """By their numbers; rows without one by what they say."""
    return tuple(
        sorted(rows, key=lambda row: (row.position, json.dumps(dict(row.values), sort_keys=True)))
    )
