"""Whoever has a role that requires a second factor sets it up at the first sign-in, and signs in
with it.
"""

from playwright.sync_api import expect

from tests.access import code_of, key_of
from tests.browser.pages import NARROW
from tests.browser.serving import EDITOR, GUARDED_EDITOR


def sign_in(page, who):
    page.locator("#id_username").fill(who["username"])
    page.locator("#id_password").fill(who["password"])
    page.locator("#login-form [type=submit]").click()


def test_second_factor_from_the_first_sign_in_to_the_next(open_page):
    page = open_page("/admin/", viewport=NARROW)
    sign_in(page, GUARDED_EDITOR)
    expect(page.locator(".qr-code")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    key = key_of(page.locator("figcaption code").inner_text())
    page.locator("#id_code").fill(code_of(key))
    page.locator("#id_code").press("Enter")
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    page.locator("#content a.button").click()
    page.locator("#logout-form button").click()
    page.goto("/admin/")
    sign_in(page, GUARDED_EDITOR)
    expect(page.locator("#id_code")).to_be_focused()
    # The code of this half minute has been used.
    page.locator("#id_code").fill(code_of(key, steps_from_now=1))
    page.locator("#id_code").press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()


def test_own_page_fits_a_telephone(open_page):
    page = open_page("/admin/account/", viewport=NARROW)
    sign_in(page, EDITOR)
    expect(page.locator(".stays li")).not_to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
