"""The two written forms of Norwegian: text that knows its form, slugs and sort order.

Knows words, not models: everything here is a pure function of its arguments and the active
language.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify
from django.utils.translation import get_language

NYNORSK = "nn"
BOKMAL = "nb"
FORMS = (NYNORSK, BOKMAL)
FORM_NAMES = {NYNORSK: "Nynorsk", BOKMAL: "Bokmål"}

# Letters that Unicode does not decompose, or that sort as letters of their own in Norwegian.
_ASCII_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
        "Æ": "Ae",
        "Ø": "O",
        "Đ": "D",
        "Ŋ": "N",
        "Ŧ": "T",
    }
)
# After z, in this order (ä and ö as æ and ø, aa stays two letters).
_LAST_LETTERS = str.maketrans("æäøöåđŋŧ", "{{||}dnt")


class Written(str):
    """A text that knows which written form it is in: `lang` is `nn`, `nb`, or empty for no text."""

    lang: str

    def __new__(cls, text: str, lang: str) -> "Written":
        written = super().__new__(cls, text)
        written.lang = lang if text else ""
        return written


def reader_form() -> str:
    """The form of the page being made: the active language, or Nynorsk where none is active."""
    language = get_language()
    return language if language in FORMS else NYNORSK


def other_form(form: str) -> str:
    """The form that `form` is not."""
    return BOKMAL if form == NYNORSK else NYNORSK


def written(instance: Any, name: str, preferred: str) -> Written:
    """The attribute `name` of `instance` in the preferred form, else in the other."""
    for form in (preferred, other_form(preferred)):
        if text := getattr(instance, f"{name}_{form}"):
            return Written(text, form)
    return Written("", "")


def is_in_form(instance: Any, names: Iterable[str], form: str) -> bool:
    """Whether those attributes of `instance`, where there are any, are written in `form`."""
    return all(written(instance, name, form).lang in (form, "") for name in names)


def in_reader_form(name: str, field: Any) -> Any:
    """A getter for `TranslatedField`: the reader's form, else the other one, as `Written`."""
    return lambda instance: written(instance, name, reader_form())


def make_slug(text: str) -> str:
    """An address word of a Norwegian or Sámi text: `Bo på Ærøy!` gives `bo-pa-aeroy`."""
    return slugify(text.translate(_ASCII_LETTERS))


def sort_key(text: str) -> str:
    """An ASCII key that sorts in Norwegian order byte by byte: a–z, æ, ø, å; no case or accents.

    Sámi letters sort as the letter they resemble.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_LAST_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    kept = (c if c.isalnum() or c in "{|}" else " " for c in decomposed if c.isascii())
    return " ".join("".join(kept).split())
