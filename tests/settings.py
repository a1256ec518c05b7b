"""Settings of the tests: the project's own, in a known environment, with the database from
DATABASE_URL.
"""

import os

os.environ |= {"ENVIRONMENT": "local", "DEBUG": "false", "LOG_LEVEL": "CRITICAL"}
os.environ.pop("ALLOWED_HOSTS", None)
os.environ.pop("MAIL_SENDER", None)
os.environ.pop("SITE_ADDRESS", None)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from catalogue.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Else every test client lists all static files.
WHITENOISE_AUTOREFRESH = True
