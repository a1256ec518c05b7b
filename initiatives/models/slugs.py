"""Address words that nothing else has."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet

from initiatives.language import make_slug

MAX_LENGTH = 100


def unused_slug(row: Model, text: str, others: Iterable[QuerySet]) -> str:
    """The address word of `text` for `row`, with a number behind it where one of `others` has it already.

    One query for each of `others`. A text without letters gives the model's name.
    """
    slug = make_slug(text)[:MAX_LENGTH].strip("-") or str(row._meta.model_name)
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
