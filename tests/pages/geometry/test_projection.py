"""The projection: what it leaves alone, what it keeps, and where the municipalities of the outlines
fall.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.pages.geometry import Frame

KILOMETRES = Frame(radius_km=6371.0, meridian=15.0, left_km=0, top_km=0, units_per_km=1)
LONGITUDES, LATITUDES = st.floats(4, 32), st.floats(57, 72)


def test_meridian_is_true_to_scale():
    x, y = KILOMETRES.place(15.0, 60.0)
    assert (x, y) == pytest.approx((0, -6371 * math.radians(60)))


def test_frame_moves_and_scales():
    frame = Frame(radius_km=6371.0, meridian=15.0, left_km=-100, top_km=-7000, units_per_km=2)
    x, y = KILOMETRES.place(10.0, 60.0)
    assert frame.place(10.0, 60.0) == pytest.approx(((x + 100) * 2, (y + 7000) * 2))


@given(LONGITUDES, LATITUDES)
def test_east_and_west_of_the_meridian_mirror_each_other(longitude, latitude):
    x, y = KILOMETRES.place(longitude, latitude)
    assert KILOMETRES.place(30.0 - longitude, latitude) == pytest.approx((-x, y))


@given(LONGITUDES, LATITUDES)
def test_small_distances_are_alike_in_all_directions(longitude, latitude):
    """Norway is so near the meridian that nothing is more than two per cent too large."""
    x, y = KILOMETRES.place(longitude, latitude)
    step, km_per_degree = 0.001, 6371 * math.pi / 180
    east = math.dist(KILOMETRES.place(longitude + step, latitude), (x, y)) / math.cos(
        math.radians(latitude)
    )
    north = math.dist(KILOMETRES.place(longitude, latitude + step), (x, y))
    assert east == pytest.approx(north, rel=1e-3)
    assert 0.999 < north / (step * km_per_degree) < 1.02
