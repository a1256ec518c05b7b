"""The tables of words: their form, and that they agree."""

import pytest

from initiatives.language.word_table import (
    TABLES,
    different_words,
    irregular_forms,
    place_name,
    spelled_otherwise,
    word_set,
)


def test_different_words_go_both_ways():
    pairs = different_words()
    assert ("bolig" in pairs.to_bokmal["bustad"], "bustad" in pairs.to_nynorsk["bolig"]) == (True, True)


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


@pytest.mark.parametrize(("word", "name"), [("tokke", "tokke"), ("tokkes", "tokke"), ("kommune", "")])
def test_place_name_of_a_word(word, name):
    assert place_name(word) == name


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.txt")), ids=lambda path: path.name)
def test_table_is_in_lower_case(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if line != line.lower()] == []
