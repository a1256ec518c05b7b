"""Free search: words, beginnings, both forms, and where it looks."""

import pytest
from django.http import QueryDict

from initiatives import search
from initiatives.filters import InitiativeFilter
from initiatives.snapshot import current_snapshot
from tests.factories import InitiativeFactory, PartnerFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def finds(query):
    """How many published entries a query finds."""
    return len(search.find(current_snapshot(), query).entries)


def test_words_are_lower_case_and_single():
    assert search.words("Flytt  flytt, HEIM!") == ["flytt", "heim"]


def test_words_beyond_the_limit_are_not_asked_for(tokke):
    assert finds("tokke lårdal dalen ungdom skule butikk finstikkje") == 1


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("vekstkraft", 1),  # lead, beginning of the word
        ("kraft", 1),  # a part of a compound
        ("rafta", 0),  # not inside a word
        ("VEKSTKRAFTA", 1),
        ("bulyst tokke", 1),
        ("bulyst oslo", 0),  # every word
        ("lårdal", 1),  # place, with letters outside ASCII
        ("LÅRDAL", 1),
        ("vertskapsordning", 1),  # term
        ("nettsted", 1),  # the term's other form
        ("Vest-Telemarkrådet", 1),  # a partner's other name
        ("husbanken", 0),
        ("tokke", 1),
        ("telemark", 1),  # county
        ("0833", 1),  # former number
        ("4034", 1),
        ("Dalen+", 1),
        ("", 0),
    ],
)
def test_finds_tokke(tokke, query, number):
    assert finds(query) == number


def test_letters_with_combining_marks_are_the_same(tokke):
    asked = InitiativeFilter(QueryDict("q=La%CC%8Ardal"), current_snapshot())
    assert list(asked.matching) == [tokke.pk]


def test_finds_by_former_name():
    make_initiative(municipalities=["5054"])  # Indre Fosen, of Leksvik and Rissa
    assert finds("leksvik") == 1


def test_finds_nothing_unpublished():
    InitiativeFactory(title_nn="Hemmeleg", slug="hemmeleg", status="draft")
    assert finds("hemmeleg") == 0


def test_finds_by_wording_alias_partner_and_project():
    PartnerFactory(name_nn="Sparebanken", slug="sparebanken")
    initiative = make_initiative(partners=["sparebanken"], activities=["brosjyrar"])
    ProjectFactory(initiative=initiative, name_nn="Bolyst", place_name="Fjellgrenda")
    initiative.activitylinks.update(wording="Faldarar")
    assert [finds(q) for q in ("sparebanken", "brosyrer", "faldarar", "bolyst", "fjellgrenda")] == [1] * 5


@pytest.mark.parametrize("query", ["(", "[a", "a\\", ".*", "%", "a_b", "'; --", "\\Y", "{2}", "$^"])
def test_query_is_data(tokke, query):
    assert finds(f"{query} finstikkje") == 0
