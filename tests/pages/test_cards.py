"""Cards: what they say, and that they are made once while a snapshot lives."""

import pytest
from django.http import QueryDict
from django.utils import translation

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Initiative, Municipality, MunicipalityLink
from initiatives.pages import cards
from initiatives.pages.cards import Matches, kept_cards, make_cards, met_terms
from tests.factories import ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def only_card(words=()):
    snapshot = current_snapshot()
    (card,) = make_cards(snapshot, list(snapshot.published), words).values()
    return card


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({"place_name": "Dalen", "municipalities": ["4034"]}, "Dalen, Tokke (Telemark)"),
        # In the entry's own order.
        ({"municipalities": ["4036", "4034"]}, "Vinje, Tokke (Telemark)"),
        ({"municipalities": ["4034", "4601"]}, "Tokke, Bergen (Telemark, Vestland)"),
        ({"counties": ["40"]}, "Telemark"),
        ({}, ""),
    ],
)
def test_where(reference_data, links, expected) -> None:
    make_initiative(**links)
    assert only_card().where_and_when == expected


@pytest.mark.parametrize(
    ("projects", "expected"),
    [
        ([{"start_year": 2012, "end_year": 2014}], "2012–2014"),
        ([{"start_year": 2012}, {"end_year": 2016}], "2012–2016"),
        (
            [{"start_year": 2012, "end_year": 2014}, {"start_year": 2013, "is_open_ended": True}],
            "2012–",
        ),
        ([{}], ""),
    ],
)
def test_when(reference_data, projects, expected) -> None:
    initiative = make_initiative()
    for project in projects:
        ProjectFactory(initiative=initiative, **project)
    assert (only_card().where_and_when, str(initiative.period)) == (expected, expected)


def test_lead_is_shown_unless_only_the_text_was_met(reference_data) -> None:
    make_initiative(
        title_nn="Tittel", lead_nn="Ingressen.", body_nn="## Om\n\nEin *bustad* til leige."
    )
    assert only_card().text == "Ingressen."
    assert only_card({"ingressen"}).text == "<mark>Ingressen</mark>."
    assert only_card({"bustad"}).text == "Om Ein <mark>bustad</mark> til leige."
    assert only_card({"tittel", "bustad"}).text == "Ingressen."


def test_text_of_the_other_form_tells_its_form(reference_data) -> None:
    make_initiative(body_nn="Heime.", body_nb="En bolig.")
    card = only_card({"bolig"})
    assert (card.text, card.text_form) == ("En <mark>bolig</mark>.", "nb")
    assert ' lang="nb"' in card.html


@pytest.mark.parametrize(
    ("query", "met"),
    [
        ("aktivitet=brev&aktivitet=brosjyrar", "Brev til potensielle tilflyttarar"),
        ("aktivitet=brev", ""),  # what every hit has
        ("q=tilflyttere", "Brev til potensielle tilflyttarar"),
        ("q=telemark", ""),  # a place, which the card shows anyway
    ],
)
def test_terms_that_were_met(reference_data, query, met) -> None:
    key = make_initiative(activities=["brev"], municipalities=["4034"]).pk
    asked = InitiativeFilter(QueryDict(query), current_snapshot())
    assert met_terms(asked, [key]).get(key, "") == met


def test_box_to_compare_gives_way_to_a_word_when_chosen(reference_data) -> None:
    make_initiative(slug="a")
    (before,) = Matches(InitiativeFilter(QueryDict(""), current_snapshot()))[:1]
    (after,) = Matches(InitiativeFilter(QueryDict("tiltak=a"), current_snapshot()))[:1]
    assert ('value="a"' in before, 'value="a"' in after) == (True, False)


def test_kept_cards_are_made_once_for_each_form(reference_data, django_assert_num_queries) -> None:
    make_initiative()
    snapshot = current_snapshot()
    keys = list(snapshot.published)
    first = kept_cards(snapshot, keys)
    with django_assert_num_queries(0):
        assert kept_cards(snapshot, keys) == first
    with translation.override("nb"), django_assert_num_queries(1):
        kept_cards(snapshot, keys)


def test_kept_cards_go_with_a_change(reference_data) -> None:
    make_initiative(title_nn="Før")
    snapshot = current_snapshot()
    kept_cards(snapshot, list(snapshot.published))
    Initiative.objects.update(title_nn="Etter")
    after = current_snapshot()
    assert "Etter" in kept_cards(after, list(after.published))[0]


def test_number_of_kept_cards_is_bounded(reference_data, monkeypatch) -> None:
    monkeypatch.setattr(cards, "MOST_KEPT", 2)
    for _ in range(6):
        make_initiative()
    snapshot = current_snapshot()
    for key in snapshot.published:
        assert len(kept_cards(snapshot, [key])) == 1
    assert len(snapshot.once(("cards", "nn"), dict)) <= 4


def test_entry_unpublished_meanwhile_has_no_card(reference_data) -> None:
    make_initiative()
    snapshot = current_snapshot()
    Initiative.objects.update(status="draft")
    assert kept_cards(snapshot, list(snapshot.published)) == []


def test_municipality_newer_than_the_snapshot_is_left_out(reference_data) -> None:
    """As while an update fails: the last good snapshot is served, not an error."""
    entry = make_initiative(municipalities=["4034"])
    snapshot = current_snapshot()
    newer = Municipality.objects.get(number="4034")
    newer.pk, newer.number = None, "4999"
    newer.save()
    MunicipalityLink.objects.create(initiative=entry, position=2, term=newer)
    (card,) = make_cards(snapshot, [entry.pk]).values()
    assert card.where_and_when == "Tokke (Telemark)"
