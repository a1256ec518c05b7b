"""What merging one term into another would do, without doing it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from initiatives.desk.merging.kinds import folded, has_links, label_in, labels_of, rows_of
from initiatives.models import Initiative, Partner


@dataclass(frozen=True)
class Double:
    """An entry that has both terms, and so loses one of its choices."""

    entry: Initiative
    position: int
    words: str
    """What the entry shows for the one that goes, to readers of its original form."""

    moving_up: int
    """How many choices stand after it, and move up one."""


@dataclass(frozen=True)
class TakenWording:
    """A label of the term that goes, which leads to another term already and is left there."""

    wording: str
    other: str


@dataclass(frozen=True)
class Plan:
    """What merging `gone` into `stays` would do. Entries of any status, in order of their keys."""

    gone: Any
    stays: Any
    moved: Sequence[Initiative]
    """Entries and working copies that have only the one that goes: they get the other, in its
    place.
    """

    doubled: Sequence[Double]
    partners: Sequence[Partner]
    """The partners of a kind of partner, which change kind."""

    wordings: Sequence[str]
    """What becomes other wordings of the one that stays."""

    taken: Sequence[TakenWording]

    @classmethod
    def of(cls, gone: Model, stays: Model) -> "Plan":
        """At most seven queries."""
        wordings, taken = plan_wordings(gone, stays)
        is_linked = has_links(type(gone))
        return cls(
            gone=gone,
            stays=stays,
            moved=moved_entries(gone, stays) if is_linked else entries_of_partners(gone),
            doubled=plan_doubles(gone, stays) if is_linked else [],
            partners=[] if is_linked else list(gone.partners.order_by("pk")),  # type: ignore[attr-defined]
            wordings=wordings,
            taken=taken,
        )

    @property
    def moved_entries(self) -> list[Initiative]:
        """Those of `moved` that are no working copies."""
        return [entry for entry in self.moved if not entry.is_working_copy]

    @property
    def doubled_entries(self) -> list[Double]:
        return [double for double in self.doubled if not double.entry.is_working_copy]

    @property
    def entries(self) -> int:
        """How many entries it changes, without their working copies."""
        return len(self.moved_entries) + len(self.doubled_entries)

    @property
    def copies(self) -> int:
        """How many working copies it changes."""
        return len(self.keys) - self.entries

    @property
    def keys(self) -> list[int]:
        return [entry.pk for entry in (*self.moved, *(double.entry for double in self.doubled))]

    @property
    def digest(self) -> str:
        """A name of what is planned: the same as long as nothing that it touches has changed."""
        parts = (
            [self.gone.pk, self.stays.pk],
            [entry.pk for entry in self.moved],
            [
                (double.entry.pk, double.position, double.words, double.moving_up)
                for double in self.doubled
            ],
            [partner.pk for partner in self.partners],
            [*self.wordings, *((taken.wording, taken.other) for taken in self.taken)],
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def links_of(gone: Model, stays: Model) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """The links to `gone`: those of entries without `stays`, and those of entries with both."""
    rows = rows_of(type(gone), "links")
    has_both = Q(initiative__in=rows.filter(term=stays.pk).values("initiative"))
    links = rows.filter(term=gone.pk).order_by("initiative_id")
    return links.exclude(has_both), links.filter(has_both)


def moved_entries(gone: Model, stays: Model) -> list[Initiative]:
    only, _both = links_of(gone, stays)
    return [link.initiative for link in only.select_related("initiative")]


def plan_doubles(gone: Model, stays: Model) -> list[Double]:
    _only, both = links_of(gone, stays)
    after = (
        rows_of(type(gone), "links")
        .filter(initiative=OuterRef("initiative"), position__gt=OuterRef("position"))
        .order_by()
        .values("initiative")
        .annotate(number=Count("pk"))
        .values("number")
    )
    found = both.select_related("initiative").annotate(after=Coalesce(Subquery(after), 0))
    return [
        Double(
            entry=link.initiative,
            position=link.position,
            words=link.wording or str(label_in(gone, link.initiative.original_form)),
            moving_up=link.after,
        )
        for link in found
    ]


def entries_of_partners(kind: Model) -> list[Initiative]:
    """The entries with partners of a kind."""
    return list(Initiative.objects.filter(partners__kind=kind.pk).distinct().order_by("pk"))


def plan_wordings(gone: Any, stays: Any) -> tuple[list[str], list[TakenWording]]:
    """What becomes other wordings of `stays`, each once; and the labels that are another term's
    already.

    Other wordings of `gone` always follow it: no other term can have the same.
    """
    own = [alias.wording for alias in gone.aliases.all()]
    known = {
        folded(w) for w in (*labels_of(stays), *(alias.wording for alias in stays.aliases.all()))
    }
    others = wordings_of_others(gone, stays)
    wordings, taken = [], []
    for wording in (*labels_of(gone), *own):
        if folded(wording) in known:
            continue
        if wording not in own and folded(wording) in others:
            taken.append(TakenWording(wording, others[folded(wording)]))
            continue
        known.add(folded(wording))
        wordings.append(wording)
    return wordings, taken


def wordings_of_others(gone: Any, stays: Any) -> dict[str, str]:
    """What leads to any other term of the kind: folded wordings, with the label of the term."""
    model, own = type(gone), [gone.pk, stays.pk]
    aliases = rows_of(model, "aliases").exclude(term__in=own).select_related("term")
    found = {folded(alias.wording): str(alias.term) for alias in aliases}
    terms: Iterable[Any] = model._default_manager.exclude(pk__in=own)
    return found | {folded(label): str(term) for term in terms for label in labels_of(term)}
