"""JSON for programs: what it is, and each entry as an object."""

import json

import pytest

from initiatives.outgoing.exports import rows
from initiatives.outgoing.exports.json import write
from tests.factories import make_initiative
from tests.outgoing.exports import ROOT, about, ask

pytestmark = pytest.mark.django_db


def read(query=""):
    asked = ask(query)
    return json.loads("".join(write(asked, about(asked), ROOT)))


def test_metadata_say_what_was_asked(tokke):
    told = read("fylke=40&aktivitet=tull")["metadata"]
    assert told.pop("made_at")[:2] == "20"
    assert told == {
        "title": "Tiltak: Telemark",
        "language": "nn",
        "url": f"{ROOT}/nn/tiltak/?fylke=40",
        "filters": [{"filter": "Fylke", "value": "Telemark"}],
        "order": "Nyaste først",
        "total": 1,
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "notices": ["Aktivitet: verdien «tull» finst ikkje og vart ikkje brukt."],
    }


def test_object_holds_the_entry(tokke):
    [record] = read()["initiatives"]
    expected = {
        "slug": tokke.slug,
        "url": f"{ROOT}/nn/tiltak/{tokke.slug}/",
        "original_form": "nn",
        "title": {"nn": "Småsamfunnsprosjekt og bulyst i Tokke", "nb": None},
        "municipalities": [{"number": "4034", "name": "Tokke"}],
        "counties": [{"number": "40", "name": "Telemark"}],
        "target_groups": [{"slug": "alle", "label": "Alle typar innflyttarar"}],
        "phase": "finished",
        "first_year": 2012,
        "last_year": 2014,
        "confirmed_on": None,
        "is_example": False,
    }
    assert {key: record[key] for key in expected} == expected
    assert [project["name"]["nn"] for project in record["projects"]] == [
        "Lårdal Liv Laga",
        "Dalen+",
    ]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5])
def test_any_number_of_entries_gives_an_array(reference_data, monkeypatch, number):
    monkeypatch.setattr(rows, "PORTION", 2)
    for _ in range(number):
        make_initiative()
    assert len(read()["initiatives"]) == number


def test_hostile_text_comes_out_as_it_went_in(reference_data):
    title = '"],}</script>\\ \u2028 😀'
    make_initiative(slug="a", title_nn=title)
    assert read()["initiatives"][0]["title"]["nn"] == title
