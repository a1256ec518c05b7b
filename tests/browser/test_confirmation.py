"""A contact answers the yearly question without an account, an editor accepts it, and readers see
the end.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import NARROW
from tests.browser.serving import EDITOR
from tests.browser.test_accessibility import violations_in
from tests.browser.test_getting_in import sign_in

LIST = "/admin/initiatives/initiative/"
TITLE = "Prøvebustader ved vatnet"


@pytest.fixture
def editor(open_page):
    """The list of entries, narrowed to one whose contact can be asked."""
    page = open_page(f"{LIST}?q=vatnet")
    sign_in(page, EDITOR)
    return page


def ask(editor):
    editor.locator(".action-checkbox input").check()
    editor.locator("select[name=action]").select_option("ask_contacts")
    editor.locator(".actions button").click()
    expect(editor.locator(".messagelist .success")).to_be_visible()


def answer(page):
    page.locator("#answer-ended").check()
    page.locator("#end_year").fill("2021")
    page.locator("#note").fill("Bustadene er selde.")
    page.locator("form .ds-button").last.click()
    page.wait_for_url("**/svar/takk/")


def test_answer_of_a_contact_ends_the_entry_and_uses_the_link_up(
    editor, open_page, sent_link, site, browser
):
    ask(editor)
    link = sent_link("/nn/svar/")
    contact = open_page(link)
    assert violations_in(contact, "nn") == {}
    contact.set_viewport_size(NARROW)
    assert contact.evaluate("document.documentElement.scrollWidth <= innerWidth")
    answer(contact)
    # Nothing has changed for readers yet, and the link is used.
    contact.goto("/nn/tiltak/provebustader-ved-vatnet/")
    expect(contact.get_by_text("2021")).to_have_count(0)

    editor.goto("/admin/initiatives/confirmationrequest/")
    editor.get_by_role("link", name=TITLE).click()
    expect(editor.get_by_text("Bustadene er selde.")).to_be_visible()
    editor.locator("input[name=_accept]").click()
    expect(editor.locator(".messagelist .success")).to_be_visible()
    contact.reload()
    expect(contact.get_by_text("2021").first).to_be_visible()
    editor.goto(f"{LIST}900/history/")
    expect(editor.locator(".desk-versions tbody tr").first).to_contain_text(EDITOR["username"])

    # In a page of its own, since the console tells of the status.
    stranger = browser.new_page(base_url=site)
    assert stranger.goto(link).status == 410
    expect(stranger.locator("form[method=post] textarea")).to_have_count(0)
    stranger.close()
