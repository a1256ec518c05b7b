"""What the snapshot says of phases and years, held against the oracle."""

import pytest
from django.utils import timezone

from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Initiative, Phase
from tests import oracle
from tests.factories import InitiativeFactory, ProjectFactory

pytestmark = pytest.mark.django_db

THIS_YEAR = timezone.localdate().year


def active_between(first, last):
    """Whether any entry was active in the span, by the snapshot and the oracle alike."""
    found = current_snapshot().active_between(first, last)
    stored = Initiative.objects.filter(oracle.active_between(first, last))
    assert set(found) == set(stored.values_list("pk", flat=True))
    return bool(found)


@pytest.mark.parametrize(
    ("projects", "phase"),
    [
        ([], Phase.UNKNOWN),
        ([{"start_year": 2012}], Phase.UNKNOWN),
        ([{"end_year": THIS_YEAR - 1}], Phase.FINISHED),
        ([{"end_year": THIS_YEAR}], Phase.ONGOING),
        ([{"is_open_ended": True}, {"end_year": 2000}], Phase.ONGOING),
        ([{}, {"end_year": 2000}], Phase.FINISHED),
    ],
)
def test_phase_is_the_same_of_an_entry_in_the_snapshot_and_in_the_oracle(projects, phase):
    initiative = InitiativeFactory()
    for project in projects:
        ProjectFactory(initiative=initiative, **project)
    (found,) = [name for name, entries in current_snapshot().by_phase(THIS_YEAR).items() if entries]
    stored = oracle.with_phase(Initiative.objects.all()).get()
    assert (initiative.phase, found, stored.current_phase) == (phase, phase, phase)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (2012, 2014, True),
        (2014, 2020, True),
        (2000, 2012, True),
        (2013, 2013, True),
        (2015, None, False),
        (None, 2011, False),
        (None, 2012, True),
        (2014, None, True),
    ],
)
def test_active_between(first, last, found):
    ProjectFactory(start_year=2012, end_year=2014)
    assert active_between(first, last) is found


def test_active_between_counts_a_running_project_as_endless():
    ProjectFactory(start_year=2012, is_open_ended=True)
    assert active_between(2090, None)


def test_active_between_needs_one_project_that_overlaps():
    initiative = InitiativeFactory()
    ProjectFactory(initiative=initiative, start_year=2000, end_year=2001)
    ProjectFactory(initiative=initiative, start_year=2010, end_year=2011)
    assert not active_between(2004, 2006)


def test_active_between_never_finds_unknown_years():
    ProjectFactory()
    assert not active_between(1900, 2100)
    assert not active_between(1900, None)


def test_active_between_finds_what_runs_since_nobody_knows_when():
    ProjectFactory(is_open_ended=True)
    assert active_between(2020, None)
    assert not active_between(2020, 2022)
