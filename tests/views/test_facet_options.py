"""All the options of one facet on a page of their own."""

import pytest

pytestmark = pytest.mark.django_db


def test_shows_every_municipality(client, tokke):
    response = client.get("/nn/tiltak/alle/kommune/?aktivitet=brev")
    assert len(response.context["facet"].options) == 357
    assert 'href="/nn/tiltak/?aktivitet=brev&amp;kommune=4034"' in response.content.decode()


def test_chosen_option_leads_away_from_it(client, tokke):
    html = client.get("/nn/tiltak/alle/kommune/?kommune=4034").content.decode()
    assert '<a class="ds-link" href="/nn/tiltak/" aria-current="true">Tokke</a>' in html


def test_former_municipality_redirects_and_split_gives_a_choice(client, reference_data):
    response = client.get("/nn/tiltak/alle/fylke/?kommune=0833")
    assert (response.status_code, response["Location"]) == (
        301,
        "/nn/tiltak/alle/fylke/?kommune=4034",
    )
    assert (
        "/nn/tiltak/?kommune=1508"
        in client.get("/nn/tiltak/alle/fylke/?kommune=1507").content.decode()
    )


@pytest.mark.parametrize("name", ["q", "side", "sorter", "tull", "fra"])
def test_what_is_no_facet_is_not_found(client, reference_data, name):
    assert client.get(f"/nn/tiltak/alle/{name}/").status_code == 404


def test_is_kept_from_robots(client, reference_data):
    assert "noindex, nofollow" in client.get("/nn/tiltak/alle/fylke/").content.decode()
