"""An editor with a password, and the browser that signs in."""

import pytest
from django.contrib.auth.models import Group, User

from initiatives.models import RoleRule
from tests.access import PASSWORD
from tests.admin.conftest import editor  # noqa: F401 - a fixture


@pytest.fixture
def kari(db) -> User:
    """May sign in to the admin, and nothing more."""
    return User.objects.create_user("kari", "kari@kommune.example", PASSWORD, is_staff=True)


@pytest.fixture
def strict_role(db) -> Group:
    """A role that requires a second factor."""
    role = Group.objects.create(name="Streng")
    RoleRule.objects.create(group=role, requires_second_factor=True)
    return role
