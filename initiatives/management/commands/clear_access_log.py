"""Throws away what is older than the access log is kept."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from initiatives.access.log import clear_old


class Command(BaseCommand):
    help = (
        "Delete lines of the access log older than ACCESS_LOG_DAYS, and sessions that are over. For"
        " cron."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        gone = clear_old()
        if options["verbosity"]:
            days = settings.ACCESS_LOG_DAYS
            self.stdout.write(
                f"{gone['lines']} lines older than {days} days and {gone['sessions']} ended"
                " sessions deleted."
            )
