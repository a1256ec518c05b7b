"""Asks the addresses that entries lead to whether they still answer, for the page about health."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from initiatives.desk.link_checks.asking import Asker
from initiatives.desk.link_checks.keeping import addresses_to_check, keep
from initiatives.desk.link_checks.rounds import ask_all
from initiatives.management.commands.generate_examples import positive_number
from initiatives.models import AddressProblem, CheckedAddress

DAYS_BETWEEN = 1


def user_agent() -> str:
    """What we call ourselves to other sites, with where to read about us."""
    hosts = [host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"]
    address = f"https://{hosts[0]}/" if hosts else settings.PUBLISHER_URI
    return f"Tilflyttingskatalogen-check-links/1.0 (+{address})"


class Command(BaseCommand):
    help = (
        "Check websites, sources, documents and contacts' websites: one address of a host at a"
        " time, with a pause. An address that fails on several days for a week is called dead. Run"
        " it every night."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than",
            metavar="DAYS",
            type=float,
            default=DAYS_BETWEEN,
            help=(
                "only addresses that were not checked in so many days (default: %(default)s; 0 for"
                " all)"
            ),
        )
        parser.add_argument(
            "--limit", metavar="N", type=positive_number, help="at most so many addresses"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["older_than"] < 0:
            raise CommandError("--older-than is a number of days, 0 or more.")
        now = timezone.now()
        due = addresses_to_check(now - timedelta(days=options["older_than"]), options["limit"])
        asker = Asker(user_agent(), may_ask_private=settings.CHECK_LINKS_PRIVATE)
        failing = 0
        # None: tqdm shows the bar in a terminal only.
        is_bar_hidden = None if options["verbosity"] else True
        with tqdm(total=len(due), unit=" addresses", disable=is_bar_hidden) as bar:
            for url, answer in ask_all(
                due, asker, pause_seconds=settings.CHECK_LINKS_PAUSE_SECONDS
            ):
                row = keep(url, answer, timezone.now())
                failing += row.problem != AddressProblem.NONE
                bar.update()
        if options["verbosity"]:
            dead = CheckedAddress.objects.filter(is_dead=True).count()
            self.stdout.write(
                f"{len(due)} addresses checked, {failing} did not answer well; {dead} are dead."
            )
