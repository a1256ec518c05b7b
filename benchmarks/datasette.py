"""Datasette on the same entries: what it serves, how it is started, and how our questions are put
to it.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode

from benchmarks.targets import HOST, Target, free_port, running, tell

TABLE = "entries"
# Facets of which an entry may have several values: JSON arrays in the table.
ARRAYS = (
    "aktivitet",
    "malgruppe",
    "argument",
    "samarbeid",
    "fagomrade",
    "fylke",
    "kommune",
    "region",
)
PLAIN = ("organisering", "omfang", "vurdering", "fase", "sprak")
PAGE_LENGTH = 20
# Long enough for all; Datasette has no word for "no limit".
NO_LIMIT = "600000"
SETTINGS = {
    "sql_time_limit_ms": NO_LIMIT,
    "facet_time_limit_ms": NO_LIMIT,
    "facet_suggest_time_limit_ms": NO_LIMIT,
    "suggest_facets": "off",
    "num_sql_threads": "3",
}


@contextmanager
def serving(target: Target) -> Iterator[tuple[subprocess.Popen, int]]:
    """The process and port of a Datasette on the entries of a database, which are copied the first
    time.
    """
    if not target.export.exists():
        tell(f"{target}: copying the entries for Datasette")
        target.inside("export", path=str(target.export))
    port = free_port()
    settings = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        "--host",
        HOST,
        "--port",
        str(port),
        *settings,
    ]
    with running(
        [*command, "--immutable", str(target.export)],
        target.environ,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as process:
        yield process, port


def address_of(ours: str) -> str:
    """The table with the same facets and the same filters as a list of ours, newest first."""
    asked = parse_qsl(ours.partition("?")[2])
    pairs = [filter_of(name, value) for name, value in asked]
    pairs += [("_facet_array", name) for name in ARRAYS] + [("_facet", name) for name in PLAIN]
    pairs += [("_size", str(PAGE_LENGTH)), ("_sort_desc", "published")]
    return f"/catalogue/{TABLE}?{urlencode(pairs)}"


def filter_of(name: str, value: str) -> tuple[str, str]:
    """A filter of ours as Datasette's; two values of a facet narrow more there, since it knows no
    OR.
    """
    if name in ARRAYS:
        return f"{name}__arraycontains", value
    return {"fra": ("last_year__gte", value), "til": ("first_year__lte", value)}.get(
        name, (name, value)
    )
