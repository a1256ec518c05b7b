"""Validators, what caches may keep, and one address for each page."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils.http import http_date, parse_http_date

from initiatives.models import CatalogueVersion, Funding, Initiative
from initiatives.pages import caching
from tests.factories import TOKKE, make_initiative

pytestmark = pytest.mark.django_db

PAGES = [
    "/nn/",
    "/nb/om/",
    "/nn/tiltak/",
    "/nn/tiltak/?aktivitet=brev",
    "/nn/tiltak/alle/kommune/",
    f"/nb/tiltak/{TOKKE}/",
]


@pytest.fixture
def yesterday(tokke) -> None:
    """The last change was long ago, and the build is older still."""
    moment = datetime(2026, 5, 1, 12, tzinfo=UTC)
    CatalogueVersion.objects.update(number=int(moment.timestamp() * 1_000_000))


@pytest.fixture
def no_rendering(monkeypatch):
    """Makes every attempt to render a page an error."""

    def refuse(*_, **__):
        raise AssertionError("rendered")

    return lambda: monkeypatch.setattr("initiatives.views.lists.render", refuse)


@pytest.mark.parametrize("path", PAGES)
def test_who_has_the_page_gets_304_without_rendering(client, tokke, no_rendering, path) -> None:
    first = client.get(path)
    no_rendering()
    second = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content, second["ETag"]) == (304, b"", first["ETag"])
    assert second["Cache-Control"] == first["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_any_cache_may_keep_the_page_and_asks_again(client, tokke, path) -> None:
    response = client.get(path)
    assert set(response["Cache-Control"].split(", ")) == {"public", "no-cache"}
    assert (response.get("Vary", ""), "Set-Cookie" in response.headers) == ("", False)


@pytest.mark.parametrize(
    "change",
    [
        lambda: Initiative.objects.update(title_nn="Ny"),
        lambda: Funding.objects.update(note_nn="Anna"),  # shown on the entry alone
    ],
)
def test_change_gives_another_etag(client, tokke, change) -> None:
    before = client.get(f"/nn/tiltak/{TOKKE}/")["ETag"]
    change()
    response = client.get(f"/nn/tiltak/{TOKKE}/", headers={"If-None-Match": before})
    assert response.status_code == 200


def test_etags_differ_by_form_address_build_and_year(client, tokke, monkeypatch) -> None:
    etags = [client.get(path)["ETag"] for path in PAGES]
    etags.append(client.get("/nb/tiltak/")["ETag"])
    monkeypatch.setattr(caching, "build", lambda: "other")
    etags.append(client.get("/nn/tiltak/")["ETag"])
    monkeypatch.setattr(
        caching.timezone, "localdate", lambda: datetime(2031, 1, 1, tzinfo=UTC).date()
    )
    etags.append(client.get("/nn/tiltak/")["ETag"])
    assert len(set(etags)) == len(PAGES) + 3


def test_not_modified_since_is_304(client, yesterday) -> None:
    stamp = client.get("/nn/tiltak/")["Last-Modified"]
    assert client.get("/nn/tiltak/", headers={"If-Modified-Since": stamp}).status_code == 304
    earlier = http_date(parse_http_date(stamp) - 1)
    assert client.get("/nn/tiltak/", headers={"If-Modified-Since": earlier}).status_code == 200


def test_page_of_an_earlier_process_is_made_anew(client, yesterday, monkeypatch) -> None:
    """A build may be older than the pages of the one before it, so its own time tells nothing."""
    stamp = client.get("/nn/tiltak/")["Last-Modified"]
    monkeypatch.setattr(caching, "_STARTED", caching._STARTED + 5)
    monkeypatch.setattr(caching.timezone, "now", lambda: datetime.now(UTC) + timedelta(seconds=60))
    assert client.get("/nn/tiltak/", headers={"If-Modified-Since": stamp}).status_code == 200


def test_page_that_is_not_there_is_never_unchanged(client, tokke) -> None:
    response = client.get("/nn/tiltak/finst-ikkje/", headers={"If-None-Match": "*"})
    assert (response.status_code, response["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize("query", ["?aktivitet=tull", "?side=999", "?fra=abc"])
def test_page_with_something_ignored_is_not_for_robots(client, tokke, query) -> None:
    assert client.get(f"/nn/tiltak/{query}")["X-Robots-Tag"] == "noindex, nofollow"


def test_no_last_modified_in_the_second_of_a_change(client, tokke, monkeypatch) -> None:
    """Another change in that second would not be told from the first."""
    now = datetime.now(UTC) + timedelta(days=1)
    CatalogueVersion.objects.update(number=int(now.timestamp() * 1_000_000))
    monkeypatch.setattr(caching.timezone, "now", lambda: now)
    assert "Last-Modified" not in client.get("/nn/tiltak/").headers


def test_head_is_the_page_without_its_body(client, tokke) -> None:
    get, head = client.get("/nn/tiltak/"), client.head("/nn/tiltak/")
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get["ETag"]


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/helse/"])
def test_private_pages_are_kept_by_no_cache(admin_client, path) -> None:
    assert "no-store" in admin_client.get(path)["Cache-Control"]


def test_start_page_goes_by_the_cookie_and_says_so(client, reference_data) -> None:
    client.cookies["skriftform"] = "nb"
    response = client.get("/", headers={"Accept-Language": "nn"})
    assert response["Location"] == "/nb/"
    assert {"Cookie", "Accept-Language"} <= set(response["Vary"].split(", "))


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/nn/tiltak/?fylke=40&aktivitet=brev", "/nn/tiltak/?aktivitet=brev&fylke=40"),
        ("/nb/tiltak/?q=&fra=&til=&sorter=published", "/nb/tiltak/"),
        ("/nn/tiltak/?utm_source=x&q=bu%20her", "/nn/tiltak/?q=bu+her"),
        ("/nn/tiltak/?q=l%c3%a5rdal", "/nn/tiltak/?q=l%C3%A5rdal"),
        ("/nn/tiltak/alle/kommune/?fylke=40&side=3", "/nn/tiltak/alle/kommune/?fylke=40"),
        (f"/nn/tiltak/{TOKKE}/?fbclid=1", f"/nn/tiltak/{TOKKE}/"),
        ("/nn/?q=x", "/nn/"),
        ("/nn/om/?", "/nn/om/"),
    ],
)
def test_equivalent_address_leads_to_the_canonical_one(client, tokke, asked, canonical) -> None:
    response = client.get(asked)
    if asked.endswith("?"):
        assert response.status_code == 200  # the server sees no query
        return
    assert (response.status_code, response["Location"]) == (301, canonical)
    assert client.get(canonical).status_code == 200


def is_disallowed(rules: str, address: str) -> bool:
    """Whether robots.txt keeps robots from an address: `*` is anything, and a rule is a
    beginning.
    """
    patterns = re.findall(r"^Disallow: (\S+)$", rules, re.MULTILINE)
    return any(re.match(re.escape(p).replace(r"\*", ".*"), address) for p in patterns)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?aktivitet=brev",
        "?fylke=40",
        "?fra=2012",
        "?side=2",
        "?q=brev",
        "?sorter=title",
        "?aktivitet=brev&side=2",
        "?aktivitet=annonsering&aktivitet=brev",
        "?aktivitet=brev&fylke=40",
        f"?q={quote('bu her')}&aktivitet=brev",
        "?aktivitet=brev&fylke=tull",
        "?sorter=tull",
        "?q=%2A%2A",
    ],
)
def test_robots_txt_and_header_agree(client, tokke, query) -> None:
    for _ in range(20):
        make_initiative(activities=["brev"])
    rules = client.get("/robots.txt").content.decode()
    response = client.get(f"/nn/tiltak/{query}", follow=True)
    assert ("X-Robots-Tag" in response.headers) is is_disallowed(rules, f"/nn/tiltak/{query}")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "path",
    [
        *PAGES,
        *("/", "/nn/fylke/", "/nn/forslag.json", "/nn/utskrift/", "/data/katalog.ttl"),
        *("/robots.txt", "/sitemap.xml", "/helse/"),
    ],
)
def test_other_methods_are_told_which_there_are(tokke, path, method) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = getattr(strict, method)(path, {}, "application/json")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path", ["/nn/tiltak.csv", "/nn/tiltak.json", "/nn/tiltak.geojson", "/nn/utskrift/"]
)
def test_what_tells_when_it_was_made_has_a_weak_etag(client, tokke, path) -> None:
    first = client.get(path)
    first.getvalue()
    assert first["ETag"].startswith('W/"')
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/data/katalog.ttl", "/data/katalog.jsonld"])
def test_what_holds_both_forms_does_not_vary_by_form(client, tokke, path) -> None:
    answers = [client.get(path, headers={"Accept-Language": form}) for form in ("nn", "nb", "en")]
    assert len({answer.content for answer in answers}) == 1
    known = {"Accept-Language": "nb", "If-None-Match": answers[0]["ETag"]}
    answers.append(client.get(path, headers=known))
    assert [answer.status_code for answer in answers] == [200, 200, 200, 304]
    assert [(answer.get("Vary"), answer["Content-Language"]) for answer in answers] == [
        (None, "nn, nb")
    ] * 4
