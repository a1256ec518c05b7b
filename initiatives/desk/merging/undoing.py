"""Undoing a merger: the term, its entries, wordings and addresses as they were, where possible."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.desk.editing import copies, history
from initiatives.desk.link_lists import hold_writers
from initiatives.desk.merging.doing import MergeError
from initiatives.desk.merging.kinds import rows_of
from initiatives.models import Initiative, Merger, Partner, PartnerKind
from initiatives.models.kinds import KINDS

ROWS_AT_A_TIME = 500


@dataclass(frozen=True)
class Undone:
    """The term that is back, and how many entries changed since keep their changes."""

    term: Any
    entries_changed_since: int


def reasons_against(merger: Merger) -> list[str]:
    """Why a merger cannot be undone, in words; none when it can. At most eight queries."""
    if merger.undone_at is not None:
        return [_("It has been undone already.")]
    if merger.kind not in KINDS:
        return [_("There are no terms of this kind any more.")]
    model = KINDS[merger.kind].model
    if not model._base_manager.filter(pk=merger.stays_key).exists():
        return [_why_gone(merger)]
    checks: Sequence[Callable[[Merger, type[Model]], Iterator[str]]] = (
        _taken_addresses,
        _taken_wordings,
        _later_mergers,
        _lost_kind,
    )
    return [reason for check in checks for reason in check(merger, model)]


def _why_gone(merger: Merger) -> str:
    later = Merger.objects.filter(
        kind=merger.kind, was__row__id=merger.stays_key, undone_at=None
    ).first()
    if later is None:
        return _("“%(term)s” has been deleted since.") % {"term": merger.stays_label}
    text = _("“%(term)s” has been merged into “%(other)s” since. Undo that first.")
    return text % {"term": merger.stays_label, "other": later.stays_label}


def _taken_addresses(merger: Merger, model: type[Model]) -> Iterator[str]:
    text = _("The address word “%(slug)s” now belongs to “%(term)s”.")
    for term in model._default_manager.filter(slug=merger.gone_slug):
        yield text % {"slug": merger.gone_slug, "term": term}
    slugs = [merger.gone_slug, *merger.was["former_slugs"]]
    elsewhere = rows_of(model, "former_slugs").filter(slug__in=slugs).exclude(term=merger.stays_key)
    for former in elsewhere.select_related("term"):
        yield text % {"slug": former.slug, "term": former.term}


def _taken_wordings(merger: Merger, model: type[Model]) -> Iterator[str]:
    text = _("The other wording “%(wording)s” now belongs to “%(term)s”.")
    elsewhere = rows_of(model, "aliases").filter(wording__in=merger.was["aliases"])
    for alias in elsewhere.exclude(term=merger.stays_key).select_related("term"):
        yield text % {"wording": alias.wording, "term": alias.term}


def _later_mergers(merger: Merger, model: type[Model]) -> Iterator[str]:
    """Entries that lost a double later because of this merger would be left with neither."""
    moved = {entry for entry, _before, _after in merger.was["moved"]}
    later = Merger.objects.filter(kind=merger.kind, stays_key=merger.stays_key, undone_at=None)
    for other in later.filter(pk__gt=merger.pk):
        if moved.intersection(entry for entry, _position, _wording in other.was["doubled"]):
            text = _(
                "“%(term)s” has been merged into the same since, in the same entries. Undo that"
                " first."
            )
            yield text % {"term": other.gone_label}


def _lost_kind(merger: Merger, model: type[Model]) -> Iterator[str]:
    kind = merger.was["row"].get("kind_id")
    if kind is not None and not PartnerKind.objects.filter(pk=kind).exists():
        yield _("The kind of partner that “%(term)s” had is no longer there.") % {
            "term": merger.gone_label
        }


def undo(merger: Merger, editor: User) -> Undone:
    """Puts back what `merge` changed, but for what has been changed since. Raises `MergeError`."""
    with transaction.atomic():
        if merger.kind in KINDS:
            hold_writers(KINDS[merger.kind].model, merger.stays_key)
        merger.refresh_from_db()
        if reasons := reasons_against(merger):
            raise MergeError(" ".join(reasons))
        keys, names = _keys_of(merger), f"{merger.gone_label} → {merger.stays_label}"
        model = KINDS[merger.kind].model
        is_told = model is PartnerKind
        kept = history.recorded(keys, editor, history.Event.MERGER_UNDONE, names, is_told=is_told)
        with kept, copies.in_step(keys):
            undone = _undo(merger, model)
        merger.undone_at, merger.undone_by = timezone.now(), editor
        merger.save()
    return undone


def _keys_of(merger: Merger) -> list[int]:
    """The entries and working copies that undoing changes, or, for a kind, whose partners it
    changes.
    """
    if KINDS[merger.kind].model is PartnerKind:
        partners = Partner.objects.filter(pk__in=merger.was["partners"], kind=merger.stays_key)
        return list(
            Initiative.objects.filter(partners__in=partners).values_list("pk", flat=True).distinct()
        )
    return [entry for name in ("moved", "doubled") for entry, *_rest in merger.was[name]]


def _undo(merger: Merger, model: type[Model]) -> Undone:
    was = merger.was
    stays = model._base_manager.get(pk=merger.stays_key)
    gone: Any = model(**was["row"])
    rows_of(model, "former_slugs").filter(slug=gone.slug).delete()
    gone.save(force_insert=True)
    rows_of(model, "former_slugs").filter(slug__in=was["former_slugs"]).update(term=gone)
    give_back_wordings(merger, gone, stays)
    changed = 0
    if model is PartnerKind:
        stays.partners.filter(pk__in=was["partners"]).update(kind=gone)  # type: ignore[attr-defined]
    else:
        changed = give_back_links(gone, stays, was["moved"]) + put_back_doubles(
            gone, stays, was["doubled"]
        )
    return Undone(gone, changed)


def give_back_wordings(merger: Merger, gone: Any, stays: Any) -> None:
    """The other wordings that were taken over go back, and labels that became wordings go away."""
    was = merger.was
    labels = [wording for wording in was["added"] if wording not in was["aliases"]]
    stays.aliases.filter(wording__in=labels).delete()
    for wording in was["aliases"]:
        if not stays.aliases.filter(wording=wording).update(term=gone):
            gone.aliases.create(wording=wording)


def give_back_links(gone: Any, stays: Any, moved: Sequence[tuple[int, str, str]]) -> int:
    """Entries that were moved get `gone` again where they have `stays`. How many have not.

    A wording that was changed since is kept.
    """
    links, missing = rows_of(type(gone), "links"), 0
    for first in range(0, len(moved), ROWS_AT_A_TIME):
        some = moved[first : first + ROWS_AT_A_TIME]
        found = links.filter(term=stays, initiative__in=[entry for entry, _before, _after in some])
        by_entry = {link.initiative_id: link for link in found}
        for entry, before, after in some:
            if link := by_entry.get(entry):
                link.term, link.wording = gone, before if link.wording == after else link.wording
        links.bulk_update(by_entry.values(), ["term", "wording"])
        missing += len(some) - len(by_entry)
    return missing


def put_back_doubles(gone: Any, stays: Any, doubled: Sequence[tuple[int, int, str]]) -> int:
    """Entries that lost `gone` as a double get it again in its place. How many have not `stays` any
    more.
    """
    portions = (
        doubled[first : first + ROWS_AT_A_TIME] for first in range(0, len(doubled), ROWS_AT_A_TIME)
    )
    return sum(_put_back(gone, stays, some) for some in portions)


def _put_back(gone: Any, stays: Any, doubled: Sequence[tuple[int, int, str]]) -> int:
    links = rows_of(type(gone), "links")
    lists: dict[int, list[Any]] = defaultdict(list)
    entries = [entry for entry, _position, _wording in doubled]
    for link in links.filter(initiative__in=entries).order_by("initiative_id", "position"):
        lists[link.initiative_id].append(link)
    # Out of the way: positions are unique at every moment.
    links.filter(initiative__in=entries).update(position=-F("position"))
    missing, added = 0, []
    for entry, position, wording in doubled:
        if any(link.term_id == stays.pk for link in lists[entry]):
            added.append(links.model(initiative_id=entry, term=gone, wording=wording))
            lists[entry].insert(position - 1, added[-1])
        else:
            missing += 1
        for number, link in enumerate(lists[entry], start=1):
            link.position = number
    links.bulk_update(
        [link for own in lists.values() for link in own if link.pk], ["position"], ROWS_AT_A_TIME
    )
    links.bulk_create(added)
    return missing
