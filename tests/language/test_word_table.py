"""The tables of words: their form, and that they agree."""

from collections import Counter

import pytest

from initiatives.language.word_table import (
    TABLES,
    different_words,
    irregular_forms,
    place_name,
    silent_first_parts,
    spelled_otherwise,
    word_set,
)


def test_different_words_go_both_ways():
    pairs = different_words()
    assert ("bolig" in pairs.to_bokmal["bustad"], "bustad" in pairs.to_nynorsk["bolig"]) == (
        True,
        True,
    )


def test_different_words_leave_out_phrases():
    assert [word for word in different_words().to_bokmal if " " in word] == []


def test_different_words_leave_out_misleading_words():
    assert word_set("misleading_words.txt") & different_words().to_bokmal.keys() == set()


def test_irregular_forms_give_two_readings_where_two_lines_have_the_form():
    assert irregular_forms()["satt"] == ("sitte", "sette")


def test_spelled_otherwise_goes_both_ways():
    assert (spelled_otherwise("vei"), spelled_otherwise("veg")) == (("veg",), ("vei",))


def test_spelled_otherwise_of_a_word_with_one_spelling_is_empty():
    assert spelled_otherwise("hus") == ()


def test_silent_first_parts_give_the_bokmal_spelling():
    assert (silent_first_parts()["hovud"], silent_first_parts()["hoved"]) == ("hoved", "hoved")


@pytest.mark.parametrize("name", ["doublets.txt", "irregular_forms.txt", "different_words.txt"])
def test_table_of_pairs_has_no_word_twice_on_the_left(name):
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    lefts = [
        line.partition(" = ")[0] for line in lines if " = " in line and not line.startswith("#")
    ]
    assert [word for word, times in Counter(lefts).items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "name"), [("tokke", "tokke"), ("tokkes", "tokke"), ("kommune", "")]
)
def test_place_name_of_a_word(word, name):
    assert place_name(word) == name


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.txt")), ids=lambda path: path.name)
def test_table_is_in_lower_case(path):
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert [line for line in lines if line != line.lower()] == []
