"""Triggers that note every change of what readers see, whichever way it is made.

Each notes the subject (see `Change`) under a new version, in the transaction of the change. Drafts
are not noted: readers do not see them. They are away while `migrate` works.
"""

from collections.abc import Iterator

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from initiatives.models.changes import CatalogueVersion, Change
from initiatives.models.choices import Status
from initiatives.models.facts import Contact, Document, Funding, Project, Result, Succession
from initiatives.models.initiatives import FormerSlug, Initiative
from initiatives.models.kinds import KINDS, LINKED
from initiatives.models.places import FormerMunicipality, Region
from initiatives.models.wordlists import DraftWords, Synonyms

# Rows that belong to an entry, and the columns that say which.
ENTRY_ROWS: dict[type[Model], tuple[str, ...]] = {
    Initiative: ("id",),
    Succession: ("predecessor_id", "successor_id"),
    **dict.fromkeys(
        (
            *(kind.link for kind in LINKED),
            Project,
            Funding,
            Result,
            Document,
            Contact,
            FormerSlug,
            DraftWords,
        ),
        ("initiative_id",),
    ),
}

VOCABULARY_ROWS: tuple[type[Model], ...] = (
    *(kind.model for kind in KINDS.values()),
    *(kind.alias for kind in KINDS.values() if kind.alias),
    # Nobody asks for a partner by an address.
    *(kind.former_slug for kind in KINDS.values() if kind.former_slug and kind.parameter),
    FormerMunicipality,
    Region.municipalities.through,
    Synonyms,
)

EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
"""Each event, and which of a row's two states it has."""

# Names and tables of the triggers that are there, those of earlier versions of this module among
# them.
_INSTALLED = {
    "sqlite": (
        r"""
        SELECT name, tbl_name FROM sqlite_master
        WHERE type = 'trigger' AND name LIKE '%\_noted\_%' ESCAPE '\'
    """
    ),
    "postgresql": (
        r"""
        SELECT tgname, tgrelid::regclass::text
        FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE NOT tgisinternal AND tgname LIKE '%\_noted\_%'
        AND relnamespace = current_schema()::regnamespace
    """
    ),
}

_INITIATIVE = Initiative._meta.db_table
_VERSION = CatalogueVersion._meta.db_table
_CHANGE = Change._meta.db_table
_PUBLISHED = str(Status.PUBLISHED)


def remove(using: str) -> None:
    """Takes the triggers away, for migrations: SQLite remakes no table that a trigger names."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(_INSTALLED[connection.vendor])
        for name, table in cursor.fetchall():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on_table}")


def install(using: str, were_away: bool) -> None:
    """Puts the triggers in place for the tables that there are. May be repeated.

    What was changed while they `were_away` is not known, so that every process is told to load
    anew.
    """
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if not {_VERSION, _CHANGE} <= tables:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        remove(using)
        for statement in _statements(connection, tables):
            cursor.execute(statement)
        if were_away:
            note_everything(cursor)


def wait_for_turn(using: str) -> None:
    """Takes the lock of the triggers before any row is locked, so that none waits crosswise.

    SQLite has one writer at a time anyway.
    """
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock('{_VERSION}'::regclass::oid::bigint)")


def note_everything(cursor: CursorWrapper) -> None:
    """Gives the catalogue a version that every process loads anew."""
    if cursor.db.vendor == "postgresql":
        cursor.execute(f"SELECT catalogue_note(ARRAY[{Change.EVERYTHING}])")
        return
    for statement in _SQLITE_NOTE.format(subject=Change.EVERYTHING).split(";"):
        cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper, tables: set[str]) -> Iterator[str]:
    make = {"sqlite": _sqlite_triggers, "postgresql": _postgresql_triggers}[connection.vendor]
    if connection.vendor == "postgresql":
        yield from (_NEXT_VERSION, _LOCK)
    for model in (*ENTRY_ROWS, *VOCABULARY_ROWS):
        if model._meta.db_table in tables:
            yield from make(model)


# SQLite: once for each row

_SQLITE_NOTE = f"""
INSERT INTO {_VERSION} (id, number)
VALUES (1, CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER))
ON CONFLICT (id) DO UPDATE SET number = max(number + 1, excluded.number);
INSERT INTO {_CHANGE} (subject, version) SELECT {{subject}}, number FROM {_VERSION} WHERE id = 1
ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
"""  # noqa: S608


def _sqlite_triggers(model: type[Model]) -> Iterator[str]:
    table = model._meta.db_table
    for event, states in EVENTS.items():
        subjects = [f"{state}.{column}" for state in states for column in ENTRY_ROWS.get(model, ())]
        if model in VOCABULARY_ROWS:
            subjects = [str(Change.VOCABULARY)]
        for number, subject in enumerate(subjects):
            name = f"{table}_noted_{event.lower()}_{number}"
            yield (
                f"CREATE TRIGGER {name} AFTER {event} ON {table} WHEN"
                f" {_sqlite_condition(model, subject)} BEGIN"
                f" {_SQLITE_NOTE.format(subject=subject)} END"
            )


def _sqlite_condition(model: type[Model], subject: str) -> str:
    if model in VOCABULARY_ROWS:
        return "1"
    if model is Initiative:
        return f"{subject.split('.')[0]}.status = '{_PUBLISHED}'"
    return f"EXISTS (SELECT 1 FROM {_INITIATIVE} WHERE id = {subject} AND status = '{_PUBLISHED}')"  # noqa: S608


# PostgreSQL: once for each statement

# With the tables found where they are now, also for those who restore a backup without a path.
_LANGUAGE = "LANGUAGE plpgsql SET search_path FROM CURRENT"

_NEXT_VERSION = f"""
CREATE OR REPLACE FUNCTION catalogue_note(subjects bigint[]) RETURNS void {_LANGUAGE} AS $$
DECLARE next bigint;
BEGIN
  INSERT INTO {_VERSION} AS version (id, number)
  VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
  ON CONFLICT (id) DO UPDATE SET number = greatest(version.number + 1, excluded.number)
  RETURNING number INTO next;
  INSERT INTO {_CHANGE} (subject, version) SELECT unnest(subjects), next
  ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
END $$
"""  # noqa: S608

# Taken before any row is: whoever waits for the version holds nothing that another waits for.
_LOCK = f"""
CREATE OR REPLACE FUNCTION catalogue_lock() RETURNS trigger {_LANGUAGE} AS $$
BEGIN PERFORM pg_advisory_xact_lock('{_VERSION}'::regclass::oid::bigint); RETURN NULL; END $$
"""


def _postgresql_triggers(model: type[Model]) -> Iterator[str]:
    table = model._meta.db_table
    yield (
        f"CREATE TRIGGER {table}_noted_first BEFORE INSERT OR UPDATE OR DELETE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION catalogue_lock()"
    )
    for event, states in EVENTS.items():
        name = f"{table}_noted_{event.lower()}"
        yield f"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger {_LANGUAGE} AS $$
            DECLARE subjects bigint[];
            BEGIN
              SELECT array_agg(DISTINCT subject) INTO subjects
              FROM ({_postgresql_subjects(model, states)}) AS changed (subject);
              IF subjects IS NOT NULL THEN PERFORM catalogue_note(subjects); END IF;
              RETURN NULL;
            END $$
        """  # noqa: S608
        named = " ".join(f"{state} TABLE AS {state.lower()}_rows" for state in states)
        yield (
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {named} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    yield f"""
        CREATE OR REPLACE FUNCTION catalogue_note_everything() RETURNS trigger {_LANGUAGE} AS $$
        BEGIN PERFORM catalogue_note(ARRAY[{Change.EVERYTHING}]); RETURN NULL; END $$
    """
    yield (
        f"CREATE TRIGGER {table}_noted_truncate AFTER TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION catalogue_note_everything()"
    )


def _postgresql_keys(model: type[Model], states: tuple[str, ...]) -> str:
    """A query for the keys of the entries that the changed rows belong to."""
    columns = ENTRY_ROWS.get(model, ())
    return " UNION ".join(
        f"SELECT {column} FROM {state}_rows"  # noqa: S608
        for state in states
        for column in columns
    )


def _postgresql_subjects(model: type[Model], states: tuple[str, ...]) -> str:
    if model in VOCABULARY_ROWS:
        return f"SELECT {Change.VOCABULARY} FROM {states[0]}_rows"  # noqa: S608
    if model is Initiative:
        return " UNION ".join(
            f"SELECT id FROM {state}_rows WHERE status = '{_PUBLISHED}'"  # noqa: S608
            for state in states
        )
    keys = _postgresql_keys(model, states)
    return f"SELECT id FROM {_INITIATIVE} WHERE status = '{_PUBLISHED}' AND id IN ({keys})"  # noqa: S608
