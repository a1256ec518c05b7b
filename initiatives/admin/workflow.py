"""An entry's way to readers in the admin: who may write in it, the buttons of the steps, and taking
them.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from initiatives.admin.trial import TrialMixin
from initiatives.editing import workflow
from initiatives.editing.dates import why_overdue
from initiatives.editing.reconciling import UnsettledError
from initiatives.models import Initiative, InitiativeQuerySet, Status, Step

STEPS_SHOWN = 5


def tell_step(request: HttpRequest, initiative: Initiative) -> None:
    """Tells of the step that was asked for, with the way to the page where readers see the entry
    now.
    """
    move = workflow.BY_STEP.get(request.POST.get("_step", ""))
    if move is None:
        return
    text = format_html("{}.", move.step.label)
    if initiative.is_public:
        page, words = initiative.get_absolute_url(), _("See it as readers see it")
        text = format_html('{} <a href="{}">{}</a>', text, page, words)
    messages.success(request, text)


class WorkflowMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives."""

    # Who may do what

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(workflow.PUBLISH)

    def has_change_permission(self, request: HttpRequest, obj: Initiative | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or workflow.may_change(request.user, obj))

    def get_readonly_fields(
        self, request: HttpRequest, obj: Initiative | None = None
    ) -> tuple[str, ...]:
        fields = tuple(super().get_readonly_fields(request, obj))
        if not self.has_publish_permission(request):
            fields += ("publish_on", "unpublish_on")
        elif obj and obj.is_working_copy:
            fields += ("slug", "unpublish_on")
        return fields

    # The form

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """The form knows who asks for which step; saving on trial takes none."""
        form = super().get_form(request, obj, change, **options)
        asked = "" if self.is_trial(request) else request.POST.get("_step", "")
        return type(form.__name__, (form,), {"step": asked, "user": request.user})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        entry = context.get("original")
        moves = workflow.moves_for(request.user, entry or Initiative())
        if entry:
            context["why_overdue"] = why_overdue(entry, timezone.localdate())
            context["steps"] = entry.steps.select_related("user")[:STEPS_SHOWN]
        else:
            moves = [move for move in moves if move.step in (Step.SUBMIT, Step.PUBLISH)]
        context["moves"] = moves
        return super().render_change_form(request, context, *args, **options)

    def save_model(self, request: Any, initiative: Initiative, form: Any, change: bool) -> None:
        if not change:
            initiative.drafted_by = request.user
        request.status_before = initiative.status
        move = self.asked_move(form)
        if move and move.step != Step.PUBLISH_CHANGE:
            workflow.set_status(initiative, move)
        super().save_model(request, initiative, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        move = self.asked_move(form)
        if move and move.step != Step.PUBLISH_CHANGE:
            before = request.status_before
            workflow.note(form.instance, move, before, request.user, form.cleaned_data["comment"])

    @staticmethod
    def asked_move(form: Any) -> workflow.Move | None:
        return workflow.BY_STEP.get(form.step)

    def response_change(self, request: HttpRequest, initiative: Initiative) -> HttpResponse:
        tell_step(request, initiative)
        return super().response_change(request, initiative)

    def response_add(
        self, request: HttpRequest, initiative: Initiative, *args: Any
    ) -> HttpResponse:
        tell_step(request, initiative)
        return super().response_add(request, initiative, *args)

    # Steps of those who cannot write in the entry, and of many entries at once

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.step_view))
        return [
            path("<int:key>/step/", view, name="initiatives_initiative_step"),
            *super().get_urls(),
        ]

    def step_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Takes a step without saving anything else; `workflow` says who may."""
        entry = get_object_or_404(Initiative, pk=key)
        if not self.has_view_permission(request, entry):
            raise PermissionDenied
        self.take_step(
            request, entry, request.POST.get("_step", ""), request.POST.get("comment", "")
        )
        return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[key]))

    def take_step(
        self, request: HttpRequest, entry: Initiative, step: str, comment: str = ""
    ) -> bool:
        """Whether the step was taken; why not is told with the name of the entry."""
        try:
            taken = workflow.take(entry, step, request.user, comment)
        except (ValidationError, UnsettledError) as error:
            why = " ".join(getattr(error, "messages", [str(error)]))
            text = _("“%(entry)s” was left as it is. %(why)s") % {"entry": entry, "why": why}
            self.message_user(request, text, messages.ERROR)
            return False
        changed = [{"changed": {"fields": [str(_("status"))]}}]
        self.log_change(request, taken, changed)
        return True

    @admin.action(description=_("Send the chosen drafts to review"), permissions=["change"])
    def send_to_review(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        found = initiatives.filter(status=Status.DRAFT)
        drafts = [draft for draft in found if workflow.may_change(request.user, draft)]
        sent = sum(self.take_step(request, draft, Step.SUBMIT) for draft in drafts)
        self.tell_number(
            request, sent, ngettext("%(n)d sent to review.", "%(n)d sent to review.", sent)
        )

    @admin.action(description=_("Take the chosen entries back to draft"), permissions=["change"])
    def take_back(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        """Out of review and out of the archive. What readers see is taken from them one at a
        time.
        """
        steps = {Status.IN_REVIEW: Step.WITHDRAW}
        if self.has_publish_permission(request):
            steps[Status.ARCHIVED] = Step.REOPEN
        chosen = initiatives.filter(status__in=steps)
        taken = sum(self.take_step(request, entry, steps[Status(entry.status)]) for entry in chosen)
        text = ngettext("%(n)d is a draft again.", "%(n)d are drafts again.", taken)
        self.tell_number(request, taken, text)

    @admin.action(description=_("Publish the chosen entries"), permissions=["publish"])
    def publish(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        """Working copies are published as changes of their entries."""
        chosen = initiatives.exclude(status=Status.PUBLISHED)
        published = sum(
            self.take_step(request, i, Step.PUBLISH_CHANGE if i.is_working_copy else Step.PUBLISH)
            for i in chosen
        )
        self.tell_number(
            request, published, ngettext("%(n)d published.", "%(n)d published.", published)
        )

    @admin.action(description=_("Archive the chosen entries"), permissions=["publish"])
    def archive(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        chosen = initiatives.entries().exclude(status=Status.ARCHIVED)
        archived = sum(self.take_step(request, initiative, Step.ARCHIVE) for initiative in chosen)
        self.tell_number(
            request, archived, ngettext("%(n)d archived.", "%(n)d archived.", archived)
        )

    def tell_number(self, request: HttpRequest, number: int, text: str) -> None:
        level = messages.SUCCESS if number else messages.WARNING
        self.message_user(request, text % {"n": number}, level)
