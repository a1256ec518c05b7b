"""The front page in both forms."""

import pytest

from initiatives.finding.snapshot import current_snapshot
from tests.factories import make_initiative
from tests.views import slugs_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_shows_the_newest(client, tokke, form):
    response = client.get(f"/{form}/")
    assert response.status_code == 200
    assert slugs_of(response.context["newest"]) == [tokke.slug]


def test_ways_in_are_the_most_used(client, tokke):
    make_initiative(activities=["vertskapsordning"], target_groups=["kvinner"])
    make_initiative(activities=["vertskapsordning"], status="draft")
    response = client.get("/nn/")
    assert [(t.value, t.count) for t in response.context["activities"].options][:2] == [
        ("vertskapsordning", 2),
        ("rekrutteringsarrangement-utanfor", 1),
    ]
    assert [(t.value, t.count) for t in response.context["target_groups"].options] == [
        ("alle", 1),
        ("kvinner", 1),
    ]


@pytest.mark.parametrize("path", ["/nn/", "/nb/", "/nn/om/", "/nb/om/"])
def test_empty_catalogue_is_no_error(client, reference_data, path):
    assert client.get(path).status_code == 200


def test_sets_no_cookie(client, tokke):
    assert client.get("/nn/").cookies == {}


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries(client, reference_data, django_assert_num_queries, number):
    for _ in range(number):
        make_initiative(
            activities=["brev"], target_groups=["ungdom"], municipalities=["4034"], counties=["46"]
        )
    current_snapshot()
    with django_assert_num_queries(2):
        client.get("/nn/")


@pytest.mark.parametrize(
    "path", ["/nn/", "/nn/tiltak/", "/nn/statistikk/", "/nn/om/", "/nn/fylke/40-telemark/"]
)
def test_catalogue_with_made_up_examples_says_so_on_its_pages(client, tokke, path):
    notice = "Til utprøving: Oppdikta døme (2) er med i alle tal."
    assert notice not in client.get(path).content.decode()
    for _ in range(2):
        make_initiative(is_example=True)
    assert notice in client.get(path).content.decode()
