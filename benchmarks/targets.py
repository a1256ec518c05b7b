"""What is measured: a database of one size on one engine, and the processes that are started on
it.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench"
HOST = "127.0.0.1"
# Seconds that a process is given to end by itself.
PATIENCE = 20


@dataclass(frozen=True)
class Target:
    """A database with `size` published entries."""

    size: int
    engine: str
    url: str

    def __str__(self) -> str:
        return f"{self.size:,} entries on {self.engine}"

    @property
    def export(self) -> Path:
        """Where the entries are kept for Datasette, which takes the name of the file into its
        addresses.
        """
        return FOLDER / f"datasette_{self.engine}_{self.size}" / "catalogue.sqlite3"

    @property
    def environ(self) -> dict[str, str]:
        """The environment of every process that is measured: a local copy that answers as
        production does.
        """
        own = {
            "ENVIRONMENT": "local",
            "DEBUG": "false",
            "ALLOWED_HOSTS": f"localhost,{HOST}",
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "catalogue.settings",
            "LOG_LEVEL": "WARNING",
        }
        return {name: value for name, value in os.environ.items() if name != "SECRET_KEY"} | own

    def inside(self, module: str, **task: Any) -> Any:
        """What `benchmarks.<module>.run(**task)` answers in a Django process on this database."""
        command = [sys.executable, "-m", "benchmarks.inside", module]
        with running(
            command, self.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            answer, _ = process.communicate(json.dumps(task))
        if process.returncode:
            raise RuntimeError(f"benchmarks.{module} failed on {self}; what it said stands above")
        return json.loads(answer)


@contextmanager
def running(
    command: Sequence[str], environ: dict[str, str], **pipes: Any
) -> Iterator[subprocess.Popen]:
    """A process that is ended, with those it has started, when the block is left, by Ctrl-C too."""
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, text=True, start_new_session=True, **pipes
    ) as process:
        try:
            yield process
        finally:
            end(process)


def end(process: subprocess.Popen) -> None:
    """Asks the process to end, and ends the whole group that it leads if it does not in time."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def tell(text: str) -> None:
    """Says what is being done; the table alone goes to standard output."""
    print(text, file=sys.stderr, flush=True)
