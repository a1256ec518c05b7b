"""The filters that are no facets: one value each, or none that narrows."""

from pyroaring import BitMap

from initiatives.finding.filters.fields import OneOfField, SearchField, SlugsField, YearField
from initiatives.finding.filters.several import SharedFilter


class SearchFilter(SharedFilter):
    """Free search. The hits are found once, however many facets count among them."""

    field_class = SearchField

    def entries(self, query: str) -> BitMap | None:
        return self.parent.hits.entries if query else None


class YearFilter(SharedFilter):
    """One end of a span of years; the span as a whole narrows in `filters.narrowing`."""

    field_class = YearField

    def entries(self, year: int | None) -> BitMap | None:
        return None


class TrayFilter(SharedFilter):
    """Entries that are laid aside to be compared, which narrows nothing."""

    field_class = SlugsField

    def entries(self, slugs: tuple[str, ...]) -> BitMap | None:
        return None


class SortFilter(SharedFilter):
    """The order of the list, which narrows nothing."""

    field_class = OneOfField

    def entries(self, name: str) -> BitMap | None:
        return None
