"""A signed-in editor who may do everything."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client


@pytest.fixture
def editor(db) -> Client:
    user = get_user_model().objects.create_superuser("redaktor", password="lang-nok-frase-7")
    client = Client()
    client.force_login(user)
    return client
