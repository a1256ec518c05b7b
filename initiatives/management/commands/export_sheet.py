"""Writes an entry as a sheet in the published format."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.writing import write
from initiatives.models import Initiative


class Command(BaseCommand):
    help = (
        "Write the entry with the address word SLUG as a sheet to standard output. `import_sheets`"
        " reads it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", metavar="SLUG")

    def handle(self, *args: Any, **options: Any) -> None:
        initiative = Initiative.objects.with_entry_content().filter(slug=options["slug"]).first()
        if initiative is None:
            raise CommandError(f"There is no entry with the address word {options['slug']!r}.")
        self.stdout.write(write(initiative, Reference.load()), ending="")
