"""A table into the database, or as a dry run: what each row changes, and what is wrong with it."""

import hashlib
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _
from import_export.results import InvalidRow, Result, RowResult
from tablib import Dataset

from initiatives.desk.bulk.files import FileError, Table
from initiatives.desk.bulk.resources import BulkResource, Change, Rights, reading_of

logger = logging.getLogger(__name__)

# What django-import-export gives for a column that the file of a wrong row does not have.
NOT_SET = "---"
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
OUTCOMES = {
    RowResult.IMPORT_TYPE_NEW: NEW,
    RowResult.IMPORT_TYPE_UPDATE: CHANGED,
    RowResult.IMPORT_TYPE_SKIP: SAME,
}


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a row; `heading` is the column's, or empty for the row as a whole."""

    heading: str
    text: str


@dataclass(frozen=True)
class RowReport:
    """What a row does, or would do."""

    number: int
    kind: str
    label: str
    changes: Sequence[Change] = ()
    notes: Sequence[str] = ()
    mistakes: Sequence[Mistake] = ()
    row: Model | None = None


@dataclass(frozen=True)
class Report:
    """What a file does, or would do, row by row."""

    rows: Sequence[RowReport]
    failure: str = ""
    """Why nothing of the file can be saved, whatever is left out."""

    def of_kind(self, kind: str) -> list[RowReport]:
        return [row for row in self.rows if row.kind == kind]

    @property
    def numbers(self) -> Counter[str]:
        return Counter(row.kind for row in self.rows)

    @property
    def digest(self) -> str:
        """A name of what is reported: the same as long as the file would do the same."""
        parts = [(row.number, row.kind, row.changes, row.mistakes) for row in self.rows]
        return hashlib.sha256(repr((parts, self.failure)).encode()).hexdigest()[:16]


def import_table(
    resource_class: type[BulkResource],
    table: Table,
    rights: Rights,
    *,
    is_dry: bool = True,
    leaves_out_wrong: bool = False,
) -> Report:
    """Imports a table and gives what was done; as a dry run, what would be done.

    Without `leaves_out_wrong` nothing is saved when any row is wrong. Raises `FileError` for
    headings that cannot be used. Call inside a transaction.
    """
    resource = resource_class(rights, [row.number for row in table.rows])
    dataset = Dataset(
        *(row.cells for row in table.rows), headers=name_columns(resource, table.headings)
    )
    options = {"rollback_on_validation_errors": not leaves_out_wrong, "raise_errors": False}
    if not is_dry and resource.keeps_versions:
        trial = resource_class(rights, resource.numbers).import_data(
            dataset, dry_run=True, **options
        )
        resource.catch_up([row.instance.pk for row in trial.rows if row.is_update()])
    return report_of(resource, resource.import_data(dataset, dry_run=is_dry, **options))


def name_columns(resource: BulkResource, headings: Sequence[str]) -> list[str]:
    """The names of the columns by their headings. Raises `FileError` in words."""
    if unknown := [heading for heading in headings if not resource.column_called(heading)]:
        raise _without_columns(resource, unknown)
    names = [column.name for column in map(resource.column_called, headings) if column]
    for heading, name in zip(headings, names, strict=True):
        if names.count(name) > 1:
            text = _("The column “%(heading)s” stands twice. Keep only one of them.")
            raise FileError(text % {"heading": heading})
    if "slug" not in names:
        heading = resource.titles["slug"]
        text = _(
            "The column “%(heading)s” is missing. It says which row is which; leave it empty for"
            " new ones."
        )
        raise FileError(text % {"heading": heading})
    return names


def _without_columns(resource: BulkResource, headings: Sequence[str]) -> FileError:
    text = _("There is no column %(unknown)s. Take it away, or call it one of these: %(known)s.")
    empty = _("(empty)")
    unknown = ", ".join(f"“{heading or empty}”" for heading in headings)
    known = ", ".join(f"“{column.title}”" for column in resource.columns)
    return FileError(text % {"unknown": unknown, "known": known})


def report_of(resource: BulkResource, result: Result) -> Report:
    invalid = {row.number: row for row in result.invalid_rows}
    rows = [
        _report(resource, index, row, invalid) for index, row in enumerate(result.rows, start=1)
    ]
    for error in (
        *result.base_errors,
        *(error for _number, errors in result.row_errors() for error in errors),
    ):
        logger.error("A row could not be imported", exc_info=error.error)
    failure = (
        _("Something in the file could not be saved, so nothing was.")
        if result.has_errors()
        else ""
    )
    return Report(rows, failure)


def _report(
    resource: BulkResource, index: int, row: RowResult, invalid: dict[int, InvalidRow]
) -> RowReport:
    number = resource.numbers[index - 1]
    if index in invalid:
        values = dict(zip(resource.fields, invalid[index].values, strict=True))
        mistakes = _mistakes(resource, invalid[index])
        named = (values[name] for name in resource.naming if name in values)
        label = next((name for name in named if name not in ("", NOT_SET)), "")
        return RowReport(number, WRONG, label, mistakes=mistakes)
    if row.errors:
        return RowReport(
            number, WRONG, "", mistakes=[Mistake("", _("The row could not be saved."))]
        )
    kind = OUTCOMES[row.import_type or ""]
    reading = reading_of(row.instance)
    label = row.object_repr or ""
    return RowReport(number, kind, label, reading.changes, reading.notes, row=row.instance)


def _mistakes(resource: BulkResource, row: InvalidRow) -> list[Mistake]:
    found = []
    for name, texts in row.error_dict.items():
        heading = resource.titles.get(name, "")
        found += [Mistake(heading, str(text)) for text in texts]
    return found
