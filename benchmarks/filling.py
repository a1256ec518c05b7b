"""Inside Django: brings a database to its size with the project's own commands."""

from django.core.management import call_command
from django.db import connection

from benchmarks.multiplying import multiply
from benchmarks.targets import tell
from initiatives.models import Initiative

# Larger catalogues are made of copies of these.
MOST_DRAWN = 100_000


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
    to_draw = min(size, MOST_DRAWN) - (size - missing)
    if to_draw > 0:
        tell(f"Drawing {to_draw:,} entries")
        call_command("generate_examples", str(to_draw))
    if size > MOST_DRAWN:
        multiply(size)
    return missing != 0
