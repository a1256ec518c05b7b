"""Initiatives in the admin: the entry in reading order, its lists, and the list of entries."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from initiatives.admin import inlines as lists
from initiatives.admin.bulk import BulkMixin
from initiatives.admin.choosing import WorkFilter
from initiatives.admin.collisions import CollisionMixin, TakenPartsMixin
from initiatives.admin.confirmations import ask_contacts
from initiatives.admin.copies import CopiesMixin
from initiatives.admin.deleted import DeletedMixin
from initiatives.admin.forms import HEADING_FIELDS, WITH_LINES, InitiativeForm
from initiatives.admin.health import HealthFilter
from initiatives.admin.history import HistoryMixin
from initiatives.admin.presence import PresenceMixin
from initiatives.admin.preview import PreviewMixin
from initiatives.admin.sheets import SheetLineInline, SheetsMixin
from initiatives.admin.term_actions import TermActionsMixin
from initiatives.admin.usage import UsesFilter
from initiatives.admin.workflow import WorkflowMixin
from initiatives.bulk.entries import EntryResource
from initiatives.editing.restoring import keep_former_slug
from initiatives.models import FormerSlug, Initiative


# The order of the mixins is that of their work: a stale form is told before anything is done with
# it, and a version is kept when all has been saved.
@admin.register(Initiative)
class InitiativeAdmin(
    CollisionMixin,
    PreviewMixin,
    HistoryMixin,
    CopiesMixin,
    DeletedMixin,
    PresenceMixin,
    WorkflowMixin,
    TakenPartsMixin,
    SheetsMixin,
    BulkMixin,
    TermActionsMixin,
    TranslatedFieldAdmin,
    admin.ModelAdmin,
):
    form = InitiativeForm
    formfield_overrides = WITH_LINES
    bulk_resource = EntryResource
    change_list_template = "admin/initiatives/initiative/change_list.html"
    list_display = ("listed_title", "status", "original_form", "listed_places", "listed_change")
    list_filter = (
        WorkFilter,
        "status",
        "original_form",
        "assessment",
        "organisation",
        "municipalities__county",
        "is_example",
        HealthFilter,
        UsesFilter,
    )
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = (
        "title_nn",
        "title_nb",
        "slug",
        "place_name",
        "municipalities__name",
        "activities__label_nn",
        "activities__label_nb",
    )
    search_help_text = _("Searches in titles, places and activities.")
    date_hierarchy = "first_published_at"
    list_per_page = 50
    ordering = ("-changed_at", "slug")
    readonly_fields = ("first_published_at", "changed_at", "is_example")
    actions = (
        "send_to_review",
        "take_back",
        "publish",
        "archive",
        "add_term",
        "remove_term",
        ask_contacts,
    )
    save_on_top = True
    # The form from top to bottom: fieldsets, and the lists that stand between them.
    parts: tuple[Any, ...] = (
        (None, {"fields": ("original_form",)}),
        SheetLineInline,
        lists.SubjectAreaInline,
        (
            _("Text"),
            {
                "fields": (
                    ("title_nn", "title_nb"),
                    ("lead_nn", "lead_nb"),
                    ("body_nn", "body_nb"),
                ),
                "description": _(
                    "Write in the original form. The other form may be left empty: "
                    "its readers then see the original, with a line that says so."
                ),
            },
        ),
        lists.ActivityInline,
        lists.SellingPointInline,
        lists.PartnerInline,
        (_("Goal"), {"fields": (("main_goal_nn", "main_goal_nb"),)}),
        lists.TargetGroupInline,
        (
            _("Closing note"),
            {"fields": ("is_presented_unassessed", ("closing_note_nn", "closing_note_nb"))},
        ),
        (_("Where"), {"fields": ("scope", "place_name")}),
        lists.MunicipalityInline,
        lists.CountyInline,
        lists.ProjectInline,
        (_("Who and how"), {"fields": ("owner", "organisation", "website")}),
        lists.FundingInline,
        lists.ContactInline,
        (_("What came of it"), {"fields": ("assessment",)}),
        lists.ResultInline,
        lists.DocumentInline,
        lists.SuccessorInline,
        (_("When"), {"fields": (("publish_on", "unpublish_on"),)}),
        (
            _("Source and dates"),
            {
                "fields": (
                    "source_url",
                    "confirmed_on",
                    "slug",
                    "first_published_at",
                    "changed_at",
                    "is_example",
                )
            },
        ),
        (
            _("Headings as published"),
            {
                "classes": ("collapse",),
                "fields": tuple(HEADING_FIELDS.values()),
                "description": _(
                    "Only where the source’s heading differs from ours. Readers of the original"
                    " form see it."
                ),
            },
        ),
    )
    fieldsets = tuple(part for part in parts if isinstance(part, tuple))
    inlines = tuple(part for part in parts if isinstance(part, type))

    class Media:
        js = (Script("desk.js", defer=True),)

    @admin.display(description=_("title"), ordering="sort_title_nn")
    def listed_title(self, initiative: Initiative) -> str:
        if initiative.is_working_copy:
            return _("Change of: %(title)s") % {"title": initiative}
        return str(initiative)

    @admin.display(description=_("places"))
    def listed_places(self, initiative: Initiative) -> str:
        places = [link.term.name for link in initiative.municipalitylinks.all()]
        return ", ".join(places or [link.term.name for link in initiative.countylinks.all()])

    @admin.display(description=_("last changed"), ordering="changed_at")
    def listed_change(self, initiative: Initiative) -> str:
        return date_format(timezone.localdate(initiative.changed_at), "SHORT_DATE_FORMAT")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("municipalitylinks", "countylinks")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Hands the template the fieldsets and lists that this editor sees, in the order of
        `parts`.
        """
        fieldsets = iter(context["adminform"])
        formsets = {type(formset.opts): formset for formset in context["inline_admin_formsets"]}
        context["parts"] = [
            formsets.get(part) if isinstance(part, type) else next(fieldsets) for part in self.parts
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, initiative: Initiative) -> str | None:
        """Only what readers can see has a page to look at."""
        return initiative.get_absolute_url() if initiative.is_public else None

    def save_model(
        self, request: HttpRequest, initiative: Initiative, form: ModelForm, change: bool
    ) -> None:
        initiative.changed_at = timezone.now()
        super().save_model(request, initiative, form, change)
        if change and "slug" in form.changed_data:
            keep_former_slug(initiative, form.initial["slug"])


@admin.register(FormerSlug)
class FormerSlugAdmin(admin.ModelAdmin):
    list_display = ("slug", "initiative")
    list_select_related = ("initiative",)
    search_fields = ("slug", "initiative__title_nn", "initiative__title_nb")
    autocomplete_fields = ("initiative",)
