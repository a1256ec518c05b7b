"""Notices what this process itself has written, so that its readers see that at once."""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

# What statements begin with that change nothing. All others count as changes.
READING = ("SELECT", "BEGIN", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Commits:
    """`last` is another object each time that this process has committed what may be a change.

    An object, not a number: no two threads can make the same one. What goes round Django's cursors
    is not noticed, nor is a `SELECT` that writes, nor the end of a transaction without `atomic`.
    """

    def __init__(self) -> None:
        self.last = object()

    def watch(self, connection: BaseDatabaseWrapper) -> None:
        """Heeds all that goes over the connection from now on."""
        if self._heed not in connection.execute_wrappers:
            connection.execute_wrappers.insert(0, self._heed)

    def _heed(
        self,
        execute: Callable[..., Any],
        sql: Any,
        params: Any,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        try:
            return execute(sql, params, many, context)
        finally:  # one of many that failed may have followed some that did not
            if not str(sql).startswith(READING):
                self._note(context["connection"])

    def _note(self, connection: BaseDatabaseWrapper) -> None:
        """Renews when the change is committed: at the end of the transaction, if there is one.

        It is told once for each savepoint, however many changes there are.
        """
        if not connection.in_atomic_block:
            self._renew()
        elif not self._is_told(connection):
            connection.on_commit(self._renew)

    def _is_told(self, connection: BaseDatabaseWrapper) -> bool:
        if not connection.run_on_commit:
            return False
        savepoints, told, *_ = connection.run_on_commit[-1]
        return told == self._renew and savepoints <= set(connection.savepoint_ids)

    def _renew(self) -> None:
        self.last = object()


own_commits = Commits()
