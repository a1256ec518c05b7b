"""Where and with what was measured."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg

PACKAGES = ("Django", "granian", "pyroaring", "datasette")


def describe(postgresql: str | None) -> dict[str, Any]:
    """The machine, the versions, the time, and how busy the machine was with other things before
    the run.
    """
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "load before": os.getloadavg()[0],
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "SQLite": sqlite3.sqlite_version,
        "PostgreSQL": _postgresql_version(postgresql) if postgresql else "not measured",
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _postgresql_version(address: str) -> str:
    with psycopg.connect(address) as connection:
        return connection.info.parameter_status("server_version") or "unknown"
