"""On paper: an entry on one to two pages, a list close together, and nothing that only a screen
needs.
"""

import re

import pytest

from tests.browser.pages import PAGES


def sheets(page):
    """How many pages of A4 the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_entry_takes_one_to_two_pages(open_page, form):
    assert sheets(open_page(PAGES["entry"].format(form=form))) in (1, 2)


def test_booklet_has_the_entries_close_together(open_page):
    page = open_page("/nn/utskrift/")
    entries = page.locator(".card").count()
    assert entries > 100
    assert sheets(page) <= entries / 7


def test_what_is_for_the_screen_alone_is_not_printed(open_page):
    page = open_page("/nn/tiltak/?sprak=nn")
    for what in (".filters", ".ds-pagination", ".compare-box", ".site-head nav", ".list-files"):
        one = page.locator(what).first
        page.emulate_media(media="screen")
        assert one.is_visible(), what
        page.emulate_media(media="print")
        assert not one.is_visible(), what
    assert page.locator(".chips").is_visible()


def test_comparison_begins_on_the_first_page(open_page):
    """Four of them took three pages when the table had to begin on one of its own."""
    page = open_page("/nn/tiltak/")
    slugs = [box.get_attribute("value") for box in page.locator(".compare-box input").all()[:4]]
    page.goto("/nn/side-om-side/?" + "&".join(f"tiltak={slug}" for slug in sorted(slugs)))
    assert sheets(page) <= 2
    page.emulate_media(media="print")
    assert page.locator(".comparison").evaluate("table => getComputedStyle(table).minWidth") in (
        "0px",
        "auto",
    )
