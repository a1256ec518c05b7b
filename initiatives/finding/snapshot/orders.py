"""An order of entries that finds any page of any selection without walking all of it."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from typing import Any

from pyroaring import BitMap

BLOCK_LENGTH = 1024


@dataclass(frozen=True)
class Block:
    """Neighbours in an order: the sort key and slot of each, and the slots once more as a set."""

    keys: MutableSequence[Any]
    slots: "array[int]"
    members: BitMap

    @classmethod
    def of(cls, pairs: Sequence[tuple[Any, int]]) -> "Block":
        slots = array("I", [slot for _key, slot in pairs])
        keys: MutableSequence[Any] = [key for key, _slot in pairs]
        if keys and isinstance(keys[0], int):
            keys = array("q", keys)  # a quarter of the memory
        return cls(keys, slots, BitMap(slots))

    @property
    def last(self) -> tuple[Any, int]:
        return self.keys[-1], self.slots[-1]

    @property
    def pairs(self) -> Iterator[tuple[Any, int]]:
        return zip(self.keys, self.slots, strict=True)

    def find(self, pair: tuple[Any, int]) -> int:
        """The position where `pair` stands, or where it belongs."""
        return bisect_left(
            range(len(self.slots)), pair, key=lambda i: (self.keys[i], self.slots[i])
        )

    def without(self, removed: BitMap) -> "Block":
        """This block without the slots in `removed`; it may have none left."""
        here = self.members & removed
        if not here:
            return self
        keys, slots = self.keys[:], self.slots[:]
        for slot in here:
            position = slots.index(slot)
            del keys[position], slots[position]
        return Block(keys, slots, self.members - here)

    def with_pair(self, pair: tuple[Any, int]) -> "list[Block]":
        """This block with one pair more; as two when it has grown to twice the usual length."""
        position, keys, slots = self.find(pair), self.keys[:], self.slots[:]
        keys.insert(position, pair[0])
        slots.insert(position, pair[1])
        if len(slots) < 2 * BLOCK_LENGTH:
            return [Block(keys, slots, self.members | BitMap([pair[1]]))]
        halves = (slice(None, BLOCK_LENGTH), slice(BLOCK_LENGTH, None))
        return [Block(keys[half], slots[half], BitMap(slots[half])) for half in halves]


class SlotOrder:
    """Slots by sort key, lowest first; equal keys by slot. Immutable."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks

    @classmethod
    def of(cls, pairs: Iterable[tuple[Any, int]]) -> "SlotOrder":
        """The order of `(sort key, slot)` pairs that come in any order."""
        ordered = sorted(pairs)
        return cls(
            [Block.of(ordered[i : i + BLOCK_LENGTH]) for i in range(0, len(ordered), BLOCK_LENGTH)]
        )

    def __len__(self) -> int:
        return sum(len(block.slots) for block in self.blocks)

    def page(self, among: BitMap, start: int, length: int) -> list[int]:
        """Up to `length` slots of `among` in this order, from position `start` (from 0)."""
        page: list[int] = []
        for block in self.blocks:
            if len(page) == length:
                break
            count = block.members.intersection_cardinality(among)
            if start >= count:
                start -= count
                continue
            found = [slot for slot in block.slots if slot in among]
            page += found[start : start + length - len(page)]
            start = 0
        return page

    def updated(self, removed: BitMap, added: Sequence[tuple[Any, int]]) -> "SlotOrder":
        """This order without the slots in `removed`, then with the pairs `added`."""
        if (len(removed) + len(added)) * 8 > len(self):
            kept = (pair for block in self.blocks for pair in block.pairs if pair[1] not in removed)
            return SlotOrder.of([*kept, *added])
        # Most changes leave an entry where it stands in most orders.
        standing = BitMap([pair[1] for pair in added if self._has(pair)]) & removed
        blocks = self._blocks_without(removed - standing)
        for pair in added:
            if pair[1] not in standing:
                number = self._block_for(blocks, pair)
                blocks[number : number + 1] = blocks[number].with_pair(pair)
        return SlotOrder(blocks)

    def _blocks_without(self, removed: BitMap) -> list[Block]:
        if not removed:
            return list(self.blocks)
        return [block for kept in self.blocks if (block := kept.without(removed)).slots]

    def _has(self, pair: tuple[Any, int]) -> bool:
        block = self.blocks[self._block_for(self.blocks, pair)]
        position = block.find(pair)
        return position < len(block.slots) and (block.keys[position], block.slots[position]) == pair

    @staticmethod
    def _block_for(blocks: Sequence[Block], pair: tuple[Any, int]) -> int:
        """The number of the block where a pair stands or belongs."""
        return min(bisect_left(blocks, pair, key=lambda block: block.last), len(blocks) - 1)
