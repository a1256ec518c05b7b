"""How many statements a save of an entry takes, whatever its lists hold."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.admin.forms import change_page, errors, filled_form, save

# The lock of the version, which PostgreSQL asks for in a statement of its own.
LOCK = 1 if connection.vendor == "postgresql" else 0


@pytest.fixture
def saved(signed_in, full_draft) -> tuple[Client, str]:
    """A publisher, and the page of a draft that has a history."""
    client = signed_in("publisher")
    save(client, full_draft, lead_nn="Først")
    return client, change_page(full_draft)


def statements(client: Client, page: str, status: int = 302, **typed: str) -> tuple[int, int]:
    """How many statements posting the form takes, and how many of those name a savepoint."""
    data = filled_form(client, page) | typed
    with CaptureQueriesContext(connection) as seen:
        response = client.post(page, data)
    assert response.status_code == status, errors(response)
    return len(seen), sum("SAVEPOINT" in query["sql"] for query in seen.captured_queries)


@pytest.mark.django_db
def test_changed_lead(saved):
    # The request has a transaction in that of the test: two more name a savepoint than without it.
    assert statements(*saved, lead_nn="Etter") == (53 + LOCK, 4)


@pytest.mark.django_db(transaction=True)
def test_changed_lead_without_a_transaction_around_it(outside_a_transaction, saved):
    assert statements(*saved, lead_nn="Etter") == (53 + LOCK, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ({}, 51),
        ({"activitylinks-0-wording": "Brev heim"}, 56),
        ({"activitylinks-0-order": "4"}, 58),
        ({"activitylinks-1-DELETE": "on"}, 58),
        ({"_step": "publish"}, 54),
    ],
    ids=["nothing", "a wording", "an order", "a row taken out", "a step"],
)
def test_other_saves(saved, typed, number):
    assert statements(*saved, **typed) == (number + LOCK, 4)


@pytest.mark.django_db
def test_preview(saved):
    assert statements(*saved, status=200, lead_nn="Etter", _preview="1") == (68 + LOCK, 8)
