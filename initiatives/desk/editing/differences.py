"""What differs between two states of an entry, in words: prose word by word, lists row by row."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.db.models import BooleanField, DateField, Field, ForeignKey, Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from translated_fields import show_language_code

from initiatives.desk.editing.state import FIELDS, LISTS, Row, State
from initiatives.models import Initiative

# Longer texts that are alike are shortened, and words are not compared in longer paragraphs that
# differ.
LONGEST_SAME = 300
SHOWN_OF_SAME = 120
MOST_COMPARED = 4_000_000

_PARTS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """A piece of text and what happened to it: `same`, `inserted` or `deleted`."""

    kind: str
    text: str


@dataclass(frozen=True)
class RowChange:
    """What happened to a row of a list: `added`, `removed`, `changed` or `moved`."""

    kind: str
    pieces: tuple[Piece, ...]
    before: int = 0
    after: int = 0
    """Its places in the list, for a row that moved."""


@dataclass(frozen=True)
class Difference:
    """One field or list that is not the same in both states."""

    name: str
    label: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()
    rows: tuple[RowChange, ...] = ()


def compare(before: State, after: State) -> list[Difference]:
    """What differs, in the order of an entry; what only one state knows of does not differ.

    A query for each list that differs.
    """
    return [*_compare_fields(before, after), *_compare_lists(before, after)]


def changed_names(before: State, after: State) -> set[str]:
    """The fields and lists that differ; no query."""
    fields = {name for name in FIELDS if _differs(before.fields, after.fields, name)}
    return fields | {
        name for name in LISTS if before.lists.get(name, ()) != after.lists.get(name, ())
    }


def labels_of(names: set[str]) -> list[str]:
    """What fields and lists are called in the editor's form, in the order of an entry."""
    fields = [_field_label(Initiative, name) for name in FIELDS if name in names]
    return fields + [_list_label(name) for name in LISTS if name in names]


def _differs(before: Mapping[str, Any], after: Mapping[str, Any], name: str) -> bool:
    return name in before and name in after and before[name] != after[name]


def _compare_fields(before: State, after: State) -> Iterator[Difference]:
    for name in FIELDS:
        if _differs(before.fields, after.fields, name):
            field = Initiative._meta.get_field(name)
            old, new = (shown(field, state.fields[name]) for state in (before, after))
            yield Difference(
                name, _field_label(Initiative, name), old, new, tuple(word_pieces(old, new))
            )


def _compare_lists(before: State, after: State) -> Iterator[Difference]:
    for name, model in LISTS.items():
        old, new = before.lists.get(name, ()), after.lists.get(name, ())
        if old != new:
            texts = RowTexts.of(model, (*old, *new))
            yield Difference(
                name,
                _list_label(name),
                "\n".join(texts.of_row(row) for row in old),
                "\n".join(texts.of_row(row) for row in new),
                rows=tuple(compare_rows(old, new, texts)),
            )


def _field_label(model: type[Model], name: str) -> str:
    with show_language_code(True):
        label = str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return label[:1].upper() + label[1:]


def _list_label(name: str) -> str:
    if name == "successions":
        label = _("initiatives that followed")
    else:
        label = str(LISTS[name]._meta.verbose_name_plural)
    return label[:1].upper() + label[1:]


def shown(field: Any, value: Any) -> str:
    """A value as an editor reads it; empty for one that is not known."""
    if value is None:
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, DateField):
        return date_format(date.fromisoformat(value[:10]), "DATE_FORMAT")
    if isinstance(value, dict):
        return "\n".join(str(text) for text in value.values())
    return str(value)


@dataclass(frozen=True)
class RowTexts:
    """The rows of one list in words, with what they link to by the name it has now."""

    model: type[Model]
    names: Mapping[tuple[str, ...], str]

    @classmethod
    def of(cls, model: type[Model], rows: Sequence[Row]) -> "RowTexts":
        """One query where the rows link to anything."""
        link = next((f for f in _said(model) if isinstance(f, ForeignKey)), None)
        if link is None:
            return cls(model, {})
        keys = {tuple(row.values[link.name]) for row in rows if row.values.get(link.name)}
        target: Any = link.related_model
        column = "number" if hasattr(target, "number") else "slug"
        found = target._default_manager.filter(**{f"{column}__in": {key[0] for key in keys}})
        return cls(model, {tuple(thing.natural_key()): str(thing) for thing in found})

    def of_row(self, row: Row) -> str:
        parts = [self._part(row, field) for field in _said(self.model)]
        return "; ".join(part for part in parts if part)

    def _part(self, row: Row, field: Field[Any, Any]) -> str:
        value = row.values.get(field.name)
        if value in (None, "", False):
            return ""
        if isinstance(field, ForeignKey):
            return self.names.get(tuple(value), row.label or str(value[0]))
        if field.name == "wording":
            return _("as published: “%(wording)s”") % {"wording": value}
        return f"{_field_label(self.model, field.name)}: {shown(field, value)}"


def _said(model: type[Model]) -> list[Any]:
    left_out = {"id", "position", "initiative", "predecessor"}
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def compare_rows(
    before: Sequence[Row], after: Sequence[Row], texts: RowTexts
) -> Iterator[RowChange]:
    """What happened to each row: first those that have gone, then the others in today's order."""
    old, new = _identified(before), _identified(after)
    was, now = list(old), list(new)
    moved = _moved(was, now)
    for key, row in old.items():
        if key not in new:
            yield RowChange("removed", (Piece("deleted", texts.of_row(row)),))
    for key, row in new.items():
        if key not in old:
            yield RowChange("added", (Piece("inserted", texts.of_row(row)),))
            continue
        if old[key] != row:
            yield RowChange(
                "changed", tuple(word_pieces(texts.of_row(old[key]), texts.of_row(row)))
            )
        if key in moved:
            text = (Piece("same", texts.of_row(row)),)
            yield RowChange("moved", text, was.index(key) + 1, now.index(key) + 1)


def _identified(rows: Sequence[Row]) -> dict[tuple[str, int], Row]:
    """Rows by what they link to, or else the first that they say, and which of those called so they
    are.
    """
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        name = str(row.values.get("term") or next((v for v in row.values.values() if v), ""))
        seen[name] += 1
        found[name, seen[name]] = row
    return found


def _moved(was: list[Any], now: list[Any]) -> set[Any]:
    """Those that do not stand in the same order among the others; as few as may be."""
    old, new = [key for key in was if key in now], [key for key in now if key in was]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {key for block in blocks for key in new[block.b : block.b + block.size]}
    return set(new) - stayed


def word_pieces(before: str, after: str) -> Iterator[Piece]:
    """The text of both, paragraph by paragraph and, where these differ, word by word."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", shorten("".join(old[a:b])))
        else:
            yield from _words("".join(old[a:b]), "".join(new[c:d]))


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    if len(old) * len(new) > MOST_COMPARED:
        yield from (Piece("deleted", before), Piece("inserted", after))
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", shorten("".join(old[a:b])))
            continue
        if a < b:
            yield Piece("deleted", "".join(old[a:b]))
        if c < d:
            yield Piece("inserted", "".join(new[c:d]))


def shorten(text: str) -> str:
    """A long text that nothing happened to: its beginning and end, whole words."""
    if len(text) <= LONGEST_SAME:
        return text
    return f"{text[:SHOWN_OF_SAME].rsplit(' ', 1)[0]} … {text[-SHOWN_OF_SAME:].split(' ', 1)[-1]}"
