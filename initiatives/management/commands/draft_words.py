"""Stores the words that a machine would use for entries in their other form, for search to find
them by.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from initiatives.desk.translation import apertium
from initiatives.desk.translation.apertium import DraftError
from initiatives.desk.translation.draft_words import (
    entries_to_draft,
    forget_translated,
    in_portions,
    store_draft_words,
)
from initiatives.desk.translation.names import place_names


class Command(BaseCommand):
    help = (
        "Draft published entries that are in one form, with Apertium, and store the words of the"
        " drafts for search; nobody is shown them. Only what is new or changed. Does nothing"
        " without Apertium."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        forgotten = forget_translated()
        if not apertium.is_installed():
            self.stdout.write(
                "Apertium is not installed (Debian: apertium apertium-nno-nob); nothing to do."
            )
            return
        stored, names = 0, place_names()
        # None: tqdm shows the bar in a terminal only.
        is_bar_hidden = None if options["verbosity"] else True
        with tqdm(unit=" entries", disable=is_bar_hidden) as bar:
            for portion in in_portions(entries_to_draft()):
                try:
                    store_draft_words(portion, names)
                except DraftError as error:
                    raise CommandError(
                        f"Apertium failed ({error}); {stored} entries were stored."
                    ) from error
                stored += len(portion)
                bar.update(len(portion))
        if options["verbosity"]:
            self.stdout.write(f"Draft words of {stored} entries stored, of {forgotten} taken away.")
