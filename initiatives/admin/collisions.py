"""Two editors of one entry: who saves over another's change sees both versions first, and loses
neither.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from initiatives.admin.posted import with_living_rows
from initiatives.admin.trial import TrialMixin
from initiatives.editing import history
from initiatives.editing.merging import Choice, choices, merged
from initiatives.editing.restoring import put
from initiatives.editing.state import State
from initiatives.models import Initiative


@dataclass(frozen=True)
class Collision:
    """What the template shows: the two versions where they differ, and who made the other one."""

    choices: list[Choice]
    over: str
    """The digest of theirs, by which saving over it is asked for: a third version is shown
    again.
    """
    theirs: history.KeptVersion | None


class CollisionMixin(TrialMixin):
    """For the `ModelAdmin` of initiatives. The form says as `opened` which version it was made
    of.
    """

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        view = super().changeform_view
        if request.method != "POST" or object_id is None or self.is_trial(request):
            return view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            entry = self.locked_entry(request, object_id)
            if entry is None or request.POST.get("opened") == (now := State.of(entry)).digest:
                return view(request, object_id, form_url, extra_context)
            return self.answer_stale(request, entry, now, extra_context or {})

    def locked_entry(self, request: HttpRequest, object_id: str) -> Initiative | None:
        """The entry, if there is one that this person may write in."""
        try:
            entry = history.locked(int(object_id))
        except (ValueError, OverflowError, Initiative.DoesNotExist):
            return None
        return entry if self.has_change_permission(request, entry) else None

    def answer_stale(
        self, request: Any, entry: Initiative, now: State, context: dict[str, Any]
    ) -> HttpResponse:
        """Saves what is saved knowingly; else shows both versions, with what was typed still in the
        form.
        """
        view = super().changeform_view
        is_known = request.POST.get("over") == now.digest or "_preview" in request.POST
        taken = set(request.POST.getlist("take"))
        self.set_posted(request, with_living_rows(request.POST, entry))
        if is_known:
            request.taking = (taken, now)
            try:
                with transaction.atomic():
                    return view(request, str(entry.pk), "", context)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                del request.taking
        mine, answer = self.try_saving(request, str(entry.pk), State.of)
        if answer is not None:
            return answer
        collision = self.collision(request, entry, now, mine)
        if collision.choices:
            request.collision = collision
            request.refusal = _(
                "Somebody else has saved this entry since you opened it. Nothing is lost."
            )
        return view(request, str(entry.pk), "", context)

    @staticmethod
    def set_posted(request: Any, data: QueryDict) -> None:
        request.POST = data

    @staticmethod
    def collision(request: HttpRequest, entry: Initiative, now: State, mine: State) -> Collision:
        began_with = history.version_with(entry, request.POST.get("opened", ""))
        return Collision(
            choices(began_with.state if began_with else None, now, mine),
            now.digest,
            history.version_with(entry, now.digest, among=1),
        )

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **options)
        return type(form.__name__, (form,), {"refusal": getattr(request, "refusal", "")})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        entry = context.get("original")
        if entry and self.has_change_permission(request, entry):
            is_posted = request.method == "POST"
            context["opened"] = (
                request.POST.get("opened", "") if is_posted else State.of(entry).digest
            )
            context["collision"] = collision = getattr(request, "collision", None)
            context["over"] = collision.over if collision else request.POST.get("over", "")
        return super().render_change_form(request, context, *args, **options)


class TakenPartsMixin(TrialMixin):
    """Puts the chosen parts of theirs in the place of mine, before anything is kept or published of
    it.
    """

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        taken, theirs = getattr(request, "taking", (None, None))
        if taken and theirs:
            entry = form.instance
            put(entry, merged(State.of(entry), theirs, taken))
