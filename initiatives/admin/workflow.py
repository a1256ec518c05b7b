"""An entry's way to readers in the admin: who may write in it, and the buttons of the steps."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from initiatives.desk.editing import workflow
from initiatives.models import Initiative, InitiativeQuerySet, Status, Step


def tell_step(request: HttpRequest, step: str, initiative: Initiative) -> None:
    """Tells of the step that was asked for, with the way to the page that readers now see."""
    move = workflow.BY_STEP.get(step)
    if move is None:
        return
    text = format_html("{}.", move.step.label)
    if initiative.is_public:
        page, words = initiative.get_absolute_url(), _("See it as readers see it")
        text = format_html('{} <a href="{}">{}</a>', text, page, words)
    messages.success(request, text)


def tell_number(request: HttpRequest, number: int, text: str) -> None:
    level = messages.SUCCESS if number else messages.WARNING
    messages.add_message(request, level, text % {"n": number})


def take_step(
    admin: Any, request: HttpRequest, entry: Initiative, step: str, comment: str = ""
) -> bool:
    """Whether the step was taken; why not is told with the name of the entry."""
    try:
        taken = workflow.take(entry, step, request.user, comment)
    except ValidationError as error:
        told = {"entry": entry, "why": " ".join(error.messages)}
        text = _("“%(entry)s” was left as it is. %(why)s") % told
        messages.error(request, text)
        return False
    changed = [{"changed": {"fields": [str(_("status"))]}}]
    admin.log_change(request, taken, changed)
    return True


@require_POST
def step_page(request: HttpRequest, key: int, admin: Any) -> HttpResponse:
    """Takes a step without saving anything else, for those who cannot write in the entry;
    `workflow` says who may.
    """
    entry = get_object_or_404(Initiative, pk=key)
    if not admin.has_view_permission(request, entry):
        raise PermissionDenied
    sent = request.POST
    take_step(admin, request, entry, sent.get("_step", ""), sent.get("comment", ""))
    return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[key]))


class WorkflowMixin(admin.ModelAdmin[Initiative]):
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

    # Steps of many entries at once

    @admin.action(description=_("Send the chosen drafts to review"), permissions=["change"])
    def send_to_review(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        found = initiatives.filter(status=Status.DRAFT)
        drafts = [draft for draft in found if workflow.may_change(request.user, draft)]
        sent = sum(take_step(self, request, draft, Step.SUBMIT) for draft in drafts)
        tell_number(request, sent, ngettext("%(n)d sent to review.", "%(n)d sent to review.", sent))

    @admin.action(description=_("Take the chosen entries back to draft"), permissions=["change"])
    def take_back(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        """Out of review and the archive. What readers see is taken from them one at a time."""
        steps = {Status.IN_REVIEW: Step.WITHDRAW}
        if self.has_publish_permission(request):
            steps[Status.ARCHIVED] = Step.REOPEN
        chosen = initiatives.filter(status__in=steps)
        taken = sum(
            take_step(self, request, entry, steps[Status(entry.status)]) for entry in chosen
        )
        text = ngettext("%(n)d is a draft again.", "%(n)d are drafts again.", taken)
        tell_number(request, taken, text)

    @admin.action(description=_("Publish the chosen entries"), permissions=["publish"])
    def publish(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        """Working copies are published as changes of their entries."""
        chosen = initiatives.exclude(status=Status.PUBLISHED)
        published = sum(take_step(self, request, i, i.publishing_step) for i in chosen)
        tell_number(request, published, ngettext("%(n)d published.", "%(n)d published.", published))

    @admin.action(description=_("Archive the chosen entries"), permissions=["publish"])
    def archive(self, request: HttpRequest, initiatives: InitiativeQuerySet) -> None:
        chosen = initiatives.entries().exclude(status=Status.ARCHIVED)
        archived = sum(take_step(self, request, initiative, Step.ARCHIVE) for initiative in chosen)
        tell_number(request, archived, ngettext("%(n)d archived.", "%(n)d archived.", archived))
