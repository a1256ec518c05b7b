"""The numbers of the statistics and of the map, held against plain ORM on random small
catalogues.
"""

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding.address import Address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, current_snapshot, loading
from initiatives.finding.tallies import make_tallies
from initiatives.models import County, Initiative
from initiatives.models.kinds import TERM_KINDS
from initiatives.pages.maps import Placing
from initiatives.pages.statistics import CHOICES, PairTable, Statistics, Years, county_shares
from tests import oracle
from tests.factories import ProjectFactory, make_initiative
from tests.finding.snapshot.test_oracle import (
    GROUPS,
    NUMBERS,
    QUESTIONS,
    SLUGS,
    entries,
    partners,
    store,
)

__all__ = ["partners"]

pytestmark = pytest.mark.django_db

FACETS = (
    *(kind.parameter for kind in TERM_KINDS.values()),
    *CHOICES,
    "fylke",
    "kommune",
)


def ask(snapshot: Snapshot, question: dict[str, list[str]]) -> InitiativeFilter:
    query = Address.of((name, value) for name, values in question.items() for value in values).query
    return InitiativeFilter(QueryDict(query[1:]), snapshot)


def size(snapshot: Snapshot, address: Address) -> int:
    """How many entries the list of an address has."""
    return len(InitiativeFilter(QueryDict(address.query[1:]), snapshot).matching)


def check_tallies(asked: InitiativeFilter) -> None:
    matching = oracle.narrow(asked.usable)
    for name in FACETS:
        for tally in make_tallies(asked, name):
            if name != "kommune" or tally.value in NUMBERS:
                assert (
                    tally.count == matching.filter(oracle.meaning(name, [tally.value])).count()
                ), name
            if tally.address:
                assert size(asked.snapshot, tally.address) == tally.count, name


def check_pairs(asked: InitiativeFilter) -> None:
    matching, published, table = oracle.narrow(asked.usable), oracle.narrow({}), PairTable.of(asked)
    for row, pairs in table.rows:
        for column, pair in zip(table.columns, pairs, strict=True):
            if row.value in SLUGS and column.value in GROUPS:
                both = oracle.meaning("aktivitet", [row.value]) & oracle.meaning(
                    "malgruppe", [column.value]
                )
                assert pair.count == matching.filter(both).count()
                assert pair.is_untried is not published.filter(both).exists()
            if pair.address:
                assert size(asked.snapshot, pair.address) == pair.count


def check_years(asked: InitiativeFilter) -> None:
    matching, years = oracle.narrow(asked.usable), Years.of(asked)
    for column in years.columns:
        assert (
            column.count == matching.filter(oracle.active_between(column.year, column.year)).count()
        )
        if column.address:
            assert size(asked.snapshot, column.address) == column.count
    dated = matching.filter(oracle.active_between(1900, 2100))
    assert years.without_year == matching.count() - dated.count()


def check_placing(asked: InitiativeFilter) -> None:
    matching = oracle.narrow(asked.usable)
    somewhere = matching.filter(
        oracle.meaning("fylke", County.objects.values_list("number", flat=True))
    )
    dotted = matching.filter(oracle.meaning("kommune", NUMBERS))
    nowhere, wide = matching.count() - somewhere.count(), somewhere.count() - dotted.count()
    assert Placing.of(asked) == Placing(nowhere, wide)


@given(
    catalogue=st.lists(entries(), min_size=1, max_size=6),
    questions=st.lists(QUESTIONS, min_size=1, max_size=2),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None
)
def test_numbers_are_the_oracles_and_links_keep_their_promise(
    partners, catalogue, questions
) -> None:
    with transaction.atomic():
        for number, wanted in enumerate(catalogue):
            store(wanted, number)
        snapshot = loading.load()
        for question in ({}, *questions):
            asked = ask(
                snapshot, {name: values for name, values in question.items() if name != "sorter"}
            )
            check_tallies(asked)
            check_pairs(asked)
            check_years(asked)
            check_placing(asked)
        transaction.set_rollback(True)


def test_pair_that_others_have_tried_is_not_untried(reference_data):
    make_initiative(activities=["brev"], target_groups=["ungdom"], municipalities=["4034"])
    make_initiative(activities=["brev"], target_groups=["kvinner"], municipalities=["4601"])
    table = PairTable.of(ask(current_snapshot(), {"fylke": ["40"]}))
    columns = [column.value for column in table.columns]
    pairs = dict(
        zip(columns, next(pairs for row, pairs in table.rows if row.value == "brev"), strict=True)
    )
    assert (pairs["ungdom"].count, pairs["ungdom"].is_untried) == (1, False)
    assert (pairs["kvinner"].count, pairs["kvinner"].is_untried) == (0, False)
    assert (pairs["alle"].count, pairs["alle"].is_untried) == (0, True)
    assert table.total - table.untried == 2


def test_numbers_that_no_address_says_are_not_linked(reference_data):
    make_initiative(activities=["brev", "annonsering"], target_groups=["ungdom"])
    asked = ask(current_snapshot(), {"aktivitet": ["brev"]})
    addresses = {
        tally.value: tally.address for tally in make_tallies(asked, "aktivitet") if tally.count
    }
    assert addresses == {"brev": Address.of([("aktivitet", "brev")]), "annonsering": None}


def test_years_outside_those_asked_for_are_not_linked(reference_data):
    ProjectFactory(initiative=make_initiative(), start_year=2012, end_year=2014)
    columns = Years.of(ask(current_snapshot(), {"fra": ["2013"], "til": ["2013"]})).columns
    assert [(c.year, c.count, c.address is not None) for c in columns] == [
        (2012, 1, False),
        (2013, 1, True),
        (2014, 1, False),
    ]


def test_share_for_inhabitants_is_of_the_county(reference_data):
    make_initiative(municipalities=["4034"])
    county = County.objects.get(number="40")
    people = sum(place.population for place in county.municipalities.all())
    share = county_shares(ask(current_snapshot(), {}))[0]
    assert (share.tally.value, share.per_inhabitants) == ("40", 10_000 / people)


def test_nobody_living_there_gives_no_share(reference_data):
    County.objects.create(number="99", name="Nyfylke", official_name="Nyfylke")
    shares = county_shares(ask(current_snapshot(), {}))
    assert [s.per_inhabitants for s in shares if s.tally.value == "99"] == [None]


def test_empty_catalogue_has_statistics(reference_data):
    Initiative.objects.all().delete()
    numbers = Statistics.of(ask(current_snapshot(), {}))
    assert ([bars.used for bars in numbers.terms], list(numbers.years.columns)) == ([[]] * 5, [])
    assert numbers.pairs.untried == numbers.pairs.total
