"""The filters that are facets: each parses, narrows, and counts what its values would give.

A facet's options are a mapping from the value in the address to its label, in the order they are shown in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import django_filters
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from initiatives.filters.fields import ValuesField
from initiatives.language import sort_key
from initiatives.models import CountyLink, Initiative, InitiativeQuerySet, MunicipalityLink, Phase


class FacetFilter(django_filters.Filter):
    """Any of the chosen values. Subclasses say where values come from, what they mean and how to count."""

    field_class = ValuesField
    is_long = False

    @cached_property
    def options(self) -> Mapping[str, str]:
        raise NotImplementedError

    @property
    def field(self) -> ValuesField:
        if not hasattr(self, "_field"):
            self._field = ValuesField(options=self.options, label=self.label, required=False)
        return self._field

    def filter(self, qs: QuerySet, value: tuple[str, ...]) -> QuerySet:
        return qs.filter(self.meaning(value)) if value else qs

    def meaning(self, values: Iterable[str]) -> Q:
        """The condition that an entry has any of `values`."""
        raise NotImplementedError

    def counts(self, matching: QuerySet) -> Mapping[str, int]:
        """How many of the `matching` entries each value has; a value that has none may be missing."""
        raise NotImplementedError


class LinkFacet(FacetFilter):
    """Values reached through a link model. One query for the options and one for the counts."""

    def __init__(
        self,
        link: type[models.Model],
        path: str,
        options: QuerySet,
        *,
        key: str = "slug",
        is_alphabetical: bool = False,
        is_long: bool = False,
        **kwargs: Any,
    ) -> None:
        """`path` leads from the link to the value; `key` is the value's field on the option's model."""
        self.link, self.path, self.choices, self.key = link, path, options, key
        self.is_alphabetical, self.is_long = is_alphabetical, is_long
        super().__init__(**kwargs)

    @cached_property
    def options(self) -> Mapping[str, str]:
        labels = [(getattr(option, self.key), str(option)) for option in self.choices.all()]
        if self.is_alphabetical:
            labels.sort(key=lambda pair: sort_key(pair[1]))
        return dict(labels)

    def meaning(self, values: Iterable[str]) -> Q:
        links = self.link._default_manager.filter(**{f"{self.path}__in": values})
        return Q(pk__in=links.values("initiative"))

    def counts(self, matching: QuerySet) -> Mapping[str, int]:
        links = self.link._default_manager.filter(initiative__in=matching.values("pk"))
        rows = links.order_by().values_list(self.path).annotate(Count("initiative", distinct=True))
        return {value: count for value, count in rows if value is not None}


class CountyFacet(LinkFacet):
    """Counties that follow from the municipalities or are set directly."""

    def meaning(self, values: Iterable[str]) -> Q:
        municipalities = MunicipalityLink.objects.filter(term__county__number__in=values)
        return super().meaning(values) | Q(pk__in=municipalities.values("initiative"))

    def counts(self, matching: QuerySet) -> Mapping[str, int]:
        entries = matching.values("pk")
        direct = CountyLink.objects.filter(initiative__in=entries)
        derived = MunicipalityLink.objects.filter(initiative__in=entries)
        pairs = (
            direct.order_by()
            .values_list("initiative", "term__number")
            .union(derived.order_by().values_list("initiative", "term__county__number"))
            .order_by()
        )
        return Counter(number for _initiative, number in pairs)


class ChoiceFacet(FacetFilter):
    """Values of a field of the entry itself."""

    def __init__(self, choices: type[models.TextChoices], **kwargs: Any) -> None:
        self.choices = choices
        super().__init__(**kwargs)

    @cached_property
    def options(self) -> Mapping[str, str]:
        return {value: str(label) for value, label in self.choices.choices}

    def meaning(self, values: Iterable[str]) -> Q:
        return Q(**{f"{self.field_name}__in": values})

    def counts(self, matching: QuerySet) -> Mapping[str, int]:
        return dict(matching.order_by().values_list(self.field_name).annotate(Count("pk")))


class PhaseFacet(ChoiceFacet):
    """Ongoing, finished or unknown, seen from today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Phase, **kwargs)

    def meaning(self, values: Iterable[str]) -> Q:
        entries = Initiative.objects.with_phase(timezone.localdate().year).filter(current_phase__in=values)
        return Q(pk__in=entries.values("pk"))

    def counts(self, matching: InitiativeQuerySet) -> Mapping[str, int]:  # type: ignore[override]
        return super().counts(matching.with_phase(timezone.localdate().year))
