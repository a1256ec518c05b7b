"""Places in the admin: municipalities with their old numbers, counties and regions."""

from django.contrib import admin

from initiatives.admin.terms import UsedMixin
from initiatives.admin.usage import RefusedDeletionMixin, WhereUsedMixin
from initiatives.models import County, FormerMunicipality, Municipality, Region


@admin.register(County)
class CountyAdmin(WhereUsedMixin, RefusedDeletionMixin, admin.ModelAdmin[County]):
    list_display = ("number", "name", "parallel_names")
    list_display_links = ("number", "name")
    search_fields = ("number", "name", "parallel_names")


class FormerMunicipalityInline(admin.TabularInline[FormerMunicipality, Municipality]):
    model = FormerMunicipality
    fields = ("number", "name", "valid_from", "valid_to", "is_main_successor")
    extra = 0


@admin.register(Municipality)
class MunicipalityAdmin(UsedMixin, admin.ModelAdmin[Municipality]):
    ordering = ("number",)
    list_display = ("number", "name", "county", "population", "centrality", "written_form", "used")
    list_display_links = ("number", "name")
    list_filter = ("county", "centrality", "written_form")
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ("county",)
    search_fields = ("number", "name", "parallel_names", "former__number", "former__name")
    autocomplete_fields = ("county",)
    inlines = (FormerMunicipalityInline,)


@admin.register(FormerMunicipality)
class FormerMunicipalityAdmin(admin.ModelAdmin[FormerMunicipality]):
    list_display = ("number", "name", "valid_from", "valid_to", "successor", "is_main_successor")
    list_display_links = ("number", "name")
    list_filter = ("is_main_successor",)
    list_select_related = ("successor",)
    search_fields = ("number", "name", "successor__number", "successor__name")
    autocomplete_fields = ("successor",)


@admin.register(Region)
class RegionAdmin(WhereUsedMixin, admin.ModelAdmin[Region]):
    list_display = ("name", "kind")
    search_fields = ("name", "municipalities__name")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("municipalities",)
