"""That the entries of a list are read in its order, a portion at a time, and no more than was asked
for.
"""

import pytest
from django.utils import translation

from initiatives.finding.snapshot import current_snapshot
from initiatives.language import reader_form
from initiatives.models import Initiative
from initiatives.outgoing.exports import rows
from tests.factories import PartnerFactory, ProjectFactory, make_initiative
from tests.outgoing.exports import ask

pytestmark = pytest.mark.django_db


def slugs(found):
    return [row.initiative.slug for row in found]


@pytest.fixture
def portions_of_two(monkeypatch):
    monkeypatch.setattr(rows, "PORTION", 2)


def test_portions_are_the_list_in_its_order(reference_data, portions_of_two):
    for title in ("Elg", "Bjørn", "Ål", "Ape", "Dyr"):
        make_initiative(title_nn=title)
    found = list(rows.read_portions(ask("sorter=title"), slugs))
    assert found == [["ape", "bjorn"], ["dyr", "elg"], ["al"]]


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_a_portion(reference_data, django_assert_num_queries, number):
    PartnerFactory(slug="a")
    for _ in range(number):
        entry = make_initiative(
            activities=["brev", "annonsering"],
            partners=["a"],
            municipalities=["4034"],
            counties=["46"],
        )
        ProjectFactory(initiative=entry)
    asked = ask()
    with django_assert_num_queries(12):
        list(rows.read_portions(asked, list))


def test_nothing_is_read_before_it_is_asked_for(
    reference_data, portions_of_two, django_assert_num_queries
):
    for _ in range(5):
        make_initiative()
    asked = ask()
    with django_assert_num_queries(0):
        portions = rows.read_portions(asked, len)
    with django_assert_num_queries(12):
        assert next(portions) == 2


def test_portions_are_made_in_the_form_of_the_request(reference_data):
    make_initiative()
    with translation.override("nb"):
        portions = rows.read_portions(ask(), lambda _rows: reader_form())
    assert (next(portions), reader_form()) == ("nb", "nn")


def test_entry_that_was_unpublished_meanwhile_is_left_out(reference_data):
    kept, gone = make_initiative(), make_initiative()
    snapshot = current_snapshot()
    Initiative.objects.filter(pk=gone.pk).update(status="archived")
    assert slugs(rows.read_rows(snapshot, [gone.pk, kept.pk])) == [kept.slug]


def test_terms_and_places_stand_in_the_order_of_the_entry(reference_data):
    PartnerFactory(slug="a", name_nn="A")
    PartnerFactory(slug="b", name_nn="B")
    entry = make_initiative(
        activities=["brev", "annonsering"], partners=["b", "a"], municipalities=["4034", "0301"]
    )
    linked = rows.read_rows(current_snapshot(), [entry.pk])[0].linked
    assert {
        kind: [choice.value for choice in choices] for kind, choices in linked.items() if choices
    } == {
        "activity": ["brev", "annonsering"],
        "partner": ["b", "a"],
        "partnerkind": ["anna"],
        "municipality": ["4034", "0301"],
        "county": ["03", "40"],
    }


def test_no_keys_give_no_rows(reference_data):
    assert rows.read_rows(current_snapshot(), []) == []
