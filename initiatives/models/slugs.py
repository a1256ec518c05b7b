"""Address words that nothing else has."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from initiatives.language import make_slug

MAX_LENGTH = 100


def unused_slug(text: str, fallback: str, others: Iterable[QuerySet[Any]]) -> str:
    """The address word of `text`, with a number behind it where one of `others` has it already.

    One query for each of `others`. A text without letters gives `fallback`.
    """
    slug = make_slug(text)[:MAX_LENGTH].strip("-") or fallback
    taken = {
        value
        for rows in others
        for value in rows.filter(slug__startswith=slug).values_list("slug", flat=True)
    }
    number = 2
    unused = slug
    while unused in taken:
        unused = f"{slug}-{number}"
        number += 1
    return unused
