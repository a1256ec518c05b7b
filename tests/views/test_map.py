"""The map: the list's filters, numbers as links to just those, and nothing in the address breaks
it.
"""

import re

import pytest

from initiatives.finding.snapshot import current_snapshot
from initiatives.finding.tallies import make_tallies
from initiatives.pages import maps
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

MAP = "/nn/kart/"


def counts(tallies):
    return {tally.value: tally.count for tally in tallies if tally.count}


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_shows_tokke_in_its_county_and_municipality(client, tokke, form):
    response = client.get(f"/{form}/kart/")
    assert (counts(response.context["counties"]), counts(response.context["municipalities"])) == (
        {"40": 1},
        {"4034": 1},
    )
    html = response.content.decode()
    for query in ("?fylke=40", "?kommune=4034"):
        assert html.count(f'href="/{form}/tiltak/{query}"') == 2  # in the picture and in the table


def test_every_value_is_counted_once(client, tokke, monkeypatch):
    counted = []
    monkeypatch.setattr(
        maps, "make_tallies", lambda asked, name: counted.append(name) or make_tallies(asked, name)
    )
    client.get(MAP)
    assert counted == ["fylke", "kommune"]


def test_filters_narrow_and_are_kept_by_links(client, tokke):
    make_initiative(municipalities=["4601"], activities=["brosjyrar"])
    response = client.get(f"{MAP}?aktivitet=brosjyrar")
    assert counts(response.context["counties"]) == {"46": 1}
    html = response.content.decode()
    assert 'href="/nn/tiltak/?aktivitet=brosjyrar&amp;fylke=46"' in html
    assert 'href="/nn/tiltak/?aktivitet=brosjyrar"' in html
    assert 'href="/nn/statistikk/?aktivitet=brosjyrar"' in html
    assert 'href="/nb/kart/?aktivitet=brosjyrar"' in html


def test_chip_leads_to_the_map_without_it(client, tokke):
    html = client.get(f"{MAP}?fylke=40").content.decode()
    assert 'data-removable href="/nn/kart/"' in html


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("fylke=40&sorter=title&side=3", "?fylke=40"),
        ("utm=x", ""),
        ("kommune=0833", "?kommune=4034"),
    ],
)
def test_address_is_put_right(client, reference_data, query, canonical):
    response = client.get(f"{MAP}?{query}")
    assert (response.status_code, response["Location"]) == (301, f"{MAP}{canonical}")


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", '"><b>', "\x00", "a" * 10_000])
@pytest.mark.parametrize("name", ["fylke", "kommune", "fra", "q"])
def test_hostile_value_is_told_and_escaped(client, tokke, name, value):
    response = client.get(MAP, {name: value}, follow=True)
    assert response.status_code == 200
    assert ("<script>alert" in response.content.decode(), '"><b>' in response.content.decode()) == (
        False,
    ) * 2


@pytest.mark.parametrize(("query", "robots"), [("", None), ("?fylke=40", "noindex, nofollow")])
def test_robots_may_keep_only_the_bare_page(client, tokke, query, robots):
    response = client.get(MAP + query)
    assert response.get("X-Robots-Tag") == robots
    assert ('content="noindex, nofollow"' in response.content.decode()) is bool(robots)


def test_has_shapes_of_all_counties_and_nothing_inline(client, tokke):
    html = client.get(MAP).content.decode()
    assert len(re.findall(r'<path class="step-\d"', html)) == 15
    assert ("<style" in html, " style=" in html, " onclick=" in html) == (False,) * 3


def test_county_that_no_outline_has_is_in_the_table_only(client, reference_data):
    from_now = make_initiative(counties=["03"])
    from_now.counties.model.objects.filter(number="03").update(number="99")
    response = client.get(MAP)
    assert (response.status_code, counts(response.context["counties"])) == (200, {"99": 1})


@pytest.mark.parametrize("number", [0, 1])
def test_entries_without_a_place_are_told_of_where_there_are_any(client, tokke, number):
    for _ in range(number):
        make_initiative()
    assert ("har ingen stad" in client.get(MAP).content.decode()) is bool(number)


def test_empty_catalogue_is_no_error(client, reference_data):
    assert client.get(MAP).status_code == 200


def test_numbers_in_names_are_of_the_list(client, tokke):
    """What a link says is what the list says."""
    make_initiative(municipalities=["4034"])
    assert client.get("/nn/tiltak/?fylke=40").context["page"].paginator.count == 2
    assert "Telemark: 2 " in client.get(MAP).content.decode()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("query", ["", "?aktivitet=brev&fylke=40"])
def test_number_of_queries(client, reference_data, django_assert_num_queries, number, query):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034", "4601"], counties=["46"])
    current_snapshot()
    with django_assert_num_queries(2):
        client.get(MAP + query)
    with django_assert_num_queries(1):
        client.get(MAP + query)
