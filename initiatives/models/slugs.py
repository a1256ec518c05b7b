"""Address words that nothing else has."""

from django.db.models import Model

from initiatives.language import make_slug

MAX_LENGTH = 100


def unused_slug(model: type[Model], text: str) -> str:
    """The address word of `text`, with a number behind it where another row of `model` has it already.

    One query. A text without letters gives the model's name.
    """
    slug = make_slug(text)[:MAX_LENGTH].strip("-") or str(model._meta.model_name)
    taken = set(model._default_manager.filter(slug__startswith=slug).values_list("slug", flat=True))
    number = 2
    unused = slug
    while unused in taken:
        unused = f"{slug}-{number}"
        number += 1
    return unused
