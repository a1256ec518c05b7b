"""Terms and places, as a program gets them."""

import pytest

from initiatives.models import Municipality, PartnerAlias, Region
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db


def test_terms_have_both_forms_other_wordings_and_a_number(client, tokke):
    told = client.get("/api/v1/terms").json()
    own = {term["slug"]: term for term in told["activities"]}["eigen-nettstad"]
    assert own["label"] == {"nn": "Eigen nettstad", "nb": "Eget nettsted"}
    assert own["initiatives"] == 1
    assert [
        term
        for terms in (told["activities"], told["target_groups"])
        for term in terms
        if term["aliases"]
    ]


def test_partners_have_their_kind_and_other_wordings(client, reference_data):
    partner = PartnerFactory(slug="a", name_nn="A")
    PartnerAlias.objects.create(term=partner, wording="Aa")
    make_initiative(partners=["a"])
    make_initiative(partners=["a"], status="draft")
    assert client.get("/api/v1/terms").json()["partners"] == [
        {
            "slug": "a",
            "label": {"nn": "A", "nb": None},
            "kind": "anna",
            "website": "",
            "aliases": ["Aa"],
            "initiatives": 1,
        }
    ]


def test_codes_have_labels_in_both_forms(client, reference_data):
    codes = client.get("/api/v1/terms?lang=nb").json()["codes"]
    assert codes["phase"][1] == {
        "value": "finished",
        "label": {"nn": "Avslutta", "nb": "Avsluttet"},
    }


def test_codes_are_those_of_every_closed_list_that_is_told(client, reference_data):
    codes = client.get("/api/v1/terms").json()["codes"]
    own = ["original_form", "scope", "organisation", "assessment", "phase"]
    assert list(codes) == [*own, "basis", "kind", "written_form"]


def test_places_have_points_former_numbers_and_a_number(client, tokke):
    told = client.get("/api/v1/places").json()
    place = {place["number"]: place for place in told["municipalities"]}["4034"]
    assert (place["name"], place["county"], place["initiatives"]) == ("Tokke", "40", 1)
    assert (place["latitude"], place["longitude"]) == (59.445, 8.0049)
    assert "0833" in [former["number"] for former in place["former"]]
    assert [len(told[key]) for key in ("municipalities", "counties")] == [357, 15]
    assert {county["number"]: county["initiatives"] for county in told["counties"]}["40"] == 1


def test_regions_name_their_municipalities(client, reference_data):
    region = Region.objects.create(slug="prove", name="Prøve")
    region.municipalities.set(Municipality.objects.filter(number__in=["4034", "0301"]))
    told = {region["slug"]: region for region in client.get("/api/v1/places").json()["regions"]}
    assert told["prove"]["municipalities"] == ["0301", "4034"]


@pytest.mark.parametrize(("path", "queries"), [("terms", 13), ("places", 7)])
def test_number_of_queries(client, tokke, django_assert_num_queries, path, queries):
    client.get("/api/v1/counts")
    with django_assert_num_queries(queries):
        client.get(f"/api/v1/{path}")
