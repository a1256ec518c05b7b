"""Where a term, partner or place is used: on its page, as a filter, and before deleting."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from initiatives.finding.address import Address
from initiatives.models import Initiative, kinds

SHOWN_FIRST = 10
SHOWN_BY_NAME = 100


def entries_with(model: type[Model], keys: Sequence[int]) -> QuerySet[Initiative]:
    """The entries of any status that use any of these rows, each once, by title."""
    uses = reduce(or_, (Q(**{f"{path}__in": keys}) for path in kinds.of(model).paths))
    return Initiative.objects.filter(uses).order_by("sort_title_nn", "pk").distinct()


@dataclass(frozen=True)
class WhereUsed:
    """How many entries use a row, the first of them by title, and the addresses of all of them."""

    total: int
    first: Sequence[Initiative]
    admin_list: str
    public_list: str
    """Empty for what readers cannot filter by."""

    @classmethod
    def of(cls, row: Model) -> "WhereUsed":
        """Two queries."""
        entries, kind = entries_with(type(row), [row.pk]), kinds.of(row)
        query = urlencode({UsesFilter.parameter_name: f"{kind.name}:{kind.value_of(row)}"})
        return cls(
            total=entries.count(),
            first=list(entries[:SHOWN_FIRST]),
            admin_list=f"{reverse('admin:initiatives_initiative_changelist')}?{query}",
            public_list=reverse("initiative-list") + Address.of_term(row).query
            if kind.parameter
            else "",
        )


class UsesFilter(admin.SimpleListFilter):
    """Entries that use one term, partner or place: `activity:brev`. Shown only while chosen."""

    title = _("term or place")
    parameter_name = "uses"

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, list[str]],
        model: type[Model],
        model_admin: Any,
    ) -> None:
        asked = params.get(self.parameter_name)
        name, _colon, value = (asked[-1] if asked else "").partition(":")
        kind = kinds.KINDS.get(name)
        rows = kind.model._default_manager.filter(**{kind.key: value}) if kind else None
        self.used = rows.first() if rows is not None else None
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        value = self.value()
        return [(value, str(self.used or value))] if value else []

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Initiative]
    ) -> QuerySet[Initiative]:
        """For a row that does not exist the list is empty, rather than all entries."""
        if self.used is None:
            return queryset.none() if self.value() else queryset
        return queryset.filter(
            pk__in=entries_with(type(self.used), [self.used.pk]).order_by().values("pk")
        )


class WhereUsedMixin(admin.ModelAdmin[Any]):
    """The page of a row says where it is used, to those who may see entries."""

    change_form_template = "admin/initiatives/used_change_form.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        row = context.get("original")
        if row is not None and request.user.has_perm("initiatives.view_initiative"):
            context["where_used"] = WhereUsed.of(row)
        return super().render_change_form(request, context, *args, **kwargs)


class RefusedDeletionMixin(admin.ModelAdmin[Any]):
    """What entries use is not deleted; whoever tries is told which entries, and what to do."""

    delete_confirmation_template = "admin/initiatives/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/initiatives/delete_selected_confirmation.html"

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """As Django's, with the entries by name where there are any; they stand in the way."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        rows = list(objs)
        entries = entries_with(self.model, [row.pk for row in rows])
        total = entries.count()
        if total and not request.user.has_perm("initiatives.view_initiative"):
            number = ngettext("%(number)s entry uses it.", "%(number)s entries use it.", total)
            protected = [number % {"number": total}]
        elif total:
            protected = [self.name_entries(request, rows, entries, total)]
        return deleted, counts, lacking, protected

    def name_entries(
        self, request: HttpRequest, rows: Sequence[Any], entries: QuerySet[Initiative], total: int
    ) -> SafeString:
        """The entries by name, and what to do instead of deleting."""
        page = f"admin:initiatives_{rows[0]._meta.model_name}_merge"
        can_merge = getattr(self, "has_merge_permission", None)
        context = {
            "entries": entries[:SHOWN_BY_NAME],
            "more": max(0, total - SHOWN_BY_NAME),
            "can_be_merged": can_merge is not None,
            "merge_address": reverse(page, args=[rows[0].pk])
            if can_merge and can_merge(request)
            else "",
        }
        return render_to_string("admin/initiatives/named_entries.html", context)
