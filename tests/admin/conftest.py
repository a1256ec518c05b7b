"""Signed-in editors: one who may do everything, and one in each of the roles."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client

from initiatives.models import (
    Activity,
    Contact,
    Document,
    Funding,
    Initiative,
    Result,
    SellingPoint,
    SheetLine,
    SubjectArea,
    Succession,
)
from tests.factories import InitiativeFactory, PartnerFactory, ProjectFactory, make_initiative
from tests.reference_data import load_reference_data


@pytest.fixture
def editor(db) -> Client:
    user = get_user_model().objects.create_superuser("redaktor", password="lang-nok-frase-7")
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def signed_in(db) -> Callable[[str], Client]:
    """Signs in somebody new in a role; the client knows who as `user`."""

    def sign_in(role: str) -> Client:
        users = get_user_model().objects
        user = users.create_user(f"{role}{users.count()}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return sign_in


@pytest.fixture
def writer(signed_in) -> Client:
    return signed_in("writer")


@pytest.fixture
def publisher(signed_in) -> Client:
    return signed_in("publisher")


@pytest.fixture
def outside_a_transaction(django_db_serialized_rollback, transactional_db) -> None:
    """For what other connections are to see: groups, places and terms, which the test of this kind
    before it has thrown away.
    """
    if not Activity.objects.exists():
        load_reference_data()


@pytest.fixture
def full_draft(reference_data) -> Initiative:
    """A draft with two to four rows in every list, saved once already."""
    draft = make_initiative(
        title_nn="Heim til Dalen",
        title_nb="Hjem til Dalen",
        lead_nn="Før",
        lead_nb="Før",
        status="draft",
        activities=["brev", "annonsering", "brosjyrar", "bustad"],
        selling_points=firsts(SellingPoint),
        target_groups=["ungdom", "kvinner", "alle"],
        subject_areas=firsts(SubjectArea),
        partners=[PartnerFactory(slug=f"partnar-{n}").slug for n in range(3)],
        municipalities=["4034", "4601", "0301"],
        counties=["40", "46"],
    )
    for number in (1, 2, 3):
        ProjectFactory(initiative=draft, name_nn=f"Prosjekt {number}")
        Funding.objects.create(initiative=draft, position=number, programme=f"Pott {number}")
        Contact.objects.create(initiative=draft, position=number, organisation=f"Kontor {number}")
        Result.objects.create(initiative=draft, position=number, description_nn=f"Sett {number}")
        Document.objects.create(
            initiative=draft, position=number, title=f"Rapport {number}", url="https://example.org/"
        )
        Succession.objects.create(predecessor=draft, successor=InitiativeFactory())
    SheetLine.objects.create(initiative=draft, number=1, text="Ei linje", kind="not-placed")
    return draft


def firsts(model: type[Model]) -> list[str]:
    return list(model._default_manager.values_list("slug", flat=True)[:2])
