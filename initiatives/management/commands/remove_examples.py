"""Takes the made-up entries out of the catalogue again."""

from typing import Any

from django.core.management.base import BaseCommand

from initiatives.examples.storing import remove_examples


class Command(BaseCommand):
    help = (
        "Remove every entry marked as an example, and the partners made for them that no entry"
        " uses."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        count = remove_examples()
        if options["verbosity"]:
            self.stdout.write(f"{count} examples removed.")
