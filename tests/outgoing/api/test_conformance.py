"""The API answers as its OpenAPI document says, whatever is asked: schemathesis makes the
questions.
"""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from catalogue.wsgi import application
from initiatives.outgoing.api.document import document
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db
# Not loaded for all tests (pyproject.toml): it takes as long as to set up a database.
pytest_plugins = ["schemathesis.pytest.plugin"]


schema = schemathesis.openapi.from_dict(document())
schema.app = application


@pytest.fixture
def a_few_entries(tokke) -> Iterator[None]:
    """A catalogue with a few entries, asked on one connection in one transaction, which no request
    closes.
    """
    make_initiative(activities=["brev"], municipalities=["0301", "4034"], is_example=True)
    make_initiative(
        counties=["46"], title_nn="", title_nb="På bokmål", slug="b", original_form="nb"
    )
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_answers_as_documented(case, a_few_entries) -> None:
    # Which terms and places there are stands in no schema, so a value of the right type may be
    # unknown.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
