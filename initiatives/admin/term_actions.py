"""Adding a term to many entries at once, or taking it away: chosen, looked at, then done."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from initiatives.desk.editing import history, workflow
from initiatives.desk.link_lists import append_term, hold_writers, remove_links
from initiatives.models import Initiative
from initiatives.models.kinds import IN_ENTRY

ADD, REMOVE = "add_term", "remove_term"
SHOWN_ENTRIES = 100

# The kinds of terms that can be added, by name, in the order of an entry.
ADDED = {kind.name: kind for kind in IN_ENTRY if not kind.is_place}


def list_terms() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The terms of each kind under its name, as `kind:key` and label. One query for each kind."""
    yield "", [("", "---------")]
    for name, kind in ADDED.items():
        rows = kind.model._default_manager.all()
        options = [(f"{name}:{term.pk}", str(term)) for term in rows]
        yield capfirst(str(kind.model._meta.verbose_name_plural)), options


class TermForm(forms.Form):
    """One term of any kind that entries have."""

    term = forms.ChoiceField(label=gettext_lazy("Term"), choices=list_terms)

    def clean_term(self) -> tuple[type[Model], Any]:
        """The kind of link, and the term."""
        name, _colon, key = self.cleaned_data["term"].partition(":")
        kind = ADDED[name]
        return kind.link, kind.model._default_manager.get(pk=key)


class TermActionsMixin(admin.ModelAdmin[Any]):
    """Actions of the list of entries. Only those who may publish change what readers see."""

    opts: Any
    admin_site: Any

    @admin.action(
        description=gettext_lazy("Add a term to the chosen entries"), permissions=["change"]
    )
    def add_term(self, request: HttpRequest, entries: QuerySet[Initiative]) -> HttpResponse | None:
        return self.choose_term(request, entries, ADD)

    @admin.action(
        description=gettext_lazy("Take a term out of the chosen entries"), permissions=["change"]
    )
    def remove_term(
        self, request: HttpRequest, entries: QuerySet[Initiative]
    ) -> HttpResponse | None:
        return self.choose_term(request, entries, REMOVE)

    def choose_term(
        self, request: HttpRequest, entries: QuerySet[Initiative], action: str
    ) -> HttpResponse | None:
        """Asks for the term; then tells how many entries it touches; then touches them: None."""
        form = TermForm(request.POST if "term" in request.POST else None)
        if not form.is_valid():
            return self.term_page(request, entries, {"action": action, "form": form})
        link, term = form.cleaned_data["term"]
        # Anew by key: the list's own query may have each entry several times.
        chosen = Initiative.objects.filter(pk__in=entries.order_by().values("pk"))
        allowed = self.allowed_among(request, chosen)
        touched = self.touched_by(action, allowed, link, term)
        if "confirmed" in request.POST:
            self.apply_term(request, action, touched, link, term)
            return None
        context = {
            "action": action,
            "form": form,
            "term": term,
            "touched": touched.order_by("sort_title_nn", "pk")[:SHOWN_ENTRIES],
            "number": touched.count(),
            "as_before": allowed.count() - touched.count(),
            "refused": chosen.count() - allowed.count(),
        }
        return self.term_page(request, entries, context)

    def allowed_among(
        self, request: HttpRequest, entries: QuerySet[Initiative]
    ) -> QuerySet[Initiative]:
        """Those that the editor may write in, as in their forms."""
        if request.user.has_perm(workflow.PUBLISH):
            return entries
        allowed = [entry.pk for entry in entries if workflow.may_change(request.user, entry)]
        return entries.filter(pk__in=allowed)

    def touched_by(
        self, action: str, entries: QuerySet[Initiative], link: type[Model], term: Model
    ) -> QuerySet[Initiative]:
        """The entries that the action changes."""
        having = link._base_manager.filter(term=term.pk).values("initiative")
        return entries.exclude(pk__in=having) if action == ADD else entries.filter(pk__in=having)

    def apply_term(
        self,
        request: HttpRequest,
        action: str,
        touched: QuerySet[Initiative],
        link: type[Model],
        term: Model,
    ) -> None:
        """Order and wordings of what is there already stay; each changed entry is logged."""
        with transaction.atomic():
            hold_writers(Initiative)
            keys = list(touched.values_list("pk", flat=True))
            entries = Initiative.objects.filter(pk__in=keys)
            what = history.Event.TERM_ADDED if action == ADD else history.Event.TERM_REMOVED
            with history.recorded(keys, request.user, what, str(term)):
                if action == ADD:
                    append_term(link._base_manager, entries, term)
                else:
                    remove_links(link._base_manager.filter(term=term.pk, initiative__in=keys))
                entries.update(changed_at=timezone.now())
            kind = capfirst(str(link._meta.verbose_name))
            change = {"added" if action == ADD else "deleted": {"name": kind, "object": str(term)}}
            for entry in entries:
                self.log_change(request, entry, [change])
        number = len(keys)
        text = ngettext("%(n)d entry was changed.", "%(n)d entries were changed.", number) % {
            "n": number
        }
        level = messages.SUCCESS if number else messages.WARNING
        self.message_user(request, text, level)

    def term_page(
        self, request: HttpRequest, entries: QuerySet[Initiative], context: dict[str, Any]
    ) -> HttpResponse:
        titles = {ADD: _("Add a term to entries"), REMOVE: _("Take a term out of entries")}
        common = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": self.media,
            "title": titles[context["action"]],
            "list_address": request.get_full_path(),
            "checkbox": ACTION_CHECKBOX_NAME,
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "across": request.POST.get("select_across", "0"),
            "chosen_number": entries.count(),
        }
        return TemplateResponse(request, "admin/initiatives/choose_term.html", common | context)
