"""The project's own messages are all translated into Nynorsk and Bokmål, and nothing else is.

What Django and django-filter leave untranslated is tested in test_locale_packages.py. When a test
here fails after a change of the sources, run `make messages` and fill in what it reports.
"""

import ast

import pytest
from django.conf import settings

from initiatives.management.commands.makemessages import catalogue_path, read_sources
from tests.catalogues import LANGUAGES, Messages, by_id, forms, has_text, keeps_placeholders, read

# Words and names that are the same in English and in both forms of Norwegian.
SAME_IN_ENGLISH = [
    "%(field)s: %(old)s → %(new)s",
    "Administrator",
    "Bokmål",
    "Data (JSON)",
    "Markdown.",
    "Nynorsk",
    "Per %(people)s",
    "Plan",
    "Region",
    "Status",
    "Tilflyttingskatalogen",
    "region",
    "status",
]


@pytest.fixture(scope="module")
def sources() -> Messages:
    return by_id(read_sources())


@pytest.fixture(params=LANGUAGES)
def translations(request) -> Messages:
    return read(catalogue_path(request.param))


def test_messages_of_the_sources_are_all_in_the_catalogue(sources, translations):
    assert [key for key in sources if key not in translations] == []


def test_messages_stand_outside_f_strings():
    """Babel reads an f-string as one piece: what is asked for inside is in no catalogue."""
    inside = [
        f"{path.name}:{call.lineno}"
        for path in (settings.BASE_DIR / "initiatives").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "gettext", "ngettext")
    ]
    assert inside == []


def test_messages_of_the_catalogue_are_all_in_the_sources(sources, translations):
    assert [key for key in translations if key not in sources] == []


def test_messages_are_translated_in_every_number(translations):
    assert [key for key, message in translations.items() if not has_text(message)] == []


def test_messages_are_not_fuzzy(translations):
    assert [key for key, message in translations.items() if message.fuzzy] == []


def test_messages_keep_the_placeholders(translations):
    texts = {key: message for key, message in translations.items() if has_text(message)}
    assert [key for key, message in texts.items() if not keeps_placeholders(message)] == []


def test_messages_are_not_left_in_english(translations):
    same = [
        text
        for message in translations.values()
        for text in forms(message.string)
        if text in forms(message.id)
    ]
    assert sorted(same) == SAME_IN_ENGLISH
