"""What goes with an entry beside what it says: its sheet's lines, and its translation's drafts.

A working copy has its own of these, made from those of the entry, so that both can be worked on.
What was done with those of the copy is done with those of the entry when the copy is published.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from initiatives.desk.editing import history
from initiatives.desk.editing.state import State
from initiatives.language import FORMS
from initiatives.models import (
    Initiative,
    SheetLine,
    Translation,
    TranslationDraft,
    TranslationState,
)

_LINE = ("number", "text", "kind", "field", "value", "reason")
_DRAFT = ("form", "field", "source", "text", "is_machine_made", "is_approved")


def lend(entry: Initiative, copy: Initiative) -> None:
    """Gives a new working copy its own of each; some six queries."""
    for known in entry.translations.all():
        defaults = {"basis": known.basis, "state": known.state}
        Translation.objects.update_or_create(initiative=copy, form=known.form, defaults=defaults)
    for model, rows in (
        (SheetLine, entry.sheetlines),
        (TranslationDraft, entry.translation_drafts),
    ):
        model.objects.bulk_create(_anew(row, copy) for row in rows.all())


def _anew(row: Any, copy: Initiative) -> Any:
    row.pk, row._state.adding, row.initiative = None, True, copy
    return row


def give_back(
    copy: Initiative, entry: Initiative, mine: State, theirs: State, outcome: State
) -> None:
    """Does with those of the entry what was done with the copy's. Call before it says `outcome`."""
    _tick_lines(copy, entry)
    _merge_drafts(copy, entry)
    _merge_basis(copy, entry, mine, theirs, outcome)


def _tick_lines(copy: Initiative, entry: Initiative) -> None:
    ticked = _keys(copy.sheetlines.filter(is_dealt_with=True), _LINE)
    done = [line.pk for line in entry.sheetlines.open() if _key(line, _LINE) in ticked]
    entry.sheetlines.filter(pk__in=done).update(is_dealt_with=True)


def _key(row: Any, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def _keys(rows: Iterable[Any], names: Iterable[str]) -> set[tuple[Any, ...]]:
    return {_key(row, names) for row in rows}


def _merge_drafts(copy: Initiative, entry: Initiative) -> None:
    """Drafts that were written since the copy was begun stay, wherever they were written.

    Of those that were there before, it keeps what neither has changed, approved or emptied.
    """
    begun_at = _begun_at(copy)
    old_of_copy = copy.translation_drafts.filter(changed_at__lte=begun_at)
    unchanged = _keys(old_of_copy, _DRAFT)
    old_of_entry = entry.translation_drafts.filter(changed_at__lte=begun_at)
    gone = [draft.pk for draft in old_of_entry if _key(draft, _DRAFT) not in unchanged]
    TranslationDraft.objects.filter(pk__in=gone).delete()
    old_of_copy.delete()
    copy.translation_drafts.update(initiative=entry)


def _begun_at(copy: Initiative) -> datetime:
    """When the first version of a copy was kept."""
    first = history.versions_of(copy).last()
    # A change that was begun before changes were lent anything has emptied nothing.
    was_lent = first and history.KeptVersion(first).what == str(history.Event.CHANGE_BEGUN.label)
    return first.date_created if first and was_lent else datetime.min.replace(tzinfo=UTC)


def _merge_basis(
    copy: Initiative, entry: Initiative, mine: State, theirs: State, outcome: State
) -> None:
    """What each text of the translation was made from, by whichever of the two has that text.

    Where both have the same texts, the copy knows, unless the entry alone is wholly approved.
    """
    of_entry = {known.form: known for known in entry.translations.all()}
    for known in copy.translations.all():
        before = of_entry.get(known.form)
        basis = dict(before.basis) if before else {}
        is_behind = before is not None and _is_behind(known, before)
        for name, made_from in known.basis.items():
            names = _names(name, known.form)
            is_theirs = is_behind and _is_same(names, mine, theirs)
            if name not in basis or (not is_theirs and _is_mine(*names, mine, theirs, outcome)):
                basis[name] = made_from
        defaults = {"basis": basis, "state": known.state}
        Translation.objects.update_or_create(initiative=entry, form=known.form, defaults=defaults)


def _is_behind(mine: Translation, theirs: Translation) -> bool:
    """Whether the entry alone is wholly approved."""
    approved = TranslationState.APPROVED
    return theirs.state == approved and mine.state != approved


def _is_same(names: Iterable[str], mine: State, theirs: State) -> bool:
    return all(mine.fields[name] == theirs.fields[name] for name in names)


def _names(name: str, form: str) -> tuple[str, str]:
    """The fields of a text in the form it was translated to, and in its original one."""
    [original] = [other for other in FORMS if other != form]
    return f"{name}_{form}", f"{name}_{original}"


def _is_mine(translated: str, written: str, mine: State, theirs: State, outcome: State) -> bool:
    """Whether the copy's translation stands, and is its alone or goes with its original."""
    text = outcome.fields[translated]
    if text != mine.fields[translated]:
        return False
    is_mine_alone: bool = text != theirs.fields[translated]
    return is_mine_alone or bool(outcome.fields[written] == mine.fields[written])
