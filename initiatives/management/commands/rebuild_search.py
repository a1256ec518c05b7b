"""Stores the words of entries and their search keys, after a change of rules or of text behind our back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from initiatives.models import Change, Initiative, Word
from initiatives.models.changes import note
from initiatives.snapshot.vocabulary import Vocabulary
from initiatives.wording import BATCH_SIZE, store_keys, store_words, words_in_entries


class Command(BaseCommand):
    help = (
        "Store the words of entries that lack them, and the search keys of words that have none by the rules "
        "of now. May run while the catalogue is served; every process then takes the new keys into use."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="make all anew, also what is stored already")

    def handle(self, *args: Any, **options: Any) -> None:
        # None: tqdm shows the bar in a terminal only.
        self.is_bar_hidden = None if options["verbosity"] else True
        entries, words = self.store_entries(options["all"]), self.store_words(options["all"])
        if entries or words:
            note(Change.EVERYTHING)
        if options["verbosity"]:
            self.stdout.write(f"Words of {entries} entries and keys of {words} words stored.")

    def store_entries(self, is_all: bool) -> int:
        """Stores the words of entries, all or those that lack them; returns how many entries."""
        entries = Initiative.objects.order_by("pk")
        keys = list((entries if is_all else entries.filter(words=None)).values_list("pk", flat=True))
        with tqdm(total=len(keys), unit=" entries", disable=self.is_bar_hidden) as bar:
            store_words(keys, bar.update)
        return len(keys)

    def store_words(self, is_all: bool) -> int:
        """Stores the keys of the words in use, all or those that lack them, and drops the words that are not.

        Returns how many words were given keys.
        """
        in_use = sorted(words_in_entries().union(Vocabulary.load().words))
        unused = set(Word.objects.values_list("text", flat=True)) - set(in_use)
        stored = 0
        with tqdm(total=len(in_use), unit=" words", disable=self.is_bar_hidden) as bar:
            for batch in in_batches(sorted(unused)):
                Word.objects.filter(text__in=batch).delete()
            for batch in in_batches(in_use):
                if is_all:
                    Word.objects.filter(text__in=batch).update(rules="")
                stored += store_keys(batch)
                bar.update(len(batch))
        return stored


def in_batches(words: list[str]) -> list[list[str]]:
    return [words[first : first + BATCH_SIZE] for first in range(0, len(words), BATCH_SIZE)]
