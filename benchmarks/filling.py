"""Inside Django: brings a database to its size with the project's own commands."""

from django.core.management import call_command
from django.db import connection

from benchmarks.targets import tell
from initiatives.models import Initiative


def run(size: int) -> bool:
    """Whether the entries had to be filled in, so that what was made from them no longer fits."""
    call_command("migrate", verbosity=0)
    call_command("load_catalogue", verbosity=0)
    has_new_entries = _bring_to(size)
    call_command("rebuild_search")
    if connection.vendor == "postgresql":
        # As its own housekeeping does a minute after so many new rows. SQLite has none.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return has_new_entries


def _bring_to(size: int) -> bool:
    missing = size - Initiative.objects.published().count()
    if missing < 0:
        call_command("remove_examples", verbosity=0)
        missing = size - Initiative.objects.published().count()
    if missing:
        tell(f"Drawing {missing:,} entries")
        call_command("generate_examples", str(missing))
    return missing != 0
