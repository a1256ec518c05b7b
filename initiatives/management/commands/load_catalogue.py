"""Fills an empty database with the reference data and the first entry; leaves any other as it
is.
"""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from initiatives.models import County

# In the order that their references need.
FIXTURES = [
    "counties",
    "municipalities",
    "former_municipalities",
    "regions",
    "vocabulary",
    "synonyms",
    "tokke",
]


class Command(BaseCommand):
    help = (
        "Load places, terms and the Tokke entry into an empty database. Does nothing in one with"
        " data."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if County.objects.exists():
            self.stdout.write("The catalogue has its data already; nothing was changed.")
            return
        call_command("loaddata", *FIXTURES, verbosity=options["verbosity"])
