"""An entry with somebody to ask."""

import pytest

from initiatives.models import Contact, Initiative
from tests.factories import InitiativeFactory


@pytest.fixture(autouse=True)
def _settings(settings) -> None:
    settings.SITE_ADDRESS = "https://katalog.example.no"
    settings.DEFAULT_FROM_EMAIL = "redaksjon@katalog.example.no"


@pytest.fixture
def entry(reference_data) -> Initiative:
    return with_contact(InitiativeFactory(title_nn="Heim att", title_nb="Hjem igjen"))


def with_contact(initiative: Initiative, email: str = "post@tokke.example") -> Initiative:
    position = initiative.contacts.count() + 1
    Contact.objects.create(
        initiative=initiative, organisation="Kommunen", email=email, position=position
    )
    return initiative
