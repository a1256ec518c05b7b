"""Fills the catalogue with made-up entries, for trying it out and for measuring."""

from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from initiatives.examples.reference import ReferenceDataMissingError
from initiatives.examples.storing import make_examples


def positive_number(text: str) -> int:
    """The text as a whole number of at least 1; raises `ArgumentTypeError`."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


class Command(BaseCommand):
    help = (
        "Add N made-up published entries, each marked as an example. `remove_examples` removes them"
        " again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "count", metavar="N", type=positive_number, help="how many entries to add"
        )
        parser.add_argument(
            "--seed",
            type=int,
            default=1,
            help="another number gives other entries (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        # None: tqdm shows the bar in a terminal only.
        is_bar_hidden = None if options["verbosity"] else True
        with tqdm(total=options["count"], unit=" entries", disable=is_bar_hidden) as bar:
            try:
                make_examples(options["count"], options["seed"], timezone.localdate(), bar.update)
            except ReferenceDataMissingError as error:
                message = (
                    f"Nothing to draw examples from ({error}). Run `manage.py load_catalogue`"
                    " first."
                )
                raise CommandError(message) from error
        if options["verbosity"]:
            self.stdout.write(f"{options['count']} examples added (seed {options['seed']}).")
