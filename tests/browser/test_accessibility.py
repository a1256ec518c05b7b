"""axe finds nothing wrong on any page, in either form, light or dark, narrow or wide."""

import pytest
from django.conf import settings

from tests.browser.test_readers import NARROW, PAGES, WIDE

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"


def violations(page):
    """The rules that the page breaks, each with the elements that break it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found["violations"]}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("form", ["nn", "nb"])
@pytest.mark.parametrize(
    ("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide-light", "narrow-dark"]
)
def test_axe_finds_nothing(open_page, path, form, viewport, scheme):
    page = open_page(path.format(form=form), viewport=viewport, color_scheme=scheme)
    assert violations(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_every_facet_open(open_page, scheme):
    page = open_page("/nn/tiltak/?aktivitet=brev", viewport=NARROW, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert violations(page) == {}
