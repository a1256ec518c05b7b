"""Similar initiatives: who resembles whom most, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from initiatives.finding.similar import _sharing, most_alike, similar_to
from initiatives.finding.snapshot import current_snapshot
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def make(slug, *activities, **links):
    return make_initiative(slug=slug, activities=list(activities), **links)


def similar(entry):
    return similar_to(current_snapshot(), entry)


def test_who_shares_most_is_first(reference_data) -> None:
    entry = make("a", "brev", "brosjyrar", "annonsering")
    make("b", "brev", "brosjyrar")
    make("c", "brev", "brosjyrar", "annonsering")
    assert [other.slug for other in similar(entry)] == ["c", "b"]


def test_same_county_comes_before_others_that_share_as_much(reference_data) -> None:
    entry = make("a", "brev", "brosjyrar", municipalities=["4034"])
    make("b", "brev", "brosjyrar", municipalities=["4036"])
    make("c", "brev", "brosjyrar", municipalities=["4601"])
    assert [(other.slug, other.counties) for other in similar(entry)] == [
        ("b", ["Telemark"]),
        ("c", []),
    ]


def test_one_shared_term_is_not_enough(reference_data) -> None:
    entry = make("a", "brev", "brosjyrar")
    make("b", "brev")
    assert similar(entry) == []


def test_drafts_are_not_similar(reference_data) -> None:
    entry = make("a", "brev", "brosjyrar")
    make("b", "brev", "brosjyrar", status="draft")
    assert similar(entry) == []


def test_why_names_some_and_counts_the_rest(reference_data) -> None:
    terms = ["brev", "brosjyrar", "annonsering", "eigen-nettstad", "utstilling"]
    entry = make("a", *terms, municipalities=["4034"])
    make("b", *terms, municipalities=["4034"])
    (other,) = similar(entry)
    assert (len(other.shared), other.unnamed, other.counties) == (4, 1, ["Telemark"])
    assert other.why.endswith("og 1 til · same fylke: Telemark")


def test_entry_without_terms_resembles_nobody(reference_data) -> None:
    entry = make("a")
    make("b")
    assert most_alike(current_snapshot(), entry.pk) == []


@given(st.lists(st.sets(st.integers(1, 20)), max_size=6))
def test_sharing_counts_in_how_many_sets_each_is(sets) -> None:
    levels = _sharing([BitMap(found) for found in sets])
    for number, level in enumerate(levels, 1):
        assert set(level) == {
            slot for slot in range(1, 21) if sum(slot in s for s in sets) >= number
        }
