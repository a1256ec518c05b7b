"""Answers from contacts, waiting for an editor; and asking about chosen entries."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from initiatives.admin.workflow import tell_number
from initiatives.desk.confirmation.asking import ask_each, askable, missing_settings
from initiatives.desk.confirmation.handling import accept, running_projects, set_aside, withdraw
from initiatives.desk.editing import history, workflow
from initiatives.models import Answer, ConfirmationRequest, Initiative
from initiatives.models.confirmations import ConfirmationRequestQuerySet


class StateFilter(admin.SimpleListFilter):
    """Answers to look at, unless something else is asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("waiting", _("Waiting for an answer")),
            ("handled", _("Looked at")),
            ("over", _("Expired, withdrawn or not sent")),
            ("all", _("All")),
        ]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        return [{**first, "display": _("Answers to look at")}, *rest]

    def queryset(self, request: HttpRequest, requests: Any) -> ConfirmationRequestQuerySet:
        now = timezone.now()
        is_over = Q(expires_at__lte=now) | Q(withdrawn_at__isnull=False) | Q(sent_at=None)
        chosen = {
            "waiting": Q(answered_at=None) & ~is_over,
            "handled": Q(handled_at__isnull=False),
            "over": Q(answered_at=None) & is_over,
            "all": Q(),
        }
        to_look_at = Q(answered_at__isnull=False, handled_at=None)
        found: ConfirmationRequestQuerySet = requests.filter(
            chosen.get(self.value() or "", to_look_at)
        )
        return found


@admin.register(ConfirmationRequest)
class ConfirmationAdmin(admin.ModelAdmin[ConfirmationRequest]):
    list_display = (
        "initiative",
        "answer",
        "end_year",
        "short_note",
        "answered_at",
        "state",
        "email",
    )
    list_filter = (StateFilter,)
    list_select_related = ("initiative",)
    search_fields = ("initiative__title_nn", "initiative__title_nb", "initiative__slug", "email")
    actions = ("accept_chosen", "set_aside_chosen", "withdraw_chosen")
    fields = readonly_fields = (
        "entry",
        "state",
        "answer",
        "end_year",
        "note",
        "what_to_do",
        "answered_at",
        "email",
        "asked_at",
        "expires_at",
        "handled_at",
        "handled_by",
    )

    @admin.display(description=_("note"))
    def short_note(self, asked: ConfirmationRequest) -> str:
        return asked.note if len(asked.note) <= 100 else f"{asked.note[:99]}…"

    @admin.display(description=_("state"))
    def state(self, asked: ConfirmationRequest) -> str:
        return asked.state

    @admin.display(description=_("initiative"))
    def entry(self, asked: ConfirmationRequest) -> SafeString:
        page = reverse("admin:initiatives_initiative_change", args=[asked.initiative_id])
        return format_html('<a href="{}">{}</a>', page, asked.initiative)

    @admin.display(description=_("what to do"))
    def what_to_do(self, asked: ConfirmationRequest) -> str:
        """What the entry needs before the answer is accepted."""
        if not asked.is_to_look_at:
            return "–"
        if asked.answer == Answer.RUNNING:
            return gettext(
                "Accept, and the entry is marked as confirmed. Read the note first, if there is"
                " one."
            )
        if asked.answer == Answer.CHANGED:
            return gettext("Open the entry, change what the note says, and save. Then accept here.")
        return self.what_to_do_when_ended(asked)

    @staticmethod
    def what_to_do_when_ended(asked: ConfirmationRequest) -> str:
        if not running_projects(asked):
            return gettext(
                "Nothing in the entry is marked as still running. Open it and see whether text and"
                " years are right. Then accept here."
            )
        if asked.end_year:
            text = gettext(
                "Accept, and what is marked as still running gets the end year %(year)s."
            )
            return text % {"year": asked.end_year}
        return gettext(
            "Accept, and what is marked as still running is marked as ended, in a year that is not"
            " known."
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: ConfirmationRequest | None = None
    ) -> bool:
        """Not from here; but whoever deletes an entry takes its questions along."""
        match = request.resolver_match
        is_here = match is None or str(match.url_name).startswith(
            "initiatives_confirmationrequest_"
        )
        return not is_here and request.user.has_perm("initiatives.delete_initiative")

    def has_accept_permission(self, request: HttpRequest) -> bool:
        """Accepting changes what readers see of the entry too."""
        return self.has_change_permission(request) and request.user.has_perm(workflow.PUBLISH)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        asked: Any = kwargs.get("obj")
        context["may_accept"] = self.has_accept_permission(request) and asked.is_to_look_at
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, asked: ConfirmationRequest, form: Any, change: bool
    ) -> None:
        """Nothing here is written by hand: the buttons write."""

    def response_change(self, request: HttpRequest, asked: ConfirmationRequest) -> HttpResponse:
        """The page has two buttons in place of those that save."""
        if not self.has_accept_permission(request):
            raise PermissionDenied
        chosen: Any = ConfirmationRequest.objects.filter(pk=asked.pk)
        if "_accept" in request.POST:
            self.accept_chosen(request, chosen)
        elif "_set_aside" in request.POST:
            self.set_aside_chosen(request, chosen)
        return redirect("admin:initiatives_confirmationrequest_changelist")

    @admin.action(description=_("Accept the chosen answers"), permissions=["accept"])
    def accept_chosen(self, request: HttpRequest, chosen: ConfirmationRequestQuerySet) -> None:
        user: Any = request.user
        accepted = [asked for asked in chosen.to_look_at() if self.accept_one(asked, user)]
        changes = [{"changed": {"fields": [str(_("last confirmed"))]}}]
        entries = [asked.initiative for asked in accepted]
        LogEntry.objects.log_actions(user.pk, entries, CHANGE, changes)
        text = ngettext("%(n)d answer accepted.", "%(n)d answers accepted.", len(accepted))
        self.tell(request, text, len(accepted))

    @staticmethod
    def accept_one(asked: ConfirmationRequest, user: Any) -> bool:
        with transaction.atomic():
            history.locked(asked.initiative_id)
            with history.recorded([asked.initiative_id], user, history.Event.CONFIRMED):
                return accept(asked, user)

    @admin.action(description=_("Set the chosen answers aside"), permissions=["accept"])
    def set_aside_chosen(self, request: HttpRequest, chosen: ConfirmationRequestQuerySet) -> None:
        user: Any = request.user
        number = sum(set_aside(asked, user) for asked in chosen.to_look_at())
        self.tell(
            request, ngettext("%(n)d answer set aside.", "%(n)d answers set aside.", number), number
        )

    @admin.action(
        description=_("Withdraw the links of the chosen questions"), permissions=["change"]
    )
    def withdraw_chosen(self, request: HttpRequest, chosen: ConfirmationRequestQuerySet) -> None:
        number = withdraw(chosen)
        self.tell(
            request, ngettext("%(n)d link withdrawn.", "%(n)d links withdrawn.", number), number
        )

    def tell(self, request: HttpRequest, text: str, number: int) -> None:
        self.message_user(
            request, text % {"n": number}, messages.SUCCESS if number else messages.WARNING
        )


@admin.action(
    description=_("Ask the contact whether the chosen entries are still right"),
    permissions=["change"],
)
def ask_contacts(model_admin: Any, request: HttpRequest, initiatives: QuerySet[Initiative]) -> None:
    """Asks about those of the chosen entries that may be asked about; tells of the others."""
    if missing := missing_settings():
        text = gettext(
            "No e-mail can be sent before these settings are there on the server: %(names)s."
        )
        model_admin.message_user(request, text % {"names": ", ".join(missing)}, messages.ERROR)
        return
    chosen = set(initiatives.values_list("pk", flat=True))
    asked = list(ask_each(askable().filter(pk__in=chosen).order_by("pk")))
    for failed in (one for one in asked if one.problem):
        text = gettext("“%(entry)s” was not asked about: %(problem)s")
        facts = {"entry": failed.initiative, "problem": failed.problem}
        model_admin.message_user(request, text % facts, messages.ERROR)
    sent = sum(not one.problem for one in asked)
    text = ngettext(
        "%(n)d contact was asked by e-mail.", "%(n)d contacts were asked by e-mail.", sent
    )
    tell_number(request, sent, text)
    if left := len(chosen) - len(asked):
        text = ngettext(
            "%(n)d entry was left out: not published, without an e-mail address, or asked about"
            " lately.",
            "%(n)d entries were left out: not published, without an e-mail address, or asked about"
            " lately.",
            left,
        )
        model_admin.message_user(request, text % {"n": left}, messages.WARNING)
