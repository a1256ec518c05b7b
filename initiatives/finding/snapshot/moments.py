"""Moments as numbers, made by the database."""

from typing import Any

from django.db.models import BigIntegerField, Func


class Microseconds(Func):
    """A moment as whole microseconds since 1970, which is read four times as fast as a `datetime`
    is made.
    """

    output_field = BigIntegerField()
    arity = 1

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(EXTRACT(EPOCH FROM %(expressions)s) * 1000000)::bigint"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        # Kept as text, in UTC; seconds may have up to six decimals, which `strftime` would round.
        seconds = "CAST(strftime('%%%%s', substr(%(expressions)s, 1, 19)) AS INTEGER)"
        decimals = "CAST(substr(substr(%(expressions)s, 21) || '000000', 1, 6) AS INTEGER)"
        return self.as_sql(
            compiler, connection, template=f"({seconds} * 1000000 + {decimals})", **context
        )
