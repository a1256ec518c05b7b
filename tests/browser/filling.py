"""Fills the database that DATABASE_URL names with what a served catalogue has, in one process:
`python -m tests.browser.filling EXAMPLES`.
"""

import sys
from pathlib import Path

import django
from django.core.management import call_command


def fill(examples: int) -> None:
    """The Tokke entry, made-up ones, and the editors: one of the environment's name and password,
    and those of the files beside this one.
    """
    call_command("migrate", verbosity=0)
    call_command("load_catalogue", verbosity=0)
    call_command("generate_examples", examples, seed=1, verbosity=0)
    call_command("createsuperuser", interactive=False, verbosity=0)
    call_command("loaddata", *sorted(Path(__file__).parent.glob("*.json")), verbosity=0)


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
