"""What the kinds of terms and partners have in common when they are merged.

Entries are linked to most kinds (`links`); a kind of partner has partners instead.
"""

from typing import Any

from django.db.models import Manager, Model

from initiatives.language import FORMS, Written, written
from initiatives.models import Partner, kinds


def rows_of(model: type[Model], relation: str) -> Manager[Any]:
    """The rows of all terms of a kind under one of `links`, `aliases`, `former_slugs` and
    `partners`.
    """
    return model._meta.get_field(relation).related_model._base_manager  # type: ignore[union-attr]


def has_links(model: type[Model]) -> bool:
    """Whether entries are linked to terms of this kind themselves."""
    return kinds.of(model) in kinds.LINKED


def label_in(term: Any, form: str) -> Written:
    """The label or name in a form, or in the other where that is empty."""
    return written(term, "name" if isinstance(term, Partner) else "label", form)


def labels_of(term: Any) -> list[str]:
    """The labels or names in both forms, each once."""
    return list(dict.fromkeys(str(label_in(term, form)) for form in FORMS))


def folded(wording: str) -> str:
    """A wording by which two that differ in case or spaces are the same."""
    return " ".join(wording.split()).casefold()
