"""What a process needs: time to its first answer, memory after some hundred pages, time to catch
up.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from time import perf_counter
from typing import IO

import psutil
from tqdm import tqdm

from benchmarks.asking import LIST, Questions
from benchmarks.figures import Figure, Figures
from benchmarks.targets import Target, running

STARTS = 5
UPDATES = 30
MEGABYTE = 1_000_000


def measure(target: Target, questions: Questions) -> Figures:
    """The figures of start-up, memory and update."""
    starts = [start_up(target) for _ in tqdm(range(STARTS + 1), desc="start-up", disable=None)]
    updates = target.inside("updates", count=UPDATES)
    return {
        # The first reads the program from disk; the others find it in memory.
        "start_up": Figure.of(starts[1:], "s"),
        **memory(target, questions),
        **{name: Figure(**figure) for name, figure in updates.items()},
    }


@contextmanager
def reader(target: Target) -> Iterator[tuple[subprocess.Popen, IO[str], IO[str]]]:
    """A process that reads pages, with the files to ask it and to hear from it."""
    command = [sys.executable, "-m", "benchmarks.reader"]
    with running(command, target.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        asking, hearing = process.stdin, process.stdout
        assert asking
        assert hearing
        yield process, asking, hearing
        asking.close()
        process.wait()


def ask(asking: IO[str], hearing: IO[str], address: str) -> None:
    """Has a page read; raises `RuntimeError` when the reader has died of it."""
    print(address, file=asking, flush=True)
    if not hearing.readline():
        raise RuntimeError(
            f"The process that was asked for {address} is gone; what it said stands above"
        )


def start_up(target: Target) -> float:
    """The seconds from starting a process until it has answered its first list page."""
    started = perf_counter()
    with reader(target) as (_, asking, hearing):
        ask(asking, hearing, LIST)
        return perf_counter() - started


def memory(target: Target, questions: Questions) -> Figures:
    """The memory of a process that has read all the questions: in all (RSS), and its share
    (PSS).
    """
    addresses = list(chain.from_iterable(questions.values()))
    with reader(target) as (process, asking, hearing):
        for address in tqdm(addresses, desc="memory", disable=None):
            ask(asking, hearing, address)
        used = psutil.Process(process.pid).memory_full_info()
    return {
        "rss": Figure.of([used.rss / MEGABYTE], "MB"),
        "pss": Figure.of([used.pss / MEGABYTE], "MB"),
    }
