"""Families of bitmaps count what is in them, however the entries are kept."""

from random import Random

import pytest
from pyroaring import BitMap

from initiatives.finding.snapshot import NONE, count_each


@pytest.mark.parametrize("total", [600, 6_000, 70_000])
@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.5, 0.7, 1.0])
def test_count_each_counts_what_is_common(total, share) -> None:
    """With selections that are kept as lists and as bits, and as what is missing."""
    rng = Random(total)
    slots = sorted(rng.sample(range(1, 2 * total), total))
    among = set(rng.sample(slots, int(total * share)))
    bitmaps = {size: set(rng.sample(slots, size)) for size in (1, 35, 500)}
    found = count_each({k: BitMap(v) for k, v in bitmaps.items()}, BitMap(among), BitMap(slots))
    assert found == {size: len(bitmap & among) for size, bitmap in bitmaps.items()}


def test_count_each_in_an_empty_catalogue() -> None:
    assert count_each({"a": NONE}, NONE, NONE) == {"a": 0}
