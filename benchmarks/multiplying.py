"""Inside Django: makes a large catalogue by copying drawn entries. Drawing a million would take
hours.

A copy has the texts, links and times of its entry, and an address and keys of its own.
"""

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Field, Max, Model

from initiatives.models import Initiative
from initiatives.models.triggers import ENTRY_ROWS, install, remove


def multiply(size: int) -> None:
    """Copies entries until there are `size`, at most all of them at a time."""
    using = connection.alias
    with transaction.atomic():
        # Noting each row would take longer than copying it; afterwards every process loads anew.
        remove(using)
        while missing := size - Initiative.objects.count():
            copy(missing)
        install(using, were_away=True)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(ENTRY_ROWS)):
                cursor.execute(statement)


def copy(most: int) -> None:
    """Copies the first entries, `most` or as many as there are, with all that belongs to them."""
    keys = Initiative.objects.order_by("pk").values_list("pk", flat=True)[:most]
    last, distance = max(keys), _last_key(Initiative)
    with connection.cursor() as cursor:
        for model, owners in ENTRY_ROWS.items():
            columns = {
                field.column: _copied(model, field, owners, distance)
                for field in model._meta.concrete_fields
            }
            names = ", ".join(connection.ops.quote_name(column) for column in columns)
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({names}) SELECT {', '.join(columns.values())}"
                f" FROM {model._meta.db_table} WHERE"
                f" {' AND '.join(f'{owner} <= %s' for owner in owners)}",
                [last] * len(owners),
            )


def _copied(model: type[Model], field: Field, owners: tuple[str, ...], distance: int) -> str:
    """What a copy has in a column, as SQL: what its original has, but for keys and addresses."""
    column = connection.ops.quote_name(field.column)
    if field.column in owners:
        return f"{column} + {distance}"
    if field.primary_key:
        return f"{column} + {_last_key(model)}"
    return f"{column} || '-{distance}'" if field.name == "slug" else column


def _last_key(model: type[Model]) -> int:
    return model._default_manager.aggregate(last=Max("pk"))["last"] or 0
