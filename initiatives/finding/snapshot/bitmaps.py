"""Families of bitmaps: for each value of one kind, the set of entries that have it."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from pyroaring import BitMap

Value = TypeVar("Value", bound=Hashable)

# No entries. As every bitmap of a snapshot it is never changed.
NONE = BitMap()

# Roaring bitmaps keep up to this many of 65,536 slots as a sorted list, more as a bit for each.
_LONGEST_LIST = 4096
_SLOTS = 65_536
# Fewer than this are looked up fast enough in any way.
_FEW = 500


class Gathering(Generic[Value]):
    """Pairs of value and slot on their way into a family."""

    def __init__(self) -> None:
        self.slots: dict[Value, array[int]] = defaultdict(_new_array)

    def add(self, value: Value, slot: int) -> None:
        self.slots[value].append(slot)

    def add_all(self, pairs: Iterable[tuple[Value, int]]) -> None:
        slots = self.slots
        for value, slot in pairs:
            slots[value].append(slot)


def _new_array() -> "array[int]":
    return array("I")


class Bitmaps(Mapping[Value, BitMap]):
    """The entries of each value. Immutable; a value that no entry has is empty, and no key."""

    def __init__(self, bitmaps: Mapping[Value, BitMap]) -> None:
        self._bitmaps = bitmaps

    @classmethod
    def of(cls, gathered: Gathering[Value], among: BitMap) -> "Bitmaps[Value]":
        """The family of what was gathered, as far as it is in `among`.

        Not compressed to runs: many short ones take hardly less memory and ten times longer to
        count.
        """
        found = {value: BitMap(slots, optimize=False) for value, slots in gathered.slots.items()}
        return cls(found).among(among)

    def __getitem__(self, value: Value) -> BitMap:
        return self._bitmaps.get(value, NONE)

    def __iter__(self) -> Iterator[Value]:
        return iter(self._bitmaps)

    def __len__(self) -> int:
        return len(self._bitmaps)

    def __contains__(self, value: object) -> bool:
        return value in self._bitmaps

    def among(self, slots: BitMap) -> "Bitmaps[Value]":
        """This family without the entries that are not in `slots`."""
        return Bitmaps(
            {value: kept for value, bitmap in self._bitmaps.items() if (kept := bitmap & slots)}
        )

    def union(self, values: Iterable[Value]) -> BitMap:
        """The entries that have any of `values`."""
        return union(self[value] for value in values)

    def union_where(self, condition: Callable[[Value], bool]) -> BitMap:
        return union(bitmap for value, bitmap in self._bitmaps.items() if condition(value))

    def updated(self, slots: BitMap, gathered: Gathering[Value]) -> "Bitmaps[Value]":
        """This family where `slots` have the values that were gathered and no others."""
        bitmaps = dict(self._bitmaps)
        for value, bitmap in self._bitmaps.items():
            if bitmap.intersect(slots):
                bitmaps[value] = bitmap - slots
                if not bitmaps[value]:
                    del bitmaps[value]
        for value, added in gathered.slots.items():
            bitmaps[value] = bitmaps.get(value, NONE) | BitMap(added, optimize=False)
        return Bitmaps(bitmaps)


def union(bitmaps: Iterable[BitMap]) -> BitMap:
    """The union of any number of bitmaps, none included. The result must not be changed."""
    several = [bitmap for bitmap in bitmaps if bitmap]
    if not several:
        return NONE
    return several[0] if len(several) == 1 else BitMap.union(*several)


def count_each(
    bitmaps: Mapping[Value, BitMap], among: BitMap, everything: BitMap
) -> dict[Value, int]:
    """How many entries of `among` each bitmap has; all of them lie within `everything`.

    A selection that is kept as lists takes up to seven times as long to compare as one that is kept
    as bits. What is missing from it is kept as bits then, so that is counted and subtracted.
    """
    longest = _LONGEST_LIST * (everything.max() // _SLOTS + 1) if everything else 0
    if _FEW < len(among) <= longest:
        count = (everything - among).intersection_cardinality
        return {value: len(bitmap) - count(bitmap) for value, bitmap in bitmaps.items()}
    count = among.intersection_cardinality
    return {value: count(bitmap) for value, bitmap in bitmaps.items()}
