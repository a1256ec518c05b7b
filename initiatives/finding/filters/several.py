"""The filters that are facets: each parses, narrows, and says which entries have which values.

A facet's options are a mapping from the value in the address to its label, in the order they are
shown in.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Protocol

import django_filters
from django.db import models
from django.utils import timezone
from pyroaring import BitMap

from initiatives.finding.filters.fields import ValuesField
from initiatives.finding.search import Hits
from initiatives.finding.snapshot import Snapshot, count_each, union
from initiatives.language import reader_form
from initiatives.models import Phase
from initiatives.models.kinds import KINDS


class Asked(Protocol):
    """What a filter knows of the set that it belongs to."""

    snapshot: Snapshot

    @property
    def hits(self) -> Hits: ...


class SharedFilter(django_filters.Filter):
    """A filter that is copied for each request without what it refers to, which never changes."""

    parent: Asked

    def __deepcopy__(self, memo: dict[int, Any]) -> "SharedFilter":
        # As `copy.copy` does it for a plain object, which takes some time to find out what it is.
        shared = object.__new__(type(self))
        shared.__dict__.update(self.__dict__)
        return shared


class FacetFilter(SharedFilter):
    """Any of the chosen values. Subclasses say where values come from and who has them."""

    field_class = ValuesField
    is_long = False

    @property
    def snapshot(self) -> Snapshot:
        return self.parent.snapshot

    @cached_property
    def options(self) -> Mapping[str, str]:
        raise NotImplementedError

    @property
    def field(self) -> ValuesField:
        if not hasattr(self, "_field"):
            self._field = ValuesField(options=self.options, label=self.label, required=False)
        return self._field

    def by_value(self) -> Mapping[str, BitMap]:
        """The entries that have each value."""
        raise NotImplementedError

    def entries(self, values: tuple[str, ...]) -> BitMap | None:
        """The entries that have any of `values`; None, which narrows nothing, without any."""
        by_value = self.by_value()
        return union(by_value[value] for value in values) if values else None

    def counts(self, matching: BitMap) -> Mapping[str, int]:
        """How many of the `matching` entries each option has."""
        return count_each(self.by_value(), matching, self.snapshot.published)


class LinkFacet(FacetFilter):
    """Terms or places that entries are linked to; those of its members are its own too."""

    def __init__(self, kind: str, *, is_long: bool = False, **kwargs: Any) -> None:
        """`kind` is the name of one of `models.kinds`."""
        self.kind, self.is_long = kind, is_long
        # What is no kind is told of by `initiatives.checks`.
        label: Any = KINDS[kind].label if kind in KINDS else kind
        super().__init__(label=label, **kwargs)

    @cached_property
    def options(self) -> Mapping[str, str]:
        return self.snapshot.labels(self.kind)

    def by_value(self) -> Mapping[str, BitMap]:
        return self.snapshot.by_value(self.kind)


@cache
def _labels(choices: type[models.TextChoices], form: str) -> Mapping[str, str]:
    """The labels by value; `form` is active."""
    return {value: str(label) for value, label in choices.choices}


class ChoiceFacet(FacetFilter):
    """Values of a field of the entry itself."""

    def __init__(self, choices: type[models.TextChoices], **kwargs: Any) -> None:
        self.choices = choices
        super().__init__(**kwargs)

    @cached_property
    def options(self) -> Mapping[str, str]:
        return _labels(self.choices, reader_form())

    def by_value(self) -> Mapping[str, BitMap]:
        entries = self.snapshot.families[self.field_name or ""]
        return {value: entries[value] for value in self.choices.values}


class PhaseFacet(ChoiceFacet):
    """Ongoing, finished or unknown, seen from today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Phase, **kwargs)

    def by_value(self) -> Mapping[str, BitMap]:
        return self.snapshot.by_phase(timezone.localdate().year)
