"""The whole way of an entry at the editors' desk: from a sheet to readers, changed, and back as it
was.

What happens when two editors collide, and when a session has expired, is in `test_nothing_is_lost`.
"""

import re

from playwright.sync_api import Page, expect

from tests.access import code_of
from tests.browser.serving import PUBLISHER, PUBLISHER_KEY, ROOT, WRITER
from tests.browser.test_getting_in import sign_in

# The first entry is in the catalogue already, and readers search for its words: this one has a
# title and a word of its own, and a line that no term has.
TITLE, SLUG = "Ny giv på Dalen", "ny-giv-pa-dalen"
UNKNOWN = "Faldarar til hytteeigarar"
SHEET = (
    (ROOT / "tests" / "data" / "tokke.txt")
    .read_text(encoding="utf-8")
    .replace("\nSmåsamfunnsprosjekt og bulyst i Tokke\n", f"\n{TITLE}\n", 1)
    .replace("eldsjeler", "primusmotorar")
    .replace(" • Vertskapsordning\n", f" • Vertskapsordning\n • {UNKNOWN}\n", 1)
)
TITLE_NB, NEW_TITLE = "Nytt liv på Dalen", "Ny giv og nye folk på Dalen"
COMMENT = "Faldarane la eg under brosjyrar. Sjå om det er rett."


def go_to_entries(page: Page) -> None:
    page.get_by_role("row", name=re.compile("^Tiltak")).get_by_role("link", name="Tiltak").click()


def import_sheet(page: Page) -> None:
    """Pastes the sheet and sees what was read; nothing is saved yet."""
    go_to_entries(page)
    page.locator(".object-tools a[href$='/sheets/']").click()
    page.locator("#pasted").fill(SHEET)
    page.locator("button[name=step][value=look]").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_role("row").filter(has_text=UNKNOWN)).to_be_visible()


def save_as_draft(page: Page) -> None:
    page.locator("button[name=step][value=save]").click()
    page.locator("#result_list").get_by_role("link", name=TITLE).click()
    expect(page.locator("#id_title_nn")).to_have_value(TITLE)


def mend_what_was_not_placed(page: Page) -> None:
    """The line becomes an activity with its wording, and is ticked off."""
    line = page.locator("#sheetlines-group tr.has_original").filter(has_text=UNKNOWN)
    line.get_by_role("checkbox").check()
    page.locator("#activitylinks-group .add-row a").click()
    row = page.locator("#activitylinks-group tr.dynamic-activitylinks").last
    row.locator(".select2-selection").click()
    page.locator(".select2-search__field").last.fill("brosjyr")
    page.locator(".select2-results__option", has_text="Brosjyrar").click()
    row.locator("[name$=-wording]").fill(UNKNOWN)
    page.locator("input[name=_continue]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def translate(page: Page) -> None:
    """Every paragraph of the right side is typed, and all of it approved."""
    page.locator(".object-tools a[href$='/translation/']").click()
    for row in page.locator(".desk-row").all():
        original = row.locator(".desk-text").first.inner_text()
        row.locator("textarea").fill(TITLE_NB if original == TITLE else f"På bokmål: {original}")
    page.locator("button[name=action][value=approve-all]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(".desk-row.desk-approved")).to_have_count(page.locator(".desk-row").count())


def send_to_review(page: Page) -> None:
    page.locator(".breadcrumbs").get_by_role("link", name=TITLE).click()
    page.locator("#id_comment").fill(COMMENT)
    page.locator("button[name=_step][value=submit]").click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def sign_in_with_code(page: Page) -> None:
    sign_in(page, PUBLISHER)
    page.locator("#id_code").fill(code_of(PUBLISHER_KEY))
    page.locator("#id_code").press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()


def find_under_to_review(page: Page) -> None:
    """The writer's comment is seen without looking for it."""
    page.locator(".desk-links a[href$='work=review']").click()
    page.locator("#result_list").get_by_role("link", name=TITLE).click()
    expect(page.locator(".desk-steps blockquote").first).to_have_text(COMMENT)


def preview(page: Page) -> Page:
    """The page as readers will see it, in a tab of its own."""
    with page.expect_popup() as opened:
        page.locator("button[name=_preview]").click()
    seen = opened.value
    expect(seen.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(seen.get_by_text(UNKNOWN)).to_be_visible()
    return seen


def publish(page: Page, step: str = "publish") -> None:
    page.locator(f"button[name=_step][value={step}]").click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def begin_change(page: Page) -> None:
    """What was typed in the published entry is kept as a draft change of it."""
    page.goto("/admin/")
    go_to_entries(page)
    page.locator("#result_list").get_by_role("link", name=TITLE).click()
    page.locator("#id_title_nn").fill(NEW_TITLE)
    page.locator("button[name=_as_draft]").click()
    expect(page.locator("#id_title_nn")).to_have_value(NEW_TITLE)
    expect(page.locator("#desk-status")).to_be_visible()


def restore_first_published(page: Page) -> None:
    """The version before the change, from the history."""
    page.locator(".object-tools .historylink").click()
    page.locator(".desk-versions tbody tr").nth(1).get_by_role("link").click()
    expect(page.locator(".desk-difference del").last).to_contain_text("og nye folk")
    page.locator("#content-main form [type=submit]").click()
    expect(page.locator("#id_title_nn")).to_have_value(TITLE)


def expect_readers_to_see(page: Page, title: str) -> None:
    page.goto(f"/nn/tiltak/{SLUG}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_entry_from_a_sheet_to_readers_changed_and_restored(open_page):
    writer = open_page("/admin/")
    sign_in(writer, WRITER)
    import_sheet(writer)
    save_as_draft(writer)
    mend_what_was_not_placed(writer)
    translate(writer)
    send_to_review(writer)

    publisher = open_page("/admin/")
    sign_in_with_code(publisher)
    find_under_to_review(publisher)
    preview(publisher).close()
    publish(publisher)
    publisher.locator(".messagelist a[href^='/nn/tiltak/']").click()
    expect(publisher).to_have_url(re.compile(f"/nn/tiltak/{SLUG}/$"))

    reader = open_page(f"/nb/tiltak/{SLUG}/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE_NB)
    expect_readers_to_see(reader, TITLE)
    begin_change(publisher)
    expect_readers_to_see(reader, TITLE)
    publish(publisher, "publish-change")
    expect_readers_to_see(reader, NEW_TITLE)
    restore_first_published(publisher)
    expect_readers_to_see(reader, TITLE)
