"""Compiles the message catalogues with Babel, in place of Django's command that needs gettext's
programs.
"""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.text import capfirst

from initiatives.language import FORMS


def compile_catalogue(path: Path) -> None:
    """Writes the .mo file beside a .po file; fuzzy messages are left out."""
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.parent.parent.name)
    add_labels(catalogue)
    with path.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


def add_labels(catalogue: Catalog) -> None:
    """Adds field names as labels of forms: the admin's history translates `Title [nn]`, not
    `title`.
    """
    for message in list(catalogue):
        if isinstance(message.id, str) and message.id[:1].islower() and not message.context:
            for suffix in ("", *(f" [{form}]" for form in FORMS)):
                label = capfirst(message.id) + suffix
                if label not in catalogue:
                    catalogue.add(label, capfirst(str(message.string)) + suffix)


class Command(BaseCommand):
    help = "Compile the project's message catalogues."

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                compile_catalogue(path)
                self.stdout.write(str(path.relative_to(settings.BASE_DIR)))
