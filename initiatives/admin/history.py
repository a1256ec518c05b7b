"""The history of entries in the admin: every version, what it changed, and the way back to it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from initiatives.admin.trial import TrialMixin
from initiatives.editing import history, workflow
from initiatives.editing.differences import Difference, changed_names, compare, labels_of
from initiatives.editing.history import Event, KeptVersion
from initiatives.editing.restoring import restore
from initiatives.editing.state import WAY, State
from initiatives.models import Initiative

VERSIONS_A_PAGE = 20


@dataclass(frozen=True)
class Line:
    """A version in the list, with the fields and lists that it changed."""

    version: KeptVersion
    changed: list[str]
    writers: list[str]
    """The names of others who wrote what somebody published."""


@dataclass(frozen=True)
class VersionPage:
    """What a version changed, and what restoring it would change now."""

    version: KeptVersion
    changed: list[Difference] | None
    """None for the first one, which has nothing before it."""
    would_change: list[Difference]


def lines_of(page: Page) -> list[Line]:
    """The versions of a page, the newest first; the one that is looked up besides has the last's
    before.
    """
    shown = [KeptVersion(revision) for revision in page.object_list]
    versions: list[KeptVersion | None] = [*shown]
    writers = {key for version in shown for key in version.writers}
    accounts = User.objects.in_bulk(writers) if writers else {}
    return [
        Line(
            new,
            labels_of(changed_names(old.state, new.state)) if old else [],
            [str(accounts[key]) for key in new.writers if key in accounts],
        )
        for new, old in pairwise([*versions, version_before(page)])
        if new
    ]


def version_before(page: Page) -> KeptVersion | None:
    """The version before the last one of a page."""
    rows: Any = page.paginator.object_list
    after = page.end_index()
    return next((KeptVersion(revision) for revision in rows[after : after + 1]), None)


class HistoryMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives. Keeps a version with everything that is saved or
    deleted.
    """

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:key>/history/<int:revision>/",
                wrap(self.version_view),
                name="initiatives_initiative_version",
            ),
            *super().get_urls(),
        ]

    # Keeping

    def save_model(
        self, request: HttpRequest, initiative: Initiative, form: ModelForm, change: bool
    ) -> None:
        if change:
            history.catch_up(initiative)
        super().save_model(request, initiative, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not self.is_trial(request) and not hasattr(request, "published"):
            move = workflow.BY_STEP.get(form.step)
            what = move.step if move else Event.SAVED if change else Event.CREATED
            history.keep(form.instance, request.user, what, form.cleaned_data["comment"].strip())

    def delete_model(self, request: HttpRequest, initiative: Initiative) -> None:
        history.catch_up(initiative)
        super().delete_model(request, initiative)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Initiative]) -> None:
        for initiative in queryset:
            history.catch_up(initiative)
        super().delete_queryset(request, queryset)

    # Looking and restoring

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """All versions, twenty a page; three or four queries besides Django's own."""
        entry = self.seen_entry(request, object_id)
        page = Paginator(history.versions_of(entry), VERSIONS_A_PAGE).get_page(request.GET.get("p"))
        context = {
            "lines": lines_of(page),
            "page": page,
            "steps": entry.steps.select_related("user"),
        }
        return self.answer(request, entry, "history.html", _("History"), context)

    def version_view(self, request: HttpRequest, key: int, revision: int) -> HttpResponse:
        entry = self.seen_entry(request, str(key))
        versions = history.versions_of(entry)
        found = KeptVersion(get_object_or_404(versions, pk=revision))
        if request.method == "POST":
            return self.restore_version(request, entry, found)
        earlier = versions.filter(pk__lt=revision).first()
        page = VersionPage(
            found,
            compare(KeptVersion(earlier).state, found.state) if earlier else None,
            compare(State.of(entry).without(WAY), found.state.without(WAY)),
        )
        may_restore = self.has_change_permission(request, entry)
        context = {"page": page, "may_restore": may_restore}
        return self.answer(request, entry, "version.html", _("A version"), context)

    def restore_version(
        self, request: HttpRequest, entry: Initiative, version: KeptVersion
    ) -> HttpResponse:
        if not self.has_change_permission(request, entry):
            raise PermissionDenied
        address = reverse("admin:initiatives_initiative_change", args=[entry.pk])
        try:
            told = restore(entry, version, request.user)
        except ValidationError as error:
            text = _("This version cannot be restored. %(why)s") % {"why": " ".join(error.messages)}
            self.message_user(request, text, messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.log_change(request, entry, [{"changed": {"fields": [_("an earlier version")]}}])
        text = _(
            "The version is restored, as a new version. Restore the one before it to undo that."
        )
        self.message_user(request, text, messages.SUCCESS)
        for warning in told:
            self.message_user(request, warning, messages.WARNING)
        return HttpResponseRedirect(address)

    def seen_entry(self, request: HttpRequest, object_id: str) -> Initiative:
        if not object_id.isdecimal() or len(object_id) > 18:
            raise Http404
        entry = get_object_or_404(Initiative, pk=object_id)
        if not self.has_view_permission(request, entry):
            raise PermissionDenied
        return entry

    def answer(
        self,
        request: HttpRequest,
        entry: Initiative,
        template: str,
        title: str,
        context: dict[str, Any],
    ) -> HttpResponse:
        known = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(entry),
            "opts": Initiative._meta,
            "original": entry,
        }
        return TemplateResponse(
            request, f"admin/initiatives/initiative/{template}", known | context
        )
