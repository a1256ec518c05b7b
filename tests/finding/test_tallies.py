"""Steps of shading, and shares in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.finding.tallies import SHADES, Scale, Tally, share_of


def tally(count, total):
    return Tally("brev", "Brev", count, total, None)


@pytest.mark.parametrize(
    ("highest", "texts"),
    [
        (0, ["0"]),
        (1, ["0", "1"]),
        (5, ["0", "1", "2", "3", "4", "5"]),
        (6, ["0", "1–2", "3–4", "5–6"]),
        (52, ["0", "1–12", "13–24", "25–36", "37–48", "49–60"]),
    ],
)
def test_shades_have_round_limits(highest, texts):
    assert [shade.text for shade in Scale(highest).shades] == texts


@given(highest=st.integers(1, 10**6), share=st.floats(0, 1))
def test_every_number_is_in_its_own_shade(highest, share):
    scale, number = Scale(highest), round(highest * share)
    shade = scale.shades[scale.shade(number)]
    assert shade.low <= number <= shade.high
    assert len(scale.shades) <= SHADES + 1


@pytest.mark.parametrize(
    ("count", "total", "percent", "share"),
    [
        (0, 0, 0, "0\xa0%"),
        (0, 7, 0, "0\xa0%"),
        (1, 3, 33.3, "33\xa0%"),
        (7, 7, 100, "100\xa0%"),
        (1, 50, 2, "2\xa0%"),
    ],
)
def test_share_of_all(count, total, percent, share):
    assert (tally(count, total).percent, tally(count, total).share) == (percent, share)


def test_small_share_is_not_none():
    assert tally(1, 10_000).share != tally(0, 10_000).share


@pytest.mark.parametrize(
    ("count", "total", "share"),
    [
        (1, 250, "under 1 %"),
        (3, 301, "1\xa0%"),
        (1346, 10_000, "13\xa0%"),
        (299, 300, "99\xa0%"),
        (300, 300, "100\xa0%"),
    ],
)
def test_share_is_rounded_once(count, total, share):
    assert share_of(count, total) == share
