"""Terms and places by what stands for them in a cell: an address word or number, new or old."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from initiatives.models import FormerMunicipality, Municipality, kinds


class Finder:
    """All rows of a model, read in at most two queries when the first is asked for."""

    def __init__(self, model: type[Model]) -> None:
        self.model, self.kind = model, kinds.of(model)

    @cached_property
    def keys(self) -> dict[str, int]:
        """Keys by the value of today."""
        return dict(self.model._default_manager.values_list(self.kind.key, "pk"))

    @cached_property
    def former(self) -> dict[str, list[str]]:
        """The values of today by each former one; several for a municipality that was split."""
        found: dict[str, list[str]] = {}
        pairs: Iterable[tuple[str, str]]
        if self.model is Municipality:
            pairs = FormerMunicipality.objects.values_list("number", "successor__number")
        elif self.kind.former_slug is None:
            return found
        else:
            pairs = self.model._default_manager.exclude(former_slugs=None).values_list(
                "former_slugs__slug", "slug"
            )
        for old, new in pairs:
            found.setdefault(old, []).append(new)
        return found

    def today(self, text: str) -> str:
        """The value of today; `ValueError` in words. A spreadsheet may have lost leading zeros."""
        value = text.zfill(self.digits) if text.isascii() and text.isdigit() else text
        if value in self.keys:
            return value
        new = self.former.get(value, [])
        if len(new) > 1:
            named = {"text": text, "today": ", ".join(sorted(new))}
            raise ValueError(_("“%(text)s” was split. Write one of %(today)s.") % named)
        if not new:
            raise ValueError(_("There is no “%(text)s”.") % {"text": text})
        return new[0]

    @property
    def digits(self) -> int:
        """Of a number; 0 for what has an address word."""
        number: Any = self.model._meta.get_field(self.kind.key)
        return number.max_length if self.kind.key == "number" else 0

    @cached_property
    def values(self) -> dict[int, str]:
        """The values of today by key."""
        return {key: value for value, key in self.keys.items()}
