"""Initiatives in the admin: the entry in reading order, its lists, and the list of entries."""

import re
from collections.abc import Callable
from copy import copy
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from initiatives.admin import form_page, saving, ways
from initiatives.admin import inlines as lists
from initiatives.admin.attempt import Attempt
from initiatives.admin.bulk import BulkMixin
from initiatives.admin.choosing import WorkFilter
from initiatives.admin.confirmations import ask_contacts
from initiatives.admin.copies import begin_page, catch_up_page, discard_page, tell_published
from initiatives.admin.deleted import deleted_page
from initiatives.admin.forms import HEADING_FIELDS, WITH_LINES, InitiativeForm
from initiatives.admin.health import HealthFilter
from initiatives.admin.history import history_page, version_page
from initiatives.admin.presence import presence_page, without_open_forms
from initiatives.admin.preview import preview_page
from initiatives.admin.sheets import SheetLineInline, SheetsMixin
from initiatives.admin.term_actions import TermActionsMixin
from initiatives.admin.usage import UsesFilter
from initiatives.admin.workflow import WorkflowMixin, step_page, tell_step
from initiatives.desk.bulk.entries import EntryResource
from initiatives.desk.editing import history
from initiatives.models import FormerSlug, Initiative

# The pages beside the form, by what they are called in `admin:initiatives_initiative_…`.
PAGES: dict[str, tuple[str, Callable[..., HttpResponse]]] = {
    "deleted": ("deleted/", deleted_page),
    "step": ("<int:key>/step/", step_page),
    "preview": ("<int:key>/preview/", preview_page),
    "presence": ("<int:key>/presence/", presence_page),
    "version": ("<int:key>/history/<int:revision>/", version_page),
    "change-as-draft": ("<int:key>/change-as-draft/", begin_page),
    "catch-up": ("<int:key>/catch-up/", catch_up_page),
    "discard": ("<int:key>/discard/", discard_page),
}


@admin.register(Initiative)
class InitiativeAdmin(
    WorkflowMixin,
    SheetsMixin,
    BulkMixin,
    TermActionsMixin,
    TranslatedFieldAdmin,
    admin.ModelAdmin[Initiative],
):
    attempt: Attempt
    """What the form is asked for; known to the admin that is made for it at the door."""
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Initiative]:
        return super().get_queryset(request).prefetch_related("municipalitylinks", "countylinks")

    def view_on_site(self, initiative: Initiative) -> str | None:
        """Only what readers can see has a page to look at."""
        return initiative.get_absolute_url() if initiative.is_public else None

    # The form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The door. What Django does with the form is done by an admin that knows the attempt."""

        def stock(attempt: Attempt) -> HttpResponse:
            own = copy(self)
            own.attempt = attempt
            view: Any = super(InitiativeAdmin, own).changeform_view
            answer: HttpResponse = view(request, object_id, form_url, extra_context)
            return answer

        # Django finds entry 12 by `_312` too, which would then be saved without being locked.
        if object_id is not None and not re.fullmatch("[0-9]+", object_id):
            raise Http404
        if request.method != "POST":
            return stock(Attempt(self, request, stock))
        with transaction.atomic():
            return ways.answer(Attempt.of(self, request, stock, object_id))

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **options)
        known = {"step": self.attempt.step, "user": request.user, "refusal": self.attempt.refusal}
        return type(form.__name__, (form,), known)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Initiative, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """The lists as they were sent, brought up to date; read only, so that none needs a copy."""
        known = {"instance": obj, "prefix": prefix, "queryset": inline.get_queryset(request)}
        if request.method == "POST":
            known |= {"data": self.attempt.sent, "files": request.FILES}
        return known

    def save_model(self, request: Any, obj: Initiative, form: Any, change: bool) -> None:
        """Nothing is saved before all of it is, in `save_related`."""

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        saving.save(saving.Saving(self.attempt, form, formsets, is_new=not change))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        """Hands the template what is known beside the form, and this editor's `parts`."""
        fieldsets = iter(context["adminform"])
        formsets = {type(formset.opts): formset for formset in context["inline_admin_formsets"]}
        context["parts"] = [
            formsets.get(part) if isinstance(part, type) else next(fieldsets) for part in self.parts
        ]
        context |= form_page.shown_with(self.attempt, context.get("original"))
        return super().render_change_form(request, context, *args, **options)

    def response_add(self, request: HttpRequest, obj: Initiative, *args: Any) -> HttpResponse:
        tell_step(request, self.attempt.step, obj)
        return super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Initiative) -> HttpResponse:
        published = self.attempt.published
        tell_step(request, self.attempt.step, published or obj)
        if published:
            return tell_published(request, published)
        return super().response_change(request, obj)

    # Deleting

    def delete_model(self, request: HttpRequest, initiative: Initiative) -> None:
        history.catch_up(initiative)
        super().delete_model(request, initiative)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Initiative]) -> None:
        for initiative in queryset:
            history.catch_up(initiative)
        super().delete_queryset(request, queryset)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        return *without_open_forms(found, counts), missing, protected

    # The pages beside it

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            *(
                path(route, wrap(page), {"admin": self}, name=f"initiatives_initiative_{name}")
                for name, (route, page) in PAGES.items()
            ),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return history_page(request, object_id, self)


@admin.register(FormerSlug)
class FormerSlugAdmin(admin.ModelAdmin[FormerSlug]):
    list_display = ("slug", "initiative")
    list_select_related = ("initiative",)
    search_fields = ("slug", "initiative__title_nn", "initiative__title_nb")
    autocomplete_fields = ("initiative",)
