"""The snapshot that this process serves, kept at the version of the database."""

import logging
import threading
import time
from dataclasses import dataclass, replace

from django.db import Error, connection

from initiatives.finding.snapshot import loading
from initiatives.finding.snapshot.catalogue import Snapshot
from initiatives.models import CatalogueVersion
from initiatives.models.changes import time_of
from initiatives.models.commits import own_commits

# Seconds that the version the database told is taken for today's, unless this process has written
# meanwhile.
TRUSTED_FOR = 0.4
# Seconds that a request waits for another thread's update before it answers from the last snapshot.
PATIENCE = 1.0
# Seconds before an update that failed is tried again.
RETRY_AFTER = 1.0

logger = logging.getLogger(__name__)


class SnapshotUnavailableError(Exception):
    """No snapshot could ever be made in this process; the cause is chained."""


@dataclass(frozen=True)
class Failure:
    """An update that failed: when, in seconds of `time.monotonic`, and the error in words."""

    at: float
    error: str


@dataclass(frozen=True)
class Checked:
    """When the snapshot was last checked, by `time.monotonic`, and our last commit then."""

    at: float
    commit: object


class Holder:
    """Holds one snapshot for all threads of a process; replaces it when the version changes."""

    def __init__(self, trusted_for: float = TRUSTED_FOR) -> None:
        self.snapshot: Snapshot | None = None
        self.failure: Failure | None = None
        self._trusted_for = trusted_for
        self._checked = Checked(-trusted_for, None)
        self._lock = threading.Lock()
        self._updating_since = 0.0

    def current(self) -> Snapshot:
        """The snapshot of the version that the database has now, with what this process wrote.

        What others have written is in it after `TRUSTED_FOR` seconds: so often is the version asked
        for, by one query. While an update has taken longer than `PATIENCE`, or after one failed,
        the last good one. Raises `SnapshotUnavailableError` when there has never been one.
        """
        last, now = self.snapshot, Checked(time.monotonic(), own_commits.last)
        if last is not None and (self._is_trusted(now) or self._failed_just_now()):
            return last
        if self.failure:
            # While this request tries again, and may wait for long, the others need not.
            self.failure = replace(self.failure, at=now.at)
        try:
            version = _ask_version()
        except Error as error:
            return self._failed(error)
        if last is not None and last.version == version:
            self.failure = None
            self._checked = now
            return last
        if not self._lock.acquire(timeout=self._patience()):
            return last  # type: ignore[return-value]
        try:
            self._updating_since = time.monotonic()
            return self._updated(version)
        finally:
            self._lock.release()

    def _is_trusted(self, now: Checked) -> bool:
        """Whether the last check was just now, and this process has written nothing since."""
        before = self._checked
        return now.at - before.at < self._trusted_for and now.commit is before.commit

    def _patience(self) -> float:
        """Seconds to wait for another thread's update; no end (-1) with nothing to answer from."""
        if self.snapshot is None:
            return -1
        return (
            max(0.0, PATIENCE - (time.monotonic() - self._updating_since))
            if self._lock.locked()
            else PATIENCE
        )

    def _updated(self, version: int) -> Snapshot:
        """The snapshot after an update, if another thread has not made it meanwhile."""
        last = self.snapshot
        if last is not None and last.version == version:
            return last
        try:
            self.snapshot = loading.update(last) if last else loading.load()
            self.failure = None
        except Exception as error:
            return self._failed(error)
        return self.snapshot

    def _failed(self, error: Exception) -> Snapshot:
        """The last good snapshot, after `error` was logged and kept for `health`."""
        logger.error("The snapshot could not be brought up to date", exc_info=error)
        self.failure = Failure(time.monotonic(), f"{type(error).__name__}: {error}")
        if self.snapshot is None:
            raise SnapshotUnavailableError from error
        return self.snapshot

    def _failed_just_now(self) -> bool:
        return self.failure is not None and time.monotonic() - self.failure.at < RETRY_AFTER

    def health(self) -> dict[str, str]:
        """Whether the snapshot is up to date, in words for whoever watches the server."""
        if self.failure:
            since = time_of(self.snapshot.version).isoformat() if self.snapshot else "never"
            return {"snapshot": "out of date", "snapshot_of": since, "error": self.failure.error}
        return {"snapshot": "ok" if self.snapshot else "not loaded yet"}


def _ask_version() -> int:
    """The version now. Once more on a new connection where the kept one turns out to be broken.

    So Django need not ask first whether the connection is healthy, which would take as long again.
    """
    is_kept = connection.connection is not None and not connection.in_atomic_block
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return CatalogueVersion.current()
    except Error:
        if not is_kept:
            raise
        connection.close()
        return CatalogueVersion.current()


_shared = Holder()
_in_transaction = threading.local()


def shared_holder() -> Holder:
    return _shared


def current_snapshot() -> Snapshot:
    """The snapshot to answer a request with; ask once and hand it on. Raises as `Holder.current`.

    Inside a transaction it holds what the transaction has changed, and no other thread gets it. No
    page is answered inside of one, but tests are.
    """
    if not connection.in_atomic_block:
        return _shared.current()
    last: Snapshot | None = getattr(_in_transaction, "snapshot", None)
    if last is None or last.version != CatalogueVersion.current():
        last = _in_transaction.snapshot = loading.load(last.vocabulary if last else None)
    return last
