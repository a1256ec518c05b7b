"""The catalogue as it is served, on a database and a port of its own: for tests, screenshots and
audits.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
EDITOR = {"username": "redaktor", "password": "lang-nok-frase-7"}
# In tests/browser/guarded_editor.json, with a role that requires a second factor.
GUARDED_EDITOR = {"username": "vaktsam", "password": "fjell-og-fjord-12"}
# In tests/browser/desk_editors.json, each with the role of its name; the publisher has an app with
# this key.
WRITER = {"username": "skribent", "password": "fjell-og-fjord-12"}
PUBLISHER = {"username": "publiserar", "password": "fjell-og-fjord-12"}
PUBLISHER_KEY = bytes.fromhex("7368696b6b6572666a656c6c6f67666a6f726421")
# Beside the guarded editor, in the same role; nobody knows the password.
FORGETFUL_EDITOR = "gloymsk"
# In the folder of the catalogue: what it has sent by e-mail.
MAILS = "mails.txt"
# The shell, which shows no windows, takes half the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, server: subprocess.Popen) -> None:
    """Returns when the server answers; raises when it has ended or a minute has passed."""
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            urlopen(address, timeout=5).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not answer at {address}")


@contextmanager
def served_catalogue(folder: Path, examples: int) -> Iterator[str]:
    """The address of a running catalogue with the Tokke entry, some examples and an editor."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "ENVIRONMENT": "local",
        "DATABASE_URL": f"sqlite:///{folder / 'catalogue.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "catalogue.settings",
        "DJANGO_SUPERUSER_USERNAME": EDITOR["username"],
        "DJANGO_SUPERUSER_PASSWORD": EDITOR["password"],
        "DJANGO_SUPERUSER_EMAIL": "post@example.no",
        "EMAIL_URL": "console:",
        "MAIL_SENDER": "redaksjon@example.no",
        "SITE_ADDRESS": address,
    }
    filling = [sys.executable, "-m", "tests.browser.filling", str(examples)]
    subprocess.run(filling, cwd=ROOT, env=environment, check=True)
    granian = Path(sys.executable).with_name("granian")
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
    command = [str(granian), *options, "--log-level", "error", "catalogue.wsgi:application"]
    with (folder / MAILS).open("wb") as mails:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=mails)
        try:
            wait_for(f"{address}/helse/", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)
