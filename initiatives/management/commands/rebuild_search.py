"""Stores what search would else work out at every start: where words stand, and their search
keys.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, transaction
from pyroaring import BitMap
from tqdm import tqdm

from initiatives.finding.snapshot.bitmaps import Bitmaps, Gathering
from initiatives.finding.snapshot.loading import stored_words
from initiatives.finding.snapshot.vocabulary import Vocabulary
from initiatives.finding.wording import WORDING_VERSION, ZONES, read_words, store_keys
from initiatives.models import CatalogueVersion, Initiative, Word, WordEntries

# What is stored fits while fewer than one entry in this many has changed since.
MUCH = 20
ENTRIES_AT_A_TIME = 5000
WORDS_AT_A_TIME = 500

Thing = TypeVar("Thing")


class Command(BaseCommand):
    help = (
        "Store where the words of all entries stand and their search keys, so that a server starts"
        " quickly, unless what is stored still fits. Run it after an update of the program, and now"
        " and then. May run while the catalogue is served."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="make all anew, also what fits")

    def handle(self, *args: Any, **options: Any) -> None:
        # None: tqdm shows the bar in a terminal only.
        self.is_bar_hidden = None if options["verbosity"] else True
        families = self.fresh_families() if not options["all"] else None
        entries, families = (0, families) if families else self.read_entries()
        stored = self.store_keys(
            {word for family in families.values() for word in family}, options["all"]
        )
        if options["verbosity"]:
            self.stdout.write(f"Words of {entries} entries stored, and the keys of {stored} words.")

    def fresh_families(self) -> Mapping[str, Bitmaps[str]] | None:
        """Where words stand as stored; None when too much has changed since for a quick start."""
        stood = stored_words()
        if stood is None or len(stood.changed) * MUCH > Initiative.objects.count():
            return None
        return stood.families

    def read_entries(self) -> tuple[int, Mapping[str, Bitmaps[str]]]:
        """Stores where all words stand; returns the number of entries, and the families by zone.

        What changes while it reads has a later version than the one it notes, so nobody misses it.
        """
        version = CatalogueVersion.current()
        keys = list(Initiative.objects.order_by("pk").values_list("pk", flat=True))
        families: dict[str, Bitmaps[str]] = {zone: Bitmaps({}) for zone in ZONES}
        with tqdm(total=len(keys), unit=" entries", disable=self.is_bar_hidden) as bar:
            for batch in in_batches(keys, ENTRIES_AT_A_TIME):
                gathered = gather_words(batch)
                families = {
                    zone: families[zone].updated(BitMap(), gathered[zone]) for zone in ZONES
                }
                bar.update(len(batch))
        stored = (
            WordEntries(
                zone=zone,
                word=word,
                version=version,
                rules=WORDING_VERSION,
                entries=entries.serialize(),
            )
            for zone, family in families.items()
            for word, entries in family.items()
        )
        with transaction.atomic(), only_one_at_a_time():
            WordEntries.objects.all().delete()
            WordEntries.objects.bulk_create(stored, batch_size=1000)
        return len(keys), families

    def store_keys(self, words: set[str], is_all: bool) -> int:
        """Stores the keys of the words in use, all or those that lack them, and drops those of
        other words.

        Returns how many words were given keys.
        """
        in_use = sorted(words.union(Vocabulary.load().words))
        stored_before = Word.objects.values_list("text", flat=True)
        for batch in in_batches(
            sorted(set(stored_before) - (set() if is_all else set(in_use))), WORDS_AT_A_TIME
        ):
            Word.objects.filter(text__in=batch).delete()
        stored = 0
        with tqdm(total=len(in_use), unit=" words", disable=self.is_bar_hidden) as bar:
            for batch in in_batches(in_use, WORDS_AT_A_TIME):
                stored += store_keys(batch)
                bar.update(len(batch))
        return stored


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Tells in words when somebody else stores the same meanwhile."""
    try:
        yield
    except IntegrityError as error:
        raise CommandError("Another rebuild_search is at work; nothing was changed.") from error


def gather_words(keys: Sequence[int]) -> dict[str, Gathering[str]]:
    """The words of the entries with these keys, by zone."""
    gathered: dict[str, Gathering[str]] = {zone: Gathering() for zone in ZONES}
    for some in in_batches(keys, WORDS_AT_A_TIME):
        for key, words in read_words(some):
            for zone in ZONES:
                gathered[zone].add_all((word, key) for word in words[zone])
    return gathered


def in_batches(things: Sequence[Thing], length: int) -> Iterator[Sequence[Thing]]:
    return (things[first : first + length] for first in range(0, len(things), length))
