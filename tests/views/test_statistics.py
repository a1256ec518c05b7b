"""The statistics: the list's filters, numbers as links to just those, and untried pairs in
words.
"""

import pytest

from initiatives.finding.snapshot import current_snapshot
from tests.factories import ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

STATISTICS = "/nn/statistikk/"


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_terms_link_to_the_list(client, tokke, form):
    html = client.get(f"/{form}/statistikk/").content.decode()
    for query in (
        "aktivitet=brev",
        "malgruppe=alle",
        "samarbeid=regionrad",
        "vurdering=not-assessed",
    ):
        assert f'href="/{form}/tiltak/?{query}"' in html


def test_pairs_link_to_both_and_say_what_is_untried(client, reference_data):
    make_initiative(activities=["brev"], target_groups=["ungdom", "kvinner"])
    html = client.get(STATISTICS).content.decode()
    assert html.count('href="/nn/tiltak/?aktivitet=brev&amp;malgruppe=ungdom"') == 1
    assert html.count('<span class="untried">') == 14 * 12 - 2


def test_filters_narrow_and_are_kept_by_links(client, tokke):
    make_initiative(municipalities=["4601"], activities=["brosjyrar"])
    response = client.get(f"{STATISTICS}?fylke=46")
    assert response.context["total"] == 1
    html = response.content.decode()
    assert 'href="/nn/tiltak/?aktivitet=brosjyrar&amp;fylke=46"' in html
    assert 'href="/nn/tiltak/?fylke=46"' in html
    assert 'href="/nn/kart/?fylke=46"' in html
    assert 'data-removable href="/nn/statistikk/"' in html


def test_years_are_in_the_chart_and_in_the_table(client, reference_data):
    ProjectFactory(initiative=make_initiative(), start_year=2012, end_year=2013)
    html = client.get(STATISTICS).content.decode()
    assert html.count('<rect x="') == 2
    assert 'href="/nn/tiltak/?fra=2012&amp;til=2012"' in html


def test_width_of_a_bar_is_its_share(client, reference_data):
    make_initiative(activities=["brev"])
    make_initiative()
    make_initiative()
    html = client.get(STATISTICS).content.decode()
    assert '<rect class="bar-part" width="33.3%" height="8"/>' in html


@pytest.mark.parametrize("query", ["sorter=title", "side=2", "x=1"])
def test_what_narrows_nothing_is_dropped(client, reference_data, query):
    response = client.get(f"{STATISTICS}?{query}")
    assert (response.status_code, response["Location"]) == (301, STATISTICS)


def test_unknown_value_is_told_and_ignored(client, tokke):
    response = client.get(f"{STATISTICS}?aktivitet=tull&fra=abc")
    assert (response.status_code, len(response.context["notices"]), response.context["total"]) == (
        200,
        2,
        1,
    )


@pytest.mark.parametrize(("query", "robots"), [("", None), ("?fylke=40", "noindex, nofollow")])
def test_robots_may_keep_only_the_bare_page(client, tokke, query, robots):
    response = client.get(STATISTICS + query)
    assert response.get("X-Robots-Tag") == robots
    assert ('content="noindex, nofollow"' in response.content.decode()) is bool(robots)


@pytest.mark.parametrize("query", ["", "?fylke=46", "?q=finstikkjeher"])
def test_nothing_to_count_is_no_error(client, reference_data, query):
    response = client.get(STATISTICS + query)
    assert (response.status_code, "<table" in response.content.decode()) == (200, False)


def test_has_nothing_inline(client, tokke):
    html = client.get(STATISTICS).content.decode()
    assert ("<style" in html, " style=" in html, " onclick=" in html) == (False,) * 3


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("query", ["", "?aktivitet=brev&fylke=40"])
def test_number_of_queries(client, reference_data, django_assert_num_queries, number, query):
    for _ in range(number):
        make_initiative(activities=["brev"], target_groups=["ungdom"], municipalities=["4034"])
    current_snapshot()
    with django_assert_num_queries(2):
        client.get(STATISTICS + query)
    with django_assert_num_queries(1):
        client.get(STATISTICS + query)
