"""Signed-in editors: one who may do everything, and one in each of the roles."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client


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
