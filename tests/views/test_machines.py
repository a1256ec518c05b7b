"""What machines ask for: health, robots.txt, the sitemap, and the headers that keep pages safe."""

import re

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def test_health_with_database(client):
    response = client.get("/helse/")
    assert (response.status_code, response.json()) == (200, {"database": "ok", "snapshot": "not loaded yet"})
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
    assert {"Disallow: /nn/tiltak/?*&", "Disallow: /nb/tiltak/?q=", "Disallow: /admin/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_sitemap_has_entries_in_both_forms(client, tokke):
    InitiativeFactory(slug="utkast", status="draft")
    InitiativeFactory(slug="dome", is_example=True)
    xml = client.get("/sitemap.xml").content.decode()
    for form in ("nn", "nb"):
        assert f"<loc>http://testserver/{form}/tiltak/{tokke.slug}/</loc>" in xml
    assert f'hreflang="nb" href="http://testserver/nb/tiltak/{tokke.slug}/"' in xml
    assert ("utkast" in xml, "dome" in xml) == (False, False)


def test_sitemap_has_places_and_terms_in_use(client, reference_data):
    make_initiative(activities=["brev"], municipalities=["4034"])
    make_initiative(activities=["annonsering"], municipalities=["4036"], status="draft")
    found = re.findall(
        r"<loc>http://testserver/nb/([a-z]+/[^<]+)/</loc>", client.get("/sitemap.xml").content.decode()
    )
    words = ("aktivitet", "malgruppe", "kommune", "fylke", "region")
    assert [path for path in found if path.startswith(words)] == [
        "fylke/40-telemark",
        "region/vest-telemark",
        "kommune/4034-tokke",
        "aktivitet/brev",
    ]


def test_sitemap_has_no_page_that_is_kept_from_robots(client, tokke):
    xml = client.get("/sitemap.xml").content.decode()
    found = re.findall(r"<loc>http://testserver(/nn/[^<]*)</loc>", xml)
    assert len(found) > 20
    assert [path for path in found if "X-Robots-Tag" in client.get(path)] == []


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
    assert ("<style" in html, " style=" in html, "<script>" in html, " onclick=" in html) == (False,) * 4
