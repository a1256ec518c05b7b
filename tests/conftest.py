"""What most tests need: the written form of the page, the reference data and the Tokke entry."""

import gc
import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializedObject
from django.template import Context, Template
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from initiatives.models import Initiative
from tests import kept_snapshots
from tests.factories import TOKKE
from tests.reference_data import load_reference_data

# The rows of the first entry, with the keys that they got the first time. To read the fixture takes
# long.
_tokke: list[DeserializedObject] = []
# The same examples each time, so that a run fails for the change that is tested and not for a draw
# of luck; HYPOTHESIS_PROFILE=default draws new ones.
hypothesis_settings.register_profile("same examples", derandomize=True, database=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same examples"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only", action="store_true", help="only tests that touch the database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("database_only"):
        left_out = [item for item in items if not touches_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if touches_database(item)]


def pytest_collection_finish() -> None:
    """What is there before the first test stays, so that looking through it again and again is in
    vain.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def touches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(fixtures))


@pytest.fixture(scope="session")
def django_test_environment(django_test_environment) -> None:
    """Notes what pages are rendered with, for `response.context`, but not the thousand parts of
    their forms.
    """
    note = Template._render

    def render(template: Template, context: Context) -> str:
        if (template.name or "").startswith(("django/forms/", "admin/widgets/")):
            return template.nodelist.render(context)
        return note(template, context)

    Template._render = render


@pytest.fixture(autouse=True)
def _nynorsk() -> Iterator[None]:
    """Every test starts in Nynorsk, whatever the test before it asked for."""
    with translation.override("nn"):
        yield


@pytest.fixture(autouse=True)
def _kept_snapshot() -> None:
    kept_snapshots.begin()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Groups, places and terms are in the database of every test; entries are the test's own.

    Its tables are made of the models (`--no-migrations`), which tests/models/test_migrations.py
    holds to be the same as those of the migrations.
    """
    with django_db_blocker.unblock():
        load_reference_data()
        kept_snapshots.note_version()


@pytest.fixture
def reference_data(db) -> None:
    """Says that a test needs places and terms; they are loaded once for all tests."""


@pytest.fixture
def tokke(db) -> Initiative:
    """The first entry, as the fixture has it."""
    if is_alone := kept_snapshots.are_only_reference_data():
        kept_snapshots.keep_reference_data()
    if not _tokke:
        fixture = (settings.BASE_DIR / "fixtures" / "tokke.json").read_text(encoding="utf-8")
        for row in deserialize("json", fixture):
            row.save()
            _tokke.append(row)
    else:
        for row in _tokke:
            row.save(force_insert=True)
    if is_alone:
        kept_snapshots.begin_with_tokke()
    return Initiative.objects.get(slug=TOKKE)
