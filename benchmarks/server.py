"""The real server under load: pages, answers 304, a constant view and static files; and beside
Datasette.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from time import monotonic, perf_counter, sleep

import psutil
from tqdm import tqdm

from benchmarks import datasette
from benchmarks.asking import CONSTANT, LIST
from benchmarks.clients import Outcome, Task
from benchmarks.figures import Figure, Figures
from benchmarks.targets import FOLDER, HOST, ROOT, Target, free_port, running

FILES = FOLDER / "files"
LIST_FILE = FILES / "list.html"
CONSTANT_FILE = FILES / "constant.txt"

SETTINGS = {"DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
CONNECTIONS = 8
SECONDS = 10.0
WARM_UP = 2.0
# A load that gets through this many pages runs out of questions, and is over then.
MOST_A_SECOND = 350
# The cheap answers are asked for in turns, so often and so many seconds each.
TURNS = 3
TURN = 2.0
# Addresses whose 304 is asked for.
KNOWN = 50
# Seconds that a server may take until it answers, a million entries to load included.
PATIENCE = 300
# Pages of ours for each of Datasette's, and how many of those.
FOR_EACH = 4
FEWEST, MOST = 5, 60
# Beyond this Datasette takes minutes for a page.
LARGEST_FOR_DATASETTE = 100_000


@dataclass(frozen=True)
class Server:
    """A running server: the process that was started, and its port."""

    process: psutil.Process
    port: int

    def load(self, addresses: Iterator[str], seconds: float) -> Outcome:
        """Asks addresses, each once, over `CONNECTIONS` connections."""
        questions = [(address, "") for address in islice(addresses, int(seconds * MOST_A_SECOND))]
        return self.ask(questions, seconds, is_repeated=False)

    def ask(self, questions: list[tuple[str, str]], seconds: float, is_repeated: bool) -> Outcome:
        task = Task(
            port=self.port,
            connections=CONNECTIONS,
            seconds=seconds,
            questions=questions,
            is_repeated=is_repeated,
        )
        command = [sys.executable, "-m", "benchmarks.clients"]
        done = subprocess.run(
            command, cwd=ROOT, input=json.dumps(task), stdout=subprocess.PIPE, text=True, check=True
        )
        return json.loads(done.stdout)

    def cpu_seconds(self) -> float:
        """The processor time that the server and its workers have used."""
        processes = [self.process, *self.process.children(recursive=True)]
        times = [process.cpu_times() for process in processes]
        return sum(time.user + time.system for time in times)


@contextmanager
def serving(target: Target, workers: int) -> Iterator[Server]:
    """The server as `make run` starts it, once it answers."""
    port = free_port()
    command = [
        *(
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            HOST,
            "--port",
            str(port),
        ),
        *(
            "--workers",
            str(workers),
            "--blocking-threads",
            "4",
            "--no-ws",
            "--log-level",
            "warning",
        ),
        "catalogue.wsgi:application",
    ]
    with running(command, target.environ | SETTINGS) as process:
        wait_for(process, port, LIST)
        yield Server(psutil.Process(process.pid), port)


def wait_for(process: subprocess.Popen, port: int, address: str) -> None:
    """Returns when the server answers with 200; raises `RuntimeError` when it has ended or takes
    too long.
    """
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and process.poll() is None:
        try:
            get(HTTPConnection(HOST, port, timeout=PATIENCE), address)
        except ConnectionError:
            sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server on port {port} does not answer; what it said stands above")


def get(connection: HTTPConnection, address: str) -> tuple[float, str]:
    """The milliseconds of a page and its ETag; raises `RuntimeError` unless it is answered with
    200.
    """
    started = perf_counter()
    connection.request("GET", address, headers={"Accept": "text/html"})
    response = connection.getresponse()
    response.read()
    spent = (perf_counter() - started) * 1000
    if response.status != 200:
        raise RuntimeError(f"{address} was answered with {response.status}")
    return spent, response.headers.get("ETag", "")


def prepare_files() -> None:
    """The folder that the server serves files from; `weights` puts the list page there."""
    FILES.mkdir(parents=True, exist_ok=True)
    CONSTANT_FILE.write_bytes(CONSTANT)


def measure(target: Target, addresses: Iterator[str], datasette_seconds: float) -> Figures:
    """All figures of the server, with one worker and with two; `addresses` are taken as they are
    needed.
    """
    with serving(target, workers=1) as server:
        figures = under_load(server, addresses, "http_1")
        if target.size <= LARGEST_FOR_DATASETTE:
            figures |= beside_datasette(target, server, addresses, datasette_seconds)
        figures |= cheap_answers(server, list(islice(addresses, KNOWN)))
    with serving(target, workers=2) as server:
        return figures | under_load(server, addresses, "http_2")


def under_load(server: Server, addresses: Iterator[str], name: str) -> Figures:
    """Pages a second, pages a second of processor time, and how long each took."""
    server.load(addresses, WARM_UP)
    before = server.cpu_seconds()
    outcome = server.load(addresses, SECONDS)
    spent = server.cpu_seconds() - before
    expect("200", outcome)
    answers = len(outcome["milliseconds"])
    return {
        name: Figure.of(outcome["milliseconds"]),
        f"{name}_rate": Figure.of([answers / outcome["seconds"]], "/s"),
        f"{name}_per_core": Figure.of([answers / spent], "/s"),
    }


def cheap_answers(server: Server, known: list[str]) -> Figures:
    """The rates of 304, of the constant view and of static files, asked for turn by turn."""
    connection = HTTPConnection(HOST, server.port)
    kinds: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "not_modified": ("304", [(address, get(connection, address)[1]) for address in known]),
        "constant": ("200", [("/konstant/", "")]),
        "static_list": ("200", [(f"/{LIST_FILE.name}", "")]),
        "static_constant": ("200", [(f"/{CONSTANT_FILE.name}", "")]),
    }
    rates: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in tqdm(range(TURNS + 1), desc="304 and the like", disable=None):
        for name, (status, questions) in kinds.items():
            outcome = server.ask(questions, TURN if turn else WARM_UP / 2, is_repeated=True)
            expect(status, outcome)
            rates[name].append(len(outcome["milliseconds"]) / outcome["seconds"])
    return {name: Figure.of(found[1:], "/s") for name, found in rates.items()}


def expect(status: str, outcome: Outcome) -> None:
    if set(outcome["statuses"]) != {status}:
        raise RuntimeError(f"The server answered with {outcome['statuses']} instead of {status}")


def beside_datasette(
    target: Target, server: Server, addresses: Iterator[str], seconds: float
) -> Figures:
    """The list page of both over HTTP on one connection, turn by turn, for about `seconds` of
    Datasette's.
    """
    ours: list[float] = []
    theirs: list[float] = []
    connection = HTTPConnection(HOST, server.port)
    with datasette.serving(target) as (process, port):
        wait_for(process, port, datasette.address_of(LIST))
        other = HTTPConnection(HOST, port, timeout=PATIENCE)
        get(other, datasette.address_of(next(addresses)))
        for number in tqdm(range(MOST), desc="Datasette", disable=None):
            if sum(theirs) > seconds * 1000 and number >= FEWEST:
                break
            turn = list(islice(addresses, FOR_EACH))
            ours += [get(connection, address)[0] for address in turn]
            theirs.append(get(other, datasette.address_of(turn[0]))[0])
    return {"page_http": Figure.of(ours), "datasette": Figure.of(theirs)}
