"""An entry's two forms side by side: each passage of the original, and what stands for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from initiatives.desk.translation.drafting import marked_words
from initiatives.desk.translation.passages import (
    FIELDS,
    Passage,
    digest,
    join_passages,
    shape,
    split_field,
)
from initiatives.language import other_form
from initiatives.models import Initiative, Translation, TranslationDraft, TranslationState

Basis = Sequence[Sequence[Any]]
"""`[source, length, text]` for each passage of the original, as `Translation.basis` has them for a
field.
"""


class PassageState(models.TextChoices):
    """How far one passage is."""

    EMPTY = "empty", _("Not translated")
    MACHINE = "machine", _("Machine draft, not read by anybody")
    TYPED = "typed", _("Draft, not approved")
    WAITING = "waiting", _("Approved, waits for the rest of this part")
    CHANGED = "changed", _("Published, but the original has changed since")
    APPROVED = "approved", _("Approved")


@dataclass(frozen=True)
class TranslatedPassage:
    """A passage of the original and its translation. `source` is the digest of `original`."""

    field: str
    number: int
    original: str
    source: str
    published: str = ""
    """What readers see of it now."""
    is_current: bool = False
    """Whether `published` was made from the original as it is now."""
    draft: TranslationDraft | None = None

    @property
    def key(self) -> str:
        return f"{self.field}-{self.number}"

    @property
    def text(self) -> str:
        return self.draft.text if self.draft else self.published

    @property
    def opened(self) -> str:
        """Tells whether what is shown is still what it was: the digests of both sides."""
        return f"{self.source}.{digest(self.text)}"

    @property
    def state(self) -> PassageState:
        if self.draft is None:
            return self._published_state()
        if self.draft.source != self.source and self.draft.text:
            return PassageState.CHANGED if self.published else PassageState.TYPED
        if self.draft.is_approved:
            return PassageState.WAITING
        return PassageState.MACHINE if self.draft.is_machine_made else PassageState.TYPED

    def _published_state(self) -> PassageState:
        if self.is_current:
            return PassageState.APPROVED
        return PassageState.CHANGED if self.published else PassageState.EMPTY

    @property
    def is_draft_outdated(self) -> bool:
        """Whether the original has changed since the draft was made."""
        return self.draft is not None and self.draft.source != self.source

    @property
    def unknown_words(self) -> list[str]:
        return marked_words(self.text)

    @property
    def is_shaped_otherwise(self) -> bool:
        """Whether the translation is built in another way, such as a list with fewer items."""
        return self.field == "body" and bool(self.text) and shape(self.text) != shape(self.original)

    def published_as(self, text: str, made_from: str) -> Self:
        """`made_from` is the digest of the passage that the text was made from."""
        return replace(self, published=text, is_current=made_from == self.source)

    def drafted(self, draft: TranslationDraft | None) -> Self:
        return replace(self, draft=draft)


@dataclass(frozen=True)
class FieldPassages:
    """The rows of one field, and translated texts whose passage is no longer in the original."""

    name: str
    rows: Sequence[TranslatedPassage]
    left_over: Sequence[str] = ()
    left_over_drafts: Sequence[TranslationDraft] = ()

    @property
    def is_published(self) -> bool:
        """Whether readers see anything of it in the other form."""
        return bool(self.left_over) or any(row.published for row in self.rows)

    @property
    def is_changed(self) -> bool:
        """Whether the original is not the one that the published translation was made from."""
        return self.is_published and (
            bool(self.left_over) or any(not row.is_current for row in self.rows)
        )

    @property
    def is_to_publish(self) -> bool:
        """Whether all of it is approved, and readers do not see it just so yet."""
        states = {row.state for row in self.rows}
        is_whole = bool(states) and states <= {PassageState.APPROVED, PassageState.WAITING}
        return is_whole and (bool(self.left_over) or PassageState.WAITING in states)


@dataclass(frozen=True)
class SideBySide:
    """All that is translated of an entry, in reading order; `form` is the one translated into."""

    initiative: Initiative
    form: str
    fields: Sequence[FieldPassages] = field(default_factory=list)

    @classmethod
    def of(cls, initiative: Initiative) -> Self:
        """As the database has it. Two queries."""
        form = other_form(initiative.original_form)
        translation = Translation.objects.filter(initiative=initiative, form=form).first()
        drafts = list(
            TranslationDraft.objects.filter(initiative=initiative, form=form).select_related(
                "changed_by"
            )
        )
        basis = translation.basis if translation else {}
        return cls(
            initiative,
            form,
            [_field_rows(initiative, name, basis.get(name), drafts) for name in FIELDS],
        )

    @property
    def rows(self) -> Iterator[TranslatedPassage]:
        return (row for fields in self.fields for row in fields.rows)

    @property
    def state(self) -> TranslationState:
        """The entry's state in the other form: what is out of date comes before what is missing."""
        if any(fields.is_changed for fields in self.fields):
            return TranslationState.CHANGED
        has_drafts = any(row.draft and row.draft.text for row in self.rows)
        if has_drafts:
            return TranslationState.DRAFT
        published = [fields.is_published for fields in self.fields if fields.rows]
        if not any(published):
            return TranslationState.NONE
        return TranslationState.APPROVED if all(published) else TranslationState.PART

    @property
    def basis(self) -> dict[str, Basis]:
        """What the published translation was made from, for the fields that have one."""
        return {fields.name: basis_of(fields.rows) for fields in self.fields if fields.is_published}


def basis_of(rows: Iterable[TranslatedPassage]) -> Basis:
    return [
        [row.source, len(split_field(row.field, row.published)), digest(row.published)]
        for row in rows
    ]


def _field_rows(
    initiative: Initiative, name: str, basis: Basis | None, drafts: Iterable[TranslationDraft]
) -> FieldPassages:
    form = other_form(initiative.original_form)
    originals = split_field(name, getattr(initiative, f"{name}_{initiative.original_form}"))
    published = split_field(name, getattr(initiative, f"{name}_{form}"))
    rows = [
        TranslatedPassage(name, number, passage.text, passage.digest)
        for number, passage in enumerate(originals)
    ]
    if basis is None:
        basis = basis_by_position([row.source for row in rows], published)
    rows, left_over = _with_published(rows, published, basis)
    own = [draft for draft in drafts if draft.field == name]
    found, lost = match_drafts(own, rows)
    drafted = [row.drafted(draft) for row, draft in zip(rows, found, strict=True)]
    return FieldPassages(name, drafted, left_over, lost)


def _with_published(
    rows: Sequence[TranslatedPassage], published: Sequence[Passage], basis: Basis
) -> tuple[list[TranslatedPassage], list[str]]:
    """The rows with what is published of each, and what is published of passages that are gone."""
    if not rows or not published:
        return list(rows), [passage.text for passage in published]
    texts, made_from = share_out(basis, published), [entry[0] for entry in basis]
    pairs, lost = match(made_from, [row.source for row in rows])
    found = [
        row if pair is None else row.published_as(texts[pair], made_from[pair])
        for row, pair in zip(rows, pairs, strict=True)
    ]
    return found, [texts[number] for number in lost if texts[number]]


def share_out(basis: Basis, published: Sequence[Passage]) -> list[str]:
    """The published text of each entry of a basis; by position where the lengths no longer fit."""
    if sum(entry[1] for entry in basis) != len(published):
        basis = basis_by_position([entry[0] for entry in basis], published)
    passages = iter(published)
    return [join_passages(next(passages).text for _number in range(entry[1])) for entry in basis]


def basis_by_position(sources: Sequence[str], published: Sequence[Passage]) -> Basis:
    """A basis that pairs first with first; the last source has all the published text left."""
    lengths = [1 if number < len(published) else 0 for number in range(len(sources))]
    if lengths:
        lengths[-1] += max(0, len(published) - len(sources))
    first, basis = 0, []
    for source, length in zip(sources, lengths, strict=True):
        basis.append(
            [
                source,
                length,
                digest(join_passages(b.text for b in published[first : first + length])),
            ]
        )
        first += length
    return basis


def renewed_basis(
    originals: Sequence[Passage], published: Sequence[Passage], before: Basis | None
) -> Basis:
    """The basis after an entry was saved as a whole, its other form perhaps among what was changed.

    A text that was changed was changed by somebody who had the original of now at hand; one that
    was not keeps the original that it was made from.
    """
    if before and [entry[2] for entry in before] == _digests(before, published):
        return before
    made_from = {entry[2]: entry[0] for entry in before or []}
    now = basis_by_position([passage.digest for passage in originals], published)
    return [[made_from.get(text, source), length, text] for source, length, text in now]


def _digests(basis: Basis, published: Sequence[Passage]) -> list[str]:
    return [digest(text) for text in share_out(basis, published)]


def match(before: Sequence[str], now: Sequence[str]) -> tuple[list[int | None], list[int]]:
    """For each of `now` the number of the one it came from, or None; and the numbers left over.

    Equal ones belong together; between them, those that were replaced do one by one.
    """
    pairs: list[int | None] = [None] * len(now)
    lost: list[int] = []
    for kind, first, last, start, end in SequenceMatcher(
        None, before, now, autojunk=False
    ).get_opcodes():
        for old, new in zip_longest(range(first, last), range(start, end)):
            if old is not None and new is not None:
                pairs[new] = old
            elif kind != "insert" and old is not None:
                lost.append(old)
    return pairs, lost


def match_drafts(
    drafts: Sequence[TranslationDraft], rows: Sequence[TranslatedPassage]
) -> tuple[list[TranslationDraft | None], list[TranslationDraft]]:
    """For each row the draft made for it, or None; and the drafts left over, in order.

    First those whose original is the same; then, where the original has changed, by the place of
    the row, as far as rows that came or went above have moved the draft before.
    """
    found: list[TranslationDraft | None] = [None] * len(rows)
    unchanged: dict[int, int] = {}
    for draft in drafts:
        same = (
            row.number for row in rows if row.source == draft.source and found[row.number] is None
        )
        if (number := next(same, None)) is not None:
            found[number] = draft
            unchanged[draft.pk] = number
    moved, lost = 0, []
    for draft in drafts:
        if draft.pk in unchanged:
            moved = unchanged[draft.pk] - draft.position
        elif 0 <= (number := draft.position + moved) < len(rows) and found[number] is None:
            found[number] = draft
        else:
            lost.append(draft)
    return found, lost


def by_key(rows: Iterable[TranslatedPassage]) -> Mapping[str, TranslatedPassage]:
    return {row.key: row for row in rows}
