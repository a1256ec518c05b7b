"""Sheets in the admin: importing several with a look at them first, and an entry as a sheet."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from initiatives.admin.ordering import LabelledFormSet
from initiatives.admin.sheet_previews import FIELD_NAMES, Labels, Preview
from initiatives.admin.sheet_texts import Given, given_in
from initiatives.desk.sheets.looking import lines_of
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.saving import Outcome, Run
from initiatives.desk.sheets.writing import write
from initiatives.models import Initiative, SheetLine

MAY_NOT_CHANGE = _("The sheet would make a draft anew, and you may not change entries.")


class _TellingCsrf(CsrfViewMiddleware):
    """Tells what is wrong with the token of a form instead of answering for its view."""

    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def has_fresh_token(request: HttpRequest) -> bool:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    check = _TellingCsrf(view)
    check.process_request(request)
    return check.process_view(request, view, (), {}) is None


class SheetsMixin(admin.ModelAdmin[Initiative]):
    """The pages of sheets, beside the list and the form of entries."""

    def get_urls(self) -> list[URLPattern]:
        import_page: Callable[..., HttpResponseBase] = csrf_exempt(self.import_sheets)
        return [
            path("sheets/", import_page, name="initiatives_initiative_sheets"),
            path(
                "<int:pk>/sheet/",
                self.admin_site.admin_view(self.export_sheet),
                name="initiatives_initiative_sheet",
            ),
            *super().get_urls(),
        ]

    def export_sheet(self, request: HttpRequest, pk: int) -> HttpResponse:
        initiative = get_object_or_404(Initiative.objects.with_entry_content(), pk=pk)
        if not self.has_view_permission(request, initiative):
            raise PermissionDenied
        headers = {"Content-Disposition": f'attachment; filename="{initiative.slug}.txt"'}
        text = write(initiative, Reference.load())
        return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)

    def import_sheets(self, request: HttpRequest) -> HttpResponseBase:
        """Shows the form, a look at what was given, or saves it; what was not saved stays there."""
        is_signed_in = self.admin_site.has_permission(request)
        if request.method != "POST":
            page = self.admin_site.admin_view(self._empty_page)
            return page(request)
        given = given_in(request)
        if not is_signed_in or not has_fresh_token(request):
            return self._page(
                request,
                [Preview(sheet, sheet.problem) for sheet in given],
                is_signed_in,
                status=403,
            )
        if not self.has_add_permission(request):
            raise PermissionDenied
        reference = Reference.load()
        if request.POST.get("step") == "save":
            return self._save(request, given, reference)
        return self._page(request, self._previews(given, reference), True)

    def _empty_page(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self._page(request, [], True, has_trouble=False)

    def _page(
        self,
        request: HttpRequest,
        previews: Sequence[Preview],
        is_signed_in: bool,
        has_trouble: bool = True,
        status: int = 200,
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import sheets"),
            "opts": self.opts,
            "previews": previews,
            "has_savable": any(preview.is_savable for preview in previews),
            "trouble": "" if status == 200 else "csrf" if is_signed_in else "session",
        }
        return TemplateResponse(
            request, "admin/initiatives/initiative/sheets.html", context, status=status
        )

    def _previews(self, given: Sequence[Given], reference: Reference) -> list[Preview]:
        run, labels = Run(reference), Labels()
        return [self._preview(sheet, run, reference, labels) for sheet in given]

    def _preview(self, given: Given, run: Run, reference: Reference, labels: Labels) -> Preview:
        if given.problem:
            return Preview(given, given.problem)
        placed = place(read(given.text), reference)
        decision = run.decide(given.named, placed)
        return Preview(
            given,
            problem=decision.reason,
            placed=placed,
            decision=decision,
            lists=labels.lists(placed),
            places=[
                reference.places.name_of[number]
                for number in (*placed.municipalities, *placed.counties)
            ],
            lines=[
                (str(FIELD_NAMES.get(line.field, "")), line) for line in lines_of(placed, reference)
            ],
        )

    def _save(
        self, request: HttpRequest, given: Sequence[Given], reference: Reference
    ) -> HttpResponse:
        """Saves the chosen sheets; those that were not saved stay on the page."""
        run = Run(reference, cast(User, request.user))
        saved: list[Initiative] = []
        left: list[Given] = []
        for sheet in given:
            initiative = self._save_one(request, sheet, run, reference)
            if initiative:
                saved.append(initiative)
            else:
                left.append(sheet)
        self._tell(request, len(saved))
        if left:
            return self._page(request, self._previews(left, reference), True)
        ids = ",".join(str(initiative.pk) for initiative in saved)
        return HttpResponseRedirect(
            f"{reverse('admin:initiatives_initiative_changelist')}?id__in={ids}"
        )

    def _save_one(
        self, request: HttpRequest, sheet: Given, run: Run, reference: Reference
    ) -> Initiative | None:
        """The entry that has the sheet now, or None where it is not chosen, or refused."""
        if sheet.problem or not sheet.is_chosen:
            return None
        placed = place(read(sheet.text), reference)
        if run.decide(
            sheet.named, placed
        ).outcome is Outcome.MADE_ANEW and not self.has_change_permission(request):
            self.message_user(request, MAY_NOT_CHANGE, messages.ERROR)
            return None
        decision = run.save(sheet.named, placed)
        if decision.initiative is None or decision.outcome is Outcome.REFUSED:
            return None
        log = self.log_addition if decision.outcome is Outcome.MADE else self.log_change
        if decision.outcome is not Outcome.UNCHANGED:
            log(request, decision.initiative, gettext("From a sheet."))
        return decision.initiative

    def _tell(self, request: HttpRequest, number: int) -> None:
        text = ngettext("%(n)d draft is ready.", "%(n)d drafts are ready.", number) % {"n": number}
        self.message_user(request, text, messages.SUCCESS if number else messages.WARNING)


class SheetLineInline(admin.TabularInline[SheetLine, Initiative]):
    """The lines of the sheet that an editor should look at, each to be ticked when that is done."""

    model = SheetLine
    formset = LabelledFormSet
    template = "admin/initiatives/initiative/sheet_lines.html"
    fields = ("number", "kind", "field_name", "text", "value", "why", "is_dealt_with")
    readonly_fields = ("number", "kind", "field_name", "text", "value", "why")
    ordering = ("is_dealt_with", "number", "pk")
    can_delete = False
    extra = max_num = 0

    @admin.display(description=_("field"))
    def field_name(self, line: SheetLine) -> str:
        return str(FIELD_NAMES.get(line.field, line.field))

    @admin.display(description=_("why"))
    def why(self, line: SheetLine) -> str:
        return line.get_reason_display()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change the entry may tick its lines, which have no rights of their own."""
        return request.user.has_perm("initiatives.change_initiative")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request) or request.user.has_perm(
            "initiatives.view_initiative"
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
