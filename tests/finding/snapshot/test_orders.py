"""An order gives any page of any selection, and stays right when it is brought up to date."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from initiatives.finding.snapshot import orders
from initiatives.finding.snapshot.orders import SlotOrder

SLOTS = st.integers(min_value=1, max_value=60)
KEYS = st.one_of(st.integers(-3, 3))


def listed(order: SlotOrder, among: BitMap) -> list[int]:
    return order.page(among, 0, len(among) + 1)


def test_equal_keys_stand_by_slot() -> None:
    assert listed(SlotOrder.of([(1, 9), (0, 5), (1, 3)]), BitMap([3, 5, 9])) == [5, 3, 9]


def test_keys_may_be_texts() -> None:
    assert listed(SlotOrder.of([("b", 1), ("a", 2)]), BitMap([1, 2])) == [2, 1]


def test_page_beyond_the_end_is_empty() -> None:
    assert SlotOrder.of([(1, 1)]).page(BitMap([1]), 1, 20) == []


def test_empty_order_takes_its_first_slots() -> None:
    assert listed(SlotOrder.of([]).updated(BitMap(), [(2, 1), (1, 2)]), BitMap([1, 2])) == [2, 1]


@given(
    pairs=st.dictionaries(SLOTS, KEYS),
    changes=st.lists(
        st.tuples(st.sets(SLOTS, max_size=3), st.dictionaries(SLOTS, KEYS, max_size=3))
    ),
    among=st.sets(SLOTS),
    start=st.integers(0, 30),
    length=st.integers(0, 30),
)
@settings(deadline=None)
def test_pages_are_those_of_a_sorted_list(pairs, changes, among, start, length) -> None:
    """With blocks of four, so that they fill, split and empty."""
    usual, orders.BLOCK_LENGTH = orders.BLOCK_LENGTH, 4
    try:
        order = SlotOrder.of((key, slot) for slot, key in pairs.items())
        for removed, added in changes:
            order = order.updated(
                BitMap(removed | set(added)), [(key, slot) for slot, key in added.items()]
            )
            pairs = {slot: key for slot, key in pairs.items() if slot not in removed} | added
        expected = sorted((key, slot) for slot, key in pairs.items())
        wanted = [slot for _key, slot in expected if slot in among][start : start + length]
        assert order.page(BitMap(among), start, length) == wanted
        assert len(order) == len(pairs)
    finally:
        orders.BLOCK_LENGTH = usual
