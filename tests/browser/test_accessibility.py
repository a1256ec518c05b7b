"""axe finds nothing wrong on any kind of page, in either form, light or dark, narrow or wide."""

import pytest
from django.conf import settings

from tests.browser.pages import MIDDLE, NARROW, NARROWEST, PAGES, WIDE

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"


def violations(page):
    """The rules that the page breaks, each with the elements that break it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found["violations"]}


def violations_everywhere(page):
    """What is broken in light, dark and the reader's own colours, by that and width."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for viewport in (NARROWEST, MIDDLE, WIDE):
            page.set_viewport_size(viewport)
            if broken := violations(page):
                found[scheme, viewport["width"]] = broken
    page.emulate_media(forced_colors="active")
    if broken := violations(page):
        found["forced colours", WIDE["width"]] = broken
    return found


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("form", ["nn", "nb"])
def test_axe_finds_nothing(open_page, path, form):
    assert violations_everywhere(open_page(path.format(form=form))) == {}


def test_axe_finds_nothing_with_every_facet_open(open_page):
    page = open_page("/nn/tiltak/?aktivitet=brev", viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert violations_everywhere(page) == {}
