"""What `migrate` makes of a new database and of an old one is what the tests' own database is made
of.
"""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import StateApps
from django.utils import timezone

from initiatives.management.commands.load_catalogue import FIXTURES
from initiatives.models import CatalogueVersion, Change, Initiative

pytestmark = pytest.mark.django_db

APP = "initiatives"
SQUASHED = "0001_squashed_0007_flow"
# Where the two differ by Django itself: keys of links of accounts, and what was migrated.
NOT_OURS = ("auth_", "django_migrations")
# Every table, index and trigger; every column, constraint, index, trigger and function.
SCHEMA = {
    "sqlite": ("SELECT tbl_name || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL",),
    "postgresql": (
        """
        SELECT table_name || ' ' || column_name,
        concat_ws(' ', data_type, character_maximum_length, column_default, is_nullable,
        is_identity, identity_generation, collation_name)
        FROM information_schema.columns WHERE table_schema = current_schema()
        """,
        """
        SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'
        """,
        """
        SELECT tablename || ' ' || indexname, indexdef FROM pg_indexes
        WHERE schemaname = current_schema()
        """,
        """
        SELECT tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
        WHERE NOT tgisinternal
        """,
        """
        SELECT proname, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
        """,
    ),
}


@pytest.fixture
def other(db, settings, tmp_path) -> Iterator[BaseDatabaseWrapper]:
    """An empty database beside the tests' own, and the migrations to fill it with."""
    settings.MIGRATION_MODULES = {}
    database = connection.copy("other")
    names = {
        "sqlite": tmp_path / "other.sqlite3",
        "postgresql": f"{connection.settings_dict['NAME']}_other",
    }
    database.settings_dict["TEST"]["NAME"] = names[database.vendor]
    name = database.creation._create_test_db(verbosity=0, autoclobber=True)
    database.settings_dict["NAME"] = name
    # Tests may use no other database; one that is open already is let be.
    database.connect()
    connections["other"] = database
    yield database
    del connections["other"]
    database.creation.destroy_test_db(verbosity=0)


def schema_of(database: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """The definition of each thing by its name; of SQLite's tables the parts, sorted, since a
    column that came later stands last.
    """
    found = {}
    with database.cursor() as cursor:
        for query in SCHEMA[database.vendor]:
            cursor.execute(query)
            found |= {name: parts_of(definition) for name, definition in cursor}
    return {name: parts for name, parts in found.items() if not name.startswith(NOT_OURS)}


def parts_of(definition: str) -> list[str]:
    if not definition.startswith("CREATE TABLE"):
        return [definition]
    columns = definition.partition(" (")[2].removesuffix(")")
    return sorted(re.split(r', (?=CONSTRAINT |"\w+" \w)', columns))


def roles_of(database: BaseDatabaseWrapper) -> dict[str, list[str]]:
    groups = Group.objects.using(database.alias).prefetch_related("permissions")
    return {group.name: sorted(p.codename for p in group.permissions.all()) for group in groups}


def rows_of(database: BaseDatabaseWrapper) -> dict[str, list[tuple]]:
    """All rows of the catalogue, but for what the triggers note."""
    models = apps.get_app_config("initiatives").get_models(include_auto_created=True)
    return {
        model.__name__: sorted(model._base_manager.using(database.alias).values_list())
        for model in models
        if model not in (CatalogueVersion, Change)
    }


def applied(database: BaseDatabaseWrapper) -> set[str]:
    return {name for app, name in MigrationRecorder(database).applied_migrations() if app == APP}


def apply_replaced(database: BaseDatabaseWrapper, last: str) -> StateApps:
    """Applies the migrations that the squashed one replaces, as they were before there was one;
    gives the models as they were after the last.
    """
    executor = MigrationExecutor(database)
    executor.loader = MigrationLoader(database, replace_migrations=False)
    return executor.migrate([(APP, last)]).apps


def test_no_migration_is_missing(settings):
    settings.MIGRATION_MODULES = {}
    call_command("makemigrations", check=True, dry_run=True)


def test_new_database_is_the_one_of_the_tests(other):
    call_command("migrate", database=other.alias, verbosity=0)
    call_command("loaddata", *FIXTURES[:-1], database=other.alias, verbosity=0)
    assert schema_of(other) == schema_of(connection)
    assert roles_of(other) == roles_of(connection)
    assert rows_of(other) == rows_of(connection)


def test_database_that_is_halfway_through_the_replaced_migrations_goes_on(other):
    apply_replaced(other, "0003_access")
    call_command("migrate", database=other.alias, verbosity=0)
    assert applied(other) >= {"0003_access", "0007_flow", SQUASHED}
    assert schema_of(other) == schema_of(connection)
    assert roles_of(other) == roles_of(connection)


def test_database_with_the_replaced_migrations_keeps_what_it_has(other):
    then = apply_replaced(other, "0007_flow")
    MigrationRecorder(other).record_unapplied(APP, SQUASHED)
    taken = Permission.objects.using(other.alias).get(codename="change_initiative")
    Group.objects.using(other.alias).get(name="writer").permissions.remove(taken)
    then.get_model(APP, "Initiative").objects.using(other.alias).create(
        slug="gammalt",
        title_nn="Gammalt",
        original_form="nn",
        status="published",
        first_published_at=timezone.now(),
    )
    call_command("migrate", database=other.alias, verbosity=0)
    assert applied(other) >= {"0001_initial", "0007_flow", SQUASHED}
    assert schema_of(other) == schema_of(connection)
    roles = roles_of(connection)
    roles["writer"].remove("change_initiative")
    assert roles_of(other) == roles
    assert [str(entry) for entry in Initiative.objects.using(other.alias)] == ["Gammalt"]
