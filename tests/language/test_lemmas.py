"""Reading a form of a word: paradigms of both written forms."""

import pytest

from initiatives.language.endings import guessed_lemmas
from initiatives.language.lemmas import is_complete, lemmas


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kommunane", "kommune"),  # masculine, definite plural
        ("barnehagar", "barnehage"),  # masculine in -e, which no dictionary lists
        ("prosjekta", "prosjekt"),  # neuter, definite plural
        ("kvinnene", "kvinne"),  # feminine, definite plural
        ("museene", "museum"),  # -um
        ("studier", "studium"),  # -ium
        ("syklar", "sykkel"),  # syncope and a double consonant
        ("numre", "nummer"),  # -re
        ("lærarane", "lærar"),  # agent noun
        ("lærarar", "lærar"),
        ("brørne", "bror"),  # another vowel in the plural
        ("kommunens", "kommune"),  # genitive
        ("ukas", "uke"),  # genitive of the definite in -a
        ("fiskenes", "fisk"),  # genitive of the plural
        ("kilden", "kilde"),  # definite that is listed as a name
        ("drømmer", "drøm"),  # a plural that doubles m
        ("banker", "bank"),  # a plural like an agent noun
    ],
)
def test_lemmas_of_a_noun(form, lemma):
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("flytta", "flytte"),  # past, first class
        ("flyttar", "flytte"),  # present, Nynorsk
        ("rekruttera", "rekruttere"),  # infinitive in -a
        ("vurderast", "vurdere"),  # passive, Nynorsk
        ("vurderes", "vurdere"),  # passive, Bokmål
        ("skreiv", "skrive"),  # strong past
        ("oppgjeve", "oppgi"),  # strong verb behind a prefix
        ("økende", "øke"),  # participle
        ("arbeida", "arbeide"),  # past that is also a noun
        ("erstatter", "erstatte"),  # present that is also a noun
        ("jobbar", "jobbe"),
        ("trykket", "trykke"),  # past that is also a noun
        ("omfattande", "omfatte"),  # participle that is listed as an adjective
        ("innkomande", "innkomme"),  # the same of a strong verb behind a prefix
        ("etablert", "etablere"),
        ("kjende", "kjenne"),  # past that loses one of two n
        ("drikk", "drikke"),  # strong present that is also a noun
        ("utferda", "utferde"),  # infinitive that only the tables have
    ],
)
def test_lemmas_of_a_verb(form, lemma):
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("frivillege", "frivillig"),  # Nynorsk -leg
        ("tryggare", "trygg"),  # comparative
        ("yngst", "ung"),  # comparison with another stem
        ("rødt", "rød"),  # neuter
        ("nytt", "ny"),  # neuter with -tt
        ("valfritt", "valfri"),  # the same of a word that no dictionary lists
        ("tynnere", "tynn"),  # comparative like an agent noun
        ("varmast", "varm"),  # superlative like a passive
        ("brune", "brun"),  # plural like a verb
        ("påtrengande", "påtrengende"),
    ],
)
def test_lemmas_of_an_adjective(form, lemma):
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("form", "hidden"),
    [
        ("fisker", "fisker"),
        ("leder", "leder"),
        ("stoler", "stol"),
        ("veier", "vei"),
        ("gården", "gård"),
    ],
)
def test_lemmas_include_what_the_dictionaries_list_under_another_word(form, hidden):
    assert hidden in lemmas(form)


@pytest.mark.parametrize("word", ["sommer", "tomt", "bygd", "bud", "legende", "verdi"])
def test_lemmas_of_a_word_of_its_own_are_only_that_word(word):
    assert lemmas(word) == (word,)


def test_lemmas_of_a_noun_are_not_those_of_its_imperative():
    assert lemmas("bruk") == ("bruk",)


def test_lemmas_of_an_agent_noun_that_no_dictionary_lists_include_it_in_bokmal():
    assert "heimvender" in lemmas("heimvendar")


@pytest.mark.parametrize(
    ("form", "other"), [("kunde", "kunne"), ("skyld", "skylle"), ("helt", "helle")]
)
def test_lemmas_of_a_word_listed_as_its_own_are_not_those_of_a_past_like_it(form, other):
    assert other not in lemmas(form)


def test_lemmas_of_an_unknown_word_are_none():
    assert lemmas("qwxz") == ()


def test_guessed_lemmas_of_an_unknown_word_drop_one_ending():
    assert guessed_lemmas("coworkarar") == ("coworkarar", "cowork")


@pytest.mark.parametrize(
    "word", ["bo", "bu", "kor", "sal", "bolig", "skole", "bustader", "søk", "kjøp"]
)
def test_is_complete_of_a_word(word):
    assert is_complete(word)


@pytest.mark.parametrize("word", ["integrer", "innflyt", "bosett"])
def test_is_complete_of_a_word_cut_off_is_false(word):
    assert not is_complete(word)
