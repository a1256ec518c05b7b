"""Rows out as Excel and CSV and in again in the admin: a file, what it would do, and doing it."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from initiatives.desk.bulk.entries import may_publish
from initiatives.desk.bulk.files import MAX_BYTES, MAX_ROWS, MEGABYTE, FileError, Table, read_table
from initiatives.desk.bulk.importing import (
    CHANGED,
    NEW,
    SAME,
    WRONG,
    Report,
    RowReport,
    import_table,
)
from initiatives.desk.bulk.resources import BulkResource, Rights
from initiatives.desk.bulk.writing import TooLongError, write_csv, write_xlsx
from initiatives.models import ImportFile

# How many rows of each kind a page shows; the numbers say how many there are.
SHOWN_ROWS = 100
KEPT = timedelta(days=1)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportForm(forms.Form):
    """A file that can be read as a table, which is then in `table`."""

    file = forms.FileField(label=gettext_lazy("File"), allow_empty_file=True)

    table: Table
    content: bytes

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            size = {"size": MAX_BYTES // MEGABYTE}
            raise ValidationError(
                _("The file is larger than %(size)s MB. Divide it into several.") % size
            )
        self.content = file.read()
        try:
            self.table = read_table(self.content, file.name or "")
        except FileError as error:
            raise ValidationError(str(error)) from error
        return file


class BulkMixin(admin.ModelAdmin[Any]):
    """Pages that take rows of one kind out and in. `bulk_resource` says what a row is."""

    change_list_template: ClassVar[Any] = "admin/initiatives/bulk_change_list.html"
    bulk_resource: type[BulkResource]

    def get_urls(self) -> list[URLPattern]:
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("export.<str:suffix>", view(self.export_view), name=f"{name}_export"),
            path("import/", view(self.import_view), name=f"{name}_import"),
            path("import/<int:key>/", view(self.confirm_view), name=f"{name}_confirm"),
            *super().get_urls(),
        ]

    def bulk_address(self, page: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) or self.has_change_permission(request)

    def rights_of(self, request: HttpRequest) -> Rights:
        return Rights(
            editor=request.user,
            may_add=self.has_add_permission(request),
            may_change=lambda row: self.has_change_permission(request, row),
            may_publish=may_publish(request.user),
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        offered = {"may_import": self.has_import_permission(request), **(extra_context or {})}
        return super().changelist_view(request, offered)

    def export_view(self, request: HttpRequest, suffix: str) -> HttpResponse | FileResponse:
        """The rows of the list as it is filtered, in its order."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if suffix not in ("xlsx", "csv"):
            raise Http404
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(request.path)
        try:
            return self.file_of(rows, suffix)
        except TooLongError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(self.bulk_address("changelist"))

    def file_of(self, rows: QuerySet[Any], suffix: str) -> HttpResponse | FileResponse:
        resource = self.bulk_resource()
        name = (
            f"{capfirst(self.opts.verbose_name_plural)} {timezone.localdate().isoformat()}.{suffix}"
        )
        response: HttpResponse | FileResponse
        if suffix == "csv":
            response = HttpResponse(
                write_csv(resource, rows), content_type="text/csv; charset=utf-8"
            )
        else:
            response = FileResponse(write_xlsx(resource, rows), content_type=XLSX)
        response.headers["Content-Disposition"] = content_disposition_header(True, name)
        return response

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """GET asks for a file; POST keeps it for the next step and shows what it would do."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if not form.is_valid():
            return self.upload_page(request, form)
        try:
            report = self.try_out(request, form.table)
        except FileError as error:
            form.add_error("file", str(error))
            return self.upload_page(request, form)
        kept = self.keep(request, form.cleaned_data["file"].name or "", form.content)
        return self.preview_page(request, kept, report)

    def confirm_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """POST saves the kept file, if it still does what was shown; else shows it anew."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        mine = ImportFile.objects.filter(kind=self.opts.model_name, sent_by=request.user)  # type: ignore[misc]
        kept = mine.filter(pk=key).first() if request.method == "POST" else None
        if kept is None:
            self.message_user(request, _("Send the file once more."), messages.WARNING)
            return HttpResponseRedirect(self.bulk_address("import"))
        report, is_saved = self.save(request, kept)
        if not is_saved:
            return self.preview_page(request, kept, report)
        self.tell_numbers(request, report)
        return HttpResponseRedirect(self.bulk_address("changelist"))

    def try_out(self, request: HttpRequest, table: Table) -> Report:
        with transaction.atomic():
            return import_table(self.bulk_resource, table, self.rights_of(request))

    def save(self, request: HttpRequest, kept: ImportFile) -> tuple[Report, bool]:
        """What the file did and True; or what it would do and False, with nothing of it saved."""
        leaves_out = "leave_out_wrong" in request.POST
        table, rights = read_table(bytes(kept.content)), self.rights_of(request)
        with transaction.atomic():
            report = import_table(
                self.bulk_resource, table, rights, is_dry=False, leaves_out_wrong=leaves_out
            )
            is_as_shown = report.digest == request.POST.get("digest")
            if not is_as_shown or report.failure or (report.of_kind(WRONG) and not leaves_out):
                transaction.set_rollback(True)
            else:
                for row in report.rows:
                    self.log_row(request, row)
                kept.delete()
                return report, True
        if not is_as_shown:
            text = _("Something has changed since you saw the preview. Look at it once more.")
            self.message_user(request, text, messages.WARNING)
        return report, False

    def log_row(self, request: HttpRequest, row: RowReport) -> None:
        """One entry in the log for each row that was added or changed, as a form would write it."""
        if row.kind == NEW:
            self.log_addition(request, row.row, [{"added": {}}])
        elif row.kind == CHANGED:
            fields = [change.field for change in row.changes]
            self.log_change(request, row.row, [{"changed": {"fields": fields}}])

    def tell_numbers(self, request: HttpRequest, report: Report) -> None:
        numbers = report.numbers
        told = [
            ngettext("%(n)d new.", "%(n)d new.", numbers[NEW]) % {"n": numbers[NEW]},
            ngettext("%(n)d changed.", "%(n)d changed.", numbers[CHANGED])
            % {"n": numbers[CHANGED]},
            ngettext("%(n)d as before.", "%(n)d as before.", numbers[SAME]) % {"n": numbers[SAME]},
        ]
        if wrong := numbers[WRONG]:
            told.append(ngettext("%(n)d left out.", "%(n)d left out.", wrong) % {"n": wrong})
        self.message_user(request, " ".join(told), messages.SUCCESS)

    def keep(self, request: HttpRequest, name: str, content: bytes) -> ImportFile:
        """Keeps a file for its confirmation; drops those that nobody has confirmed for a day."""
        now = timezone.now()
        ImportFile.objects.filter(sent_at__lt=now - KEPT).delete()
        return ImportFile.objects.create(
            kind=self.opts.model_name,
            name=name[:200],
            content=content,
            sent_by=request.user,  # type: ignore[misc]
            sent_at=now,
        )

    def upload_page(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        context = {
            "title": _("Import from Excel or CSV"),
            "form": form,
            "columns": self.bulk_resource().columns,
            "most_rows": MAX_ROWS,
            "most_megabytes": MAX_BYTES // MEGABYTE,
        }
        return self.bulk_page(request, "import", context)

    def preview_page(self, request: HttpRequest, kept: ImportFile, report: Report) -> HttpResponse:
        context = {
            "title": _("What “%(file)s” would do") % {"file": kept.name},
            "kept": kept,
            "confirm_address": self.bulk_address("confirm", kept.pk),
            "report": report,
            **{kind: report.of_kind(kind) for kind in (NEW, CHANGED, WRONG)},
            "same": report.numbers[SAME],
            "right": report.numbers[NEW] + report.numbers[CHANGED],
            "shown": SHOWN_ROWS,
        }
        return self.bulk_page(request, "import_preview", context)

    def bulk_page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        common = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media}
        addresses = {
            "list_address": self.bulk_address("changelist"),
            "import_address": self.bulk_address("import"),
        }
        return TemplateResponse(
            request, f"admin/initiatives/{name}.html", common | addresses | context
        )
