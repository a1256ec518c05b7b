"""The one address of what is asked."""

import re
from collections.abc import Iterable
from functools import cached_property

from initiatives.finding.address import PAGE, SORT, TRAY, Address
from initiatives.finding.filters.narrowing import Narrowing
from initiatives.finding.filters.validation import MOST_COMPARED


def canonical_order(parameters: Iterable[str]) -> list[str]:
    """The parameters in the order of the address: that of the page, but that selling points stand
    before target groups, as they have in every address that was shared.
    """
    names = [*parameters, PAGE]
    names.insert(names.index("malgruppe"), names.pop(names.index("argument")))
    return names


def _repaired_page(value: str) -> str:
    """A page number without what says nothing: leading zeros, and the first page itself."""
    number = (value.lstrip("0") or "0") if re.fullmatch("[0-9]+", value) else value
    return "" if number == "1" else number


class CanonicalAddress(Narrowing):
    """What is asked as an address: of what can be used, and of what the reader wrote, put right."""

    @cached_property
    def address(self) -> Address:
        """The canonical address of what is asked, without a page."""
        asked = self.usable | {
            TRAY: tuple(self.tray),
            SORT: None if self.sort == self.usual_sort else self.sort,
        }
        pairs = []
        for name, value in asked.items():
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(name, str(v)) for v in values if v]
        return Address.of(pairs)

    @cached_property
    def canonical(self) -> Address:
        """The one address of this page: what was asked, put right, with what the reader is told was
        ignored.

        What is called something else today stands as that: see `led_on`.
        """
        put_right = {name: self._put_right(name, values) for name, values in self.data.lists()}
        address = Address.of((name, value) for name in put_right for value in put_right[name])
        laid_aside = put_right.get(TRAY, [])
        is_too_many = len(set(laid_aside)) > MOST_COMPARED
        return address.with_given_order(TRAY, laid_aside) if is_too_many else address

    def _put_right(self, name: str, values: list[str]) -> list[str]:
        """The values of a parameter as they are called today; of a single one the last."""
        if name in self.facets() or name == TRAY:
            today = self.moved if name == TRAY else self.led_on.get(name, {})
            return [today.get(value, value) for value in values]
        if name == PAGE:
            return [_repaired_page(values[-1])]
        return [self._repaired(name, values[-1])] if name in self.filters else []

    def _repaired(self, name: str, value: str) -> str:
        """A single value as its field reads it; as it is where the reader must be told about it."""
        parsed = self.filters[name].field.clean(value)
        if parsed.notices:
            return value
        if name == SORT:
            return next(iter(self.address.values(SORT)), "")
        return str(parsed.value or "")

    @property
    def split(self) -> list[tuple[str, list[tuple[str, Address]]]]:
        """The names and former numbers of several municipalities of today, each with the names to
        choose from and their addresses.
        """
        several = {name: places for name, places in self._named.items() if len(places) > 1}
        return [
            (name, [(str(place), self.address.with_("kommune", place.value)) for place in places])
            for name, places in several.items()
        ]
