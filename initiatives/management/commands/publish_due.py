"""Publishes and archives the entries whose day has come: for cron, once a day or more often."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from initiatives.desk.editing.dates import act_on_dates


class Command(BaseCommand):
    help = (
        "Publish what is to be published by today, and archive what is to be archived. May be"
        " repeated, and run while the catalogue is served. What cannot be done is told, and tried"
        " again the next time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for outcome in act_on_dates(timezone.localdate()):
            number += 1
            if outcome.why_not:
                self.stderr.write(f"Not done: {outcome.title}. {outcome.why_not}")
            else:
                self.stdout.write(f"{outcome.step.label}: {outcome.title}")
        if not number and options["verbosity"]:
            self.stdout.write("Nothing is due today.")
