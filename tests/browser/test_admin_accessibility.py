"""axe finds nothing wrong on the pages that editors use, light or dark, narrow or wide.

`AXE_EVERYWHERE` looks at both widths in both schemes; else pages take turns, since axe takes its
time.
"""

import os
from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.pages import NARROW, WIDE
from tests.browser.serving import EDITOR
from tests.browser.test_accessibility import AXE
from tests.browser.test_getting_in import sign_in

LIST = "/admin/initiatives/initiative/"
PAGES = {
    "index": "/admin/",
    "list": LIST,
    "add": f"{LIST}add/",
    "change": f"{LIST}1/change/",
    "import": f"{LIST}import/",
    "sheets": f"{LIST}sheets/",
    "translation": f"{LIST}1/translation/",
    "history": f"{LIST}1/history/",
    "deleted": f"{LIST}deleted/",
    "health": "/admin/health/",
    "translations": "/admin/translations/",
    "term": "/admin/initiatives/activity/1/change/",
    "merge": "/admin/initiatives/activity/1/merge/",
    "merge-preview": "/admin/initiatives/activity/1/merge/?other=2&stays=this",
    "answers": "/admin/initiatives/confirmationrequest/?state=all",
    "log": "/admin/initiatives/accessevent/",
    "user": "/admin/auth/user/1/change/",
    "roles": "/admin/auth/group/",
    "account": "/admin/account/",
    "set-up": "/admin/second-factor/set-up/",
}
STRANGERS_PAGES = {"sign-in": "/admin/login/", "new-password": "/admin/password_reset/"}
CORNERS = (("light", NARROW), ("dark", WIDE))
EVERYWHERE = [(scheme, width) for scheme in ("light", "dark") for width in (NARROW, WIDE)]

# Left out: an icon that a script of Django's (SelectFilter2.js) labels, though it has no role; the
# field beside it has a label. Without `preload`, for which axe writes styles that our policy
# forbids.
RUN = """axe.run({exclude: [['.search-label-icon']]}, {
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}).then(found => found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]))"""


@pytest.fixture(scope="module")
def signed_in(browser, site):
    """What a browser keeps of an editor who has signed in."""
    context = browser.new_context(base_url=site, locale="nn-NO")
    page = context.new_page()
    page.goto("/admin/login/")
    sign_in(page, EDITOR)
    expect(page.locator("#user-tools")).to_be_visible()
    yield context.storage_state()
    context.close()


def violations_on(page, corner):
    """What is broken, by scheme and width. Nothing is loaded anew."""
    found = {}
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme, viewport in EVERYWHERE if os.environ.get("AXE_EVERYWHERE") else [corner]:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(viewport)
        if broken := dict(page.evaluate(RUN)):
            found[scheme, viewport["width"]] = broken
    return found


@pytest.mark.parametrize(
    ("path", "corner"), [*zip(PAGES.values(), cycle(CORNERS), strict=False)], ids=PAGES
)
def test_axe_finds_nothing_for_editors(open_page, signed_in, path, corner):
    assert violations_on(open_page(path, storage_state=signed_in), corner) == {}


def test_axe_finds_nothing_in_the_preview_of_a_table(open_page, signed_in):
    page = open_page(PAGES["import"], storage_state=signed_in)
    content = b"Adresseord,Tittel [nn]\nsmasamfunnsprosjekt-og-bulyst-i-tokke,Ny tittel\n"
    page.locator("#id_file").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.locator("#content form [type=submit]").click()
    expect(page.locator("input[name=digest]")).to_be_attached()
    assert violations_on(page, CORNERS[0]) == {}


@pytest.mark.parametrize(
    ("path", "corner"), [*zip(STRANGERS_PAGES.values(), CORNERS, strict=True)], ids=STRANGERS_PAGES
)
def test_axe_finds_nothing_before_the_sign_in(open_page, path, corner):
    assert violations_on(open_page(path), corner) == {}
