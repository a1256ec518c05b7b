"""Triggers and migrations: away while tables are remade, back afterwards, and nothing slips by
unnoticed.
"""

import threading

import pytest
from django.core.management import call_command
from django.db import connection, models, transaction

from initiatives.apps import install_triggers, remove_triggers
from initiatives.finding.snapshot import loading
from initiatives.models import CatalogueVersion, Change, DraftWords, Initiative, Project, triggers
from tests.factories import ProjectFactory, make_initiative


def number_of_triggers() -> int:
    table = {
        "sqlite": "sqlite_master WHERE type = 'trigger' AND",
        "postgresql": "pg_trigger WHERE tg",
    }
    name = {"sqlite": " name", "postgresql": "name"}
    with connection.cursor() as cursor:
        where = table[connection.vendor] + name[connection.vendor]
        cursor.execute(f"SELECT count(*) FROM {where} LIKE '%noted%'")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_table_of_entries_can_be_remade_with_rows_in_it() -> None:
    """As a migration that adds a column does; SQLite makes a new table for it."""
    make_initiative()
    remove_triggers(using="default", plan=["a migration"])
    field = models.CharField(max_length=10, default="")
    field.set_attributes_from_name("extra")
    with connection.schema_editor() as editor:
        editor.add_field(Initiative, field)
    with connection.schema_editor() as editor:
        editor.remove_field(Initiative, field)
    install_triggers(using="default", plan=["a migration"])
    before = CatalogueVersion.current()
    Initiative.objects.update(title_nn="Ny")
    assert CatalogueVersion.current() > before


@pytest.mark.django_db
def test_change_by_a_migration_makes_every_process_load_anew() -> None:
    project = ProjectFactory(name_nn="Gammal")
    snapshot = loading.load()
    remove_triggers(using="default", plan=["a migration"])
    Project.objects.update(name_nn="Nytt")
    install_triggers(using="default", plan=["a migration"])
    after = loading.update(snapshot)
    assert set(after.families["lead"]["nytt"]) == {project.initiative.pk}


@pytest.mark.django_db
def test_install_without_migrations_changes_nothing() -> None:
    make_initiative()
    before = CatalogueVersion.current(), number_of_triggers()
    install_triggers(using="default", plan=[])
    assert (CatalogueVersion.current(), number_of_triggers()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("model", [CatalogueVersion, Change])
def test_nothing_is_installed_before_there_are_tables_to_note_in(model) -> None:
    remove_triggers(using="default", plan=["a migration"])
    rename(model)
    install_triggers(using="default", plan=["a migration"])
    assert number_of_triggers() == 0


@pytest.mark.django_db
def test_table_that_is_not_there_yet_is_passed_over() -> None:
    before = number_of_triggers()
    remove_triggers(using="default", plan=["a migration"])
    rename(DraftWords)
    install_triggers(using="default", plan=["a migration"])
    assert before - number_of_triggers() == {"sqlite": 4, "postgresql": 5}[connection.vendor]


def rename(model: type[models.Model]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {model._meta.db_table} RENAME TO elsewhere")


@pytest.mark.django_db
def test_remove_without_migrations_changes_nothing() -> None:
    before = number_of_triggers()
    remove_triggers(using="default", plan=[])
    assert number_of_triggers() == before > 0


@pytest.mark.django_db
def test_install_after_migrations_gives_a_version_that_everybody_loads_anew() -> None:
    before = CatalogueVersion.current()
    install_triggers(using="default", plan=["a migration"])
    version = Change.objects.get(subject=Change.EVERYTHING).version
    assert version == CatalogueVersion.current() > before


@pytest.mark.django_db(transaction=True)
def test_emptied_and_filled_database_is_loaded_anew() -> None:
    for _ in range(3):
        make_initiative()
    before = loading.load()
    call_command("flush", interactive=False, verbosity=0)
    entry = make_initiative()
    assert set(loading.update(before).published) == {entry.pk}
    assert Change.objects.filter(subject=Change.EVERYTHING).exists()


@pytest.mark.django_db
def test_turn_is_waited_for_with_the_lock_of_the_triggers(django_assert_num_queries) -> None:
    with django_assert_num_queries({"sqlite": 0, "postgresql": 1}[connection.vendor]):
        triggers.wait_for_turn("default")
    if connection.vendor == "postgresql":
        taken = locks_taken()
        make_initiative()
        assert (len(taken), locks_taken()) == (1, taken)


def locks_taken() -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT classid, objid FROM pg_locks"
            " WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
        )
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_editors_who_save_two_entries_crosswise_wait_for_each_other() -> None:
    """Neither is refused: the version is locked before any row is."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    first, second = make_initiative(), make_initiative()
    has_first = threading.Event()
    errors = []

    def save_second() -> None:
        has_first.wait(5)
        try:
            Initiative.objects.filter(pk=second.pk).update(title_nn="Av den andre")
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=save_second)
    other.start()
    with transaction.atomic():
        Initiative.objects.filter(pk=first.pk).update(title_nn="Av den første")
        has_first.set()
        other.join(0.3)
        Initiative.objects.filter(pk=second.pk).update(title_nn="Av den første")
    other.join(10)
    second.refresh_from_db()
    assert (errors, second.title_nn) == ([], "Av den andre")
