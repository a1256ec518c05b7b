"""The spelling that lookups use, and the ASCII form of keys."""

import unicodedata

import pytest

from initiatives.language.letters import plain_spelling, to_ascii


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("BUSTAD", "bustad"),
        ("kafé", "kafe"),
        ("òg", "og"),
        ("Kåfjord", "kåfjord"),
        ("Gällivare", "gællivare"),
        ("Malmö", "malmø"),
        ("gründer", "gründer"),
        ("Kárášjohka", "karasjohka"),
        ("bu\u00adstad", "bustad"),
    ],
)
def test_plain_spelling_keeps_norwegian_letters_and_drops_accents(word, plain):
    assert plain_spelling(word) == plain


def test_plain_spelling_of_decomposed_letters_is_that_of_composed():
    assert plain_spelling(unicodedata.normalize("NFD", "Kåfjord")) == "kåfjord"


@pytest.mark.parametrize(
    ("word", "ascii_word"),
    [("mål", "maal"), ("møte", "moete"), ("nær", "naer"), ("gründer", "gruender")],
)
def test_to_ascii_writes_norwegian_letters_with_two(word, ascii_word):
    assert to_ascii(word) == ascii_word


def test_to_ascii_of_another_alphabet_is_not_empty():
    assert to_ascii("東") == "6771"
