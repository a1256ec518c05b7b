"""Written forms, slugs and the order of the alphabet."""

import pytest
from django.utils import translation

from initiatives.language import Written, make_slug, reader_form, sort_key, written


class Thing:
    title_nn = "Heim"
    title_nb = ""


def test_written_takes_the_preferred_form():
    assert written(Thing(), "title", "nn").lang == "nn"


def test_written_falls_back_to_the_other_form():
    assert (written(Thing(), "title", "nb"), written(Thing(), "title", "nb").lang) == ("Heim", "nn")


def test_written_without_text_has_no_form():
    assert Written("", "nn").lang == ""


def test_reader_form_without_language_is_nynorsk():
    with translation.override(None):
        assert reader_form() == "nn"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Besøk på skular", "besok-pa-skular"),
        ("Næringslivet", "naeringslivet"),
        ("Kárášjohka – Karasjok", "karasjohka-karasjok"),
        ("Unjárga/Nesseby & Deatnu", "unjarganesseby-deatnu"),
        ("!!!", ""),
    ],
)
def test_make_slug(text, slug):
    assert make_slug(text) == slug


def test_sort_key_orders_as_norwegian():
    names = ["Åsnes", "Ørsta", "Ærfugl", "Zulu", "ås", "Alta", "alta kyst", "Ősi", "Älv"]
    expected = ["Alta", "alta kyst", "Ősi", "Zulu", "Älv", "Ærfugl", "Ørsta", "ås", "Åsnes"]
    assert sorted(names, key=sort_key) == expected


def test_sort_key_is_ascii():
    assert sort_key("Guovdageaidnu – Kautokeino, Ŋ ŧ đ 日本").isascii()
