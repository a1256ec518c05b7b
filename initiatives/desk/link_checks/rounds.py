"""A round of many addresses: hosts at the same time, one host's addresses with a pause between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from urllib.parse import urlsplit

from initiatives.desk.link_checks.asking import Answer, Asker
from initiatives.models import AddressProblem

PAUSE_SECONDS = 1.0
HOSTS_AT_A_TIME = 8


def by_host(addresses: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The addresses by the name of their site, in the order they were given."""
    found: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        found[_host(address)].append(address)
    return found


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def ask_all(
    addresses: Iterable[str],
    asker: Asker,
    *,
    pause_seconds: float = PAUSE_SECONDS,
    hosts_at_a_time: int = HOSTS_AT_A_TIME,
) -> Iterator[tuple[str, Answer]]:
    """Each address with its answer, as they come. Whoever stops listening stops the asking.

    Asking happens in threads of their own, which never touch the database.
    """
    hosts = by_host(addresses)
    answers: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
    stopped = Event()
    with ThreadPoolExecutor(hosts_at_a_time, thread_name_prefix="check-links") as threads:
        for found in hosts.values():
            threads.submit(_ask_host, found, asker, pause_seconds, answers, stopped)
        try:
            for _number in range(sum(len(found) for found in hosts.values())):
                yield answers.get()
        finally:
            stopped.set()


def _ask_host(
    addresses: Sequence[str],
    asker: Asker,
    pause_seconds: float,
    answers: "SimpleQueue[tuple[str, Answer]]",
    stopped: Event,
) -> None:
    for number, address in enumerate(addresses):
        if number and not stopped.is_set():
            stopped.wait(pause_seconds)
        if stopped.is_set():
            return
        try:
            answers.put((address, asker.ask(address)))
        except Exception:
            # Nobody may wait for ever for an answer that failed to come.
            answers.put((address, Answer(AddressProblem.NO_ANSWER)))
            raise
