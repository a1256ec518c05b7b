"""The project's own settings, with more to ask the server for: a constant view and static files."""

from catalogue.settings import *  # noqa: F403
from catalogue.settings import VAR_DIR

ROOT_URLCONF = "benchmarks.urls"
# WhiteNoise serves what is in here beside the static files: `server.write_files`.
WHITENOISE_ROOT = VAR_DIR / "bench" / "files"
