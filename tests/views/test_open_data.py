"""The pages about open data and about the API."""

import re

import pytest

from initiatives.outgoing.api.document import document

pytestmark = pytest.mark.django_db

PAGES = ["/nn/apne-data/", "/nb/apne-data/", "/nn/apne-data/api/", "/nb/apne-data/api/"]


def addresses(html: str) -> list[str]:
    """Where the links of a page lead, but for those within it."""
    found = re.findall(r'<a [^>]*href="([^"#]+)"', html)
    return [address.replace("&amp;", "&") for address in found]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(client, tokke, path):
    own = {
        address
        for address in addresses(client.get(path).content.decode())
        if address.startswith("/")
    }
    answers = {address: client.get(address) for address in own - {"/admin/"}}
    assert [address for address, response in answers.items() if response.status_code != 200] == []
    for response in answers.values():
        response.getvalue()  # reads files to their end, which closes them


@pytest.mark.parametrize("path", PAGES)
def test_links_within_the_page_lead_somewhere(client, tokke, path):
    html = client.get(path).content.decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


@pytest.mark.parametrize("path", PAGES)
def test_page_fetches_nothing_from_elsewhere_and_runs_nothing(client, tokke, path):
    html = client.get(path).content.decode()
    assert re.findall(r'(?:src|action)="https?:', html) == []
    assert ("<style" in html, " style=" in html, "<script>" in html) == (False, False, False)


def test_all_operations_and_schemas_are_told(client, tokke):
    html = client.get("/nn/apne-data/api/").content.decode()
    told = document()
    assert [path for path in told["paths"] if f"GET /api/v1{path}</code>" not in html] == []
    assert [name for name in told["components"]["schemas"] if f'id="{name}"' not in html] == []


@pytest.mark.parametrize("path", PAGES)
def test_number_of_queries(client, tokke, django_assert_num_queries, path):
    client.get(path)
    with django_assert_num_queries(1):
        client.get(path)
