"""Moments as numbers are to the microsecond, on each database, whatever the session's time zone."""

from datetime import UTC, datetime, timedelta

import pytest

from initiatives.finding.snapshot.moments import Microseconds
from initiatives.models import Initiative
from tests.factories import InitiativeFactory

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 24, 1, 46, 16, 123456, tzinfo=UTC),
        datetime(2026, 7, 1, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(1999, 12, 31, 23, 0, 0, 100, tzinfo=UTC),
    ],
)
def test_microseconds_are_those_of_the_moment(moment) -> None:
    entry = InitiativeFactory()
    Initiative.objects.update(changed_at=moment)
    found = Initiative.objects.values_list(Microseconds("changed_at"), flat=True).get(pk=entry.pk)
    assert found == (moment - EPOCH) // timedelta(microseconds=1)
