"""The keyboard alone leads from the front page to a comparison."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import NARROW, WIDE

MOST_TABS = 60


def tab_to(page, target):
    """Presses Tab until `target` has the focus, which must be seen, and not for ever."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            expect(target).to_be_in_viewport()
            return
    raise AssertionError(f"{target} was not reached with {MOST_TABS} presses of Tab")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_keyboard_leads_from_front_page_to_comparison(open_page, viewport):
    page = open_page("/nn/", viewport=viewport)
    tab_to(page, page.get_by_role("link", name="Tiltak", exact=True))
    page.keyboard.press("Enter")
    skip = page.get_by_role("link", name="Hopp til tiltaka")
    tab_to(page, skip)
    page.keyboard.press("Enter")
    for number in (0, 1):
        tab_to(page, page.locator(".compare-box input").nth(number))
        page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Samanlikn dei valde"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Side om side")
    expect(page.locator(".comparison thead th")).to_have_count(2)
