"""Terms and places with how many entries they have, against the same asked of the database."""

import pytest
from django.apps import apps
from django.utils import translation

from initiatives.finding.address import Address
from initiatives.finding.snapshot import NONE, current_snapshot
from initiatives.finding.usage import usage_among, usage_of_all
from tests import oracle
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(reference_data):
    make_initiative(activities=["brev", "vertskapsordning"], municipalities=["4034", "4036"])
    make_initiative(activities=["brev"], counties=["40", "46"], target_groups=["ungdom"])
    make_initiative(activities=["brev"], municipalities=["4601"], status="draft")
    make_initiative(activities=["annonsering"], municipalities=["4601"])


@pytest.mark.parametrize(
    ("kind", "facet"),
    [
        ("county", "fylke"),
        ("municipality", "kommune"),
        ("region", "region"),
        ("targetgroup", "malgruppe"),
        ("partnerkind", "samarbeid"),
    ],
)
def test_counts_among_are_those_of_the_database(entries, kind, facet) -> None:
    snapshot = current_snapshot()
    found = usage_among(snapshot, kind, snapshot.by_value("activity")["brev"], Address())
    counted = oracle.counts(facet, {"aktivitet": ["brev"]})
    assert {usage.choice.value: usage.count for usage in found} == counted


def test_most_used_stands_first_and_the_readers_order_settles_a_tie(entries) -> None:
    snapshot = current_snapshot()
    found = usage_among(snapshot, "activity", snapshot.published, Address())
    assert [(usage.choice.value, usage.count) for usage in found] == [
        ("brev", 2),
        ("annonsering", 1),
        ("vertskapsordning", 1),
    ]


def test_address_has_what_was_asked_too(entries) -> None:
    snapshot = current_snapshot()
    asked = Address.of_value("activity", "vertskapsordning")
    (county,) = usage_among(
        snapshot, "county", snapshot.by_value("activity")["vertskapsordning"], asked
    )
    assert county.address.query == "?aktivitet=vertskapsordning&fylke=40"


def test_nothing_is_counted_among_no_entries(entries) -> None:
    assert usage_among(current_snapshot(), "county", NONE, Address()) == []


def test_all_of_a_kind_are_there_without_any_entry(reference_data) -> None:
    assert [usage.count for usage in usage_of_all(current_snapshot(), "county")] == [0] * 15


def test_only_those_with_keys_are_there(entries) -> None:
    snapshot = current_snapshot()
    keys = [choice.key for choice in snapshot.vocabulary.choices["county"][:2]]
    assert [usage.choice.key for usage in usage_of_all(snapshot, "county", keys)] == keys
    assert usage_of_all(snapshot, "county", []) == []


@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize("kind", ["county", "municipality", "region", "activity", "partnerkind"])
def test_url_is_that_of_the_model(reference_data, kind, form) -> None:
    usage = usage_of_all(current_snapshot(), kind)[0]
    model = apps.get_model("initiatives", kind)
    with translation.override(form):
        assert usage.url == model.objects.get(pk=usage.choice.key).get_absolute_url()
        assert usage.url.startswith(f"/{form}/")
