"""Tables as files: CSV as Norwegian Excel opens it, and Excel."""

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from initiatives.desk.bulk.cells import Cell, protect
from initiatives.desk.bulk.resources import BulkResource, Lists
from initiatives.outgoing.exports.csv import BYTE_ORDER_MARK
from initiatives.outgoing.exports.xlsx import MAX_CELL_LENGTH, OPTIONS, Sheet

PORTION = 500
WIDTH = 30


class TooLongError(Exception):
    """A text that no cell of Excel can hold; the argument says which, in words."""


def read_rows(resource: BulkResource, rows: QuerySet[Any]) -> Iterator[Any]:
    """The rows with their lists, each once and in their order, a portion at a time."""
    keys = list(dict.fromkeys(rows.values_list("pk", flat=True)))
    model: type[Model] = resource._meta.model
    for first in range(0, len(keys), PORTION):
        some = keys[first : first + PORTION]
        found, lists = model._default_manager.in_bulk(some), resource.lists_of(some)
        for key in some:
            row: Any = found.get(key)
            if row is not None:
                empty: Lists = {column.name: () for column in resource.columns}
                row.lists = {**empty, **lists.get(key, {})}
                yield row


def write_csv(resource: BulkResource, rows: QuerySet[Any]) -> str:
    """Semicolons between, UTF-8 with a mark that says so."""
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";")
    writer.writerow([column.title for column in resource.columns])
    for row in read_rows(resource, rows):
        writer.writerow([protect(column.cell(row), is_csv=True) for column in resource.columns])
    return file.getvalue()


def write_xlsx(resource: BulkResource, rows: QuerySet[Any]) -> IO[bytes]:
    """The whole file, at its start. Raises `TooLongError` rather than cut a text short."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        with Workbook(file, OPTIONS) as book:
            _write_sheet(book, resource, rows)
    except TooLongError:
        file.close()
        raise
    file.seek(0)
    return file


def _write_sheet(book: Workbook, resource: BulkResource, rows: QuerySet[Any]) -> None:
    sheet = Sheet(book, str(resource._meta.model._meta.verbose_name_plural).capitalize()[:31])
    sheet.sheet.set_column(0, len(resource.columns) - 1, WIDTH)
    sheet.sheet.freeze_panes(1, 1)
    for number, column in enumerate(resource.columns):
        sheet.write(0, number, column.title, sheet.heading)
    for line, row in enumerate(read_rows(resource, rows), start=1):
        for number, cell in enumerate(_cells(resource, row)):
            sheet.write(line, number, cell)


def _cells(resource: BulkResource, row: Any) -> Sequence[Cell]:
    cells = [protect(column.cell(row), is_csv=False) for column in resource.columns]
    for column, cell in zip(resource.columns, cells, strict=True):
        if isinstance(cell, str) and len(cell) > MAX_CELL_LENGTH:
            text = _("“%(heading)s” of “%(row)s” is too long for Excel. Take it out as CSV.")
            raise TooLongError(text % {"heading": column.title, "row": row})
    return cells
