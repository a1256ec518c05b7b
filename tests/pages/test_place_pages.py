"""What the pages of places are made of: names in other languages, years in words, and what others
do.
"""

import pytest

from initiatives.finding.snapshot import Traits, current_snapshot
from initiatives.models import FormerMunicipality, Municipality, Region
from initiatives.pages.place_pages import AreaPage, MunicipalityPage, parallel_names, years_of
from tests.factories import make_initiative


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", []),
        (" ; ", []),
        ("Oslove (sma)", [("Oslove", "sma")]),
        ("Romsa (se); Tromssa (fkv)", [("Romsa", "se"), ("Tromssa", "fkv")]),
        ("Utan kode", [("Utan kode", "")]),
        ("Ukjend (xx)", [("Ukjend (xx)", "")]),
        ("(se)", [("(se)", "")]),
    ],
)
def test_parallel_names_know_their_language(listed, expected) -> None:
    names = parallel_names(listed)
    assert [(name.text, name.text.lang) for name in names] == expected
    assert [bool(name.language) for name in names] == [bool(lang) for _text, lang in expected]


@pytest.mark.django_db
def test_every_parallel_name_of_today_has_a_language(reference_data) -> None:
    listed = Municipality.objects.exclude(parallel_names="").values_list(
        "parallel_names", flat=True
    )
    assert [name for names in listed for name in parallel_names(names) if not name.language] == []


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(1964, 2019, "1964–2019"), (2018, 2018, "2018"), (None, None, "")],
)
def test_years_of_a_former_municipality(first, last, expected) -> None:
    assert years_of(FormerMunicipality(valid_from=first, valid_to=last)) == expected


@pytest.mark.parametrize(("first", "last"), [(None, 2019), (2019, None)])
def test_one_known_year_is_said_with_a_word(first, last) -> None:
    years = years_of(FormerMunicipality(valid_from=first, valid_to=last))
    assert years.endswith(" 2019")


@pytest.mark.django_db
def test_snapshot_has_the_traits_of_every_municipality(reference_data) -> None:
    rows = Municipality.objects.values_list("pk", "county_id", "population", "centrality")
    assert current_snapshot().vocabulary.traits == {pk: Traits(*traits) for pk, *traits in rows}


def page_of(number):
    return MunicipalityPage.of(current_snapshot(), Municipality.objects.get(number=number))


@pytest.fixture
def three_alike(reference_data):
    """Tokke, with Lom and Gulen as the only others that are like any place."""
    kept = ["4034", "3434", "4635"]
    Municipality.objects.filter(number__in=kept).update(population=2000, centrality=6)
    Municipality.objects.exclude(number__in=kept).update(population=9_000_000, centrality=1)


@pytest.mark.django_db
def test_missing_is_what_those_alike_do_and_this_one_does_not(three_alike) -> None:
    make_initiative(municipalities=["4034"], activities=["brev"])
    make_initiative(municipalities=["3434"], activities=["brev", "annonsering", "vertskapsordning"])
    make_initiative(municipalities=["4635"], activities=["vertskapsordning"])
    make_initiative(municipalities=["0301"], activities=["brosjyrar"])
    found = [
        (usage.choice.value, usage.count, usage.address.query) for usage in page_of("4034").missing
    ]
    assert found == [
        ("vertskapsordning", 2, "?aktivitet=vertskapsordning&kommune=3434&kommune=4635"),
        ("annonsering", 1, "?aktivitet=annonsering&kommune=3434"),
    ]


@pytest.mark.django_db
def test_missing_counts_places_and_not_entries(three_alike) -> None:
    for _ in range(2):
        make_initiative(municipalities=["3434"], activities=["brev"])
    assert [usage.count for usage in page_of("4034").missing] == [1]


@pytest.mark.django_db
def test_drafts_of_others_are_not_missing(three_alike) -> None:
    make_initiative(municipalities=["3434"], activities=["brev"], status="draft")
    page = page_of("4034")
    assert (page.missing, page.alike_address) == ([], None)


@pytest.mark.django_db
def test_list_of_those_alike_has_only_those_with_entries(three_alike) -> None:
    make_initiative(municipalities=["4635"])
    assert page_of("4034").alike_address.query == "?kommune=4635"


@pytest.mark.django_db
def test_alike_are_at_most_eight_and_never_itself(reference_data) -> None:
    numbers = [like.usage.choice.value for like in page_of("4034").alike]
    assert len(numbers) == 8
    assert "4034" not in numbers


@pytest.mark.django_db
def test_region_adds_up_its_members(reference_data) -> None:
    region = Region.objects.get(slug="vest-telemark")
    page = AreaPage.of(current_snapshot(), region)
    populations = region.municipalities.values_list("population", flat=True)
    assert (page.population, len(page.members)) == (sum(populations), 6)
    assert [county.choice.value for county in page.crossing] == ["40"]


@pytest.mark.django_db
def test_region_without_members_is_empty(reference_data) -> None:
    page = AreaPage.of(current_snapshot(), Region.objects.create(slug="tom", name="Tom"))
    assert (page.total, page.population, page.members, page.crossing) == (0, 0, [], [])


@pytest.mark.django_db
def test_place_newer_than_the_snapshot_is_empty(reference_data) -> None:
    """As while an update fails: the last good snapshot is served, not an error."""
    snapshot = current_snapshot()
    newer = Municipality.objects.get(number="4034")
    newer.pk, newer.number = None, "4999"
    newer.save()
    page = MunicipalityPage.of(snapshot, newer)
    assert (page.total, page.alike, page.missing, page.regions) == (0, [], [], [])
