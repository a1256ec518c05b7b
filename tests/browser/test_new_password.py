"""Whoever has forgotten the password gets a new one by e-mail, and gives the second factor as
ever.
"""

from playwright.sync_api import expect

from tests.browser.pages import NARROW
from tests.browser.serving import FORGETFUL_EDITOR

NEW = "ein-heilt-ny-frase-9"


def test_new_password_by_mail(open_page, sent_link):
    page = open_page("/admin/", viewport=NARROW)
    page.locator(".password-reset-link a").click()
    page.locator("#id_email").fill("gloymsk@example.no")
    page.locator("#content form [type=submit]").click()
    page.wait_for_url("**/password_reset/done/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(sent_link("/admin/reset/"))
    page.locator("#id_new_password1").fill(NEW)
    page.locator("#id_new_password2").fill(NEW)
    page.locator("#content form [type=submit]").click()
    page.wait_for_url("**/reset/done/")
    page.locator("#content p a").click()
    page.locator("#id_username").fill(FORGETFUL_EDITOR)
    page.locator("#id_password").fill(NEW)
    page.locator("#login-form [type=submit]").click()
    # The password is right, and the role still asks for the second factor.
    expect(page.locator(".qr-code")).to_be_visible()
