"""The names that a script offers while a reader writes."""

import pytest
from django.http import QueryDict

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Municipality
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def test_every_name_to_search_for_finds_something_and_is_searched_whole(client, tokke):
    names = client.get("/nn/forslag.json").json()["q"]
    assert {"Tokke", "Telemark", "Vest-Telemark", "Vertskapsordning"} < set(names)
    for name in names:
        query = QueryDict(mutable=True)
        query["q"] = name
        asked = InitiativeFilter(query, current_snapshot())
        assert (len(asked.matching), asked.notices) == (1, []), name


def test_names_of_drafts_are_not_searched_for(client, reference_data):
    make_initiative(activities=["brev"], status="draft")
    assert client.get("/nn/forslag.json").json()["q"] == []


def test_every_municipality_is_offered_and_understood(client, reference_data):
    names = client.get("/nn/forslag.json").json()["kommune"]
    assert len(names) == Municipality.objects.count()
    for name in names:
        asked = InitiativeFilter(QueryDict(f"kommune={name}"), current_snapshot())
        [(_parameter, number)] = asked.canonical.pairs
        assert Municipality.objects.get(number=number).name == name


def test_labels_are_in_the_form_of_the_address(client, reference_data):
    make_initiative(activities=["eigen-nettstad"])
    assert [client.get(f"/{form}/forslag.json").json()["q"] for form in ("nn", "nb")] == [
        ["Eigen nettstad"],
        ["Eget nettsted"],
    ]


def test_is_not_for_search_engines(client, reference_data):
    response = client.get("/nn/forslag.json")
    assert (response["Content-Type"], response["X-Robots-Tag"]) == (
        "application/json",
        "noindex, nofollow",
    )
