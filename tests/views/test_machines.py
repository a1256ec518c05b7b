"""What machines ask for: health, robots.txt, the sitemap, and the headers that keep pages safe."""

import re

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from initiatives.outgoing.sitemaps import InitiativeSitemap
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def test_health_with_database(client):
    response = client.get("/helse/")
    assert (response.status_code, response.json()) == (
        200,
        {"database": "ok", "snapshot": "not loaded yet"},
    )
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("error", [DatabaseError, InterfaceError, OperationalError])
def test_health_without_database(client, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(connection, "cursor", fail)
    response = client.get("/helse/")
    assert (response.status_code, response.json()) == (503, {"database": "unavailable"})


def test_robots_disallow_combinations_and_search(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert {"Disallow: /nn/tiltak/?*&", "Disallow: /nb/tiltak/?q=", "Disallow: /admin/"} <= set(
        lines
    )
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def addresses(client, path):
    return re.findall(r"<loc>http://testserver([^<]*)</loc>", client.get(path).content.decode())


def test_sitemap_is_an_index_of_all(client, tokke):
    assert addresses(client, "/sitemap.xml") == [
        f"/sitemap-{name}.xml" for name in ("pages", "initiatives", "places", "terms")
    ]


def test_sitemap_goes_on_where_there_are_many_entries(client, tokke, monkeypatch):
    monkeypatch.setattr(InitiativeSitemap, "limit", 2)
    InitiativeFactory(slug="b")
    index = addresses(client, "/sitemap.xml")
    assert [path for path in index if "initiatives" in path] == [
        "/sitemap-initiatives.xml",
        "/sitemap-initiatives.xml?p=2",
    ]
    found = addresses(client, index[1]) + addresses(client, index[2])
    assert found == [
        f"/{form}/tiltak/{slug}/" for slug in ("b", tokke.slug) for form in ("nn", "nb")
    ]


def test_sitemap_has_entries_in_both_forms(client, tokke):
    InitiativeFactory(slug="utkast", status="draft")
    InitiativeFactory(slug="dome", is_example=True)
    xml = client.get("/sitemap-initiatives.xml").content.decode()
    for form in ("nn", "nb"):
        assert f"<loc>http://testserver/{form}/tiltak/{tokke.slug}/</loc>" in xml
    assert f'hreflang="nb" href="http://testserver/nb/tiltak/{tokke.slug}/"' in xml
    assert ("utkast" in xml, "dome" in xml) == (False, False)


def test_sitemap_has_places_and_terms_in_use(client, reference_data):
    make_initiative(activities=["brev"], municipalities=["4034"])
    make_initiative(activities=["annonsering"], municipalities=["4036"], status="draft")
    found = addresses(client, "/sitemap-places.xml") + addresses(client, "/sitemap-terms.xml")
    assert [path for path in found if path.startswith("/nb/")] == [
        "/nb/fylke/40-telemark/",
        "/nb/region/vest-telemark/",
        "/nb/kommune/4034-tokke/",
        "/nb/aktivitet/brev/",
    ]


def test_sitemap_has_no_page_that_is_kept_from_robots(client, tokke):
    found = [path for part in addresses(client, "/sitemap.xml") for path in addresses(client, part)]
    in_nynorsk = [path for path in found if path.startswith("/nn/")]
    assert len(in_nynorsk) > 20
    assert [path for path in in_nynorsk if "X-Robots-Tag" in client.get(path)] == []


def test_sitemap_that_has_not_changed_is_not_made_again(client, tokke):
    first = client.get("/sitemap-initiatives.xml")
    again = client.get("/sitemap-initiatives.xml", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/sitemap-tull.xml").status_code == 404


@pytest.mark.parametrize("path", ["/nn/", "/nn/tiltak/", "/admin/login/"])
def test_policy_allows_nothing_inline_and_nothing_from_elsewhere(client, reference_data, path):
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "http" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/nn/",
        "/nn/tiltak/",
        "/nn/om/",
        "/nn/finst-ikkje/",
        "/nn/kommune/4034-tokke/",
        "/nn/kommune/",
        "/nn/kart/",
        "/nn/statistikk/",
        "/nn/side-om-side/",
        "/nn/aktivitet/brev/",
    ],
)
def test_pages_have_nothing_inline(client, tokke, path):
    html = client.get(path).content.decode()
    assert ("<style" in html, " style=" in html, "<script>" in html, " onclick=" in html) == (
        False,
    ) * 4
