"""The columns of the tables: what stands in a cell for a row, and what a cell makes of the row.

django-import-export asks a column (its `Field`) to read the cell and to set the attribute. A cell
that cannot be read raises `ValueError` with the reason in words.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export.fields import Field

from initiatives.desk.bulk.cells import Cell, normal
from initiatives.desk.bulk.finding import Finder
from initiatives.language import FORMS

BETWEEN = " | "
ENDINGS = tuple(f"_{form}" for form in FORMS)
YES = {"ja", "yes", "1", "x", "true", "sann"}
NO = {"", "nei", "no", "0", "false", "usann"}


class Column(Field):
    """Text. `heading` stands over the column, which is known by it in both forms and by `name`."""

    def __init__(self, name: str, heading: str | Promise) -> None:
        super().__init__(attribute=name, column_name=name)
        self.name, self.heading = name, heading
        self.form = name.rpartition("_")[2] if name.endswith(ENDINGS) else ""

    @property
    def title(self) -> str:
        """The heading in the active form."""
        title = str(capfirst(str(self.heading)))
        return f"{title} [{self.form}]" if self.form else title

    @property
    def logged(self) -> str:
        """The heading as the log keeps it: before translation, where it is not of one form."""
        with translation.override(translation.get_language() if self.form else None):
            return self.title

    def titles(self) -> set[str]:
        """All that the column may be called in a file, folded."""
        found = {self.name}
        for form in FORMS:
            with translation.override(form):
                found.add(self.title)
        return {fold(title) for title in found}

    def value(self, row: Any) -> Any:
        """What the row has: something that can be compared."""
        return getattr(row, self.name)

    def cell(self, row: Any) -> Cell:
        """What stands in the table for a row, as it will come back."""
        return normal(self.value(row) or "")

    def shown(self, row: Any) -> str:
        """What a preview shows of a row."""
        return str(self.cell(row))

    def read(self, text: str) -> Any:
        return text

    def save(
        self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        value = self.read(row[self.name])
        # What a spreadsheet does to line breaks and blanks is no change.
        if not (isinstance(value, str) and value == normal(getattr(instance, self.name) or "")):
            setattr(instance, self.name, value)


class Key(Column):
    """The address word that finds a row. It is set for new rows only."""

    def save(
        self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        if instance.pk is None:
            instance.slug = row[self.name]


class Choice(Column):
    """A value out of a closed list, by label or by code. An empty cell changes nothing."""

    def __init__(self, name: str, heading: str | Promise, choices: type[TextChoices]) -> None:
        super().__init__(name, heading)
        self.choices = choices

    def cell(self, row: Any) -> Cell:
        return str(self.choices(self.value(row)).label) if self.value(row) else ""

    @cached_property
    def known(self) -> dict[str, str]:
        """The codes by all that they may be called, folded."""
        known = {fold(value): value for value in self.choices.values}
        for form in FORMS:
            with translation.override(form):
                known |= {fold(str(label)): value for value, label in self.choices.choices}
        return known

    def read(self, text: str) -> str:
        if fold(text) not in self.known:
            options = ", ".join(f"“{label}”" for label in self.choices.labels)
            raise ValueError(
                _("“%(text)s” cannot be chosen. Write one of %(options)s.")
                % {"text": text, "options": options}
            )
        return self.known[fold(text)]

    def save(
        self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        if row[self.name]:
            super().save(instance, row, is_m2m, **kwargs)


class YesNo(Column):
    def cell(self, row: Any) -> Cell:
        return _("yes") if self.value(row) else ""

    def read(self, text: str) -> bool:
        if fold(text) not in YES | NO:
            raise ValueError(_("“%(text)s” is neither yes nor no.") % {"text": text})
        return fold(text) in YES


class Day(Column):
    """A date, as 2024-05-31 or as Norwegian spreadsheets write it."""

    def cell(self, row: Any) -> Cell:
        day: date | None = self.value(row)
        return day

    def shown(self, row: Any) -> str:
        return self.value(row).isoformat() if self.value(row) else ""

    def read(self, text: str) -> date | None:
        if not text:
            return None
        for layout in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"):
            try:
                return datetime.strptime(text, layout).date()  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                continue
        raise ValueError(_("“%(text)s” is not a date. Write it as 2024-05-31.") % {"text": text})


class Whole(Column):
    def cell(self, row: Any) -> Cell:
        number: int | None = self.value(row)
        return number

    def read(self, text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text or "0"):
            raise ValueError(_("“%(text)s” is not a whole number.") % {"text": text})
        return int(text or 0)


class KindColumn(Column):
    """The one row that a row belongs to, by address word."""

    def __init__(self, name: str, heading: str | Promise, finder: Finder) -> None:
        super().__init__(name, heading)
        self.finder = finder

    def value(self, row: Any) -> str:
        return self.finder.values.get(getattr(row, f"{self.name}_id"), "")

    def save(
        self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        value = self.finder.today(row[self.name])
        setattr(instance, f"{self.name}_id", self.finder.keys[value])


class ListColumn(Column):
    """Several values in one cell, in order, which `row.lists` has: words, numbers or wordings."""

    def __init__(self, name: str, heading: str | Promise, finder: Finder | None = None) -> None:
        """`finder` knows the values that there are; without it any text is one."""
        super().__init__(name, heading)
        self.finder = finder

    def value(self, row: Any) -> Sequence[str]:
        values: Sequence[str] = row.lists[self.name]
        return values

    def cell(self, row: Any) -> Cell:
        return BETWEEN.join(part.replace("|", r"\|") for part in self.value(row))

    def read(self, text: str) -> tuple[str, ...]:
        between = r"(?<!\\)\|" if self.finder is None else r"[|,;\n]"
        parts = [
            part.strip().replace(r"\|", "|") for part in re.split(between, text) if part.strip()
        ]
        return tuple(
            dict.fromkeys(self.finder.today(part) if self.finder else part for part in parts)
        )

    def save(
        self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        instance.lists[self.name] = self.read(row[self.name])


def fold(text: str) -> str:
    """A heading or a choice by which two that differ in case or blanks are the same."""
    return " ".join(text.split()).casefold()
