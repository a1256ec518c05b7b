"""Which municipalities are like another: what they share, in which order, and never more than asked
for.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.finding.likeness import Likeness, Reason, places_like, shared
from initiatives.finding.snapshot import Traits

TRAITS = st.builds(Traits, st.integers(1, 3), st.integers(0, 5000), st.integers(1, 6))
PLACES = st.dictionaries(st.integers(1, 30), TRAITS, max_size=30)


@pytest.mark.parametrize(
    ("population", "is_shared"),
    [(799, False), (800, True), (1000, True), (1250, True), (1251, False)],
)
def test_population_is_shared_within_a_quarter_of_the_smaller(population, is_shared) -> None:
    reasons = shared(Traits(1, 1000, 1), Traits(2, population, 2))
    assert reasons == ((Reason.POPULATION,) if is_shared else ())


def test_county_and_centrality_are_shared_when_equal() -> None:
    assert shared(Traits(1, 100, 4), Traits(1, 9000, 4)) == (Reason.COUNTY, Reason.CENTRALITY)


def test_nobody_lives_in_either() -> None:
    assert shared(Traits(1, 0, 1), Traits(2, 0, 2)) == (Reason.POPULATION,)


def test_those_that_share_most_come_first_then_the_same_county_then_the_nearest() -> None:
    traits = {
        1: Traits(1, 1000, 6),
        2: Traits(2, 1000, 6),
        3: Traits(1, 1250, 6),
        4: Traits(1, 5000, 3),
        5: Traits(1, 1900, 6),
        6: Traits(2, 9000, 1),
    }
    assert [like.key for like in places_like(1, traits)] == [3, 5, 2, 4]


def test_equal_places_stand_by_key() -> None:
    traits = {key: Traits(1, 1000, 6) for key in (4, 3, 2, 1)}
    assert [like.key for like in places_like(2, traits)] == [1, 3, 4]


def test_unknown_place_is_like_nobody() -> None:
    assert places_like(9, {1: Traits(1, 1000, 6)}) == []


def test_why_names_all_reasons_in_order() -> None:
    like = Likeness(1, (Reason.COUNTY, Reason.POPULATION))
    assert len(like.why.split(", ")) == 2


@given(TRAITS, TRAITS)
def test_likeness_is_mutual(one, other) -> None:
    assert shared(one, other) == shared(other, one)


@given(PLACES, st.integers(1, 30), st.integers(0, 10))
def test_no_place_left_out_is_nearer_than_one_that_is_there(traits, key, most) -> None:
    found = [like.key for like in places_like(key, traits, most)]
    wanted = {
        other
        for other in traits
        if key in traits and other != key and shared(traits[key], traits[other])
    }

    def nearness(other):
        reasons = shared(traits[key], traits[other])
        distance = abs(traits[key].population - traits[other].population)
        return -len(reasons), Reason.COUNTY not in reasons, distance

    assert len(found) == min(most, len(wanted))
    assert set(found) <= wanted
    ranks = [nearness(other) for other in found]
    assert ranks == sorted(ranks)
    assert all(nearness(other) >= ranks[-1] for other in wanted - set(found) if ranks)


@given(PLACES, st.integers(1, 30))
def test_order_of_the_places_does_not_matter(traits, key) -> None:
    backwards = dict(reversed(traits.items()))
    assert places_like(key, traits) == places_like(key, backwards)
