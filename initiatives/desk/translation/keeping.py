"""Saving translations: typed texts, drafts and approvals, and how far each entry is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives.desk.translation.drafting import without_marks
from initiatives.desk.translation.passages import FIELDS, digest, join_passages, split_field, tidy
from initiatives.desk.translation.side_by_side import (
    FieldPassages,
    PassageState,
    SideBySide,
    TranslatedPassage,
    by_key,
    renewed_basis,
)
from initiatives.language import FORMS, other_form
from initiatives.models import Initiative, Translation, TranslationDraft

# The place of a draft whose paragraph is no longer in the original.
NOWHERE = 30_000


@dataclass(frozen=True)
class Typed:
    """What an editor sends for one row: its key, what it was opened with
    (`TranslatedPassage.opened`), and the text.
    """

    key: str
    opened: str
    text: str

    @property
    def is_changed(self) -> bool:
        return digest(self.text) != self.opened.partition(".")[2]


@dataclass
class Merged:
    """Typed texts and the database brought together; `conflicts` and `homeless` are not saved.

    A conflict is a text for a row that somebody else has changed meanwhile; a homeless one is for a
    passage that is no longer in the original. `approved` are the keys of rows that may be approved.
    """

    saved: list[str] = field(default_factory=list)
    approved: set[str] = field(default_factory=set)
    conflicts: dict[str, str] = field(default_factory=dict)
    homeless: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.homeless


def save_typed(
    initiative: Initiative, typed: Iterable[Typed], approved: Iterable[str], user: User | None
) -> Merged:
    """Keeps what was typed as drafts, as long as nobody else has changed the same row meanwhile.

    Rows whose keys are in `approved` must be as they were opened too, for nobody approves what they
    have not seen. Call it in a transaction that holds the entry.
    """
    rows = by_key(SideBySide.of(initiative).rows)
    chosen, merged = set(approved), Merged()
    for given in typed:
        if given.is_changed or given.key in chosen:
            _merge(initiative, rows, given, user, merged, given.key in chosen)
    return merged


def _merge(
    initiative: Initiative,
    rows: Mapping[str, TranslatedPassage],
    given: Typed,
    user: User | None,
    merged: Merged,
    is_approved: bool,
) -> None:
    row = _find(rows, given)
    if row is None:
        merged.homeless.append(given.text)
        return
    is_other = digest(given.text) != digest(row.text)
    if is_other and row.opened != given.opened:
        merged.conflicts[row.key] = given.text
        return
    if is_other:
        _store(initiative, row, given.text, user)
        merged.saved.append(row.key)
    if is_approved:
        merged.approved.add(row.key)


def _find(rows: Mapping[str, TranslatedPassage], given: Typed) -> TranslatedPassage | None:
    """The row that a typed text is for, also when other passages have come or gone above it."""
    source = given.opened.partition(".")[0]
    row = rows.get(given.key)
    if row is not None and row.source == source:
        return row
    name = given.key.partition("-")[0]
    return next((row for row in rows.values() if row.field == name and row.source == source), None)


def _store(
    initiative: Initiative, row: TranslatedPassage, text: str, user: User | None, **more: Any
) -> TranslatedPassage:
    """The row with a draft of `text`, which is stored; none for what is published just so."""
    if row.draft and row.draft.pk:
        row.draft.delete()
    if digest(text) == digest(row.published) and row.is_current:
        return row.drafted(None)
    draft = TranslationDraft.objects.create(
        initiative=initiative,
        form=other_form(initiative.original_form),
        field=row.field,
        position=row.number,
        source=row.source,
        text=tidy(text),
        changed_at=timezone.now(),
        changed_by=user,
        **more,
    )
    return row.drafted(draft)


def store_machine_drafts(
    initiative: Initiative, texts: Mapping[str, tuple[str, str]], user: User | None
) -> int:
    """Keeps the program's texts, `(source, text)` by the key of a row; returns how many.

    Only where the row is still empty and its original the same. Call it as `save_typed`.
    """
    kept = 0
    for row in SideBySide.of(initiative).rows:
        source, text = texts.get(row.key, ("", ""))
        if text and source == row.source and not row.text:
            _store(initiative, row, text, user, is_machine_made=True)
            kept += 1
    keep_state(initiative)
    return kept


def approve(initiative: Initiative, keys: Iterable[str], user: User | None) -> list[str]:
    """Marks rows with a text as read and right; returns the names of the fields that changed.

    A field is published when all of its rows are approved. Marks of unknown words are taken away.
    Call it as `save_typed`.
    """
    chosen = set(keys)
    for row in SideBySide.of(initiative).rows:
        if row.key in chosen and row.text and row.state != PassageState.APPROVED:
            _store_approved(initiative, row, user)
    published = [
        fields.name
        for fields in SideBySide.of(initiative).fields
        if _publish(initiative, fields, chosen)
    ]
    if published:
        _save_fields(initiative, published)
    keep_state(initiative)
    return published


def _store_approved(initiative: Initiative, row: TranslatedPassage, user: User | None) -> None:
    _store(
        initiative,
        row,
        without_marks(row.text),
        user,
        is_approved=True,
        is_machine_made=bool(row.draft and row.draft.is_machine_made),
    )


def _publish(initiative: Initiative, fields: FieldPassages, chosen: set[str]) -> bool:
    """Sets the field in the other form, and what it was made from, when all rows are approved."""
    if not (fields.is_to_publish and any(row.key in chosen for row in fields.rows)):
        return False
    form = other_form(initiative.original_form)
    setattr(initiative, f"{fields.name}_{form}", join_passages(row.text for row in fields.rows))
    basis = [
        [row.source, len(split_field(row.field, row.text)), digest(row.text)] for row in fields.rows
    ]
    translation, _is_new = Translation.objects.get_or_create(initiative=initiative, form=form)
    translation.basis = translation.basis | {fields.name: basis}
    translation.save(update_fields=["basis"])
    TranslationDraft.objects.filter(initiative=initiative, form=form, field=fields.name).delete()
    return True


def _save_fields(initiative: Initiative, names: Iterable[str]) -> None:
    form = other_form(initiative.original_form)
    initiative.changed_at = timezone.now()
    changed = [f"{name}_{form}" for name in names]
    initiative.save(
        update_fields=[*changed, "changed_at", *(f"sort_title_{each}" for each in FORMS)]
    )


def note_before(initiative: Initiative) -> None:
    """Notes what the text in the other form was made from, if nobody has, before a save."""
    if not initiative.pk or initiative.translations.exists():
        return
    before = Initiative.objects.filter(pk=initiative.pk).first()
    if before is not None:
        keep_state(before)


def keep_state(initiative: Initiative) -> None:
    """Stores how far an entry is in its other form, and what its translation was made from. Three
    queries where nothing of that changes.

    After every save of an entry, whoever saves it.
    """
    form = other_form(initiative.original_form)
    with transaction.atomic(savepoint=False):
        before = Translation.objects.filter(initiative=initiative, form=form).first()
        basis = _renewed(initiative, form, before.basis if before else {})
        if before is None and not basis and not initiative.translation_drafts.exists():
            return
        translation = before or Translation(initiative=initiative, form=form, state="none")
        if before is None or before.basis != basis:
            translation.basis = basis
            translation.save()
        beside = SideBySide.of(initiative)
        _place_drafts(beside)
        if beside.state != translation.state:
            translation.state = beside.state
            translation.save(update_fields=["state"])


def _place_drafts(beside: SideBySide) -> None:
    """Tells drafts where their rows are now; those without a row are nowhere."""
    places = [(row.draft, row.number) for row in beside.rows if row.draft]
    places += [(draft, NOWHERE) for fields in beside.fields for draft in fields.left_over_drafts]
    for draft, position in places:
        if draft.position != position:
            draft.position = position
            draft.save(update_fields=["position"])


def _renewed(initiative: Initiative, form: str, before: Mapping[str, Any]) -> dict[str, Any]:
    basis = {}
    for name in FIELDS:
        originals = split_field(name, getattr(initiative, f"{name}_{initiative.original_form}"))
        published = split_field(name, getattr(initiative, f"{name}_{form}"))
        if originals and published:
            basis[name] = renewed_basis(originals, published, before.get(name))
    return basis
