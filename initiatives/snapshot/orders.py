"""An order of entries that finds any page of any selection without walking all of it."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyroaring import BitMap

BLOCK_LENGTH = 1024


@dataclass(frozen=True)
class Block:
    """Neighbours in an order: the sort key and the slot of each, and the slots once more as a set."""

    keys: Sequence[Any]
    slots: Sequence[int]
    members: BitMap

    @classmethod
    def of(cls, pairs: Sequence[tuple[Any, int]]) -> "Block":
        slots = array("I", [slot for _key, slot in pairs])
        keys: Sequence[Any] = [key for key, _slot in pairs]
        if keys and isinstance(keys[0], int):
            keys = array("q", keys)  # a quarter of the memory
        return cls(keys, slots, BitMap(slots))

    @property
    def last(self) -> tuple[Any, int]:
        return self.keys[-1], self.slots[-1]

    @property
    def pairs(self) -> Iterator[tuple[Any, int]]:
        return zip(self.keys, self.slots, strict=True)


class SlotOrder:
    """Slots by sort key, lowest first; equal keys by slot. Immutable."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks

    @classmethod
    def of(cls, pairs: Iterable[tuple[Any, int]]) -> "SlotOrder":
        """The order of `(sort key, slot)` pairs that come in any order."""
        ordered = sorted(pairs)
        return cls([Block.of(ordered[i : i + BLOCK_LENGTH]) for i in range(0, len(ordered), BLOCK_LENGTH)])

    def __len__(self) -> int:
        return sum(len(block.slots) for block in self.blocks)

    def page(self, among: BitMap, start: int, length: int) -> list[int]:
        """Up to `length` slots of `among` in this order, from the one at position `start` (from 0)."""
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
        blocks = [block for kept in self.blocks if (block := _without(kept, removed)).slots]
        for pair in added:
            _insert(blocks, pair)
        return SlotOrder(blocks)


def _without(block: Block, removed: BitMap) -> Block:
    if not block.members.intersect(removed):
        return block
    return Block.of([pair for pair in block.pairs if pair[1] not in removed])


def _insert(blocks: list[Block], pair: tuple[Any, int]) -> None:
    """Puts a pair in its block, which is split when it has grown to twice the usual length."""
    number = min(bisect_left(blocks, pair, key=lambda block: block.last), len(blocks) - 1)
    pairs = list(blocks[number].pairs)
    pairs.insert(bisect_left(pairs, pair), pair)
    half = len(pairs) // 2 if len(pairs) >= 2 * BLOCK_LENGTH else len(pairs)
    blocks[number : number + 1] = [Block.of(part) for part in (pairs[:half], pairs[half:]) if part]
