"""What is kept of an address: dead only after failing on several days, for a week."""

from datetime import UTC, datetime, timedelta

import pytest

from initiatives.desk.link_checks.asking import Answer
from initiatives.desk.link_checks.keeping import addresses_in_use, addresses_to_check, keep
from initiatives.models import AddressProblem, CheckedAddress, Contact, Document
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

URL = "https://tokke.example.no/"
START = datetime(2026, 11, 1, 12, tzinfo=UTC)
FINE = Answer(AddressProblem.NONE, 200)
GONE = Answer(AddressProblem.NOT_FOUND, 404)
REFUSED = Answer(AddressProblem.REFUSED, 403)


def kept(*answers):
    """The row after answers that many days after the start."""
    for days, answer in answers:
        row = keep(URL, answer, START + timedelta(days=days))
    return row


@pytest.mark.parametrize(
    ("answers", "is_dead"),
    [
        ([(0, GONE)], False),
        ([(0, GONE), (0.1, GONE), (0.2, GONE)], False),
        ([(0, GONE), (1, GONE), (2, GONE)], False),
        ([(0, GONE), (8, GONE)], False),
        ([(0, GONE), (1, GONE), (8, GONE)], True),
        ([(0, GONE), (1, GONE), (7, FINE), (8, GONE)], False),
        ([(0, GONE), (1, REFUSED), (8, GONE)], False),
        ([(0, GONE), (1, GONE), (8, GONE), (9, FINE)], False),
        ([(0, REFUSED), (1, REFUSED), (8, REFUSED)], False),
    ],
)
def test_when_an_address_is_dead(answers, is_dead):
    assert kept(*answers).is_dead is is_dead


def test_what_was_answered_is_kept():
    keep(URL, Answer(AddressProblem.NOT_FOUND, 404, "https://ny.example.no/"), START)
    row = CheckedAddress.objects.get()
    assert (
        row.url,
        row.checked_at,
        row.problem,
        row.status,
        row.moved_to,
        row.failing_since,
        row.failing_days,
    ) == (
        URL,
        START,
        "not-found",
        404,
        "https://ny.example.no/",
        START,
        1,
    )


def test_addresses_of_entries_documents_and_contacts_are_in_use():
    entry = InitiativeFactory(website="https://a.no/", source_url="https://b.no/")
    Document.objects.create(initiative=entry, title="R", url="https://c.no/", position=1)
    Contact.objects.create(initiative=entry, organisation="K", website="https://d.no/", position=1)
    InitiativeFactory(website="https://e.no/", status="archived")
    assert addresses_in_use() == {f"https://{letter}.no/" for letter in "abcd"}


def test_oldest_are_checked_first_and_fresh_ones_not_at_all():
    for name in ("new", "old", "older", "fresh"):
        InitiativeFactory(website=f"https://{name}.no/")
    for name, days in (("old", 2), ("older", 3), ("fresh", 9)):
        keep(f"https://{name}.no/", FINE, START + timedelta(days=-days if name != "fresh" else 0))
    limit = START - timedelta(days=1)
    assert addresses_to_check(limit, None) == [
        f"https://{name}.no/" for name in ("new", "older", "old")
    ]
    assert addresses_to_check(limit, 1) == ["https://new.no/"]


def test_address_that_no_entry_leads_to_is_forgotten():
    keep(URL, GONE, START)
    addresses_to_check(START, None)
    assert CheckedAddress.objects.count() == 0
