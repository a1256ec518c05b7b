"""People in each of the roles."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User

Person = Callable[[str], User]


@pytest.fixture
def person(db) -> Person:
    """Makes somebody in a role."""

    def make(role: str) -> User:
        user = User.objects.create_user(f"{role}{User.objects.count()}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        return user

    return make
