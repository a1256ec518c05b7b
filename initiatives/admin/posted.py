"""What a form has sent, brought up to date with the rows that there are now."""

from typing import Any

from django.db.models import Model
from django.forms.formsets import DEFAULT_MAX_NUM
from django.http import QueryDict

from initiatives.desk.editing.state import LISTS, owner_of, row_fields
from initiatives.models import Initiative, SheetLine

SHEET_LINES = "sheetlines"

Sent = dict[str, str]
"""What was sent of one row, by the name of the field."""


def with_living_rows(data: QueryDict, entry: Initiative) -> QueryDict:
    """The same, where a row that somebody has removed since is one to be added, its text kept.

    A removed row that somebody has put in again with the same term or name is that one. One query a
    list.
    """
    data = data.copy()
    for name in LISTS:
        if f"{name}-TOTAL_FORMS" in data:
            _mend_list(data, name, entry)
    if f"{SHEET_LINES}-TOTAL_FORMS" in data:
        _drop_gone_lines(data, entry)
    return data


def _drop_gone_lines(data: QueryDict, entry: Initiative) -> None:
    """Lines of a sheet that was imported anew are others, and have nothing typed in them."""
    living = {
        str(key) for key in SheetLine.objects.filter(initiative=entry).values_list("pk", flat=True)
    }
    _put_in(
        data, SHEET_LINES, [row for row in _take_out(data, SHEET_LINES) if row.get("id") in living]
    )


def _mend_list(data: QueryDict, name: str, entry: Initiative) -> None:
    rows = _take_out(data, name)
    _find_again(rows, LISTS[name], entry)
    kept = [row for row in rows if row.get("id") or "DELETE" not in row]
    kept.sort(key=lambda row: not row.get("id"))
    _put_in(data, name, kept)


def _find_again(rows: list[Sent], model: type[Model], entry: Initiative) -> None:
    """Gives the rows that were removed the key of the row that is there in their place, or none."""
    living = {str(row.pk): row for row in model._default_manager.filter(**{owner_of(model): entry})}
    claimed = {row.get("id") for row in rows}
    unclaimed = {_identity(_as_sent(row)): key for key, row in living.items() if key not in claimed}
    for row in rows:
        if row.get("id") and row["id"] not in living:
            fields = {field: row.get(field, "") for field in row_fields(model)}
            row["id"] = unclaimed.pop(_identity(fields), "")


def _take_out(data: QueryDict, name: str) -> list[Sent]:
    """The rows that were sent, taken out of `data`."""
    try:
        total = min(int(str(data[f"{name}-TOTAL_FORMS"])), DEFAULT_MAX_NUM)
    except ValueError:
        total = 0
    rows: list[Sent] = [{} for _ in range(total)]
    for key in [key for key in data if key.startswith(f"{name}-")]:
        number, _, field = key.removeprefix(f"{name}-").partition("-")
        if number.isdecimal() and int(number) < total:
            rows[int(number)][field] = str(data[key])
            del data[key]
    return rows


def _put_in(data: QueryDict, name: str, rows: list[Sent]) -> None:
    for number, row in enumerate(rows):
        for field, value in row.items():
            data[f"{name}-{number}-{field}"] = value
    data[f"{name}-TOTAL_FORMS"] = str(len(rows))
    data[f"{name}-INITIAL_FORMS"] = str(sum(bool(row.get("id")) for row in rows))


def _as_sent(row: Any) -> Sent:
    """The values of a row as a form would send them."""
    values = {name: row.serializable_value(name) for name in row_fields(type(row))}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _identity(fields: Sent) -> str:
    """What tells a row apart: the first thing that it says."""
    return next((value.strip() for value in fields.values() if value.strip()), "")
