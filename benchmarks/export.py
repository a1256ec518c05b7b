"""Inside Django: the published entries as one SQLite table, as somebody would publish them with
Datasette.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db.models import Max, Min
from django.db.models.functions import Coalesce
from django.http import QueryDict
from tqdm import tqdm

from benchmarks.datasette import ARRAYS, PLAIN, TABLE
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Initiative

# Our fields, and the columns that they become; the facets stand after them.
FIELDS = ("pk", "slug", "title_nn", "lead_nn", "first_published_at", "first_year", "last_year")
COLUMNS = (
    "id INTEGER PRIMARY KEY",
    "slug",
    "title",
    "lead",
    "published",
    "first_year",
    "last_year",
)
INDEXED = ("published", "first_year", "last_year", *PLAIN)
YEARS = {
    "first_year": Min(Coalesce("projects__start_year", "projects__end_year")),
    "last_year": Max(Coalesce("projects__end_year", "projects__start_year")),
}


def run(path: str) -> None:
    """Writes the entries to a new file at `path`, which is there only when it is complete."""
    unfinished = Path(f"{path}.unfinished")
    unfinished.parent.mkdir(exist_ok=True)
    unfinished.unlink(missing_ok=True)
    columns = (*COLUMNS, *ARRAYS, *PLAIN)
    with closing(sqlite3.connect(unfinished)) as database:
        database.execute(f"CREATE TABLE {TABLE} ({', '.join(columns)})")
        database.executemany(
            f"INSERT INTO {TABLE} VALUES ({', '.join('?' * len(columns))})", rows()
        )
        for name in INDEXED:
            database.execute(f"CREATE INDEX by_{name} ON {TABLE} ({name})")
        database.commit()
        database.execute("ANALYZE")
    unfinished.rename(path)


def rows() -> Iterator[tuple[Any, ...]]:
    """A row for each entry: arrays as JSON, a plain facet as its one value."""
    values = values_by_entry()
    found = Initiative.objects.published().annotate(**YEARS).order_by("pk").values_list(*FIELDS)
    for key, slug, title, lead, published, *years in tqdm(
        found.iterator(1000), desc="export", disable=None
    ):
        has = values[key]
        arrays = [json.dumps(has[name]) for name in ARRAYS]
        plain = [next(iter(has[name]), None) for name in PLAIN]
        yield (key, slug, title, lead, published.isoformat(), *years, *arrays, *plain)


def values_by_entry() -> dict[int, dict[str, list[str]]]:
    """The values of every facet that each entry has."""
    values: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, facet in InitiativeFilter(QueryDict(), current_snapshot()).facets().items():
        for value, entries in facet.by_value().items():
            for slot in entries:
                values[slot][name].append(value)
    return values
