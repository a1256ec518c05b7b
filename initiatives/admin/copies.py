"""Changing a published entry as a draft: beginning it, publishing it as a whole, throwing it away."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from initiatives.admin.trial import TrialMixin
from initiatives.editing import copies, history
from initiatives.editing.merging import Choice, choices, merged
from initiatives.editing.restoring import put
from initiatives.editing.state import State
from initiatives.models import Initiative, Step


def form_address(initiative: Initiative) -> str:
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


class CopiesMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives."""

    def get_urls(self) -> list[URLPattern]:
        views = {
            "change-as-draft": require_POST(self.begin_view),
            "discard": self.discard_view,
            "catch-up": require_POST(self.catch_up_view),
        }
        wrap = self.admin_site.admin_view
        return [
            *(
                path(f"<int:key>/{word}/", wrap(view), name=f"initiatives_initiative_{word}")
                for word, view in views.items()
            ),
            *super().get_urls(),
        ]

    # Beginning

    def begin_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Makes a working copy of a published entry, for any who may write entries."""
        entry = get_object_or_404(Initiative.objects.entries().published(), pk=key)
        if not self.has_change_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(form_address(copies.start(entry, request.user)))

    def changeform_view(
        self,
        request: Any,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Keeps what was typed as a draft change of the entry, where that is asked for."""
        view = super().changeform_view
        is_asked = request.method == "POST" and object_id and "_as_draft" in request.POST
        if not is_asked or self.is_trial(request):
            return view(request, object_id, form_url, extra_context)
        entry = self.get_object(request, str(object_id))
        if entry is None or not entry.is_public:
            raise Http404
        if Initiative.objects.filter(revises=entry).exists():
            request.refusal = _("There is a change of this entry already. Open that one, or save here.")
            return view(request, object_id, form_url, extra_context)
        typed, answer = self.try_saving(request, object_id, State.of)
        return answer or self.keep_as_draft(request, entry, typed)

    def keep_as_draft(self, request: HttpRequest, entry: Initiative, typed: State) -> HttpResponse:
        with transaction.atomic():
            copy = copies.start(entry, request.user)
            put(copy, typed, keeping=copies.OWN)
            history.keep(copy, request.user, history.Event.SAVED)
        text = _(
            "Your change is kept as a draft. Readers see the entry as it was until the change is published."
        )
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(form_address(copy))

    # The form of a copy, and of the entry behind it

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        entry = context.get("original")
        if entry and entry.is_working_copy:
            context["revised"] = entry.revises
            context["conflict"], context["over_entry"] = self.conflict(request, entry)
        elif entry:
            context["working_copy"] = Initiative.objects.filter(revises=entry).first()
            context["may_begin_change"] = entry.is_public and self.has_change_permission(request)
        return super().render_change_form(request, context, *args, **options)

    @staticmethod
    def conflict(request: HttpRequest, copy: Initiative) -> tuple[list[Choice], str]:
        """Where the entry has changed since the copy was made, and the digest of the entry as it is."""
        entry = copies.changed_meanwhile(copy)
        if entry is None:
            return [], ""
        made_of = history.version_with(copies.entry_of(copy), copy.revised_state)
        mine = State.of(copy).without(copies.OWN)
        return choices(made_of.state if made_of else None, entry.without(copies.OWN), mine), entry.digest

    def catch_up_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Takes into a copy what has changed in its entry and not in the copy."""
        copy = get_object_or_404(Initiative, pk=key, revises__isnull=False)
        if not self.has_change_permission(request, copy):
            raise PermissionDenied
        found, digest = self.conflict(request, copy)
        taken = {choice.difference.name for choice in found if choice.is_taken}
        with transaction.atomic():
            copy = history.locked(copy.pk)
            entry = State.of(copies.entry_of(copy))
            if entry.digest == digest:
                put(copy, merged(State.of(copy), entry, taken), keeping=copies.OWN)
                Initiative.objects.filter(pk=copy.pk).update(revised_state=digest)
                history.keep(copy, request.user, history.Event.SAVED)
        self.message_user(request, _("The change has what is new in the entry."), messages.SUCCESS)
        return HttpResponseRedirect(form_address(copy))

    # Publishing and throwing away

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.step == Step.PUBLISH_CHANGE and not self.is_trial(request):
            comment, over = form.cleaned_data["comment"], form.over
            request.published = copies.publish(form.instance, request.user, comment, over)

    def response_change(self, request: HttpRequest, initiative: Initiative) -> HttpResponse:
        published = getattr(request, "published", None)
        if published is None:
            return super().response_change(request, initiative)
        self.message_user(request, f"{Step.PUBLISH_CHANGE.label}.", messages.SUCCESS)
        if not published.is_public:
            text = _("Readers do not see it: the entry itself is not published now.")
            self.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(form_address(published))

    def discard_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Asks first; what is thrown away can be found among the deleted entries."""
        copy = get_object_or_404(Initiative.objects.select_related("revises"), pk=key, revises__isnull=False)
        if not self.has_change_permission(request, copy):
            raise PermissionDenied
        if request.method == "POST":
            entry = copies.discard(copy, request.user)
            self.message_user(request, _("The change was thrown away."), messages.SUCCESS)
            return HttpResponseRedirect(form_address(entry))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Throw away the change?"),
            "opts": Initiative._meta,
            "original": copy,
        }
        return TemplateResponse(request, "admin/initiatives/initiative/discard.html", context)
