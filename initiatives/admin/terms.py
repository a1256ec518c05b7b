"""Controlled terms and partners in the admin, each with where it is used."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from initiatives.admin.bulk import BulkMixin
from initiatives.admin.merging import FormerSlugForm, MergeMixin
from initiatives.admin.ordering import LabelledFormSet
from initiatives.admin.usage import RefusedDeletionMixin, WhereUsedMixin
from initiatives.desk.bulk.terms import TERM_RESOURCES
from initiatives.models import Initiative, Partner, PartnerAlias, Synonyms
from initiatives.models.kinds import TERM_KINDS, Kind


class UsedMixin(WhereUsedMixin, RefusedDeletionMixin):
    """Where a row is used, also as a column: how many entries of any status, in one query.

    A working copy is no entry of its own.
    """

    used_path = "links__initiative"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        is_entry = Q(**{f"{self.used_path}__in": Initiative.objects.entries()})
        counted = Count(self.used_path, filter=is_entry, distinct=True)
        counting: QuerySet[Any] = super().get_queryset(request).annotate(used=counted)
        return counting

    @admin.display(description=_("used by"), ordering="used")
    def used(self, row: Any) -> int:
        used: int = row.used
        return used


class AliasInline(admin.TabularInline[Any, Any]):
    formset = LabelledFormSet
    extra = 1
    fields = ("wording",)


def alias_inline(alias_model: type[models.Model]) -> type[AliasInline]:
    """The inline for one kind of alias."""
    return type(f"{alias_model.__name__}Inline", (AliasInline,), {"model": alias_model})


class TermAdmin(MergeMixin, BulkMixin, UsedMixin, TranslatedFieldAdmin, admin.ModelAdmin[Any]):
    form = FormerSlugForm
    actions = ("merge_chosen",)
    list_display = ("label_nn", "label_nb", "used", "position")
    # Said here too: a counted query forgets the model's own order.
    ordering = ("position", "slug")
    list_display_links = ("label_nn", "label_nb")
    search_fields = ("label_nn", "label_nb", "slug", "aliases__wording")
    prepopulated_fields = {"slug": ("label_nn",)}
    fields = (("label_nn", "label_nb"), ("description_nn", "description_nb"), "slug", "position")


def term_admin(kind: Kind) -> type[TermAdmin]:
    """The pages of one kind of term."""
    own: dict[str, Any] = {"bulk_resource": TERM_RESOURCES[kind.model]}
    if kind.alias:
        own["inlines"] = (alias_inline(kind.alias),)
    if kind.members:
        own["used_path"] = f"{kind.members}__{TermAdmin.used_path}"
    return type(f"{kind.model.__name__}Admin", (TermAdmin,), own)


for of_terms in TERM_KINDS.values():
    admin.site.register(of_terms.model, term_admin(of_terms))


@admin.register(Partner)
class PartnerAdmin(
    MergeMixin, BulkMixin, UsedMixin, TranslatedFieldAdmin, admin.ModelAdmin[Partner]
):
    bulk_resource = TERM_RESOURCES[Partner]
    form = FormerSlugForm
    actions = ("merge_chosen",)
    list_display = ("listed_name", "kind", "used")
    ordering = ("slug",)
    list_filter = ("kind",)
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ("kind",)
    search_fields = ("name_nn", "name_nb", "slug", "aliases__wording")
    autocomplete_fields = ("kind",)
    fields = (("name_nn", "name_nb"), "kind", "website", "slug")
    inlines = (alias_inline(PartnerAlias),)

    @admin.display(description=_("name"), ordering="name_nn")
    def listed_name(self, partner: Partner) -> str:
        return str(partner)


@admin.register(Synonyms)
class SynonymsAdmin(admin.ModelAdmin[Synonyms]):
    search_fields = ("words",)
