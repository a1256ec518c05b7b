"""Terms and partners as rows: labels in both forms, and other wordings in one cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.desk.bulk.columns import Column, Key, KindColumn, ListColumn, Whole
from initiatives.desk.bulk.finding import Finder
from initiatives.desk.bulk.resources import BulkResource, Lists, Reading
from initiatives.desk.merging.kinds import labels_of, rows_of
from initiatives.models import Partner, PartnerKind, kinds
from initiatives.models.slugs import unused_slug

TERM_COLUMNS = ("slug", "label_nn", "label_nb", "description_nn", "description_nb", "position")
PARTNER_COLUMNS = ("slug", "name_nn", "name_nb", "kind", "website")


class TermResource(BulkResource):
    """A kind of term; partners have a kind of their own instead of an order."""

    names: Sequence[str] = TERM_COLUMNS
    naming = ("label_nn", "name_nn", "name_nb", "slug")

    class Meta(BulkResource.Meta):
        model: type[Model]

    def make_columns(self) -> list[Column]:
        self.finder = Finder(self._meta.model)
        wordings = ListColumn("aliases", gettext_lazy("other wordings"))
        return [*(self.make_column(name) for name in self.names), wordings]

    def make_column(self, name: str) -> Column:
        heading: Any = self._meta.model._meta.get_field(name).verbose_name
        if name == "kind":
            return KindColumn(name, heading, Finder(PartnerKind))
        special = {"slug": Key, "position": Whole}
        return special.get(name, Column)(name, heading)

    def find_rows(self, slugs: Iterable[str]) -> dict[str, Any]:
        """Those of today only: a former address word may be that of a term that was merged."""
        return {
            row.slug: row for row in self._meta.model._default_manager.filter(slug__in=set(slugs))
        }

    def lists_of(self, keys: Sequence[int]) -> dict[int, Lists]:
        """One query."""
        found: dict[int, list[str]] = defaultdict(list)
        rows = rows_of(self._meta.model, "aliases").filter(term__in=keys).order_by("wording")
        for key, wording in rows.values_list("term_id", "wording"):
            found[key].append(wording)
        return {key: {"aliases": tuple(wordings)} for key, wordings in found.items()}

    def check(self, row: Any, reading: Reading) -> dict[str, list[str]]:
        if row.pk is None and row.slug in self.finder.former:
            today = {"slug": row.slug, "today": self.finder.former[row.slug][0]}
            return {"slug": [_("“%(slug)s” now leads to “%(today)s”. Write that instead.") % today]}
        if row.pk is None and not row.slug and (found := self.same_named(row)):
            text = _("There is one with this name: write its address word, “%(slug)s”, here.")
            return {"slug": [text % {"slug": found.slug}]}
        return self.check_wordings(row)

    def check_wordings(self, row: Any) -> dict[str, list[str]]:
        """A wording leads to one term only."""
        wordings = row.lists["aliases"]
        if any(len(wording) > 200 for wording in wordings):
            return {
                "aliases": [_("A wording has at most %(number)s characters.") % {"number": 200}]
            }
        elsewhere = rows_of(type(row), "aliases").filter(wording__in=wordings).exclude(term=row.pk)
        text = _("“%(wording)s” leads to “%(term)s” already.")
        taken = [
            text % {"wording": alias.wording, "term": alias.term}
            for alias in elsewhere.select_related("term")
        ]
        return {"aliases": taken} if taken else {}

    def same_named(self, row: Any) -> Any:
        """A row that there is with the same name."""
        name = "name" if isinstance(row, Partner) else "label"
        labels = [label for label in labels_of(row) if label]
        rows = type(row)._default_manager
        for form in ("nn", "nb"):
            if labels and (found := rows.filter(**{f"{name}_{form}__in": labels}).first()):
                return found
        return None

    def complete(self, row: Any) -> None:
        if not row.slug:
            others = [type(row)._default_manager.all(), rows_of(type(row), "former_slugs").all()]
            row.slug = unused_slug(labels_of(row)[0], row._meta.model_name, others)

    def save_lists(self, row: Any, changed: set[str]) -> None:
        if "aliases" not in changed:
            return
        wanted = row.lists["aliases"]
        row.aliases.exclude(wording__in=wanted).delete()
        present = set(row.aliases.values_list("wording", flat=True))
        for wording in wanted:
            if wording not in present:
                row.aliases.create(wording=wording)


def make_resource(model: type[Model], names: Sequence[str] = TERM_COLUMNS) -> type[TermResource]:
    """The resource of one kind."""
    meta = type("Meta", (BulkResource.Meta,), {"model": model})
    return type(f"{model.__name__}Resource", (TermResource,), {"Meta": meta, "names": names})


TERM_RESOURCES = {
    kind.model: make_resource(kind.model, TERM_COLUMNS if kind.is_term else PARTNER_COLUMNS)
    for kind in kinds.KINDS.values()
    if not kind.is_place
}
