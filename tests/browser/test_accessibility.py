"""axe finds nothing wrong on any kind of page, in either form, light or dark, narrow or wide.

`make audit` looks at every page in both forms, every width and every scheme. In `make test`, since
axe takes its time, the pages take turns: one in Nynorsk, light and narrow, the next in Bokmål, dark
and wide.
"""

import os

import pytest
from django.conf import settings

from tests.browser.pages import MIDDLE, NARROW, NARROWEST, PAGES, WIDE

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"

IS_EVERYWHERE = "AXE_EVERYWHERE" in os.environ
EVERYWHERE = [
    (scheme, width) for scheme in ("light", "dark", "forced") for width in (NARROWEST, MIDDLE, WIDE)
]
# By written form.
CORNERS = {"nn": [("light", NARROWEST)], "nb": [("dark", WIDE)]}
TURNS = [
    (form, name)
    for number, name in enumerate(PAGES)
    for turn, form in enumerate(CORNERS)
    if IS_EVERYWHERE or number % len(CORNERS) == turn
]


# Only what is broken leaves the page: to hand over all that axe can tell takes ten times as long.
RUN = """axe.run({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}).then(found => found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]))"""


def violations(page):
    """The rules that the page breaks, each with the elements that break it."""
    return dict(page.evaluate(RUN))


def violations_in(page, form):
    """What is broken, by scheme and width; `forced` are the reader's own colours. Nothing is loaded
    anew.
    """
    found = {}
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme, viewport in EVERYWHERE if IS_EVERYWHERE else CORNERS[form]:
        is_forced = scheme == "forced"
        page.emulate_media(
            color_scheme="light" if is_forced else scheme,
            forced_colors="active" if is_forced else "none",
            reduced_motion="reduce",
        )
        page.set_viewport_size(viewport)
        if broken := violations(page):
            found[scheme, viewport["width"]] = broken
    return found


@pytest.mark.parametrize(("form", "name"), TURNS)
def test_axe_finds_nothing(open_page, form, name):
    assert violations_in(open_page(PAGES[name].format(form=form)), form) == {}


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_axe_finds_nothing_with_every_facet_open(open_page, form):
    page = open_page(f"/{form}/tiltak/?aktivitet=brev", viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert violations_in(page, form) == {}
