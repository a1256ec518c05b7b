"""What search engines are told, and that no text of an entry can break out of it."""

import json

import pytest

from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Initiative
from initiatives.outgoing.structured_data import dataset_data, entry_data, list_data
from initiatives.templatetags.going_out import json_ld
from tests.factories import TOKKE, make_initiative
from tests.outgoing.exports import ROOT, ask

pytestmark = pytest.mark.django_db


def with_content(slug: str) -> Initiative:
    return Initiative.objects.with_entry_content().get(slug=slug)


def test_entry_is_an_article_with_a_place(tokke):
    article, _trail = entry_data(with_content(TOKKE), ROOT)
    expected = {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": f"{ROOT}/nn/tiltak/{TOKKE}/",
        "headline": tokke.title_nn,
        "inLanguage": "nn",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    assert {name: article[name] for name in expected} == expected
    [place] = article["spatialCoverage"]
    assert (place["name"], place["geo"]["latitude"]) == ("Tokke", 59.445)
    assert place["containedInPlace"]["name"] == "Telemark"


def test_entry_stands_in_the_list(tokke):
    _article, trail = entry_data(with_content(TOKKE), ROOT)
    assert [(item["position"], item["item"]) for item in trail["itemListElement"]] == [
        (1, f"{ROOT}/nn/tiltak/"),
        (2, f"{ROOT}/nn/tiltak/{TOKKE}/"),
    ]


def test_what_is_not_known_is_left_out(reference_data):
    make_initiative(slug="a")
    article, _trail = entry_data(with_content("a"), ROOT)
    assert set(article) & {"description", "spatialCoverage", "keywords"} == set()


def test_entry_asks_nothing_more_than_its_page(tokke, django_assert_num_queries):
    entry = with_content(TOKKE)
    with django_assert_num_queries(0):
        entry_data(entry, ROOT)


def test_list_has_its_entries_in_order(reference_data, django_assert_num_queries):
    for title in ("B", "A", "C"):
        make_initiative(title_nn=title)
    asked = ask("sorter=title")
    with django_assert_num_queries(1):
        told = list_data(asked.page(1, 2), 2, 3, f"{ROOT}/nn/tiltak/?sorter=title", ROOT)
    items = told["mainEntity"]["itemListElement"]
    assert told["mainEntity"]["numberOfItems"] == 3
    assert [(item["position"], item["name"], item["url"]) for item in items] == [
        (2, "B", f"{ROOT}/nn/tiltak/b/"),
        (3, "C", f"{ROOT}/nn/tiltak/c/"),
    ]


def test_empty_list_is_an_empty_list(reference_data):
    current_snapshot()
    assert list_data([], 1, 0, ROOT, ROOT)["mainEntity"]["itemListElement"] == []


def test_whole_catalogue_is_a_dataset_with_files(client, reference_data):
    for file in dataset_data(ROOT)["distribution"]:
        response = client.get(file["contentUrl"].removeprefix(ROOT))
        response.getvalue()
        assert response["Content-Type"].partition(";")[0] == file["encodingFormat"]


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!-- <script>", "&amp;", "\u2028", '"\\']
)
def test_text_cannot_leave_its_block(text):
    html = json_ld({"name": text})
    start, end = '<script type="application/ld+json">', "</script>"
    inner = html.removeprefix(start).removesuffix(end)
    assert (set("<>&\u2028") & set(inner), json.loads(inner)) == (set(), {"name": text})
