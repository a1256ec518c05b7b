"""GeoJSON for maps: a feature for each entry, where its municipalities are."""

import json

import pytest

from initiatives.outgoing.exports.geojson import write
from tests.factories import make_initiative
from tests.outgoing.exports import ROOT, about, ask

pytestmark = pytest.mark.django_db


def features():
    asked = ask("sorter=title")
    read = json.loads("".join(write(asked, about(asked), ROOT)))
    assert (read["type"], read["metadata"]["total"]) == ("FeatureCollection", len(read["features"]))
    return read["features"]


@pytest.mark.parametrize(
    ("places", "geometry"),
    [
        ({"municipalities": ["4034"]}, {"type": "Point", "coordinates": [8.0049, 59.445]}),
        ({"counties": ["40"]}, None),
        ({}, None),
    ],
)
def test_entry_is_where_its_municipality_is(reference_data, places, geometry):
    make_initiative(slug="a", **places)
    [feature] = features()
    assert (feature["type"], feature["id"], feature["geometry"]) == ("Feature", "a", geometry)


def test_entry_of_several_municipalities_has_a_point_in_each(reference_data):
    make_initiative(municipalities=["4034", "0301"])
    geometry = features()[0]["geometry"]
    assert (geometry["type"], len(geometry["coordinates"])) == ("MultiPoint", 2)
    assert all(
        4 < longitude < 32 and 57 < latitude < 72 for longitude, latitude in geometry["coordinates"]
    )


def test_properties_are_plain(tokke):
    properties = features()[0]["properties"]
    assert (properties["title"], properties["lang"]) == (
        "Småsamfunnsprosjekt og bulyst i Tokke",
        "nn",
    )
    assert properties["municipalities"] == ["Tokke"]
    assert [value for value in properties.values() if isinstance(value, dict)] == []


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries(reference_data, django_assert_num_queries, number):
    for _ in range(number):
        make_initiative(municipalities=["4034"])
    asked = ask()
    with django_assert_num_queries(13):
        list(write(asked, about(asked), ROOT))
