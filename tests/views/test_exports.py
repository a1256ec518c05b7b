"""Lists as files, as a program gets them: addresses, headers, validators and languages."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.template.loader import render_to_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding.address import PARAMETERS, Address
from initiatives.outgoing.exports import rows, xlsx
from initiatives.outgoing.exports.formats import FORMATS
from initiatives.views import exports
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

FILES = [f"/nn/tiltak.{suffix}" for suffix in FORMATS]
ALL = [*FILES, "/nn/tiltak.atom"]


def fetch(client, path, **options):
    """The response to a GET, read to its end (which closes it); `body` is all of it."""
    response = client.get(path, **options)
    response.body = response.getvalue()
    return response


@pytest.mark.parametrize("suffix", FORMATS)
def test_file_has_its_type_and_a_name_that_says_what_and_when(client, tokke, suffix):
    response = fetch(client, f"/nn/tiltak.{suffix}?fylke=40")
    assert (response.status_code, response["Content-Type"]) == (200, FORMATS[suffix].media_type)
    name = rf'attachment; filename="tiltak-telemark-20\d\d-\d\d-\d\d\.{suffix}"'
    assert re.fullmatch(name, response["Content-Disposition"])
    assert len(response.body) > 100


def test_name_of_a_file_is_never_too_long(client, reference_data):
    disposition = client.get("/nn/tiltak.csv", {"q": "å" * 190 + '"; x'})["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="tiltak-a{73}-[0-9-]{10}\.csv"', disposition)


@pytest.mark.parametrize("suffix", FORMATS)
def test_file_is_streamed(client, tokke, suffix):
    response = client.get(f"/nn/tiltak.{suffix}")
    assert response.streaming
    assert suffix == "xlsx" or tokke.title_nn.encode() in response.getvalue()


@pytest.mark.parametrize("path", ALL)
def test_who_has_the_file_gets_304_and_no_body(client, tokke, path):
    first = fetch(client, path)
    second = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")
    tokke.title_nn = "Ny"
    tokke.save()
    assert fetch(client, path, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", FILES)
def test_head_tells_the_same_and_makes_nothing(client, tokke, monkeypatch, path):
    got = fetch(client, path)

    def refuse(*_):
        raise AssertionError("made")

    monkeypatch.setattr(rows, "read_rows", refuse)
    monkeypatch.setattr(xlsx, "Workbook", refuse)
    head = client.head(path)
    names = ("Content-Type", "Content-Disposition", "ETag", "Cache-Control", "X-Robots-Tag")
    assert [head[name] for name in names] == [got[name] for name in names]
    assert (b"".join(head), "Content-Length" in head) == (b"", False)


@pytest.mark.parametrize("path", ALL)
def test_other_sites_may_read_it_and_search_engines_show_the_list_instead(client, tokke, path):
    response = fetch(client, path)
    assert (response["Access-Control-Allow-Origin"], response["X-Robots-Tag"]) == ("*", "noindex")
    again = client.get(path, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


@pytest.mark.parametrize("path", ALL)
def test_robots_txt_lets_robots_see_that_header(client, reference_data, path):
    rules = re.findall(
        r"^Disallow: (\S+)$", client.get("/robots.txt").content.decode(), re.MULTILINE
    )
    patterns = [re.escape(rule).replace(r"\*", ".*") for rule in rules]
    address = f"{path}?aktivitet=brev&fylke=40"
    assert [pattern for pattern in patterns if re.match(pattern, address)] == []


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("fylke=40&aktivitet=brev", "aktivitet=brev&fylke=40"),
        ("aktivitet=brev&side=3", "aktivitet=brev"),
        ("kommune=0833", "kommune=4034"),
        ("q=brev&utm_source=x", "q=brev"),
        ("q=brev&tiltak=x", "q=brev"),
    ],
)
def test_equivalent_address_leads_to_the_canonical_one(client, tokke, path, query, canonical):
    response = client.get(f"{path}?{query}")
    assert (response.status_code, response["Location"]) == (301, f"{path}?{canonical}")


def test_unknown_value_is_told_and_ignored(client, tokke):
    told = json.loads(client.get("/nn/tiltak.json?aktivitet=tull").getvalue())["metadata"]
    assert (told["total"], len(told["notices"])) == (1, 1)


def test_split_municipality_is_told(client, tokke):
    [notice] = json.loads(client.get("/nn/tiltak.json?kommune=1507").getvalue())["metadata"][
        "notices"
    ]
    assert notice.endswith("Ålesund, Haram")


def test_written_forms_are_not_mixed(client, tokke):
    labels = {
        form: json.loads(client.get(f"/{form}/tiltak.json").getvalue())["initiatives"][0][
            "activities"
        ][4]
        for form in ("nn", "nb")
    }
    assert {form: label["label"] for form, label in labels.items()} == {
        "nn": "Eigen nettstad",
        "nb": "Eget nettsted",
    }


@pytest.mark.parametrize("path", ALL)
def test_unpublished_entries_are_in_none(client, reference_data, path):
    for status in ("draft", "in-review", "archived"):
        make_initiative(title_nn="Loynd", slug=status, status=status)
    assert b"Loynd" not in fetch(client, path).body


@pytest.mark.parametrize("path", ALL)
def test_get_and_head_only(client, reference_data, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/nn/tiltak.pdf", "/nn/tiltak.csv/"])
def test_other_addresses_are_not_there(client, reference_data, path):
    assert client.get(path).status_code == 404


@given(pairs=st.lists(st.tuples(st.sampled_from([*PARAMETERS, "x"]), st.text()), max_size=6))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None
)
def test_any_address_is_answered(client, tokke, pairs):
    response = client.get(f"/nn/tiltak.csv?{urlencode(pairs, errors='replace')}", follow=True)
    assert (response.status_code, len(response.redirect_chain) <= 1) == (200, True)


@pytest.mark.parametrize(
    ("suffix", "queries"), [("csv", 13), ("xlsx", 13), ("json", 13), ("geojson", 14)]
)
@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries(
    client, reference_data, django_assert_num_queries, number, suffix, queries
):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    client.get("/nn/")
    with django_assert_num_queries(queries):
        fetch(client, f"/nn/tiltak.{suffix}")


def test_links_lead_to_all_of_the_list(client, tokke):
    address = Address.of([("fylke", "40"), ("sorter", "title"), ("side", "2")])
    queries = {"files": address.for_files.query, "feed": address.for_feed.query}
    html = render_to_string("components/list_files.html", queries)
    found = [href.replace("&amp;", "&") for href in re.findall(r'href="([^"]+)"', html)]
    assert found == [f"/nn/tiltak.{s}?fylke=40&sorter=title" for s in FORMATS] + [
        "/nn/utskrift/?fylke=40&sorter=title",
        "/nn/tiltak.atom?fylke=40",
    ]
    assert [fetch(client, link).status_code for link in found] == [200] * len(found)


def test_booklet_holds_all_of_the_list_in_its_order(client, reference_data):
    for number in range(25):
        make_initiative(title_nn=f"Tiltak {number:02}")
    response = client.get("/nn/utskrift/?sorter=title")
    found = re.findall(r"<h3[^>]*><a[^>]*>([^<]+)", response.content.decode())
    assert found == [f"Tiltak {number:02}" for number in range(25)]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert ("Rekkjefølgje", "Tittel A–Å") in response.context["about"].lines


def test_booklet_tells_how_many_there_was_no_room_for(client, reference_data, monkeypatch):
    monkeypatch.setattr(exports, "MOST_ON_PAPER", 2)
    for _ in range(3):
        make_initiative()
    response = client.get("/nn/utskrift/")
    assert (len(response.context["cards"]), response.context["left_out"]) == (2, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_the_booklet(
    client, reference_data, django_assert_num_queries, number
):
    for _ in range(number):
        make_initiative(municipalities=["4034"])
    client.get("/nn/om/")
    with django_assert_num_queries(2):
        client.get("/nn/utskrift/?kommune=4034")


def test_booklet_drops_what_is_laid_aside_and_the_page(client, tokke):
    response = client.get(f"/nn/utskrift/?fylke=40&tiltak={tokke.slug}&side=2")
    assert (response.status_code, response.url) == (301, "/nn/utskrift/?fylke=40")


def test_head_of_a_list_names_its_feed(tokke):
    address = Address.of([("q", "brev"), ("sorter", "title")])
    html = render_to_string("components/feed_link.html", {"query": address.for_feed.query})
    assert 'type="application/atom+xml" title="Tiltak" href="/nn/tiltak.atom?q=brev"' in html
