"""Asks contacts by e-mail whether entries that nobody has confirmed for a year are still right."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from initiatives.desk.confirmation.asking import address_to_ask, ask_each, due, missing_settings


class Command(BaseCommand):
    help = (
        "Ask the contacts of published entries that nobody has confirmed for a year whether they"
        " are still right. None is asked about twice within the pause (90 days). For cron, once a"
        " day or once a week."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="tell who would be asked, and send nothing"
        )
        parser.add_argument("--limit", type=int, metavar="N", help="ask about N entries at most")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] is not None and options["limit"] < 1:
            raise CommandError("--limit must be 1 or more.")
        entries = due()[: options["limit"]]
        if options["dry_run"]:
            for entry in entries:
                self.stdout.write(f"{entry.slug}: would ask {address_to_ask(entry)}")
            return
        if missing := missing_settings():
            raise CommandError(f"Set {' and '.join(missing)} in the environment before asking.")
        self.report([self.told(asked) for asked in ask_each(entries)])

    def told(self, asked: Any) -> bool:
        """Says what came of one; whether it was sent."""
        if asked.problem:
            self.stderr.write(
                f"{asked.initiative.slug}: not sent to {asked.email}: {asked.problem}"
            )
        else:
            self.stdout.write(f"{asked.initiative.slug}: asked {asked.email}")
        return not asked.problem

    def report(self, sent: list[bool]) -> None:
        """Ends with an error when something could not be sent, so that cron tells."""
        failed = sent.count(False)
        self.stdout.write(f"{sent.count(True)} sent, {failed} not sent.")
        if failed:
            raise CommandError(f"{failed} could not be sent. They are tried again next time.")
