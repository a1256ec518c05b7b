"""What an editor has typed is there again, whatever happened between typing and saving."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_editors import sign_in

ADD = "/admin/initiatives/initiative/add/"
LEAD = "Kommunen bygger utleigebustader."


@pytest.fixture
def new_entry(open_page):
    """The form of a new entry with a lead and an activity that have not been saved."""
    page = open_page(ADD)
    sign_in(page)
    page.locator("#id_original_form").select_option("nn")
    page.locator("#id_lead_nn").fill(LEAD)
    page.locator("#activitylinks-group .add-row a").click()
    page.locator("#activitylinks-0 .select2-selection").click()
    page.locator(".select2-search__field").last.fill("vertsk")
    page.locator(".select2-results__option", has_text="Vertskapsordning").click()
    return page


def test_text_is_there_when_the_session_had_expired(new_entry):
    page = new_entry
    # A search for activities that is still under way would be answered with the sign-in page.
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies(name="sessionid")
    page.locator("input[name=_continue]").first.click()
    sign_in(page)
    expect(page.locator("#id_lead_nn")).to_have_value("")
    page.locator("[data-put-back]").click()
    expect(page.locator("#id_lead_nn")).to_have_value(LEAD)
    expect(page.locator("#activitylinks-0 .select2-selection")).to_contain_text("Vertskapsordning")
    page.locator("#id_title_nn").fill("Bustader ved fjorden")
    page.locator("input[name=_continue]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator("#id_lead_nn")).to_have_value(LEAD)
    expect(page.locator("#activitylinks-0 .select2-selection")).to_contain_text("Vertskapsordning")
    page.goto(ADD)
    expect(page.locator("#desk-unsaved")).to_be_hidden()


def test_leaving_with_unsaved_text_is_warned_of(new_entry):
    page = new_entry
    warnings = []

    def stay(dialog):
        warnings.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.get_by_role("button", name="Bokmål").click(no_wait_after=True)
    expect(page.locator("#id_lead_nn")).to_have_value(LEAD)
    page.wait_for_timeout(200)
    assert warnings == ["beforeunload"]
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")
    page.goto(ADD)
    page.locator("[data-throw-away]").click()
    page.reload()
    expect(page.locator("#desk-unsaved")).to_be_hidden()


def test_two_editors_see_both_versions(open_page):
    """The second one's text is still in the form, and is saved over the first's knowingly."""
    first = open_page(ADD)
    sign_in(first)
    first.locator("#id_original_form").select_option("nn")
    first.locator("#id_title_nn").fill("To om same tiltak")
    first.locator("input[name=_continue]").first.click()
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("#id_lead_nn").fill("Fyrste")
    first.locator("input[name=_continue]").first.click()
    expect(first.locator(".messagelist .success")).to_be_visible()
    second.locator("#id_lead_nn").fill("Andre")
    second.locator("input[name=_continue]").first.click()
    expect(second.locator("#desk-collision td").first).to_have_text("Fyrste")
    expect(second.locator("#id_lead_nn")).to_have_value("Andre")
    second.locator("input[name=_continue]").first.click()
    expect(second.locator(".messagelist .success")).to_be_visible()
    expect(second.locator("#id_lead_nn")).to_have_value("Andre")
