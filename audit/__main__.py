"""`make audit`: is the HTML of every kind of page valid, and what does Lighthouse say of the main
ones?

Lighthouse judges as on a slow phone. Its figure for speed depends on the machine it runs on.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.browser.pages import PAGES
from tests.browser.serving import CHROMIUM, CHROMIUM_FLAGS, ROOT, served_catalogue

FOLDER = ROOT / "var" / "audit"
TOOLS = ROOT / "audit" / "node_modules" / ".bin"
FORMS = ("nn", "nb")
MAIN_PAGES = ("front", "list", "entry")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FULL_MARKS = 100
TRIES = 3
# Chromium as the tests have it, and the Node that the assets are built with.
ENVIRONMENT = os.environ | {
    "CHROME_PATH": CHROMIUM or "",
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served_catalogue(Path(folder), examples=300) as site,
    ):
        is_valid = validate(site)
        marks = {name: judge(site, name) for name in MAIN_PAGES}
    print("\n" + "  ".join(["page".ljust(8), *CATEGORIES]))
    for name, found in marks.items():
        print("  ".join([name.ljust(8), *(str(found[c]).rjust(len(c)) for c in CATEGORIES)]))
    return (
        0 if is_valid and all(min(found.values()) == FULL_MARKS for found in marks.values()) else 1
    )


def validate(site: str) -> bool:
    """Whether html-validate has nothing to say of any kind of page, in either form."""
    for name, path in PAGES.items():
        for form in FORMS:
            file = FOLDER / f"{name}-{form}.html"
            file.write_bytes(fetch(site + path.format(form=form)))
    checked = sorted(str(file) for file in FOLDER.glob("*.html"))
    config = ROOT / "audit" / "htmlvalidate.json"
    done = subprocess.run(
        [TOOLS / "html-validate", "--config", config, *checked], env=ENVIRONMENT, check=False
    )
    print(f"HTML: {len(checked)} pages, {'all valid' if done.returncode == 0 else 'NOT valid'}")
    return done.returncode == 0


def fetch(address: str) -> bytes:
    """The page, also one that tells of an error."""
    try:
        with urlopen(address) as response:
            return response.read()
    except HTTPError as error:
        return error.read()


def judge(site: str, name: str) -> dict[str, int]:
    """Lighthouse's marks for a page in Nynorsk, from 0 to 100 by category."""
    report = FOLDER / f"lighthouse-{name}.json"
    report.unlink(missing_ok=True)
    flags = " ".join(["--headless=new", *CHROMIUM_FLAGS])
    command = [
        TOOLS / "lighthouse",
        site + PAGES[name].format(form="nn"),
        f"--chrome-flags={flags}",
    ]
    options = [
        f"--only-categories={','.join(CATEGORIES)}",
        "--output=json",
        f"--output-path={report}",
        "--quiet",
    ]
    for _ in range(TRIES):  # now and then it misses the beginning of a page on a busy machine
        if subprocess.run([*command, *options], env=ENVIRONMENT, check=False).returncode == 0:
            break
    told = json.loads(report.read_text(encoding="utf-8"))
    for problem in problems(told):
        print(f"{name}: {problem}")
    return {category: round(told["categories"][category]["score"] * 100) for category in CATEGORIES}


def problems(told: dict) -> Iterator[str]:
    """The titles of the audits that took marks away."""
    for category in CATEGORIES:
        for reference in told["categories"][category]["auditRefs"]:
            audit = told["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{audit['title']} ({audit.get('displayValue', '')})"


if __name__ == "__main__":
    sys.exit(main())
