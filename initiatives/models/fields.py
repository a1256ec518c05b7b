"""Fields of our own: years that may be unknown, and addresses of web pages."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.forms import Field

FIRST_YEAR, LAST_YEAR = 1900, 2100


class YearField(models.PositiveSmallIntegerField[int | None, int | None]):
    """A calendar year between `FIRST_YEAR` and `LAST_YEAR`, or None when it is not known."""

    def __init__(self, verbose_name: object = None, **options: object) -> None:
        options.setdefault("null", True)
        options.setdefault("blank", True)
        options.setdefault(
            "validators", [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
        )
        super().__init__(verbose_name, **options)  # type: ignore[arg-type]


def year_constraint(field: str, name: str) -> models.CheckConstraint:
    """The rule in the database that the year `field` is empty or a year we can mean."""
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__range": (FIRST_YEAR, LAST_YEAR)}), name=name
    )


class WebAddressField(models.URLField[str, str]):
    """The address of a web page; one that is typed without a scheme is taken for https."""

    def formfield(self, **options: Any) -> Field | None:
        return super().formfield(**{"assume_scheme": "https", **options})
