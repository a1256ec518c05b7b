"""Merging two terms or partners in the admin: choosing, looking, doing it, and undoing it."""

from collections.abc import Sequence
from copy import copy
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from initiatives.desk.editing import copies, history
from initiatives.desk.merging import MergeError, Plan, merge, reasons_against, undo
from initiatives.desk.merging.kinds import has_links, rows_of
from initiatives.models import Merger
from initiatives.models.mergers import keep_former_slug

THIS, OTHER = "this", "other"
# How many entries a page names; the number says how many there are.
SHOWN_ENTRIES = 200


class MergeForm(forms.Form):
    """Which other one, and which of the two stays."""

    other: Any = forms.ModelChoiceField(queryset=None, label=gettext_lazy("The other one"))
    stays = forms.ChoiceField(label=gettext_lazy("Which one stays"), widget=forms.RadioSelect)

    def __init__(self, term: Model, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term
        self.fields["other"].queryset = type(term)._default_manager.exclude(pk=term.pk)  # type: ignore[attr-defined]
        self.fields["stays"].choices = [  # type: ignore[attr-defined]
            (THIS, _("“%(term)s” stays") % {"term": term}),
            (OTHER, _("The other one stays")),
        ]
        self.initial["stays"] = THIS

    def plan(self) -> Plan:
        """What was chosen would do. Only for a valid form."""
        other = self.cleaned_data["other"]
        stays_this = self.cleaned_data["stays"] == THIS
        return Plan.of(other, self.term) if stays_this else Plan.of(self.term, other)


class FormerSlugForm(forms.ModelForm[Any]):
    """A term or partner, whose address word cannot be one that leads to another."""

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        model = type(self.instance)
        elsewhere = rows_of(model, "former_slugs").filter(slug=slug).exclude(term=self.instance.pk)
        if former := elsewhere.select_related("term").first():
            message = _("This address leads to “%(entry)s”, which had it before. Choose another.")
            raise ValidationError(message, params={"entry": former.term})
        return slug


class MergeMixin(admin.ModelAdmin[Any]):
    """Pages for merging rows of one kind, for those who may both change and delete them."""

    def get_urls(self) -> list[URLPattern]:
        """Before Django's own, whose last one takes any address for a key."""
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("mergers/", view(self.mergers_view), name=f"{name}_mergers"),
            path("mergers/<int:key>/", view(self.merger_view), name=f"{name}_merger"),
            path("<path:object_id>/merge/", view(self.merge_view), name=f"{name}_merge"),
            *super().get_urls(),
        ]

    def address(self, page: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    def save_model(self, request: HttpRequest, term: Any, form: Any, change: bool) -> None:
        if not change or "slug" not in form.changed_data:
            super().save_model(request, term, form, change)
            return
        links = rows_of(type(term), "links").filter(term=term.pk) if has_links(type(term)) else None
        keys = [] if links is None else list(links.values_list("initiative", flat=True))
        # Versions know terms by their address words, so this is a change of every entry that has
        # it.
        kept = history.recorded(keys, request.user, history.Event.TERM_MOVED, str(term))
        with kept, copies.in_step(keys):
            super().save_model(request, term, form, change)
            keep_former_slug(term, form.initial["slug"])

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        term = context.get("original")
        if term is not None and self.has_merge_permission(request):
            context["merge_address"] = self.address("merge", term.pk)
            context["mergers"] = Merger.objects.filter(
                kind=self.opts.model_name, stays_key=term.pk, undone_at=None
            )
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description=gettext_lazy("Merge the two chosen"), permissions=["merge"])
    def merge_chosen(self, request: HttpRequest, terms: QuerySet[Any]) -> HttpResponse | None:
        if len(chosen := terms[:3]) != 2:
            self.tell(request, _("Choose exactly two to merge."), messages.WARNING)
            return None
        first, second = chosen
        query = urlencode({"other": second.pk, "stays": THIS})
        return HttpResponseRedirect(f"{self.address('merge', first.pk)}?{query}")

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """GET asks, and shows what would happen once something is chosen; POST does it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        term = self.get_object(request, unquote(object_id))
        if term is None:
            tell_missing: Any = self._get_obj_does_not_exist_redirect  # type: ignore[attr-defined]
            missing: HttpResponse = tell_missing(request, self.opts, object_id)
            return missing
        asked = request.POST if request.method == "POST" else request.GET
        form = MergeForm(term, asked if "other" in asked else None)
        plan = form.plan() if form.is_valid() else None
        if request.method == "POST" and plan:
            return self.merge(request, plan, asked)
        context = {"title": _("Merge “%(term)s” with another") % {"term": term}, "term": term}
        return self.page(
            request, "merge", context | {"form": form, "plan": plan, "shown": SHOWN_ENTRIES}
        )

    def merge(self, request: HttpRequest, plan: Plan, asked: Any) -> HttpResponse:
        gone, stays = copy(plan.gone), plan.stays
        try:
            merger = merge(plan.gone, stays, request.user, asked.get("digest", ""))  # type: ignore[arg-type]
        except MergeError as refusal:
            self.tell(request, str(refusal), messages.ERROR)
            query = urlencode({name: asked[name] for name in ("other", "stays")})
            return HttpResponseRedirect(f"{request.path}?{query}")
        names = {"gone": gone, "stays": stays}
        text = _("“%(gone)s” was merged into “%(stays)s”.") % names
        self.log(request, [gone], DELETION, text)
        self.log(request, [stays], CHANGE, text)
        self.tell(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self.address("merger", merger.pk))

    def mergers_view(self, request: HttpRequest) -> HttpResponse:
        """All mergers of the kind, the last first."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        mergers = Merger.objects.filter(kind=self.opts.model_name)
        context = {
            "mergers": mergers.select_related("merged_by", "undone_by").defer("was")[:SHOWN_ENTRIES]
        }
        return self.page(request, "mergers", {"title": _("Mergers")} | context)

    def merger_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """One merger, and whether it can be undone; POST undoes it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        rows = Merger.objects.select_related("merged_by", "undone_by")
        merger = get_object_or_404(rows, pk=key, kind=self.opts.model_name)
        if request.method == "POST":
            return self.undo(request, merger)
        names = {"gone": merger.gone_label, "stays": merger.stays_label}
        context = {"title": _("“%(gone)s” merged into “%(stays)s”") % names, "merger": merger}
        stays = self.model._base_manager.filter(pk=merger.stays_key).exists()
        reasons = [] if merger.undone_at else reasons_against(merger)
        return self.page(request, "merger", context | {"reasons": reasons, "has_target": stays})

    def undo(self, request: HttpRequest, merger: Merger) -> HttpResponse:
        try:
            undone = undo(merger, request.user)  # type: ignore[arg-type]
        except MergeError as refusal:
            self.tell(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.path)
        text = _("The merger of “%(gone)s” into “%(stays)s” was undone.") % {
            "gone": merger.gone_label,
            "stays": merger.stays_label,
        }
        self.log(request, [undone.term], ADDITION, text)
        self.tell(request, text, messages.SUCCESS)
        if number := undone.entries_changed_since:
            kept = ngettext(
                "%(n)d entry has been changed since and was left as it is.",
                "%(n)d entries have been changed since and were left as they are.",
                number,
            )
            self.tell(request, kept % {"n": number}, messages.WARNING)
        return HttpResponseRedirect(self.address("change", undone.term.pk))

    def tell(self, request: HttpRequest, text: str, level: int) -> None:
        self.message_user(request, text, level)

    def log(self, request: HttpRequest, rows: Sequence[Model], flag: int, text: str) -> None:
        LogEntry.objects.log_actions(request.user.pk, rows, flag, text)  # type: ignore[arg-type]

    def page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        """A page of the admin, with what its templates expect."""
        common = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        addresses = {
            "mergers_address": self.address("mergers"),
            "list_address": self.address("changelist"),
        }
        return TemplateResponse(
            request, f"admin/initiatives/{name}.html", common | addresses | context
        )
