"""What maps show: sizes of dots, places that are chosen, and small maps of places."""

import math

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Municipality
from initiatives.pages.geometry import coarse
from initiatives.pages.maps import CountyMap, Placing, Thumbnail
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def asked(query=""):
    return InitiativeFilter(QueryDict(query), current_snapshot())


def fill(*numbers):
    for number in numbers:
        make_initiative(municipalities=[number])


def test_areas_of_dots_are_in_proportion(reference_data):
    fill(*["4034"] * 16, *["4036"] * 4)
    large, small = CountyMap.with_dots(asked()).dots
    assert (large.tally.count, small.tally.count) == (16, 4)
    assert math.isclose(large.radius, 2 * small.radius, abs_tol=1)


def test_few_entries_have_no_large_dot(reference_data):
    fill("4034")
    few = CountyMap.with_dots(asked()).dots[0].radius
    fill(*["4034"] * 9)
    assert few < CountyMap.with_dots(asked()).dots[0].radius


def test_key_names_no_number_twice(reference_data):
    fill("4034", "4034", "4036")
    assert [dot.count for dot in CountyMap.with_dots(asked()).key] == [1, 2]


def test_counties_are_shaded_and_chosen_ones_marked(reference_data):
    fill("4034", "4601", "4601")
    counties = {c.tally.value: c for c in CountyMap.of(asked("fylke=40")).counties}
    assert (counties["40"].shade, counties["40"].is_chosen) == (1, True)
    assert (counties["46"].shade, counties["46"].is_chosen) == (0, False)
    assert len(counties) == 15


def test_empty_catalogue_has_a_map(reference_data):
    empty = CountyMap.with_dots(asked())
    assert ([c.shade for c in empty.counties], empty.dots, empty.key) == ([0] * 15, [], [])


def test_placing_tells_what_has_no_dot(reference_data):
    fill("4034")
    make_initiative(counties=["46"])
    make_initiative()
    assert Placing.of(asked()) == Placing(nowhere=1, county_wide=1)


def test_thumbnail_has_points_and_marked_counties(reference_data, django_assert_num_queries):
    tokke = Municipality.objects.get(number="4034")
    with django_assert_num_queries(0):
        small = Thumbnail.of([tokke], ["40"])
    assert small.marked == [coarse().counties["40"].path]
    assert len(small.unmarked) == 14
    x, y = coarse().frame.place(tokke.longitude, tokke.latitude)
    assert small.points == [(round(x), round(y))]


def test_small_map_of_counties_links_to_each(reference_data, django_assert_num_queries):
    fill("4034")
    question = asked()
    with django_assert_num_queries(0):
        small = CountyMap.of(question)
        html = render_to_string(
            "components/small_county_map.html", {"map": small, "heading": "Kart"}
        )
    assert (html.count("<a href="), html.count('href="/nn/tiltak/?fylke=40"')) == (1, 1)
    assert (html.count('class="step-'), html.count("<circle")) == (15, 0)
