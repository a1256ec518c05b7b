"""Which words are names, and that each comes back where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.translation.names import Shield, names_of
from initiatives.models import Partner
from tests.factories import PartnerFactory, ProjectFactory, make_initiative

KNOWN = {"Volda": "Volda", "Lårdal Liv Laga": "Lårdal Liv Laga", "Noreg": "Norge"}


def covered_words(text, names=KNOWN):
    """The words of a text that are not covered."""
    return [word for word in Shield(names).cover(text).split() if "Xq" not in word]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Volda bur i bygda", ["bur", "i", "bygda"]),
        ("Folk i Voldas bygd", ["Folk", "i", "bygd"]),
        ("Prosjektet Lårdal Liv Laga starta", ["Prosjektet", "starta"]),
        (
            "Dei kom frå Distriktssenteret. Kommunen var med",
            ["Dei", "kom", "frå", "Kommunen", "var", "med"],
        ),
        ("Prosjektet Dalen+ er", ["Prosjektet", "er"]),
        ("Han sa «Vi vil» til De", ["Han", "sa", "«Vi", "vil»", "til", "De"]),
        ("ALT MED STORE BOKSTAVAR", ["ALT", "MED", "STORE", "BOKSTAVAR"]),
        ("Mål: Fleire folk", ["Mål:", "Fleire", "folk"]),
        ("2. Kommunen", ["2.", "Kommunen"]),
        ("Voldaprosjektet er", ["Voldaprosjektet", "er"]),
        ("", []),
    ],
)
def test_names_are_covered(text, left):
    assert covered_words(text) == left


def test_name_that_differs_is_exchanged():
    shield = Shield(KNOWN)
    assert (
        shield.uncover(shield.cover("heile Noreg og Noregs kyst")) == "heile Norge og Norges kyst"
    )


@given(st.text(alphabet=st.sampled_from('aA. "«*[]()Xqbqx#@/:htps0\ue000VoldaNrgæØ-'), max_size=60))
def test_what_is_covered_comes_back(text):
    shield = Shield({"Volda": "Volda"})
    assert shield.uncover(shield.cover(text)) == text


def test_names_of_an_entry(reference_data):
    partner = PartnerFactory(name_nn="Vest-Telemarkrådet", name_nb="")
    both = PartnerFactory(name_nn="Fylkeskommunen Aust", name_nb="Fylkeskommunen Øst")
    words = PartnerFactory(name_nn="Frivillige lag", name_nb="")
    entry = make_initiative(
        place_name="Lårdal, Dalen",
        owner="Bygda Vår",
        partners=[partner.slug, both.slug, words.slug],
    )
    ProjectFactory(initiative=entry, name_nn="Liv Laga", name_nb="Liv Laget")
    names = names_of(entry, "nb")
    wanted = [
        "Lårdal",
        "Dalen",
        "Bygda Vår",
        "Vest-Telemarkrådet",
        "Fylkeskommunen Aust",
        "Liv Laga",
        "Tokke",
        "Leksvik",
        "Noreg",
    ]
    assert {name: names.get(name) for name in [*wanted, "Frivillige lag"]} == {
        **{name: name for name in wanted},
        "Fylkeskommunen Aust": "Fylkeskommunen Øst",
        "Liv Laga": "Liv Laget",
        "Noreg": "Norge",
        "Frivillige lag": None,
    }


def test_names_of_an_entry_take_a_fixed_number_of_queries(
    reference_data, django_assert_num_queries
):
    partners = list(Partner.objects.values_list("slug", flat=True)[:3])
    entry = make_initiative(partners=partners)
    with django_assert_num_queries(6):
        names_of(entry, "nb")
