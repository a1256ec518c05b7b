"""The page of an entry: the seed whole, the original form where there is no translation, old
addresses.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Document, FormerSlug, Funding, Initiative, Succession
from tests.factories import TOKKE, InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

SEED = Path(__file__).parent.parent / "data" / "tokke.txt"
PAGE = f"/nn/tiltak/{TOKKE}/"


def main_text(response):
    """The text of the page's main part, without markup, in one line."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", main)).split())


def seed_parts():
    """Every heading, paragraph and bullet of the seed, in order."""
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return [" ".join(line.removeprefix(" • ").split()) for line in lines if line.strip()]


def test_seed_is_shown_whole_and_in_order(client, tokke):
    text = main_text(client.get(PAGE))
    position = 0
    for part in seed_parts():
        found = text.find(part, position)
        assert found >= 0, f"missing, or not in its place: {part}"
        position = found + len(part)


def test_seed_has_all_its_parts():
    assert len(seed_parts()) == 32


def test_seed_has_its_headings_and_bullets_as_such(client, tokke):
    html = client.get(PAGE).content.decode()

    def texts(tag):
        return [
            " ".join(unescape(re.sub(r"<[^>]+>", "", found)).split())
            for found in re.findall(rf"<{tag}\b.*?</{tag}>", html, re.DOTALL)
        ]

    headings = [
        "Aktivitetar",
        "Viktigste salgsargument",
        "Samarbeidspartnarar",
        "Hovudmål",
        "Målgrupper",
    ]
    assert [heading for heading in headings if heading not in texts("h2")] == []
    lines = SEED.read_text(encoding="utf-8").splitlines()
    bullets = [line.removeprefix(" • ") for line in lines if line.startswith(" • ")]
    assert len(bullets) == 19
    assert [bullet for bullet in bullets if bullet not in texts("li")] == []


def test_facts_of_tokke(client, tokke):
    text = main_text(client.get(PAGE))
    for fact in (
        "Eiga stilling",
        "Ikkje vurdert",
        "2012–2014",
        "Bulyst",
        "Småsamfunnssatsinga",
        "Telemark",
    ):
        assert fact in text


def test_other_form_shows_the_original_and_says_so(client, tokke):
    html = client.get(f"/nb/tiltak/{TOKKE}/").content.decode()
    assert '<html lang="nb"' in html
    assert f'<h1 class="ds-heading" data-size="lg" lang="nn">{tokke.title_nn}</h1>' in html
    assert "Nynorsk" in main_text(client.get(f"/nb/tiltak/{TOKKE}/"))
    assert "Tilrettelegging av bolig for tilflyttere" in html


def test_translation_is_shown_to_its_readers(client, reference_data):
    make_initiative(slug="x", title_nn="Heim", title_nb="Hjem", lead_nn="Nynorsk ingress")
    html = client.get("/nb/tiltak/x/").content.decode()
    assert '<h1 class="ds-heading" data-size="lg">Hjem</h1>' in html
    assert '<p class="lead" lang="nn">Nynorsk ingress</p>' in html


def test_terms_link_to_the_list_filtered_by_them(client, tokke):
    html = client.get(PAGE).content.decode()
    for query in (
        "aktivitet=vertskapsordning",
        "argument=livskvalitet",
        "samarbeid=regionrad",
        "malgruppe=alle",
        "fagomrade=tilflytting",
        "organisering=own-position",
    ):
        assert f'href="/nn/tiltak/?{query}"' in html


def test_places_link_to_their_pages(client, tokke):
    html = client.get(PAGE).content.decode()
    for path in ("kommune/4034-tokke", "fylke/40-telemark"):
        assert f'href="/nn/{path}/"' in html


@pytest.mark.parametrize("status", ["draft", "in-review", "archived"])
@pytest.mark.parametrize("form", ["nn", "nb"])
def test_unpublished_is_not_found_in_the_reader_form(client, tokke, status, form):
    Initiative.objects.update(status=status)
    response = client.get(f"/{form}/tiltak/{TOKKE}/")
    assert response.status_code == 404
    assert f'<html lang="{form}"' in response.content.decode()


def test_former_address_redirects_permanently(client, tokke):
    FormerSlug.objects.create(slug="gamal", initiative=tokke)
    response = client.get("/nb/tiltak/gamal/")
    assert (response.status_code, response["Location"]) == (301, f"/nb/tiltak/{TOKKE}/")


def test_former_address_of_unpublished_is_not_found(client, tokke):
    FormerSlug.objects.create(slug="gamal", initiative=tokke)
    Initiative.objects.update(status="draft")
    assert client.get("/nn/tiltak/gamal/").status_code == 404


def test_markup_in_text_is_shown_not_run(client, reference_data):
    InitiativeFactory(
        slug="x",
        title_nn="<i>a</i>",
        lead_nn="<b>b</b>",
        body_nn="<script>c</script>",
        main_goal_nn="<u>d</u>",
    )
    html = client.get("/nn/tiltak/x/").content.decode()
    assert [part for part in ("<i>a", "<b>b", "<script>c", "<u>d") if part in html] == []
    assert "&lt;script&gt;c&lt;/script&gt;" in html


def test_successor_is_linked_when_published(client, tokke):
    after = InitiativeFactory(slug="etter", title_nn="Etter")
    hidden = InitiativeFactory(slug="loynd", title_nn="Løynd", status="draft")
    for successor in (after, hidden):
        Succession.objects.create(predecessor=tokke, successor=successor)
    html = client.get(PAGE).content.decode()
    assert ("/nn/tiltak/etter/" in html, "/nn/tiltak/loynd/" in html) == (True, False)
    assert f"/nn{PAGE[3:]}" in client.get("/nn/tiltak/etter/").content.decode()


def test_amount_is_written_as_in_norway(client, tokke):
    Funding.objects.create(initiative=tokke, position=3, amount_nok=1250000)
    assert "1\xa0250\xa0000 kr" in client.get(PAGE).content.decode()


def test_address_of_a_document_cannot_run(client, tokke):
    Document.objects.create(
        initiative=tokke, position=1, title="<x>", url='https://example.com/"><script>'
    )
    assert '"><script>' not in client.get(PAGE).content.decode()


def test_example_is_marked_and_kept_from_robots(client, reference_data):
    InitiativeFactory(slug="x", is_example=True)
    html = client.get("/nn/tiltak/x/").content.decode()
    assert "ds-alert" in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries(client, reference_data, django_assert_num_queries, number):
    slugs = ["brev", "annonsering", "brosjyrar"][:number]
    places = ["4034", "4601", "0301"][:number]
    initiative = make_initiative(slug="x", activities=slugs, municipalities=places)
    for _ in range(number):
        ProjectFactory(initiative=initiative)
    current_snapshot()
    with django_assert_num_queries(16):
        client.get("/nn/tiltak/x/")
