"""Where a compound divides, and which of its parts say what it is about."""

import pytest

from initiatives.language.compounds import anchored_parts, divisions, loose_division


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("bustadpolitikk", "bustad", "politikk"),
        ("næringsutvikling", "næring", "utvikling"),  # linking s
        ("barnefamiliar", "barn", "familiar"),  # linking e, inflected
        ("studentbolig", "student", "bolig"),
        ("gangvei", "gang", "vei"),
        ("byvekst", "by", "vekst"),  # a first part of two letters
        ("bygdelag", "bygd", "lag"),  # a last part of three
        ("etablerartilskot", "etablerer", "tilskot"),  # an agent noun that only Bokmål lists
        ("biletkart", "bilet", "kart"),  # a first part that loses its e
        ("skulebarn", "skule", "barn"),  # a last part like an ending
        ("hovudgata", "hoved", "gata"),  # a first part that says nothing of its own
    ],
)
def test_divisions_of_a_compound(word, first, last):
    assert any(
        (division.first.rstrip("e"), division.last) == (first.rstrip("e"), last)
        for division in divisions(word)
    )


@pytest.mark.parametrize(
    "word",
    [
        "mulighet",  # mulig + heter
        "ungdom",
        "arbeidsløs",
        "parkering",  # parke + ring
        "nettopp",  # nett + opp
        "statistikk",  # stat + istikk
        "politikarar",  # politi + karar
        "tilflytting",  # a prefix is no part
        "utflyttar",
        "sommar",
        "kommunal",
        "standard",
        "gjetting",  # gjet + ting
        "leksene",  # lek + sene, but the lemma is lekse
    ],
)
def test_divisions_of_a_word_that_is_no_compound_are_none(word):
    assert divisions(word) == ()


def test_anchored_parts_of_three_part_compound_are_its_beginning_and_its_end():
    assert anchored_parts("arbeidsinnvandrarar") == (("arbeid",), ("innvandrarar",))


def test_anchored_parts_of_a_compound_in_a_compound_include_the_outermost_word():
    firsts, lasts = anchored_parts("bustadtomtpris")
    assert ("bustad" in firsts, "pris" in lasts) == (True, True)


@pytest.mark.parametrize(
    "word", ["barnehage", "barnehagar", "ordførar", "naturgass", "folkeskikken", "sjukehuset"]
)
def test_anchored_parts_of_a_frozen_compound_are_none(word):
    assert anchored_parts(word) == ((), ())


def test_anchored_parts_after_a_frozen_compound_are_those_outside_it():
    assert anchored_parts("barnehageplassar") == (("barnehage",), ("plassar",))


def test_divisions_prefer_a_last_part_that_is_listed():
    assert divisions("bildekart")[0].last == "kart"  # not bil + dekart


@pytest.mark.parametrize(
    ("word", "noun"),
    [("leikeplass", "leik"), ("drømmehus", "drøm"), ("tomtepris", "tomt"), ("havneby", "havn")],
)
def test_anchored_parts_include_the_noun_before_a_linking_e(word, noun):
    assert noun in anchored_parts(word)[0]


@pytest.mark.parametrize(("word", "last"), [("hovudgate", "gate"), ("heimkommune", "kommune")])
def test_anchored_parts_leave_out_a_silent_first_part(word, last):
    assert anchored_parts(word) == ((), (last,))


@pytest.mark.parametrize(
    "word", ["leksikon", "portrett", "elefant", "syklist", "konflikt", "kultur"]
)
def test_anchored_parts_of_a_loan_word_are_none(word):
    assert anchored_parts(word) == ((), ())


def test_loose_division_begins_its_last_part_as_a_word_does():
    assert loose_division("xyzzyrvert") == ()


def test_loose_division_takes_a_known_last_part_after_an_unknown_first():
    division = loose_division("coworkingplassar")[0]
    assert (division.first, division.last) == ("coworking", "plassar")


@pytest.mark.parametrize("word", ["kommune", "xyz", "", "a" * 200])
def test_loose_division_of_a_known_or_hopeless_word_is_none(word):
    assert loose_division(word) == ()
