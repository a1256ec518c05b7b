"""What production refuses at start, and that the settings are safe when it does start."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SECRET = "f0x-JumpS_over9Lazy.Dogs+and~Writes=Nynorsk?every#Day"
SAFE = {"ENVIRONMENT": "production", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "katalog.example.no"}


def start(**environment):
    """Starts `manage.py check --deploy` with nothing but these variables, away from any .env of
    this copy.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    # A variable that is set, even if empty, wins over .env.
    blank = {"SECRET_KEY": "", "ALLOWED_HOSTS": "", "DEBUG": "false"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    environment = kept | blank | {"DATABASE_URL": "sqlite://:memory:"} | environment
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )


def test_production_starts_and_is_safe():
    started = start(**SAFE)
    assert (started.returncode, "no issues" in started.stdout) == (0, True), started.stderr


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is the default or too weak"),
        ({"SECRET_KEY": settings.LOCAL_SECRET_KEY}, "SECRET_KEY is the default"),
        ({"SECRET_KEY": "a" * 60}, "too weak"),
        ({"DEBUG": "true"}, "DEBUG is on"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is missing"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is '*'"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS is missing"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"ENVIRONMENT": "staging"}, "ENVIRONMENT"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"DATABASE_URL": "nonsense://x"}, "DATABASE_URL"),
        ({"SECURE_HSTS_SECONDS": "long"}, "SECURE_HSTS_SECONDS"),
        ({"PUBLISHER_NAME": " "}, "PUBLISHER_NAME"),
        ({"PUBLISHER_URI": "katalog"}, "PUBLISHER_URI"),
        ({"PUBLISHER_URI": ""}, "PUBLISHER_URI"),
        ({"PUBLISHER_EMAIL": "post"}, "PUBLISHER_EMAIL"),
        ({"PUBLISHER_EMAIL": ""}, "PUBLISHER_EMAIL"),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES"),
        ({"TRUSTED_PROXIES": "true"}, "TRUSTED_PROXIES"),
        ({"ACCESS_LOG_DAYS": "0"}, "ACCESS_LOG_DAYS"),
        ({"EMAIL_URL": "post.example.no:25"}, "EMAIL_URL"),
        ({"MAIL_SENDER": "Redaksjonen"}, "MAIL_SENDER"),
        ({"SITE_ADDRESS": "katalog.example.no"}, "SITE_ADDRESS"),
        ({"SITE_ADDRESS": "https://example.no/katalog/"}, "SITE_ADDRESS"),
    ],
)
def test_production_refuses_by_name(change, named):
    refused = start(**SAFE | change)
    assert refused.returncode != 0
    assert named in refused.stderr


def test_every_problem_is_named_at_once():
    refused = start(ENVIRONMENT="production", DEBUG="true")
    assert [name in refused.stderr for name in ("SECRET_KEY", "DEBUG", "ALLOWED_HOSTS")] == [
        True
    ] * 3


def test_local_starts_with_nothing_set():
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "ENVIRONMENT": "local"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 0, started.stderr
