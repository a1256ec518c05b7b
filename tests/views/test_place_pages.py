"""The pages of municipalities, counties and regions, their one address each, and the page of all
places.
"""

import re

import pytest

from initiatives.finding.snapshot import current_snapshot
from initiatives.models import County, Municipality, Region
from tests.factories import make_initiative
from tests.views import slugs_of

pytestmark = pytest.mark.django_db

TOKKE = "/nn/kommune/4034-tokke/"
PLACES = ("/kommune/4034-tokke/", "/fylke/40-telemark/", "/region/vest-telemark/")


def folded(response):
    """The HTML with white space as browsers show it."""
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize("path", PLACES)
def test_shows_what_is_done_there(client, tokke, path, form):
    response = client.get(f"/{form}{path}")
    assert (response.status_code, response.context["page"].total) == (200, 1)
    assert slugs_of(response.context["newest"]) == [tokke.slug]


@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize("path", PLACES)
def test_place_without_entries_is_kept_from_robots(client, reference_data, path, form):
    make_initiative(municipalities=["4034"], status="draft")
    response = client.get(f"/{form}{path}")
    assert (response.status_code, response["X-Robots-Tag"]) == (200, "noindex")
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("path", PLACES)
def test_place_with_entries_is_for_robots(client, tokke, path):
    response = client.get(f"/nn{path}")
    assert "X-Robots-Tag" not in response
    assert 'name="robots"' not in response.content.decode()


@pytest.mark.parametrize("path", PLACES)
def test_has_one_address_in_each_form(client, tokke, path):
    html = client.get(f"/nb{path}").content.decode()
    assert f'<link rel="canonical" href="http://testserver/nb{path}">' in html
    assert f'<link rel="alternate" hreflang="nn" href="http://testserver/nn{path}">' in html


@pytest.mark.parametrize(
    "word",
    [
        "4034",
        "4034-",
        "4034-feil",
        "4034-TOKKE",
        "4034-tokke-x",
        "4034-<b>",
        "0833-tokke",
        "0833",
        "3824-x",
    ],
)
def test_municipality_by_another_word_redirects_permanently(client, reference_data, word):
    response = client.get(f"/nb/kommune/{word}/")
    assert (response.status_code, response["Location"]) == (301, "/nb/kommune/4034-tokke/")


@pytest.mark.parametrize("word", ["40", "40-vestfold-og-telemark"])
def test_county_by_another_word_redirects_permanently(client, reference_data, word):
    response = client.get(f"/nn/fylke/{word}/")
    assert (response.status_code, response["Location"]) == (301, "/nn/fylke/40-telemark/")


def test_query_is_dropped(client, reference_data):
    response = client.get(f"{TOKKE}?utm_source=x")
    assert (response.status_code, response["Location"]) == (301, TOKKE)


@pytest.mark.parametrize(
    "path",
    [
        "kommune/9999-x",
        "kommune/tokke",
        "kommune/-tokke",
        "kommune/٤٠٣٤-tokke",
        "kommune/4034%00-tokke",
        "kommune/%00",
        "kommune/40345-x",
        "kommune/4034%0A-x",
        "kommune/4034' OR 1=1",
        "fylke/99-x",
        "fylke/4034-tokke",
        "fylke/%00",
        "region/finst-ikkje",
        "region/%00",
    ],
)
def test_unknown_place_is_not_found(client, reference_data, path):
    assert client.get(f"/nn/{path}/").status_code == 404


def test_split_municipality_gives_a_choice(client, reference_data):
    response = client.get("/nn/kommune/1507-alesund/")
    assert (response.status_code, response["X-Robots-Tag"]) == (200, "noindex")
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    assert re.findall('href="([^"]+)"', main) == [
        "/nn/kommune/1508-alesund/",
        "/nn/kommune/1580-haram/",
    ]


def test_parallel_names_say_their_language(client, reference_data):
    html = client.get("/nn/fylke/55-troms/").content.decode()
    assert '<span lang="se">Romsa</span>' in html
    assert '<span lang="fkv">Tromssa</span>' in html


def test_municipality_tells_its_former_numbers(client, reference_data):
    former = client.get(TOKKE).context["page"].former
    assert [(name.number, name.years, name.is_part) for name in former] == [
        ("0833", "1964–2019", False),
        ("3824", "2020–2023", False),
    ]


def test_part_of_a_split_municipality_is_told_as_such(client, reference_data):
    former = client.get("/nn/kommune/1580-haram/").context["page"].former
    assert [name.number for name in former if name.is_part] == ["1507"]


def test_municipality_leads_on(client, tokke):
    html = client.get(TOKKE).content.decode()
    hrefs = set(re.findall('href="([^"]+)"', html))
    assert {
        "/nn/fylke/40-telemark/",
        "/nn/region/vest-telemark/",
        "/nn/tiltak/?kommune=4034",
        "/nn/tiltak/?aktivitet=brev&amp;kommune=4034",
        "/nn/kommune/",
    } <= hrefs


def test_county_has_members_and_county_wide_work(client, reference_data):
    make_initiative(counties=["40"])
    make_initiative(municipalities=["4034"])
    page = client.get("/nn/fylke/40-telemark/").context["page"]
    assert (page.total, len(page.members)) == (2, 17)
    assert [(m.usage.label, m.usage.count) for m in page.members if m.usage.count] == [("Tokke", 1)]
    assert [region.choice.value for region in page.crossing] == ["vest-telemark"]


def test_newest_are_ten_and_in_order(client, reference_data):
    slugs = [make_initiative(municipalities=["4034"]).slug for _ in range(12)]
    response = client.get(TOKKE)
    assert response.context["page"].total == 12
    assert slugs_of(response.context["newest"]) == slugs[:1:-1]


@pytest.mark.parametrize("model", [County, Municipality, Region])
def test_every_place_has_its_page(client, reference_data, model):
    for place in model.objects.order_by("pk")[:20]:
        assert client.get(place.get_absolute_url()).status_code == 200


def test_names_are_shown_not_run(client, reference_data):
    Municipality.objects.filter(number="4034").update(
        name="<b>T</b>", parallel_names="<i>x</i> (se)", administrative_centre="<u>y</u>"
    )
    response = client.get("/nn/kommune/4034/", follow=True)
    html = response.content.decode()
    assert [part for part in ("<b>T", "<i>x", "<u>y") if part in html] == []


def test_name_without_letters_has_an_address(client, reference_data):
    Municipality.objects.filter(number="4034").update(name="…")
    assert client.get("/nn/kommune/4034/", follow=True).status_code == 200


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_all_places_are_listed_with_counts(client, tokke, form):
    html = folded(client.get(f"/{form}/kommune/"))
    links = re.findall(rf'href="(/{form}/(?:kommune|fylke|region)/[^"]+)"', html)
    assert len(set(links)) == 357 + 15 + 2
    assert re.findall(r'4034-tokke/">Tokke</a> <span class="count">\((\d+)\)', html) == ["1", "1"]


@pytest.mark.parametrize("word", ["fylke", "region"])
def test_address_cut_short_leads_to_all_places(client, reference_data, word):
    response = client.get(f"/nb/{word}/")
    assert (response.status_code, response["Location"]) == (301, "/nb/kommune/")


@pytest.mark.parametrize("path", ["/nn/kommune/", *(f"/nn{path}" for path in PLACES)])
def test_reader_who_has_the_page_gets_304(client, tokke, path):
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # The version, the place, its former numbers, and one for the cards.
        (TOKKE, 4),
        ("/nn/fylke/40-telemark/", 3),
        # A region's municipalities too.
        ("/nn/region/vest-telemark/", 4),
        ("/nn/kommune/", 1),
        # The version, no municipality of today, its successors.
        ("/nn/kommune/1507-alesund/", 3),
    ],
)
def test_number_of_queries(
    client, reference_data, django_assert_num_queries, path, queries, number
):
    for activity in ["brev", "annonsering", "brosjyrar"][:number]:
        make_initiative(activities=[activity], municipalities=["4034", "4036"])
    current_snapshot()
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize("path", ["/nn/kommune/", "/nn/fylke/50-trondelag/"])
def test_municipality_is_listed_with_what_it_was_called(client, reference_data, path):
    html = folded(client.get(path))
    [names] = re.findall(
        r'>Heim</a> <span class="count">\(0\)</span> <span class="quiet">\w+ ([^<]+)<', html
    )
    assert names == "Halsa, Hemne, Snillfjord"


def test_municipality_is_not_listed_with_the_name_it_has(client, reference_data):
    html = folded(client.get("/nn/kommune/"))
    for name in ("Tokke", "Røyrvik"):  # which was Raarvihke - Røyrvik
        found = re.findall(rf">{name}</a> (.*?) </li>", html)
        assert {*found} == {'<span class="count">(0)</span>'}


@pytest.mark.parametrize(
    ("path", "dots", "marked"),
    [
        ("/nn/kommune/4034-tokke/", 1, 1),
        ("/nn/fylke/40-telemark/", 0, 1),
        ("/nn/region/vest-telemark/", 6, 0),
    ],
)
def test_small_map_shows_where_the_place_is(client, reference_data, path, dots, marked):
    html = client.get(path).content.decode()
    picture = html[html.index('<svg class="thumbnail-map"') :]
    assert (picture.count('class="dot"'), picture.count('class="marked"')) == (dots, marked)
