"""Every setting of the catalogue, read from the environment (README: Configuration).

`ENVIRONMENT` is `production` unless it says `local`. In production, what is missing or unsafe is
refused at start with the name of the variable. A file `.env` beside `manage.py` is read if there is
one; variables that are already set win over it.
"""

from datetime import timedelta
from pathlib import Path

import django
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

# Lets Django's classes take a type, as in `ModelAdmin[County]`: only the stubs know that they may.
django_stubs_ext.monkeypatch()

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
    """The values of a variable with commas between, without spaces around them or empty ones."""
    return [value.strip() for value in env.list(name, default) if value.strip()]


ALLOWED_HOSTS = listed(
    "ALLOWED_HOSTS", [] if IS_PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS", [])


def refuse_unsafe_production() -> None:
    """Raise `ImproperlyConfigured` naming every variable that production may not start with."""
    problems = []
    if not SECRET_KEY:
        problems.append("SECRET_KEY is missing: set it to at least 50 random characters")
    elif SECRET_KEY == LOCAL_SECRET_KEY or len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        problems.append(
            "SECRET_KEY is the default or too weak: set it to at least 50 random characters"
        )
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
    "catalogue.apps.EditorsAdminConfig",  # django.contrib.admin, in our order
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "reversion",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "initiatives.pages.caching.FormMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "initiatives.access.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
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
        "DATABASE_URL",
        f"sqlite:///{VAR_DIR / 'catalogue.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
DATABASE_OPTIONS: dict[str, dict[str, object]] = {
    # Readers go on while an editor writes (WAL), a second writer waits instead of failing, and a
    # row that is replaced is noted as removed.
    "django.db.backends.sqlite3": {
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"
        ),
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

# Translation

# The program that makes drafts in the other form, where it is installed (Debian: apertium,
# apertium-nno-nob).
APERTIUM = env.str("APERTIUM", "apertium")

# Links

# Between two addresses of one host, for `check_links`; and whether it may ask this machine and its
# network, which only tests want.
CHECK_LINKS_PAUSE_SECONDS = 1.0
CHECK_LINKS_PRIVATE = False

# Open data

# Who runs the catalogue, as readers, catalogues of data and search engines are told.
CATALOGUE_NAME = "Tilflyttingskatalogen"
PUBLISHER_NAME = env.str(
    "PUBLISHER_NAME", CATALOGUE_NAME, validate=validate.Regexp(r".*\S", error="Not a name.")
)
PUBLISHER_URI = (
    env.str("PUBLISHER_URI", None, validate=validate.URL(schemes={"http", "https"})) or ""
)
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

# Accounts (initiatives/access)

AUTHENTICATION_BACKENDS = [
    "initiatives.access.backends.HoldingBackend",
    "initiatives.access.backends.EditorBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
SESSION_ENGINE = "initiatives.access.sessions"
# How many proxies in front each add the address that they saw to X-Forwarded-For.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0, validate=validate.Range(min=0, max=9))
# How many days the log of sign-ins and permissions is kept; the page about privacy tells.
ACCESS_LOG_DAYS = env.int("ACCESS_LOG_DAYS", 365, validate=validate.Range(min=1, max=3650))

# After five failures for the same user name from the same network, that pair waits for a quarter of
# an hour.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "initiatives.access.clients.network_of"
AXES_LOCKOUT_CALLABLE = "initiatives.access.throttling.tell_held_back"
# The log is our own; nothing that was typed is kept.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "password", "csrfmiddlewaretoken", "next"]
OTP_TOTP_ISSUER = "Tilflyttingskatalogen"

# Mail: asking contacts whether entries are right, and forgotten passwords

MAIL = env.dj_email_url("EMAIL_URL", "smtp://localhost:25" if IS_PRODUCTION else "console:")
if "EMAIL_BACKEND" not in MAIL:
    raise ImproperlyConfigured(
        "EMAIL_URL is wrong: smtp://host:25 or submission://user:password@host:587"
    )
MAIL_TIMEOUT_SECONDS = 20
if django.VERSION < (6, 1):
    EMAIL_BACKEND = MAIL["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = MAIL["EMAIL_HOST"], MAIL["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL["EMAIL_HOST_USER"], MAIL["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL["EMAIL_USE_TLS"], MAIL["EMAIL_USE_SSL"]
    EMAIL_TIMEOUT = MAIL_TIMEOUT_SECONDS
else:
    SMTP_OPTIONS = {
        "host": MAIL["EMAIL_HOST"],
        "port": MAIL["EMAIL_PORT"],
        "username": MAIL["EMAIL_HOST_USER"],
        "password": MAIL["EMAIL_HOST_PASSWORD"],
        "use_tls": MAIL["EMAIL_USE_TLS"],
        "use_ssl": MAIL["EMAIL_USE_SSL"],
        "timeout": MAIL_TIMEOUT_SECONDS,
    }
    MAILERS = {
        "default": {
            "BACKEND": MAIL["EMAIL_BACKEND"],
            "OPTIONS": SMTP_OPTIONS if "smtp" in MAIL["EMAIL_BACKEND"] else {},
        }
    }
DEFAULT_FROM_EMAIL = env.str("MAIL_SENDER", None, validate=validate.Email()) or ""
# Where the catalogue is found, for links in what is sent when nobody asks for a page.
SITE_ADDRESS = env.str("SITE_ADDRESS", None, validate=validate.Regexp(r"https?://[^/\s]+/?$")) or ""
SITE_ADDRESS = SITE_ADDRESS.rstrip("/")
# How long a contact may answer, and how long it takes before the same entry is asked about again.
CONFIRMATION_DAYS = 60
CONFIRMATION_PAUSE_DAYS = 90

# Safety

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # The design system's icons are data: addresses in its stylesheet.
        "img-src": [SELF, "data:"],
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
