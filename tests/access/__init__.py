"""Getting in, as a browser does it."""

import time
from base64 import b32decode

from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "fjell-og-fjord-12"


def sign_in(client: Client, username="kari", password=PASSWORD, **extra):
    """The answer to the admin's sign-in, not followed."""
    data = {"username": username, "password": password, "next": "/admin/"}
    return client.post("/admin/login/", data, **extra)


def with_app(user: User) -> TOTPDevice:
    """Gives the user an app whose codes `code_of` makes."""
    return TOTPDevice.objects.create(user=user, name="app", confirmed=True)


def code_of(key: bytes, steps_from_now: int = 0) -> str:
    """The code that an app shows now, or some steps of 30 seconds from now."""
    totp = TOTP(key)
    totp.time = time.time() + 30 * steps_from_now
    return f"{totp.token():06d}"


def key_of(secret: str) -> bytes:
    """The key of the secret on the page."""
    return b32decode(secret.replace(" ", ""))


def is_let_in(client: Client) -> bool:
    """Whether the admin's front page opens."""
    return client.get("/admin/").status_code == 200
