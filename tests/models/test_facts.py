"""Years, money and what followed."""

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import Document, Funding, Project, Status, Succession
from initiatives.models.facts import Period
from initiatives.models.fields import YearField
from tests.factories import InitiativeFactory


@pytest.mark.parametrize(
    ("first", "last", "is_running", "words", "ended_in"),
    [
        (2012, 2014, False, "2012–2014", 2014),
        (2012, 2012, False, "2012", 2012),
        (2012, None, False, "2012", None),
        (None, 2014, False, "2014", 2014),
        (None, None, False, "", None),
        (2012, 2014, True, "2012–", None),
        (None, 2014, True, "", None),
        (None, None, True, "", None),
    ],
)
def test_period(first, last, is_running, words, ended_in) -> None:
    period = Period(first, last, is_running)
    assert (str(period), period.ended_in, bool(period)) == (words, ended_in, bool(words))


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ({}, Period(None, None, False)),
        ({"start_year": 2012}, Period(2012, 2012, False)),
        ({"end_year": 2014}, Period(2014, 2014, False)),
        ({"start_year": 2012, "end_year": 2014}, Period(2012, 2014, False)),
        ({"start_year": 2012, "is_open_ended": True}, Period(2012, 2012, True)),
    ],
)
def test_period_of_a_project(fields, period) -> None:
    assert Project(**fields).period == period


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"programme": "Bulyst"}, "Bulyst"),
        ({"year": 2012}, "2012"),
        ({"programme": "Bulyst", "amount_nok": 0}, "Bulyst"),
        ({"year": 2012, "amount_nok": 700_000}, "2012 700000"),
    ],
)
def test_funding_in_words(fields, words) -> None:
    assert str(Funding(**fields)) == words


@pytest.mark.django_db
@pytest.mark.parametrize("status", Status)
def test_only_what_is_public_follows_and_went_before(status) -> None:
    entry, other = InitiativeFactory(), InitiativeFactory(status=status)
    Succession.objects.create(predecessor=entry, successor=other)
    is_public = status == Status.PUBLISHED
    assert Succession.objects.public("successor").exists() == is_public
    assert Succession.objects.public("predecessor").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("side", ["predecessor", "successor"])
def test_what_followed_comes_with_its_entry(django_assert_num_queries, side) -> None:
    Succession.objects.create(predecessor=InitiativeFactory(), successor=InitiativeFactory())
    with django_assert_num_queries(1):
        assert [str(getattr(row, side)) for row in Succession.objects.public(side)] != []


@pytest.mark.parametrize(("year", "is_valid"), [(1899, False), (1900, True), (2100, True)])
def test_year_that_can_be_meant(year, is_valid) -> None:
    field = YearField()
    if is_valid:
        assert field.clean(year, None) == year
    else:
        with pytest.raises(ValidationError):
            field.clean(year, None)


def test_year_that_is_not_known_is_no_mistake() -> None:
    assert YearField().clean(None, None) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("tokke.no/rapport", "https://tokke.no/rapport"),
        ("http://tokke.no", "http://tokke.no"),
        ("https://tokke.no", "https://tokke.no"),
    ],
)
def test_address_without_a_scheme_is_taken_for_https(typed, address) -> None:
    assert Document._meta.get_field("url").formfield().clean(typed) == address
