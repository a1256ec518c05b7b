"""The outlines as they are kept: all counties, small enough to send, and around their own
municipalities.
"""

import gzip
import re

import pytest

from initiatives.management.commands.build_fixtures import read_table
from initiatives.pages.geometry import coarse, detailed
from initiatives.pages.geometry.outlines import FOLDER

PICTURES = pytest.mark.parametrize("outlines", [detailed(), coarse()], ids=["detailed", "coarse"])


def corners(path):
    """The corners of an outline, in the map's units."""
    for ring in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", path):
        x, y = int(ring[0]), int(ring[1])
        yield x, y
        numbers = [int(number) for number in re.findall(r"-?\d+", ring[2])]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y


def box(outline):
    xs, ys = zip(*corners(outline.path), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@PICTURES
def test_has_every_county_of_today(outlines):
    assert sorted(outlines.counties) == sorted(row["number"] for row in read_table("counties"))


@PICTURES
def test_shapes_and_labels_are_inside_the_picture(outlines):
    for outline in outlines.counties.values():
        left, top, right, bottom = box(outline)
        assert (left >= 0, top >= 0, right <= outlines.width, bottom <= outlines.height) == (
            True,
        ) * 4
        assert 0 < outline.label[0] < outlines.width
        assert 0 < outline.label[1] < outlines.height


def placed(outlines):
    """The names of all municipalities with where they are, and the box of their county."""
    boxes = {number: box(outline) for number, outline in outlines.counties.items()}
    for row in read_table("municipalities"):
        point = outlines.frame.place(float(row["lon"]), float(row["lat"]))
        yield row["display_name"], point, boxes[row["county_number"]]


@PICTURES
def test_every_municipality_is_in_the_picture(outlines):
    places = {name: point for name, point, _box in placed(outlines)}
    outside = [
        name
        for name, (x, y) in places.items()
        if not (0 < x < outlines.width and 0 < y < outlines.height)
    ]
    assert (len(places), outside) == (357, [])


@PICTURES
def test_municipalities_are_in_their_counties(outlines):
    """Utsira is the one that is too small for a shape and lies far from the others."""
    slack = 5 * outlines.frame.units_per_km
    outside = [
        name
        for name, (x, y), (left, top, right, bottom) in placed(outlines)
        if not (left - slack < x < right + slack and top - slack < y < bottom + slack)
    ]
    assert outside == ["Utsira"]


@pytest.mark.parametrize(("name", "most_bytes"), [("counties", 15_000), ("counties_coarse", 6_000)])
def test_file_is_small_and_carries_its_credit(name, most_bytes):
    stored = (FOLDER / f"{name}.json").read_bytes()
    assert len(gzip.compress(stored)) < most_bytes
    assert "© Kartverket (CC BY 4.0)" in stored.decode()
