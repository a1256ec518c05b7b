"""Rules that the database itself keeps."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from initiatives.models import (
    ActivityLink,
    County,
    Funding,
    Initiative,
    Municipality,
    Partner,
    PartnerKind,
    Project,
    Result,
    Succession,
)
from tests.factories import InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def refused(make, **fields):
    """Whether the database refuses to store what `make` makes."""
    try:
        with transaction.atomic():
            make(**fields)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "fields",
    [
        {"start_year": 2014, "end_year": 2012},
        {"is_open_ended": True, "end_year": 2014},
        {"start_year": 1800},
        {"end_year": 2999},
        {"name_nn": "", "name_nb": ""},
    ],
)
def test_project_refused(fields):
    initiative = InitiativeFactory()
    assert refused(
        Project.objects.create, **{"name_nn": "P", "initiative": initiative, "position": 1} | fields
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"start_year": 2012, "end_year": 2012},
        {"start_year": None, "end_year": None},
        {"start_year": 2012, "is_open_ended": True},
    ],
)
def test_project_accepted(fields):
    assert not refused(ProjectFactory, **fields)


def test_project_position_twice_refused():
    initiative = InitiativeFactory()
    ProjectFactory(initiative=initiative, position=1)
    assert refused(ProjectFactory, initiative=initiative, position=1)


def test_link_same_term_twice_refused():
    initiative = make_initiative(activities=["vertskapsordning"])
    term = initiative.activities.get()
    assert refused(ActivityLink.objects.create, initiative=initiative, term=term, position=2)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "published", "original_form": "nn", "title_nn": "", "title_nb": "X"},
        {"status": "published", "original_form": "nb", "title_nn": "X", "title_nb": ""},
        {"original_form": "en"},
        {"status": "gone"},
        {"assessment": "good"},
        {"organisation": "nobody"},
        {"scope": "world"},
    ],
)
def test_initiative_refused(fields):
    entry = Initiative(
        slug="x", title_nn="X", original_form="nn", first_published_at=timezone.now()
    )
    assert refused(lambda **f: Initiative.objects.bulk_create([_changed(entry, f)]), **fields)


def _changed(entry, fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    return entry


def test_initiative_draft_without_title_accepted():
    assert not refused(InitiativeFactory, title_nn="", slug="x", status="draft")


def test_published_without_time_refused():
    entry = Initiative(slug="x", title_nn="X", original_form="nn", status="published")
    assert refused(lambda: Initiative.objects.bulk_create([entry]))


def test_funding_that_says_nothing_refused():
    assert refused(Funding.objects.create, initiative=InitiativeFactory(), position=1)


def test_funding_with_amount_only_accepted():
    assert not refused(
        Funding.objects.create, initiative=InitiativeFactory(), position=1, amount_nok=0
    )


def test_result_without_description_refused():
    assert refused(
        Result.objects.create, initiative=InitiativeFactory(), position=1, measure_nn="Folketal"
    )


def test_partner_without_name_refused():
    assert refused(Partner.objects.create, slug="x", kind=PartnerKind.objects.first())


def test_succession_of_itself_refused():
    initiative = InitiativeFactory()
    assert refused(Succession.objects.create, predecessor=initiative, successor=initiative)


def test_municipality_centrality_seven_refused():
    place = Municipality.objects.get(number="4034")
    place.pk, place.number, place.centrality = None, "9999", 7
    assert refused(place.save)


def test_county_number_twice_refused():
    assert refused(County.objects.create, number="40", name="Telemark")
