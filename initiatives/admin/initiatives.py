"""Initiatives in the admin: the entry in reading order, its lists, and the list of entries."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from translated_fields import TranslatedFieldAdmin

from initiatives.admin import inlines as lists
from initiatives.admin.bulk import BulkMixin
from initiatives.admin.confirmations import ask_contacts
from initiatives.admin.forms import HEADING_FIELDS, InitiativeForm
from initiatives.admin.health import HealthFilter
from initiatives.admin.sheets import SheetLineInline, SheetsMixin
from initiatives.admin.term_actions import TermActionsMixin
from initiatives.admin.usage import UsesFilter
from initiatives.bulk.entries import EntryResource
from initiatives.models import FormerSlug, Initiative, Status


@admin.register(Initiative)
class InitiativeAdmin(SheetsMixin, BulkMixin, TermActionsMixin, TranslatedFieldAdmin, admin.ModelAdmin):
    form = InitiativeForm
    bulk_resource = EntryResource
    list_display = ("listed_title", "status", "original_form", "listed_places", "changed_at")
    list_filter = (
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
    actions = ("publish", "archive", "add_term", "remove_term", ask_contacts)
    save_on_top = True
    # The form from top to bottom: fieldsets, and the lists that stand between them.
    parts: tuple[Any, ...] = (
        (None, {"fields": (("status", "original_form"),)}),
        SheetLineInline,
        lists.SubjectAreaInline,
        (
            _("Text"),
            {
                "fields": (("title_nn", "title_nb"), ("lead_nn", "lead_nb"), ("body_nn", "body_nb")),
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
        (_("Closing note"), {"fields": ("is_presented_unassessed", ("closing_note_nn", "closing_note_nb"))}),
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
                    "Only where the source’s heading differs from ours. Readers of the original form see it."
                ),
            },
        ),
    )
    fieldsets = tuple(part for part in parts if isinstance(part, tuple))
    inlines = tuple(part for part in parts if isinstance(part, type))

    class Media:
        css = {"all": ("admin.css",)}

    @admin.display(description=_("title"), ordering="sort_title_nn")
    def listed_title(self, initiative: Initiative) -> str:
        return str(initiative)

    @admin.display(description=_("places"))
    def listed_places(self, initiative: Initiative) -> str:
        places = [link.term.name for link in initiative.municipalitylinks.all()]
        return ", ".join(places or [link.term.name for link in initiative.countylinks.all()])

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("municipalitylinks", "countylinks")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Hands the template the fieldsets and lists that this editor sees, in the order of `parts`."""
        fieldsets = iter(context["adminform"])
        formsets = {type(formset.opts): formset for formset in context["inline_admin_formsets"]}
        context["parts"] = [
            formsets.get(part) if isinstance(part, type) else next(fieldsets) for part in self.parts
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, initiative: Initiative) -> str | None:
        """Only what readers can see has a page to look at."""
        return initiative.get_absolute_url() if initiative.is_public else None

    def save_model(self, request: HttpRequest, initiative: Initiative, form: ModelForm, change: bool) -> None:
        initiative.changed_at = timezone.now()
        super().save_model(request, initiative, form, change)
        if change and "slug" in form.changed_data:
            self.keep_former_slug(initiative, form.initial["slug"])

    def keep_former_slug(self, initiative: Initiative, former: str) -> None:
        """The old address goes on leading to the entry; one that it takes back is its own again."""
        FormerSlug.objects.filter(slug=initiative.slug).delete()
        FormerSlug.objects.update_or_create(slug=former, defaults={"initiative": initiative})

    @admin.action(description=_("Publish the chosen entries"), permissions=["change"])
    def publish(self, request: HttpRequest, initiatives: QuerySet[Initiative]) -> None:
        published = 0
        for initiative in initiatives.exclude(status=Status.PUBLISHED):
            if getattr(initiative, f"title_{initiative.original_form}"):
                self.set_status(request, initiative, Status.PUBLISHED)
                published += 1
            else:
                text = _("“%(entry)s” was not published: it has no title in its original form.")
                self.message_user(request, text % {"entry": initiative}, messages.ERROR)
        self.tell_number(request, published, ngettext("%(n)d published.", "%(n)d published.", published))

    @admin.action(description=_("Archive the chosen entries"), permissions=["change"])
    def archive(self, request: HttpRequest, initiatives: QuerySet[Initiative]) -> None:
        archived = list(initiatives.exclude(status=Status.ARCHIVED))
        for initiative in archived:
            self.set_status(request, initiative, Status.ARCHIVED)
        text = ngettext("%(n)d archived.", "%(n)d archived.", len(archived))
        self.tell_number(request, len(archived), text)

    def set_status(self, request: HttpRequest, initiative: Initiative, status: Status) -> None:
        initiative.status = status
        initiative.changed_at = timezone.now()
        initiative.save()
        self.log_change(request, initiative, [{"changed": {"fields": [str(_("status"))]}}])

    def tell_number(self, request: HttpRequest, number: int, text: str) -> None:
        self.message_user(request, text % {"n": number}, messages.SUCCESS if number else messages.WARNING)


@admin.register(FormerSlug)
class FormerSlugAdmin(admin.ModelAdmin):
    list_display = ("slug", "initiative")
    list_select_related = ("initiative",)
    search_fields = ("slug", "initiative__title_nn", "initiative__title_nb")
    autocomplete_fields = ("initiative",)
