"""Merging a term into another."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.desk.editing import copies, history
from initiatives.desk.link_lists import hold_writers, remove_links
from initiatives.desk.merging.kinds import has_links, label_in, rows_of
from initiatives.desk.merging.planning import Plan, links_of
from initiatives.language import FORMS
from initiatives.models import Merger, kinds


class MergeError(Exception):
    """Something that stands in the way; the argument says what, in the form of whoever asks."""


def merge(gone: Model, stays: Model, editor: User, digest: str | None = None) -> Merger:
    """Merges `gone` into `stays` and gives what it takes to undo that.

    With the `digest` of a plan that was shown, only if that is still what would happen. Raises
    `MergeError`.
    """
    if type(gone) is not type(stays) or gone.pk == stays.pk:
        raise MergeError(_("Choose two different ones of the same kind."))
    with transaction.atomic():
        if not hold_writers(type(gone), gone.pk, stays.pk):
            raise MergeError(
                _("One of the two is no longer there. Somebody has merged or deleted it.")
            )
        gone.refresh_from_db()
        stays.refresh_from_db()
        plan = Plan.of(gone, stays)
        if digest is not None and plan.digest != digest:
            raise MergeError(
                _("Something has changed since you saw the preview. Look at it once more.")
            )
        return _merge(plan, editor)


def _merge(plan: Plan, editor: User) -> Merger:
    gone, stays = plan.gone, plan.stays
    was = what_was(plan) | move_uses(plan, editor)
    take_over_names(plan)
    # The name is read before the row goes.
    merger = Merger(
        kind=kinds.of(gone).name,
        gone_label=str(gone),
        gone_slug=gone.slug,
        stays_label=str(stays),
        stays_key=stays.pk,
        was=was,
        entries=plan.entries,
        merged_at=timezone.now(),
        merged_by=editor,
    )
    gone.delete()
    merger.save()
    return merger


def what_was(plan: Plan) -> dict[str, Any]:
    """What undoing takes, but for the links that move."""
    gone = plan.gone
    return {
        "row": {
            field.attname: getattr(gone, field.attname) for field in gone._meta.concrete_fields
        },
        "aliases": [alias.wording for alias in gone.aliases.all()],
        "former_slugs": [former.slug for former in gone.former_slugs.all()],
        "added": [*plan.wordings],
        "partners": [partner.pk for partner in plan.partners],
    }


def move_uses(plan: Plan, editor: User) -> dict[str, list[Any]]:
    """Gives what has `gone` the one that stays; returns the links that moved and the doubles."""
    names = f"{plan.gone} → {plan.stays}"
    if has_links(type(plan.gone)):
        # A working copy is changed just as its entry is.
        kept = history.recorded(plan.keys, editor, history.Event.MERGED, names)
        with kept, copies.in_step(plan.keys):
            return {"moved": move_links(plan.gone, plan.stays), "doubled": remove_doubles(plan)}
    # An entry says which partners it has, and they say their kind: only the comment tells of it.
    with history.recorded(plan.keys, editor, history.Event.MERGED, names, is_told=True):
        plan.gone.partners.update(kind=plan.stays)
    return {"moved": [], "doubled": []}


def move_links(gone: Model, stays: Model) -> list[tuple[int, str, str]]:
    """Gives the entries without `stays` that one for `gone`, in its place and with its words.

    The entries by key, each with its wording before and after. At most six queries.
    """
    only, _both = links_of(gone, stays)
    before = list(only.values_list("initiative_id", "wording"))
    for form in FORMS:
        label = str(label_in(gone, form))
        if label != label_in(stays, form):
            only.filter(wording="", initiative__original_form=form).update(wording=label)
    after = dict(only.values_list("initiative_id", "wording"))
    only.update(term=stays)
    return [(entry, wording, after[entry]) for entry, wording in before]


def remove_doubles(plan: Plan) -> list[tuple[int, int, str]]:
    """Removes `gone` from the entries with both; returns them by key, position and wording.

    Four queries.
    """
    _only, both = links_of(plan.gone, plan.stays)
    before = list(both.values_list("initiative_id", "position", "wording"))
    remove_links(both)
    return before


def take_over_names(plan: Plan) -> None:
    """Wordings and address words of the one that goes lead to the one that stays."""
    gone, stays = plan.gone, plan.stays
    own = gone.aliases.filter(wording__in=plan.wordings)
    moved = set(own.values_list("wording", flat=True))
    own.update(term=stays)
    for wording in plan.wordings:
        if wording not in moved:
            stays.aliases.create(wording=wording)
    gone.former_slugs.update(term=stays)
    former = rows_of(type(gone), "former_slugs")
    former.update_or_create(slug=gone.slug, defaults={"term": stays})
