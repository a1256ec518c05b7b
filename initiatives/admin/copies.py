"""Changing a published entry as a draft: beginning it, publishing it as a whole, throwing it
away.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from initiatives.admin.trial import TrialMixin
from initiatives.admin.workflow import tell_step
from initiatives.editing import copies, history
from initiatives.editing.reconciling import NOTHING_SETTLED, Settled, UnsettledError
from initiatives.editing.restoring import put
from initiatives.editing.state import State
from initiatives.models import Initiative, Step

# Before the name of a part that is chosen for, in the form.
SETTLE = "settle-"


def form_address(initiative: Initiative) -> str:
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


def words_of(error: UnsettledError | ValidationError) -> str:
    """Why a change cannot be published, for who has it open."""
    if isinstance(error, UnsettledError):
        text = _("Nothing was published. Choose first what readers are to see of: %(parts)s.")
        return text % {"parts": ", ".join(error.parts)}
    return " ".join(error.messages)


def settled_in(request: HttpRequest) -> Settled:
    """What was chosen in a form where entry and change have both changed: a field for each part."""
    sent = {
        name.removeprefix(SETTLE): side
        for name, side in request.POST.items()
        if name.startswith(SETTLE)
    }
    theirs, mine = (
        frozenset(n for n, s in sent.items() if s == side) for side in ("theirs", "mine")
    )
    return Settled(request.POST.get("over_entry", ""), theirs, mine)


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
        """Keeps what was typed as a draft change, or tries out what is to be published, where it is
        asked.
        """
        answer = None
        if request.method == "POST" and object_id and not self.is_trial(request):
            if "_as_draft" in request.POST:
                answer = self.draft_view(request, object_id)
            elif request.POST.get("_step") == Step.PUBLISH_CHANGE:
                answer = self.try_publishing(request, object_id)
        return answer or super().changeform_view(request, object_id, form_url, extra_context)

    def draft_view(self, request: Any, object_id: str) -> HttpResponse | None:
        """The answer, or None where the form is to be shown again with the reason."""
        entry = self.get_object(request, object_id)
        if entry is None or not entry.is_public:
            raise Http404
        if Initiative.objects.filter(revises=entry).exists():
            request.refusal = _(
                "There is a change of this entry already. Open that one, or save here."
            )
            return None
        typed, answer = self.try_saving(request, object_id, State.of)
        return answer or self.keep_as_draft(request, entry, typed)

    def keep_as_draft(self, request: HttpRequest, entry: Initiative, typed: State) -> HttpResponse:
        with transaction.atomic():
            copy = copies.start(entry, request.user)
            put(copy, typed, keeping=copies.OWN)
            history.keep(copy, request.user, history.Event.SAVED)
        text = _(
            "Your change is kept as a draft. Readers see the entry as it was until the change is"
            " published."
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
            conflict = getattr(request, "conflict", None) or copies.against_entry(entry)
            settled = settled_in(request)
            is_seen = conflict is not None and settled.seen == conflict.digest
            context |= {"conflict": conflict, "settled": settled if is_seen else NOTHING_SETTLED}
        elif entry:
            context["working_copy"] = Initiative.objects.filter(revises=entry).first()
            context["may_begin_change"] = entry.is_public and self.has_change_permission(request)
        return super().render_change_form(request, context, *args, **options)

    def catch_up_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Takes into a copy what has changed in its entry; where both have, as it was chosen."""
        copy = get_object_or_404(Initiative, pk=key, revises__isnull=False)
        if not self.has_change_permission(request, copy):
            raise PermissionDenied
        try:
            copies.catch_up(copy, request.user, settled_in(request))
        except Initiative.DoesNotExist as gone:  # somebody has published it just now
            raise Http404 from gone
        except (UnsettledError, ValidationError) as error:
            self.message_user(request, words_of(error), messages.ERROR)
        else:
            self.message_user(
                request, _("The change has what is new in the entry."), messages.SUCCESS
            )
        return HttpResponseRedirect(form_address(copy))

    # Publishing and throwing away

    def try_publishing(self, request: Any, object_id: str) -> HttpResponse | None:
        """None, and the reason in `refusal` where the change cannot be published over what its
        entry is now; or the form with what is wrong in it.
        """
        copy = self.get_object(request, object_id)
        if copy is None or not copy.is_working_copy or copies.is_current(copy):
            return None
        request.refusal, answer = self.try_saving(
            request, object_id, lambda copy: self.why_not(request, copy)
        )
        return answer

    @staticmethod
    def why_not(request: Any, copy: Initiative) -> str:
        request.conflict = copies.against_entry(copy)
        try:
            copies.publish(copy, request.user, settled=settled_in(request))
        except (UnsettledError, ValidationError) as error:
            return words_of(error)
        return ""

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.step == Step.PUBLISH_CHANGE and not self.is_trial(request):
            comment = form.cleaned_data["comment"]
            request.published = copies.publish(
                form.instance, request.user, comment, settled_in(request)
            )

    def response_change(self, request: HttpRequest, initiative: Initiative) -> HttpResponse:
        published = getattr(request, "published", None)
        if published is None:
            return super().response_change(request, initiative)
        tell_step(request, published)
        if not published.is_public:
            text = _("Readers do not see it: the entry itself is not published now.")
            self.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(form_address(published))

    def discard_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Asks first; what is thrown away can be found among the deleted entries."""
        copy = get_object_or_404(
            Initiative.objects.select_related("revises"), pk=key, revises__isnull=False
        )
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
