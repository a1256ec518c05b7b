"""What a reader has to fetch: little, and nothing that moves the page afterwards."""

import re
from urllib.request import Request, urlopen

import brotli
import pytest

from tests.browser.pages import NARROW, PAGES, WIDE

# Bytes with Brotli: a first view with stylesheet, scripts and icon, and a page of the list after
# it.
FIRST_VIEW, LATER_PAGE = 35_000, 12_000
LINKED = re.compile(
    rb'<(?:script|link rel="(?:stylesheet|icon)")[^>]* (?:href|src)="(/static/[^"]+)"'
)


def fetch(address):
    with urlopen(Request(address, headers={"Accept-Encoding": "br"})) as response:
        return response.read()


@pytest.mark.parametrize("name", ["front", "list", "entry"])
def test_first_view_is_light(site, name):
    page = fetch(site + PAGES[name].format(form="nn"))
    files = [path.decode() for path in LINKED.findall(page)]
    assert sorted(path.rpartition(".")[2] for path in files) == ["css", "js", "svg"]
    weights = [len(brotli.compress(page)), *(len(fetch(site + path)) for path in files)]
    assert sum(weights) <= FIRST_VIEW


def test_page_asks_for_nothing_else(open_page, site):
    page = open_page("/helse/")
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto("/nn/tiltak/")
    page.wait_for_load_state("networkidle")
    files = [
        re.sub(r"\.[0-9a-f]{12}\.", ".", path) for path in asked if not path.startswith("data:")
    ]
    icons = ["/static/icons/mark.svg"]  # which a browser without windows does not ask for
    assert [file for file in files if file not in icons] == [
        "/nn/tiltak/",
        "/static/site.css",
        "/static/site.js",
    ]


def test_later_page_of_the_list_is_light(site):
    assert len(brotli.compress(fetch(f"{site}/nn/tiltak/?side=2"))) <= LATER_PAGE


SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", ["front", "list", "list-searched", "entry", "map", "statistics"])
def test_nothing_moves_after_it_was_shown(open_page, name, viewport):
    page = open_page(PAGES[name].format(form="nn"), viewport=viewport)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) == 0
