"""The feed: which entries, how each is known again, and that it is Atom whatever the entries
hold.
"""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from initiatives.models import Initiative
from initiatives.outgoing import feeds
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/nn/tiltak.atom"


def read(client, path=FEED):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    return ElementTree.fromstring(response.content)


def texts(feed, path):
    return [element.text for element in feed.findall(path.replace("/", f"/{ATOM}"))]


def day(number: int) -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)


def dated(title, published, changed, **wanted):
    return make_initiative(
        title_nn=title, first_published_at=day(published), changed_at=day(changed), **wanted
    )


def test_last_published_or_changed_come_first(client, reference_data):
    dated("Gammal", 1, 1)
    dated("Endra", 0, 9)
    dated("Ny", 5, 5)
    assert texts(read(client), "./entry/title") == ["Endra", "Ny", "Gammal"]


def test_feed_has_the_length_of_a_feed(client, reference_data, monkeypatch):
    monkeypatch.setattr(feeds, "LENGTH", 2)
    for number in range(4):
        dated(f"Tiltak {number}", number, number)
    dated("Endra", 0, 20)
    assert texts(read(client), "./entry/title") == ["Endra", "Tiltak 3"]


def test_filter_narrows_the_feed(client, tokke):
    make_initiative()
    assert len(read(client, f"{FEED}?fylke=40").findall(f"{ATOM}entry")) == 1


def test_times_are_those_of_the_entries(client, reference_data):
    dated("A", 3, 4)
    feed = read(client)
    assert texts(feed, "./entry/published") == ["2026-01-04T00:00:00+00:00"]
    assert (
        texts(feed, "./entry/updated") == texts(feed, "./updated") == ["2026-01-05T00:00:00+00:00"]
    )


def test_id_stays_when_all_else_changes(client, reference_data):
    dated("A", 3, 4)
    before = texts(read(client), "./entry/id")
    Initiative.objects.update(title_nn="B", slug="b", changed_at=day(9))
    assert texts(read(client), "./entry/id") == before
    assert before[0].startswith("urn:uuid:")


def test_ids_differ_between_entries_and_forms(client, reference_data):
    dated("A", 3, 4, title_nb="A")
    dated("B", 3, 4, title_nb="B")
    ids = texts(read(client), "./entry/id") + texts(read(client, "/nb/tiltak.atom"), "./entry/id")
    assert len(set(ids)) == 4


def test_entry_says_which_form_it_is_in(client, reference_data):
    make_initiative(slug="a", title_nn="", title_nb="Bare bokmål", original_form="nb")
    entry = read(client).find(f"{ATOM}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "nb"


def test_feed_links_to_itself_and_to_the_list(client, tokke):
    links = {
        link.get("rel"): link.get("href")
        for link in read(client, f"{FEED}?fylke=40").findall(f"{ATOM}link")
    }
    assert links == {
        "self": "http://testserver/nn/tiltak.atom?fylke=40",
        "alternate": "http://testserver/nn/tiltak/?fylke=40",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_empty_feed_is_valid_and_stays_the_same(client, reference_data):
    feed = read(client)
    assert feed.findall(f"{ATOM}entry") == []
    assert texts(feed, "./updated") == texts(read(client), "./updated") != [None]


def test_text_that_xml_cannot_hold_is_left_out(client, reference_data):
    make_initiative(slug="a", title_nn="a\x01<b>&\x0b", lead_nn="<script>alert(1)</script>\x1f")
    entry = read(client).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "a <b>& "
    assert entry.find(f"{ATOM}summary").text == "&lt;script&gt;alert(1)&lt;/script&gt; "


@pytest.mark.parametrize("query", ["sorter=title", "side=2", "sorter=title&side=2"])
def test_order_and_page_are_dropped(client, tokke, query):
    response = client.get(f"{FEED}?fylke=40&{query}")
    assert (response.status_code, response["Location"]) == (301, f"{FEED}?fylke=40")


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries(client, reference_data, django_assert_num_queries, number):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    read(client)
    with django_assert_num_queries(13):
        read(client)
