"""Notices what this process itself has written, so that its readers see that at once."""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

# What statements begin with that change nothing. All others count as changes.
READING = ("SELECT", "BEGIN", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Commits:
    """`last` is another object each time that this process has committed what may be a change.

    An object, not a number: no two threads can make the same one.
    """

    def __init__(self) -> None:
        self.last = object()

    def watch(self, connection: BaseDatabaseWrapper) -> None:
        """Heeds all that goes over the connection from now on."""
        if self._heed not in connection.execute_wrappers:
            connection.execute_wrappers.append(self._heed)

    def _heed(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        result = execute(sql, params, many, context)
        if not str(sql).startswith(READING):
            connection = context["connection"]
            if connection.in_atomic_block:
                connection.on_commit(self._renew)
            else:
                self._renew()
        return result

    def _renew(self) -> None:
        self.last = object()


own_commits = Commits()
