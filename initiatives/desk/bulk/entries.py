"""Entries as rows: texts, facts of the entry itself, and its lists of terms and places.

New entries come in as drafts. What readers see is changed by those who may publish.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.desk.bulk.columns import Choice, Column, Day, Key, ListColumn, YesNo
from initiatives.desk.bulk.finding import Finder
from initiatives.desk.bulk.resources import BulkResource, Lists, Reading, Rights
from initiatives.desk.editing import history, workflow
from initiatives.desk.link_lists import hold_writers, set_terms
from initiatives.language import written
from initiatives.models import (
    Assessment,
    Form,
    Initiative,
    Organisation,
    Scope,
    Status,
)
from initiatives.models.kinds import IN_ENTRY

FORMED = ("title", "lead", "body", "main_goal", "closing_note")
CHOICES: Mapping[str, type[TextChoices]] = {
    "status": Status,
    "original_form": Form,
    "scope": Scope,
    "organisation": Organisation,
    "assessment": Assessment,
}
TEXTS = (
    *("slug", "status", "original_form"),
    *(f"{name}_{form}" for name in FORMED for form in ("nn", "nb")),
    *(
        "is_presented_unassessed",
        "scope",
        "place_name",
        "owner",
        "organisation",
        "website",
        "assessment",
    ),
    *("source_url", "confirmed_on"),
)


def may_publish(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether an editor may change what readers see, and which entries they see."""
    return user.has_perm(workflow.PUBLISH)  # type: ignore[union-attr]


class EntryResource(BulkResource):
    naming = ("title_nn", "title_nb", "slug")
    keeps_versions = True

    class Meta(BulkResource.Meta):
        model = Initiative

    def __init__(self, rights: Rights | None = None, numbers: Sequence[int] = ()) -> None:
        super().__init__(rights, numbers)
        # By key, what was done to the entries that were saved: what their versions are called.
        self.done: dict[int, str] = {}

    def make_columns(self) -> list[Column]:
        self.finders = {kind.plural: Finder(kind.model) for kind in IN_ENTRY}
        own = [self.make_column(name) for name in TEXTS]
        lists = [
            ListColumn(kind.plural, kind.link._meta.verbose_name_plural, self.finders[kind.plural])
            for kind in IN_ENTRY
        ]
        return [*own, *lists]

    def make_column(self, name: str) -> Column:
        heading: Any = Initiative._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        if name in CHOICES:
            return Choice(name, heading, CHOICES[name])
        special = {"slug": Key, "is_presented_unassessed": YesNo, "confirmed_on": Day}
        return special.get(name, Column)(name, heading)

    def lists_of(self, keys: Sequence[int]) -> dict[int, Lists]:
        """One query for each list."""
        lists: dict[int, dict[str, list[str]]] = defaultdict(
            lambda: {kind.plural: [] for kind in IN_ENTRY}
        )
        for kind in IN_ENTRY:
            links = kind.link._base_manager.filter(initiative__in=keys)
            rows = links.order_by("initiative_id", "position")
            for key, term in rows.values_list("initiative_id", f"term__{kind.key}"):
                lists[key][kind.plural].append(term)
        return {
            key: {name: tuple(own) for name, own in found.items()} for key, found in lists.items()
        }

    def settle(self, row: Any, reading: Reading) -> None:
        if row.pk is None and row.status != Status.DRAFT:
            reading.notes.append(_("It comes in as a draft. Publish it afterwards."))
            row.status = Status.DRAFT

    def check(self, row: Any, reading: Reading) -> dict[str, list[str]]:
        if row.pk is None:
            return self.check_new(row)
        return self.check_public(row, reading) or self.check_step(row, reading)

    def check_new(self, row: Initiative) -> dict[str, list[str]]:
        """A new entry without an address word does not come in twice."""
        title = str(written(row, "title", row.original_form or "nn"))
        named = {f"title_{row.original_form or 'nn'}": title}
        same = Initiative.objects.entries().filter(**named) if title else None
        if not row.slug and same is not None and (found := same.first()):
            text = _("There is an entry with this title: write its address word, “%(slug)s”, here.")
            return {"slug": [text % {"slug": found.slug}]}
        return {}

    def check_public(self, row: Initiative, reading: Reading) -> dict[str, list[str]]:
        """Readers see nothing changed by those who may not publish."""
        if self.rights is None or self.rights.may_publish:
            return {}
        if row.status != reading.before["status"]:
            text = _("You may not change the status. Leave it at “%(status)s”.")
            return {"status": [text % {"status": reading.shown["status"]}]}
        if row.is_public:
            text = _("The entry is published. Only those who may publish can change it here.")
            return {NON_FIELD_ERRORS: [text]}
        return {}

    def check_step(self, row: Initiative, reading: Reading) -> dict[str, list[str]]:
        """A status is changed by one of the steps that forms have, kept with who took it."""
        before = reading.before["status"]
        if row.status == before or workflow.move_between(row, before, row.status):
            return {}
        text = _("It cannot go from “%(before)s” to “%(after)s” in one step.")
        return {
            "status": [
                text % {"before": reading.shown["status"], "after": row.get_status_display()}
            ]
        }

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        instance.changed_at = timezone.now()
        if instance.pk is None:
            instance.drafted_by = self.editor
            return
        if move := self.step_of(instance):
            workflow.set_status(instance, move)

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        super().save_m2m(instance, row, **kwargs)
        if kwargs["dry_run"]:
            return
        move = self.step_of(instance)
        if move:
            workflow.note(instance, move, instance.reading.before["status"], self.editor, "")
        is_new = not instance.reading.before
        what = (
            move.step
            if move
            else history.Event.FROM_TABLE
            if is_new
            else history.Event.CHANGED_BY_TABLE
        )
        self.done[instance.pk] = what

    def catch_up(self, keys: Iterable[int]) -> None:
        hold_writers(Initiative)
        history.catch_up_each(sorted(keys))

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Keeps the new versions, together: one by one, that takes most of the time of a file."""
        super().after_import(dataset, result, **kwargs)
        history.keep_each(self.done, self.editor)

    @property
    def editor(self) -> Any:
        return self.rights.editor if self.rights else None

    @staticmethod
    def step_of(row: Any) -> workflow.Move | None:
        """The step that takes an entry to the status in its row, None where it has that already."""
        before = row.reading.before.get("status", row.status)
        return None if row.status == before else workflow.move_between(row, before, row.status)

    def save_lists(self, row: Any, changed: set[str]) -> None:
        for kind in IN_ENTRY:
            if kind.plural in changed:
                keys = self.finders[kind.plural].keys
                wanted = [keys[value] for value in row.lists[kind.plural]]
                set_terms(kind.link._base_manager, row, wanted)
