"""Groups, places and terms as `migrate` and `load_catalogue` store them, in a few statements, since
it is done for each database of each run.
"""

import json
from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.migrations.state import ProjectState

from initiatives.management.commands.load_catalogue import FIXTURES

# The migrations that say what the groups may do.
ROLES = ("0001_squashed_0007_flow",)
Stored = dict[type[models.Model], dict[tuple[str, ...], models.Model]]


def load_reference_data() -> None:
    """Stores the groups, and what the fixtures have but for the first entry."""
    # As a migration sees the models: without our signals, so that nothing is in the log.
    make_roles(ProjectState.from_apps(apps).apps, connection.schema_editor())
    stored: Stored = {}
    for name in FIXTURES:
        if name != "tokke":
            load_fixture(name, stored)


def make_roles(migrated: Any, editor: Any) -> None:
    """Stores the groups and what they may do."""
    for name in ROLES:
        import_module(f"initiatives.migrations.{name}").make_roles(migrated, editor)


def load_fixture(name: str, stored: Stored) -> None:
    """Stores the rows of a fixture, model by model in the order that it has them."""
    text = (settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8")
    rows: dict[type[models.Model], list[dict[str, Any]]] = {}
    for row in json.loads(text):
        rows.setdefault(apps.get_model(row["model"]), []).append(row["fields"])
    for model, fields in rows.items():
        store(model, fields, stored)


def store(model: type[models.Model], rows: list[dict[str, Any]], stored: Stored) -> None:
    lists = [field.name for field in model._meta.many_to_many if field.name in rows[0]]
    things = model._base_manager.bulk_create(
        model(**{name: found(model, name, row[name], stored) for name in row if name not in lists})
        for row in rows
    )
    if hasattr(model, "natural_key"):
        stored[model] = {thing.natural_key(): thing for thing in things}
    for thing, row in zip(things, rows, strict=True):
        for name in lists:
            getattr(thing, name).set(found(model, name, key, stored) for key in row[name])


def found(model: type[models.Model], name: str, value: Any, stored: Stored) -> Any:
    """The value of a field; where it is a natural key, what has that key."""
    target = model._meta.get_field(name).related_model
    return stored[target][tuple(value)] if target else value
