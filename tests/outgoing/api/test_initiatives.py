"""The list, one entry and the counts, as a program gets them."""

import pytest

from initiatives.models import Contact, FormerSlug, Succession
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db

LIST = "/api/v1/initiatives"


def get(client, address, **options):
    response = client.get(address, **options)
    assert response.status_code == 200
    return response.json()


def slugs(answer):
    return [entry["slug"] for entry in answer["initiatives"]]


def test_list_has_the_published_entries_alone(client, tokke):
    for status in ("draft", "in-review", "archived"):
        make_initiative(status=status)
    answer = get(client, LIST)
    assert (answer["total"], slugs(answer)) == (1, [tokke.slug])


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("aktivitet=brev", 1),
        ("aktivitet=brosjyrar", 0),
        ("aktivitet=brosjyrar&aktivitet=brev", 1),
        ("fylke=40&malgruppe=alle", 1),
        ("kommune=0833", 1),
        ("q=bustad", 1),
        ("fra=2013&til=2013", 1),
        ("fra=2020", 0),
        ("omfang=county", 0),
        ("omfang=county&omfang=village", 1),
        ("vurdering=measured", 0),
    ],
)
def test_filters_are_those_of_the_list(client, tokke, query, total):
    assert get(client, f"{LIST}?{query}")["total"] == total


def test_pages_lead_to_each_other(client, reference_data):
    for title in "ABCDE":
        make_initiative(title_nn=title)
    found, address = [], f"{LIST}?sorter=title&per_side=2&lang=nb"
    while address:
        answer = get(client, address)
        found.append((answer["page"], slugs(answer), answer["previous"] is None))
        address = answer["next"]
    assert found == [(1, ["a", "b"], True), (2, ["c", "d"], False), (3, ["e"], False)]
    assert answer["previous"] == f"http://testserver{LIST}?sorter=title&side=2&per_side=2&lang=nb"


def test_page_beyond_the_last_is_empty_and_leads_back(client, tokke):
    answer = get(client, f"{LIST}?side=9")
    assert (answer["total"], slugs(answer), answer["next"]) == (1, [], None)
    assert answer["previous"] == f"http://testserver{LIST}"


def test_labels_and_addresses_are_in_the_form_asked_for(client, tokke):
    [entry] = get(client, f"{LIST}?lang=nb")["initiatives"]
    assert entry["activities"][4] == {"slug": "eigen-nettstad", "label": "Eget nettsted"}
    assert entry["url"] == f"http://testserver/nb/tiltak/{tokke.slug}/"
    assert entry["title"] == {"nn": tokke.title_nn, "nb": None}


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_the_list(client, reference_data, django_assert_num_queries, number):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    get(client, LIST)
    with django_assert_num_queries(13):
        get(client, f"{LIST}?aktivitet=brev")


def test_entry_has_what_its_page_has(client, tokke):
    entry = get(client, f"{LIST}/{tokke.slug}")
    assert entry["body"]["nn"] == tokke.body_nn
    assert entry["activities"][8] == {
        "slug": "bustad",
        "label": "Tilrettelegging av bustad for tilflyttarar",
        "wording": "Tilrettelegging av bustad for tilflyttande",
    }
    assert entry["counties"] == [{"number": "40", "name": "Telemark"}]
    assert [project["name"]["nn"] for project in entry["projects"]] == ["Lårdal Liv Laga", "Dalen+"]


def test_entry_tells_of_its_partners_and_contacts(client, reference_data):
    PartnerFactory(slug="a", name_nn="A", website="https://a.example/")
    entry = make_initiative(slug="x", partners=["a"])
    Contact.objects.create(
        initiative=entry, position=1, organisation="Kommunen", role_nn="Rådgjevar"
    )
    told = get(client, f"{LIST}/x")
    assert told["partners"][0]["kind"]["slug"] == "anna"
    assert told["partners"][0]["website"] == "https://a.example/"
    assert told["contacts"] == [
        {
            "role": {"nn": "Rådgjevar", "nb": None},
            "organisation": "Kommunen",
            "email": "",
            "phone": "",
            "website": "",
        }
    ]


def test_entry_tells_of_published_neighbours_alone(client, reference_data):
    entry = make_initiative(slug="x")
    before, after = make_initiative(slug="before"), make_initiative(slug="after", status="draft")
    Succession.objects.create(predecessor=before, successor=entry)
    Succession.objects.create(predecessor=entry, successor=after)
    told = get(client, f"{LIST}/x")
    assert [ref["slug"] for ref in told["predecessors"]] == ["before"]
    assert told["successors"] == []


def test_old_address_leads_to_the_new(client, tokke):
    FormerSlug.objects.create(slug="gammal", initiative=tokke)
    response = client.get(f"{LIST}/gammal?lang=nb")
    assert (response.status_code, response["Location"]) == (301, f"{LIST}/{tokke.slug}?lang=nb")


@pytest.mark.parametrize("status", ["draft", "in-review", "archived"])
def test_unpublished_entry_is_not_there(client, reference_data, status):
    entry = make_initiative(slug="x", status=status)
    FormerSlug.objects.create(slug="gammal", initiative=entry)
    assert [client.get(f"{LIST}/{slug}").status_code for slug in ("x", "gammal")] == [404, 404]


def test_number_of_queries_of_an_entry(client, tokke, django_assert_num_queries):
    get(client, LIST)
    with django_assert_num_queries(16):
        get(client, f"{LIST}/{tokke.slug}")


def test_counts_leave_out_the_facet_itself(client, tokke):
    make_initiative(activities=["brev"])
    answer = get(client, "/api/v1/counts?aktivitet=vertskapsordning")
    facets = {facet["parameter"]: facet["options"] for facet in answer["facets"]}
    activities = {option["value"]: option for option in facets["aktivitet"]}
    assert answer["total"] == 1
    assert (activities["brev"]["initiatives"], activities["brev"]["is_chosen"]) == (2, False)
    assert (
        activities["vertskapsordning"]["initiatives"],
        activities["brosjyrar"]["initiatives"],
    ) == (1, 0)
    assert {option["value"]: option["initiatives"] for option in facets["fylke"]}["40"] == 1
    assert len(facets["kommune"]) == 357


def test_counts_ask_for_the_version_alone(client, tokke, django_assert_num_queries):
    get(client, "/api/v1/counts")
    with django_assert_num_queries(1):
        get(client, "/api/v1/counts?fylke=40&q=bustad")
