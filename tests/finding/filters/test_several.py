"""Facets: counts with every filter but the facet's own, chips, and shortening of long ones."""

import pytest
from django.http import QueryDict
from django.utils import translation

from initiatives.finding.facets import SHORT_LENGTH, list_chips, list_facets, make_facet
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Municipality
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def ask(query):
    return InitiativeFilter(QueryDict(query), current_snapshot())


def counts(query, name):
    """The counts of one facet, without the options that have none."""
    asked = ask(query)
    facet = make_facet(asked, name, asked.facets()[name])
    return {option.value: option.count for option in facet.options if option.count}


@pytest.fixture
def three(db):
    make_initiative(
        activities=["brev", "annonsering"], target_groups=["ungdom"], municipalities=["4034"]
    )
    make_initiative(activities=["brev"], target_groups=["kvinner"], municipalities=["4036", "4034"])
    make_initiative(
        activities=["annonsering"],
        counties=["40"],
        scope="county",
        original_form="nb",
        title_nb="Hei",
    )
    make_initiative(activities=["brev"], status="draft")


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("", "aktivitet", {"brev": 2, "annonsering": 2}),
        ("aktivitet=brev", "aktivitet", {"brev": 2, "annonsering": 2}),  # not its own filter
        ("malgruppe=kvinner", "aktivitet", {"brev": 1}),
        ("aktivitet=brev", "malgruppe", {"ungdom": 1, "kvinner": 1}),
        ("", "kommune", {"4034": 2, "4036": 1}),
        ("", "fylke", {"40": 3}),  # twice in one county is once
        ("", "region", {"vest-telemark": 2}),
        ("", "sprak", {"nn": 2, "nb": 1}),
        ("aktivitet=brosjyrar", "sprak", {}),
        ("", "fase", {"unknown": 3}),
        ("", "organisering", {"unknown": 3}),
        ("", "omfang", {"municipality": 2, "county": 1}),
        ("aktivitet=brev&omfang=county", "omfang", {"municipality": 2}),
        ("q=hei", "vurdering", {"not-assessed": 1}),
    ],
)
def test_counts(three, query, name, expected):
    assert counts(query, name) == expected


def test_count_of_an_option_is_what_choosing_it_gives(three):
    """For every option of every facet, beside another filter: the promise that the page makes."""
    asked = ask("aktivitet=annonsering")
    for facet in list_facets(asked):
        if facet.name != "aktivitet":
            for option, address in facet.links:
                assert len(ask(address.query[1:]).matching) == option.count, (
                    facet.name,
                    option.value,
                )


def test_options_without_hits_stay_in_place(three):
    facet = next(f for f in list_facets(ask("aktivitet=brosjyrar")) if f.name == "malgruppe")
    assert [option.count for option in facet.options] == [0] * 12


def test_partner_kind_counts_an_entry_once(tokke):
    assert counts("", "samarbeid") == {
        "fylkeskommune": 1,
        "naeringsliv": 1,
        "frivillige": 1,
        "grende-og-bygdelag": 1,
        "regionrad": 1,
    }


def test_long_facet_shows_the_most_used_and_the_chosen(reference_data):
    for number in Municipality.objects.values_list("number", flat=True)[:15]:
        make_initiative(municipalities=[number])
    for _ in range(3):
        make_initiative(municipalities=["5601"])
    facet = next(f for f in list_facets(ask("kommune=4034")) if f.name == "kommune")
    values = [option.value for option in facet.options]
    assert ("4034" in values, "5601" in values, len(values), facet.hidden) == (
        True,
        True,
        SHORT_LENGTH,
        357 - SHORT_LENGTH,
    )


def test_municipalities_stand_in_norwegian_order(reference_data):
    asked = ask("")
    labels = [
        option.label for option in make_facet(asked, "kommune", asked.facets()["kommune"]).options
    ]
    assert (labels[0], labels[-1]) == ("Alstahaug", "Åsnes")


def test_chips_remove_their_filter(three):
    chips = list_chips(ask("q=brev&aktivitet=brev&kommune=4034&fra=2012"))
    assert [(chip.facet, chip.label, chip.address.query) for chip in chips] == [
        ("Søk", "«brev»", "?aktivitet=brev&kommune=4034&fra=2012"),
        ("Aktivitet", "Brev til potensielle tilflyttarar", "?q=brev&kommune=4034&fra=2012"),
        ("Kommune", "Tokke", "?q=brev&aktivitet=brev&fra=2012"),
        ("Frå år", "Frå år 2012", "?q=brev&aktivitet=brev&kommune=4034"),
    ]


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("nn", ["Fleire kommunar", "Heile landet"]),
        ("nb", ["Flere kommuner", "Hele landet"]),
    ],
)
def test_reach_is_a_facet_in_both_forms(three, form, labels):
    with translation.override(form):
        asked = ask("omfang=national&omfang=inter-municipal")
        facet = make_facet(asked, "omfang", asked.facets()["omfang"])
        assert (facet.label, [option.label for option in facet.options if option.is_chosen]) == (
            "Omfang",
            labels,
        )
        assert [(chip.facet, chip.label) for chip in list_chips(asked)] == [
            ("Omfang", label) for label in labels
        ]


def test_reach_stands_between_organisation_and_assessment(reference_data):
    names = [facet.name for facet in list_facets(ask(""))]
    at = names.index("omfang")
    assert names[at - 1 : at + 2] == ["organisering", "omfang", "vurdering"]
