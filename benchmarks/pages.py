"""Inside Django: match and counts beside plain ORM, and every kind of page through the WSGI
application.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import zip_longest
from time import perf_counter, process_time
from typing import Any

from django.http import QueryDict
from tqdm import tqdm

from benchmarks.asking import Questions, answer, timed
from benchmarks.figures import Figure
from catalogue.wsgi import application
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, current_snapshot
from tests import oracle

PAGE_LENGTH = 20
WARM_UP = 30
# Ours and plain ORM are asked in turns of this many questions.
TURN = 20

Samples = dict[str, list[float]]


def run(questions: Questions, orm_seconds: float) -> dict[str, Any]:
    """All figures of one process. Plain ORM is asked fewer of the same questions, for about
    `orm_seconds`.
    """
    counted = len(questions["filters"]) // 2
    samples = measure_counts(current_snapshot(), questions["filters"][:counted], orm_seconds)
    samples |= measure_pages(questions | {"filters": questions["filters"][counted:]})
    return {name: asdict(Figure.of(found)) for name, found in samples.items() if found}


def milliseconds(do: Callable[[], Any]) -> tuple[float, Any]:
    """How long it takes, and what it gives."""
    started = perf_counter()
    result = do()
    return (perf_counter() - started) * 1000, result


# Match and all counts


def measure_counts(snapshot: Snapshot, addresses: Sequence[str], orm_seconds: float) -> Samples:
    """Turn by turn the snapshot and plain ORM; raises `ValueError` when they do not count the
    same.
    """
    samples: Samples = {"parse": [], "counts": [], "orm_counts": [], "orm_page": []}
    for address in addresses[:WARM_UP]:
        ask_snapshot(snapshot, address)
    spent = 0.0
    for first in tqdm(range(0, len(addresses), TURN), desc="match and counts", disable=None):
        turn = addresses[first : first + TURN]
        ours = [ask_snapshot(snapshot, address, samples) for address in turn]
        for address, (asked, counts) in zip(turn, ours, strict=True):
            if spent < orm_seconds:
                spent += compare_with_orm(address, asked, counts, samples)
    return samples


def ask_snapshot(
    snapshot: Snapshot, address: str, samples: Samples | None = None
) -> tuple[InitiativeFilter, dict[str, dict[str, int]]]:
    """The filter, and the counts of every facet by name and value."""
    asked = InitiativeFilter(QueryDict(address.partition("?")[2]), snapshot)
    parsing, usable = milliseconds(lambda: asked.usable)
    facets = asked.facets()

    def count() -> dict[str, Any]:
        matching = asked.matching
        return {
            name: facet.counts(asked.narrow(without=name) if usable[name] else matching)
            for name, facet in facets.items()
        }

    counting, counts = milliseconds(count)
    if samples is not None:
        samples["parse"].append(parsing)
        samples["counts"].append(counting)
    return asked, counts


def compare_with_orm(
    address: str, asked: InitiativeFilter, counts: dict[str, dict[str, int]], samples: Samples
) -> float:
    """The seconds that plain ORM takes for the same counts and the page of keys."""
    usable = asked.usable
    counting, (total, by_orm) = milliseconds(
        lambda: (
            oracle.narrow(usable).count(),
            {facet: oracle.counts(facet, usable) for facet in oracle.FACETS},
        )
    )
    rows = oracle.ordered(oracle.narrow(usable), asked.sort).values_list("pk", flat=True)
    paging, keys = milliseconds(lambda: list(rows[:PAGE_LENGTH]))
    found = {facet: {value: n for value, n in counts[facet].items() if n} for facet in by_orm}
    if (len(asked.matching), asked.page(0, PAGE_LENGTH), found) != (total, keys, by_orm):
        raise ValueError(f"The snapshot and plain ORM do not agree on {address}")
    samples["orm_counts"].append(counting)
    samples["orm_page"].append(paging)
    return (counting + paging) / 1000


# Pages


def measure_pages(questions: Questions) -> Samples:
    """Every kind of page, turn by turn one of each."""
    kinds = {
        "page": questions["filters"],
        "common_word": questions["common"],
        "rare_word": questions["rare"],
        "entry": questions["entries"],
    }
    samples: Samples = {name: [] for name in (*kinds, "page_cpu")}
    rounds = list(in_turns(kinds))
    for _, address in rounds[:WARM_UP]:
        answer(application, address)
    # What the warm-up asked is not asked again.
    for name, address in tqdm(rounds[WARM_UP:], desc="pages", disable=None):
        before = process_time()
        samples[name].append(timed(application, address))
        if name == "page":
            samples["page_cpu"].append((process_time() - before) * 1000)
    return samples


def in_turns(kinds: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for addresses in zip_longest(*kinds.values()):
        yield from (
            (name, address) for name, address in zip(kinds, addresses, strict=True) if address
        )
