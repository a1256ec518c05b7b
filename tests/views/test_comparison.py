"""Side by side: what is chosen, what is told, and that the way back keeps the list."""

import pytest

from initiatives.models import FormerSlug, Initiative
from tests.factories import TOKKE, make_initiative

pytestmark = pytest.mark.django_db

PATH = "/nn/side-om-side/"


def compared(response):
    return [entry.slug for entry in response.context["comparison"].initiatives]


@pytest.fixture
def two(reference_data):
    make_initiative(slug="a", title_nn="Tiltak A", activities=["brev", "brosjyrar"])
    make_initiative(slug="b", title_nn="Tiltak B", activities=["brev"])


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_two_stand_side_by_side(client, two, form) -> None:
    response = client.get(f"/{form}/side-om-side/?tiltak=a&tiltak=b")
    assert (response.status_code, compared(response)) == (200, ["a", "b"])
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_title_names_what_is_compared(client, two) -> None:
    html = client.get(f"{PATH}?tiltak=a&tiltak=b").content.decode()
    assert "<title>Tiltak A · Tiltak B – " in html


@pytest.mark.parametrize("number", [0, 1, 4])
def test_tray_tells_how_many_are_chosen_and_when_it_is_full(client, reference_data, number) -> None:
    for slug in "abcde":
        make_initiative(slug=slug)
    query = "&".join(f"tiltak={slug}" for slug in "abcde"[:number])
    html = client.get(f"/nn/tiltak/?{query}" if query else "/nn/tiltak/").content.decode()
    assert f"<span data-chosen>{number}</span>" in html
    assert ("<span data-full>" in html, 'data-most="4"' in html) == (number == 4, True)


@pytest.mark.parametrize(("query", "found"), [("", []), ("?tiltak=a", ["a"])])
def test_fewer_than_two_are_told_how_to_choose(client, two, query, found) -> None:
    response = client.get(PATH + query)
    assert (compared(response), response.context["comparison"].is_possible) == (found, False)


def test_more_than_four_are_told_and_the_first_chosen_kept(client, reference_data) -> None:
    for slug in "abcde":
        make_initiative(slug=slug)
    response = client.get(PATH + "?" + "&".join(f"tiltak={slug}" for slug in "edcba"))
    assert (compared(response), len(response.context["notices"])) == (["b", "c", "d", "e"], 1)


@pytest.mark.parametrize("slug", ["finst-ikkje", "utkast", "%00", "%3Cb%3E", "a" * 500])
def test_unknown_and_unpublished_are_told_and_ignored(client, two, slug) -> None:
    make_initiative(slug="utkast", status="draft")
    response = client.get(f"{PATH}?tiltak=a&tiltak=b&tiltak={slug}", follow=True)
    assert (compared(response), len(response.context["notices"])) == (["a", "b"], 1)


def test_addresses_that_lead_nowhere_take_no_place(client, two) -> None:
    query = "&".join(f"tiltak={slug}" for slug in ("x0", "x1", "x2", "x3", "a", "b"))
    response = client.get(f"{PATH}?{query}", follow=True)
    [notice] = response.context["notices"]
    assert notice.endswith(" å samanlikne med adressene «x0», «x1», «x2», «x3».")
    assert compared(response) == ["a", "b"]


def test_the_same_twice_is_once(client, two) -> None:
    response = client.get(PATH + "?tiltak=b&tiltak=a&tiltak=a")
    assert (response.status_code, response.url) == (301, PATH + "?tiltak=a&tiltak=b")


def test_former_address_leads_to_the_one_of_today(client, two) -> None:
    FormerSlug.objects.create(slug="aa", initiative=Initiative.objects.get(slug="a"))
    response = client.get(PATH + "?tiltak=aa&tiltak=b")
    assert (response.status_code, response.url) == (301, PATH + "?tiltak=a&tiltak=b")


def test_way_back_keeps_filters_and_what_is_laid_aside(client, two) -> None:
    response = client.get(PATH + "?aktivitet=brev&tiltak=a&tiltak=b")
    assert (
        'href="/nn/tiltak/?aktivitet=brev&amp;tiltak=a&amp;tiltak=b"' in response.content.decode()
    )


def test_canonical_address_is_that_of_the_compared_alone(client, two) -> None:
    html = client.get(PATH + "?aktivitet=brev&tiltak=a&tiltak=b").content.decode()
    assert 'rel="canonical" href="http://testserver/nn/side-om-side/?tiltak=a&amp;tiltak=b"' in html


def test_four_take_a_fixed_number_of_queries(client, tokke, django_assert_num_queries) -> None:
    for slug in "abc":
        make_initiative(slug=slug, activities=["brev"], municipalities=["4034"])
    client.get("/nn/")
    with django_assert_num_queries(17):
        client.get(f"{PATH}?tiltak=a&tiltak=b&tiltak=c&tiltak={TOKKE}")
