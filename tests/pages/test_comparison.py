"""What initiatives have in common and where they differ."""

import pytest

from initiatives.models import Initiative
from initiatives.pages.comparison import Aspect, Comparison
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def comparison():
    return Comparison.of(list(Initiative.objects.with_entry_content().order_by("slug")))


def row(heading):
    return next(row for row in comparison().rows if str(row.heading) == heading)


def test_terms_that_all_have_are_common(reference_data) -> None:
    make_initiative(slug="a", activities=["brosjyrar", "brev"])
    make_initiative(slug="b", activities=["brev"])
    found = row("Aktivitetar")
    assert found.shared == ["Brev til potensielle tilflyttarar"]
    assert [[said.count for said in cell] for cell in found.cells] == [[2, 1], [2]]


def test_aspect_without_anything_in_common_is_named(reference_data) -> None:
    make_initiative(slug="a", activities=["brosjyrar"])
    make_initiative(slug="b", activities=["brev"])
    assert "Aktivitetar" in [str(heading) for heading in comparison().different]


def test_what_none_of_them_says_is_left_out(reference_data) -> None:
    make_initiative(slug="a")
    make_initiative(slug="b")
    headings = [str(row.heading) for row in comparison().rows]
    assert {"Aktivitetar", "Finansiering", "Hovudmål"} & set(headings) == set()


def test_place_in_the_same_county_is_partly_common(reference_data) -> None:
    make_initiative(slug="a", municipalities=["4034"])
    make_initiative(slug="b", municipalities=["4036"])
    assert (row("Stad").shared, row("Fylke").shared) == ([], ["Telemark"])


def test_aspect_of_one_initiative_shares_all_of_it() -> None:
    assert Aspect.of("x", [{"a": None, "b": None}]).shared == ["a", "b"]
