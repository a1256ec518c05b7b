"""The page of a term of each kind, and the page of all terms."""

import re

import pytest

from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Activity, ActivityAlias
from initiatives.models.kinds import TERM_KINDS
from tests.factories import make_initiative
from tests.views import slugs_of

pytestmark = pytest.mark.django_db

PAGES = (
    "aktivitet/vertskapsordning",
    "malgruppe/alle",
    "argument/livskvalitet",
    "samarbeid/regionrad",
    "fagomrade/tilflytting",
)


@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize("page", PAGES)
def test_shows_who_uses_it(client, tokke, page, form):
    response = client.get(f"/{form}/{page}/")
    assert (response.status_code, response.context["page"].total) == (200, 1)
    assert slugs_of(response.context["newest"]) == [tokke.slug]


@pytest.mark.parametrize("page", PAGES)
def test_term_without_entries_is_kept_from_robots(client, reference_data, page):
    response = client.get(f"/nb/{page}/")
    assert (response.status_code, response["X-Robots-Tag"]) == (200, "noindex")
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_term_with_entries_is_for_robots(client, tokke, page):
    response = client.get(f"/nn/{page}/")
    assert "X-Robots-Tag" not in response
    assert 'name="robots"' not in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_has_one_address_in_each_form(client, tokke, page):
    html = client.get(f"/nn/{page}/").content.decode()
    assert f'<link rel="canonical" href="http://testserver/nn/{page}/">' in html
    assert f'<link rel="alternate" hreflang="nb" href="http://testserver/nb/{page}/">' in html


@pytest.mark.parametrize(
    "path",
    ["aktivitet/finst-ikkje", "aktivitet/alle", "malgruppe/brev", "argument/%00", "samarbeid/a b"],
)
def test_unknown_term_is_not_found(client, reference_data, path):
    assert client.get(f"/nn/{path}/").status_code == 404


def test_label_and_description_are_in_the_readers_form(client, reference_data):
    Activity.objects.filter(slug="brev").update(description_nn="Eit brev.", description_nb="")
    html = client.get("/nb/aktivitet/brev/").content.decode()
    assert '<h1 class="ds-heading" data-size="lg">Brev til potensielle tilflyttere</h1>' in html
    assert '<div class="text" lang="nn"><p>Eit brev.</p></div>' in html


def test_other_wordings_are_shown(client, reference_data):
    ActivityAlias.objects.create(
        term=Activity.objects.get(slug="vertskapsordning"), wording="Vertar <3"
    )
    html = client.get("/nn/aktivitet/vertskapsordning/").content.decode()
    assert "<dd>Vertar &lt;3</dd>" in html


def test_leads_on_to_lists_and_other_terms(client, tokke):
    html = client.get("/nn/aktivitet/vertskapsordning/").content.decode()
    assert {
        "/nn/tiltak/?aktivitet=vertskapsordning",
        "/nn/tiltak/?aktivitet=vertskapsordning&amp;fylke=40",
        "/nn/tiltak/?aktivitet=vertskapsordning&amp;malgruppe=alle",
        "/nn/aktivitet/brev/",
        "/nn/emne/",
    } <= set(re.findall('href="([^"]+)"', html))
    assert "aktivitet=brev" not in html  # two of one facet would mean either


def test_lists_with_two_filters_are_not_followed_by_robots(client, tokke):
    html = client.get("/nn/aktivitet/vertskapsordning/").content.decode()
    links = re.findall(r'<a [^>]*href="[^"]+&amp;[^"]+"[^>]*>', html)
    assert [link for link in links if 'rel="nofollow"' not in link] == []


@pytest.mark.parametrize("kind", TERM_KINDS)
def test_every_term_has_its_page(client, reference_data, kind):
    for term in TERM_KINDS[kind].model.objects.all():
        assert client.get(term.get_absolute_url()).context["page"].term == term


def test_all_terms_are_listed(client, tokke):
    response = client.get("/nn/emne/")
    assert [len(group.usages) for group in response.context["groups"]] == [
        kind.model.objects.count() for kind in TERM_KINDS.values()
    ]
    assert '<a class="ds-link" href="/nn/samarbeid/regionrad/">' in response.content.decode()


@pytest.mark.parametrize("word", ["aktivitet", "malgruppe", "argument", "samarbeid", "fagomrade"])
def test_address_cut_short_leads_to_all_terms(client, reference_data, word):
    response = client.get(f"/nb/{word}/")
    assert (response.status_code, response["Location"]) == (301, "/nb/emne/")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # The version, the term, its other wordings, and one for the cards.
        ("/nn/aktivitet/brev/", 4),
        ("/nn/emne/", 1),
    ],
)
def test_number_of_queries(
    client, reference_data, django_assert_num_queries, path, queries, number
):
    for group in ["ungdom", "kvinner", "alle"][:number]:
        make_initiative(
            activities=["brev", "annonsering"], target_groups=[group], municipalities=["4034"]
        )
    current_snapshot()
    with django_assert_num_queries(queries):
        client.get(path)
