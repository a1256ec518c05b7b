"""The entries that are asked for, and their order."""

from collections.abc import Mapping
from functools import cached_property, reduce
from operator import and_

from pyroaring import BitMap

from initiatives.finding import search
from initiatives.finding.address import SEARCH, SORT
from initiatives.finding.filters.orders import NEWEST, RELEVANCE
from initiatives.finding.filters.several import FacetFilter
from initiatives.finding.filters.validation import Validation
from initiatives.finding.snapshot.orders import SlotOrder
from initiatives.language import reader_form


class Narrowing(Validation):
    """What every filter lets through, each on its own and all together."""

    @property
    def usual_sort(self) -> str:
        """The order no address needs to name: by relevance for a search, else newest first."""
        return RELEVANCE if self.usable[SEARCH] else NEWEST

    @property
    def sort(self) -> str:
        """The order asked for, or the usual one."""
        asked = self.usable[SORT]
        is_usable = asked and (asked != RELEVANCE or self.usual_sort == RELEVANCE)
        return asked if is_usable else self.usual_sort

    def facets(self) -> dict[str, FacetFilter]:
        """The filters that are facets, by parameter, in the order of the page."""
        return self._facets

    @cached_property
    def _facets(self) -> dict[str, FacetFilter]:
        return {name: f for name, f in self.filters.items() if isinstance(f, FacetFilter)}

    @cached_property
    def hits(self) -> search.Hits:
        """What the search finds, whatever else is asked."""
        return search.find(self.snapshot, self.usable[SEARCH])

    @cached_property
    def _narrowing(self) -> Mapping[str, BitMap]:
        """The entries that each filter lets through, of the filters that are set."""
        found = {name: self.filters[name].entries(value) for name, value in self.usable.items()}
        narrowing = {name: entries for name, entries in found.items() if entries is not None}
        if self.usable["fra"] or self.usable["til"]:
            narrowing["fra"] = self.snapshot.active_between(self.usable["fra"], self.usable["til"])
        return narrowing

    def narrow(self, without: str | None = None) -> BitMap:
        """The entries that every filter lets through, but for the filter `without`."""
        kept = (entries for name, entries in self._narrowing.items() if name != without)
        return reduce(and_, kept, self.snapshot.published)

    @cached_property
    def matching(self) -> BitMap:
        """The entries asked for."""
        return self.narrow()

    def page(self, start: int, length: int) -> list[int]:
        """The keys of up to `length` of the entries asked for, in order, from position `start`."""
        tiers = self.hits.tiers if self.sort == RELEVANCE else [self.snapshot.published]
        keys: list[int] = []
        for tier in tiers:
            among = self.matching & tier
            keys += self._order.page(among, start, length - len(keys))
            start = max(0, start - len(among))
        return keys

    @property
    def _order(self) -> SlotOrder:
        name = {RELEVANCE: NEWEST, "title": f"title_{reader_form()}"}.get(self.sort, self.sort)
        return self.snapshot.orders[name]
