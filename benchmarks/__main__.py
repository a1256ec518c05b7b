"""`python -m benchmarks`: every size on every engine, in one run. SIZES and ENGINES say which."""

import os
import signal
import sys
from contextlib import ExitStack

from benchmarks import databases, machine, processes, report, server
from benchmarks.asking import Questions
from benchmarks.budgets import judge
from benchmarks.figures import Figure, Figures
from benchmarks.targets import Target, tell

DEFAULT_SIZES = "1000 10000 100000"
# How many are drawn of each kind, and how many of the filters go where; the rest is for the server.
FILTERS, SEARCHES, ENTRIES = 12_000, 300, 300
IN_PROCESS = 600
FOR_MEMORY = 200
# Seconds of plain ORM and of Datasette, for each database.
SLOW_SECONDS = 60.0


def main() -> int:
    sizes = [int(size) for size in os.environ.get("SIZES", DEFAULT_SIZES).split()]
    engines = os.environ.get("ENGINES", " ".join(databases.ENGINES)).split()
    if unknown := set(engines) - set(databases.ENGINES):
        tell(
            f"ENGINES names {', '.join(sorted(unknown))}; there are {', '.join(databases.ENGINES)}."
        )
        return 2
    # Whoever ends the run ends what it has started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server.prepare_files()
    with ExitStack() as stack:
        postgresql = (
            stack.enter_context(databases.postgresql()) if "postgresql" in engines else None
        )
        about = machine.describe(postgresql)
        print(report.show_machine(about), flush=True)
        results = []
        for size in sizes:
            of_size = [measure_size(size, engine, postgresql) for engine in engines]
            print(report.show(of_size), flush=True)
            results += of_size
    report.write(about, results)
    return 0


def measure_size(size: int, engine: str, postgresql: str | None) -> report.Result:
    """The figures and verdicts of one size on one engine; `postgresql` is the address of its
    server.
    """
    target = databases.ready(size, engine, postgresql if engine == "postgresql" else None)
    figures = measure(target)
    return report.Result(target, figures, judge(size, figures))


def measure(target: Target) -> Figures:
    """All figures of one database."""
    tell(f"{target}: measuring")
    drawn: Questions = target.inside(
        "questions", filters=FILTERS, searches=SEARCHES, entries=ENTRIES
    )
    in_process, others = drawn["filters"][:IN_PROCESS], drawn["filters"][IN_PROCESS:]
    few = {kind: addresses[:FOR_MEMORY] for kind, addresses in drawn.items()}
    figures: Figures = {}
    for told in (
        target.inside("pages", questions=drawn | {"filters": in_process}, orm_seconds=SLOW_SECONDS),
        target.inside("weights", questions=few, list_page=str(server.LIST_FILE)),
    ):
        figures |= {name: Figure(**figure) for name, figure in told.items()}
    figures |= processes.measure(target, few)
    return figures | server.measure(target, iter(others), SLOW_SECONDS)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
