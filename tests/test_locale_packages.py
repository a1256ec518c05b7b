"""Every message of the installed packages has a translation into Nynorsk and Bokmål.

Here belong the tests of ``locale/packages``: the translations of what Django and django-filter
leave untranslated. The messages of the project itself are tested in test_messages.py. No settings
and no database are needed, only the catalogues of the packages that happen to be installed.

When a new version of a package fails here, add the message it names to ``locale/packages``.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.catalogues import LANGUAGES, has_text, keeps_placeholders, read

OURS = Path(__file__).resolve().parents[1] / "locale" / "packages"
DOMAINS = ("django", "djangojs")

# package: the language of a catalogue that holds all its messages
SOURCES = {
    "django.conf": "en",
    "django.contrib.admin": "en",
    "django.contrib.auth": "en",
    "django.contrib.contenttypes": "en",
    "django.contrib.humanize": "en",
    "django.contrib.sessions": "en",
    "django_filters": "fr",
}


def catalogue(package, language, domain):
    """Where a package keeps its messages in a language. Finding it doesn't import the package."""
    folder = Path(find_spec(package).submodule_search_locations[0])
    return folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def our_catalogue(language, domain):
    return OURS / language / "LC_MESSAGES" / f"{domain}.po"


def is_translated(message):
    return not message.fuzzy and has_text(message)


PACKAGES = [
    (package, domain)
    for package, source in SOURCES.items()
    for domain in DOMAINS
    if catalogue(package, source, domain).exists()
]

in_each_language = pytest.mark.parametrize("language", LANGUAGES)
of_each_package = pytest.mark.parametrize(("package", "domain"), PACKAGES)
in_each_domain = pytest.mark.parametrize("domain", DOMAINS)


@pytest.mark.parametrize("package", SOURCES)
def test_the_catalogue_with_all_messages_is_found(package):
    assert read(catalogue(package, SOURCES[package], "django"))


@in_each_language
@of_each_package
def test_no_message_lacks_a_translation(language, package, domain):
    wanted = read(catalogue(package, SOURCES[package], domain))
    found = read(catalogue(package, language, domain))
    ours = read(our_catalogue(language, domain))
    translated = {
        key for messages in (found, ours) for key in messages if is_translated(messages[key])
    }
    assert [key for key in wanted if key not in translated] == []


@in_each_language
@in_each_domain
def test_none_of_our_translations_is_fuzzy(language, domain):
    ours = read(our_catalogue(language, domain))
    assert [key for key, message in ours.items() if message.fuzzy] == []


@in_each_language
@in_each_domain
def test_none_of_our_translations_is_empty(language, domain):
    ours = read(our_catalogue(language, domain))
    assert [key for key, message in ours.items() if not has_text(message)] == []


@in_each_language
@in_each_domain
def test_our_translations_keep_the_placeholders(language, domain):
    ours = read(our_catalogue(language, domain))
    assert [key for key, message in ours.items() if not keeps_placeholders(message)] == []
