"""The reader of simplemma's dictionaries."""

import random

import pytest
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from initiatives.language.dictionary import is_lemma, lemma_in, lemmas_of


@pytest.mark.parametrize("form", ["nb", "nn"])
def test_lemma_in_gives_what_simplemma_gives(form):
    theirs = StreamDictionaryFactory().get_dictionary(form)
    words = random.Random(1).sample(list(theirs), 300)
    assert [lemma_in(form, word) for word in words] == [theirs[word].lower() for word in words]


@pytest.mark.parametrize("word", ["", "zzzz", "a" * 300, "\udcff", "東京"])
def test_lemma_in_of_an_unknown_word_is_empty(word):
    assert lemma_in("nb", word) == ""


def test_lemmas_of_takes_both_dictionaries_bokmal_first():
    assert lemmas_of("museet") == ("muse", "museum")


def test_is_lemma_of_a_noun_listed_under_another_word():
    assert is_lemma("fisker")


def test_is_lemma_of_an_inflected_form_is_false():
    assert not is_lemma("kommunane")
