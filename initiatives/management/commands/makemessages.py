"""Brings the project's catalogues up to date with its sources, in place of Django's command.

Django's own needs gettext's programs; this one reads Python and templates with Babel.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.template import templatize

from initiatives.language import FORMS

KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}
PYTHON_FOLDERS = ("catalogue", "initiatives")
TEMPLATE_FOLDER = "templates"

# Only what reading the catalogue needs: no dates, which would change every time.
HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: {form}\n"
"MIME-Version: 1.0\n"
"Plural-Forms: {plural_forms}\n"

"""


def sources() -> Iterator[tuple[str, str]]:
    """The path and Python code of every source; a template as the code Django makes of it."""
    for folder in PYTHON_FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(settings.BASE_DIR)), path.read_text(encoding="utf-8")
    for path in sorted((settings.BASE_DIR / TEMPLATE_FOLDER).rglob("*.*")):
        yield str(path.relative_to(settings.BASE_DIR)), as_code(path.read_text(encoding="utf-8"))


def as_code(template: str) -> str:
    """The calls for translation in a template as Python, one statement a line, not indented."""
    return "\n".join(line.strip() for line in templatize(template).splitlines())


def read_sources() -> Catalog:
    """Every message of the sources, with the files it stands in."""
    template = Catalog()
    for name, code in sources():
        found = extract(
            "python", BytesIO(code.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        )
        for _line, message, _comments, context in found:
            template.add(message, locations=[(name, 0)], context=context)
    return template


def catalogue_path(form: str) -> Path:
    return settings.BASE_DIR / "locale" / form / "LC_MESSAGES" / "django.po"


def read_catalogue(form: str) -> Catalog:
    """The project's catalogue in one form, empty where there is none yet."""
    path = catalogue_path(form)
    if not path.exists():
        return Catalog(locale=form)
    with path.open("rb") as file:
        return read_po(file, locale=form)


def write_catalogue(form: str, catalogue: Catalog) -> None:
    """Writes the project's catalogue in one form; the same messages give the same file."""
    path = catalogue_path(form)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.format(form=form, plural_forms=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=100, sort_output=True, omit_header=True)


class Command(BaseCommand):
    help = "Bring locale/*/LC_MESSAGES/django.po up to date with the sources."

    def handle(self, *args: Any, **options: Any) -> None:
        template = read_sources()
        for form in FORMS:
            catalogue = read_catalogue(form)
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            write_catalogue(form, catalogue)
            missing = sum(1 for message in catalogue if message.id and not is_translated(message))
            path = catalogue_path(form).relative_to(settings.BASE_DIR)
            self.stdout.write(f"{path}: {missing} to translate")


def is_translated(message: Message) -> bool:
    """Whether a message has a text in every number."""
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(strings)
