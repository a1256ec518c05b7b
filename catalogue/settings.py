"""Every setting of the catalogue, read from the environment (README: Configuration).

`ENVIRONMENT` is `production` unless it says `local`. In production, what is missing or unsafe is refused
at start with the name of the variable. A file `.env` beside `manage.py` is read if there is one; variables
that are already set win over it.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

ENVIRONMENT = env.str("ENVIRONMENT", "production", validate=validate.OneOf(["local", "production"]))
IS_PRODUCTION = ENVIRONMENT == "production"

LOCAL_SECRET_KEY = "local-only-and-known-to-everybody-so-refused-in-production"  # noqa: S105
SECRET_KEY = env.str("SECRET_KEY", "" if IS_PRODUCTION else LOCAL_SECRET_KEY)
DEBUG = env.bool("DEBUG", False)


def listed(name: str, default: list[str]) -> list[str]:
    """The values of a variable with commas between, without the spaces around them and without empty ones."""
    return [value.strip() for value in env.list(name, default) if value.strip()]


ALLOWED_HOSTS = listed("ALLOWED_HOSTS", [] if IS_PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS", [])


def refuse_unsafe_production() -> None:
    """Raise `ImproperlyConfigured` naming every variable that production may not start with."""
    problems = []
    if not SECRET_KEY:
        problems.append("SECRET_KEY is missing: set it to at least 50 random characters")
    elif SECRET_KEY == LOCAL_SECRET_KEY or len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        problems.append("SECRET_KEY is the default or too weak: set it to at least 50 random characters")
    if DEBUG:
        problems.append("DEBUG is on: remove it, or set ENVIRONMENT=local")
    if not ALLOWED_HOSTS:
        problems.append("ALLOWED_HOSTS is missing: set it to the host names that are served (a,b)")
    elif "*" in ALLOWED_HOSTS:
        problems.append("ALLOWED_HOSTS is '*': name the hosts that are served")
    if problems:
        raise ImproperlyConfigured("Production refuses to start.\n- " + "\n- ".join(problems))


if IS_PRODUCTION:
    refuse_unsafe_production()

# Application

INSTALLED_APPS = [
    "initiatives",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "reversion",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "catalogue.urls"
WSGI_APPLICATION = "catalogue.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database

DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL", f"sqlite:///{VAR_DIR / 'catalogue.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
DATABASE_OPTIONS: dict[str, dict[str, object]] = {
    # Readers go on while an editor writes (WAL), a second writer waits instead of failing, and a row that is
    # replaced is noted as removed.
    "django.db.backends.sqlite3": {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    },
    # A server that is gone is noticed in seconds, so that /helse/ can say so.
    "django.db.backends.postgresql": {"connect_timeout": 5},
}
DATABASES["default"]["OPTIONS"] = {
    **DATABASE_OPTIONS.get(DATABASES["default"]["ENGINE"], {}),
    **DATABASES["default"].get("OPTIONS", {}),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# Written forms

LANGUAGE_CODE = "nn"
LANGUAGES = [("nn", "Nynorsk"), ("nb", "Bokmål")]
LANGUAGE_COOKIE_NAME = "skriftform"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_PRODUCTION
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# Open data

# Who stands behind the catalogue, in what is told of it to catalogues of data and search engines.
PUBLISHER_NAME = env.str("PUBLISHER_NAME", "Tilflyttingskatalogen")
PUBLISHER_URI = env.str("PUBLISHER_URI", None, validate=validate.URL(schemes={"http", "https"})) or ""
PUBLISHER_EMAIL = env.str("PUBLISHER_EMAIL", None, validate=validate.Email()) or ""

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static" / "build",
    ("icons", BASE_DIR / "static" / "icons"),
    ("admin/js/vendor/select2/i18n", BASE_DIR / "static" / "select2"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Accounts

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Safety

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the design system's icons are data: addresses in its stylesheet
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
CSRF_FAILURE_VIEW = "initiatives.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_SECURE = IS_PRODUCTION
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", IS_PRODUCTION)
SECURE_REDIRECT_EXEMPT = [r"^helse/$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 365 * 24 * 60 * 60 if IS_PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", IS_PRODUCTION)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", IS_PRODUCTION)
if env.bool("BEHIND_HTTPS_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Log: everything to standard error, where the server's keeper collects it

LOG_LEVEL = env.str(
    "LOG_LEVEL", "INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"])
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
