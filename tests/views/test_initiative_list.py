"""The list: what it finds, what it tells, its links, and that nothing in the address can break
it.
"""

from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding.address import PARAMETERS
from initiatives.finding.snapshot import current_snapshot
from tests.factories import TOKKE, make_initiative
from tests.views import slugs_of

pytestmark = pytest.mark.django_db

LIST = "/nn/tiltak/"


def slugs(response):
    return slugs_of(response.context["page"])


class Links(HTMLParser):
    """Collects the address of every link."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs)["href"])


def links(response):
    parser = Links()
    parser.feed(response.content.decode())
    return parser.found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("aktivitet=vertskapsordning", True),
        ("aktivitet=brosjyrar", False),
        ("aktivitet=brosjyrar&aktivitet=vertskapsordning", True),
        ("aktivitet=vertskapsordning&malgruppe=kvinner", False),
        ("kommune=4034", True),
        ("fylke=40", True),
        ("argument=livskvalitet", True),
        ("samarbeid=regionrad", True),
    ],
)
@pytest.mark.parametrize("form", ["nn", "nb"])
def test_lists_tokke(client, tokke, form, query, found):
    response = client.get(f"/{form}/tiltak/?{query}")
    assert (TOKKE in slugs(response)) is found
    assert (tokke.title_nn in response.content.decode()) is found


def test_former_municipality_redirects_permanently(client, reference_data):
    response = client.get("/nb/tiltak/?kommune=0833")
    assert (response.status_code, response["Location"]) == (301, "/nb/tiltak/?kommune=4034")


def test_split_municipality_gives_links_to_choose(client, reference_data):
    response = client.get(f"{LIST}?kommune=1507")
    assert {f"{LIST}?kommune=1508", f"{LIST}?kommune=1580"} <= set(links(response))


@pytest.mark.parametrize(
    ("page", "number"),
    [("9999", 2), ("0", 1), ("-3", 1), ("x", 1), ("2", 2), ("1.5", 1), ("", 1), ("9" * 5000, 1)],
)
def test_page_out_of_range_gives_the_nearest(client, reference_data, page, number):
    for _ in range(21):
        make_initiative()
    response = client.get(LIST, {"side": page}, follow=True)
    assert response.context["page"].number == number
    assert bool(response.context["notices"]) is (page not in ("2", ""))


@pytest.mark.parametrize("name", PARAMETERS)
@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", '"><b>', "\x00", "'", "a" * 10_000, "٣", "%"]
)
def test_hostile_value_is_explained_and_escaped(client, tokke, name, value):
    response = client.get(LIST, {name: value})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert '"><b>' not in response.content.decode()
    # Letters and signs around them can be searched for; the others cannot be used anywhere.
    searched = name == "q" and value in ("<script>alert(1)</script>", '"><b>', "٣")
    assert bool(response.context["notices"]) is not searched


@given(pairs=st.lists(st.tuples(st.sampled_from([*PARAMETERS, "x"]), st.text()), max_size=8))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
def test_any_address_is_answered(client, tokke, pairs):
    response = client.get(f"{LIST}?{urlencode(pairs, errors='replace')}", follow=True)
    assert (response.status_code, len(response.redirect_chain) <= 1) == (200, True)


def test_address_with_thousands_of_parameters_is_refused_in_the_reader_form(client, reference_data):
    response = client.get("/nb/tiltak/?" + "&".join(f"aktivitet=x{n}" for n in range(3000)))
    assert response.status_code == 400
    assert '<html lang="nb"' in response.content.decode()


def test_links_never_carry_unknown_parameters(client, tokke):
    response = client.get(f"{LIST}?aktivitet=brev&utm_source=x&fylke=tull", follow=True)
    assert [link for link in links(response) if "utm" in link or "tull" in link] == []


def test_language_link_keeps_the_reader_where_they_are(client, tokke):
    response = client.get(f"{LIST}?fylke=40&aktivitet=brev&x=1", follow=True)
    assert "/nb/tiltak/?aktivitet=brev&amp;fylke=40" in response.content.decode()


def test_head_names_both_forms_and_one_canonical_address(client, tokke):
    html = client.get(f"{LIST}?fylke=40&aktivitet=brev&x=1", follow=True).content.decode()
    query = "?aktivitet=brev&amp;fylke=40"
    for form in ("nn", "nb"):
        address = f"http://testserver/{form}/tiltak/{query}"
        assert f'<link rel="alternate" hreflang="{form}" href="{address}">' in html
    assert html.count('rel="canonical"') == 1
    assert f'<link rel="canonical" href="http://testserver/nn/tiltak/{query}">' in html


@pytest.mark.parametrize(
    ("query", "noindex"),
    [
        ("", False),
        ("aktivitet=brev", False),
        ("side=2", False),
        ("aktivitet=brev&side=2", True),
        ("aktivitet=annonsering&aktivitet=brev", True),
        ("aktivitet=brev&fylke=40", True),
        ("q=brev", True),
        ("sorter=title", True),
    ],
)
def test_robots_are_kept_out_of_combinations(client, tokke, query, noindex):
    for _ in range(20):
        make_initiative(activities=["brev"])
    response = client.get(f"{LIST}?{query}")
    assert (
        '<meta name="robots" content="noindex, nofollow">' in response.content.decode()
    ) is noindex
    assert response.get("X-Robots-Tag") == ("noindex, nofollow" if noindex else None)


def wider(response):
    """What is offered where nothing is found: the filter, its values, and how many there are
    without it.
    """
    return [(way.facet, way.values, way.hits) for way in response.context["ways_out"].wider]


def test_nothing_found_offers_the_removals_that_find_something(client, tokke):
    make_initiative(activities=["besok-pa-skular"], counties=["46"])
    response = client.get(f"{LIST}?aktivitet=besok-pa-skular&fylke=40")
    assert links(response).count(f"{LIST}?aktivitet=besok-pa-skular") == 2  # the chip and the offer
    assert links(response).count(f"{LIST}?fylke=40") == 2
    assert wider(response) == [
        ("Aktivitet", "Besøk på skular og studiestader", 1),
        ("Fylke", "Telemark", 1),
    ]


def test_nothing_found_offers_a_filter_with_all_its_values_and_years_as_one(client, tokke):
    response = client.get(f"{LIST}?fylke=18&fylke=46&fra=2012&til=2013")
    assert wider(response) == [("Fylke", "Nordland, Vestland", 1)]
    response = client.get(f"{LIST}?fylke=40&fra=1950&til=1951")
    assert wider(response) == [("År", "Frå år 1950, Til år 1951", 1)]
    assert f"{LIST}?fylke=40" in links(response)


def test_nothing_found_without_any_one_filter_says_so(client, tokke):
    response = client.get(f"{LIST}?aktivitet=brosjyrar&fylke=18")
    assert wider(response) == []
    assert "heller ikkje med eitt filter mindre" in response.content.decode()


@pytest.mark.parametrize("query", ["Kautokeino", "kautokeino kommune", "5612"])
def test_search_for_a_municipality_leads_to_its_page_and_away_from_no_other(client, tokke, query):
    response = client.get(LIST, {"q": query})
    assert slugs(response) == []
    assert "/nn/kommune/5612-kautokeino/" in links(response)
    assert "Meinte du" not in response.content.decode()


def test_search_for_two_places_of_one_name_leads_to_both(client, reference_data):
    found = links(client.get(LIST, {"q": "Våler"}))
    assert [link for link in found if link.startswith("/nn/kommune/3")] == [
        "/nn/kommune/3419-valer-innlandet/",
        "/nn/kommune/3114-valer-ostfold/",
    ]


def test_years_that_cannot_be_used_stay_in_their_fields(client, reference_data):
    html = client.get(f"{LIST}?fra=2015&til=2010").content.decode()
    assert 'name="fra" inputmode="numeric" maxlength="4" value="2015"' in html
    assert 'name="til" inputmode="numeric" maxlength="4" value="2010"' in html
    assert 'value="&lt;b&gt;"' in client.get(LIST, {"fra": "<b>"}).content.decode()


def test_search_for_a_region_leads_to_its_page(client, tokke):
    assert links(client.get(LIST, {"q": "vest-telemark"})).count("/nn/region/vest-telemark/") == 1


def test_former_name_in_the_filter_leads_to_the_municipality_of_today(client, reference_data):
    response = client.get(LIST, {"kommune": "Leksvik"})
    assert (response.status_code, response["Location"]) == (301, f"{LIST}?kommune=5054")


def test_name_of_several_municipalities_gives_links_to_choose(client, reference_data):
    response = client.get(LIST, {"kommune": "herøy", "aktivitet": "brev"}, follow=True)
    assert "«herøy» kan vere fleire av kommunane i dag. Vel ein:" in response.content.decode()
    assert {f"{LIST}?aktivitet=brev&kommune={number}" for number in ("1515", "1818")} <= set(
        links(response)
    )


def test_entry_in_the_other_form_is_marked(client, reference_data):
    make_initiative(slug="bare", title_nn="", title_nb="Bare på bokmål", original_form="nb")
    html = client.get(LIST).content.decode()
    assert '<a class="ds-link" href="/nn/tiltak/bare/" lang="nb">Bare på bokmål</a>' in html
    assert ">Bokmål</span>" in html


def test_get_only(client, reference_data):
    assert client.post(LIST).status_code == 405


def test_head_has_no_body(client, tokke):
    response = client.head(LIST)
    assert (response.status_code, response.content) == (200, b"")


def test_sets_no_cookie_and_varies_by_none(client, tokke):
    response = client.get(LIST)
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [("", 3), ("aktivitet=brev&fylke=40&fase=unknown&sorter=title", 2), ("q=tiltak", 2)],
)
def test_number_of_queries(
    client, reference_data, django_assert_num_queries, number, query, queries
):
    for _ in range(number):
        make_initiative(
            activities=["brev"], target_groups=["ungdom"], municipalities=["4034"], counties=["46"]
        )
    current_snapshot()
    with django_assert_num_queries(queries):
        client.get(f"{LIST}?{query}")


def test_what_is_laid_aside_stays_in_every_link(client, tokke):
    response = client.get(f"{LIST}?aktivitet=vertskapsordning&tiltak={TOKKE}")
    assert [entry.slug for entry in response.context["tray"].chosen] == [TOKKE]
    assert f"{LIST}?tiltak={TOKKE}" in links(response)  # the chip's, without the filter
    assert f"{LIST}?aktivitet=vertskapsordning" in links(response)  # without what is laid aside
    assert f'<input type="hidden" name="tiltak" value="{TOKKE}">' in response.content.decode()


def test_what_is_laid_aside_narrows_nothing_and_is_not_indexed(client, tokke):
    make_initiative(slug="anna")
    response = client.get(f"{LIST}?tiltak=anna")
    assert (response.context["page"].paginator.count, response.context["chips"]) == (2, [])
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
