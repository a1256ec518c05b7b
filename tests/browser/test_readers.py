"""Readers' main paths, with JavaScript on and off, wide and narrow."""

import re
import sqlite3
import time
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.pages import HOMES, NARROW, NARROWEST, PAGES, WIDE

TITLE = "Småsamfunnsprosjekt og bulyst i Tokke"


def number_in(text):
    return int(re.search(r"\d+", text)[0])


with_and_without_javascript = pytest.mark.parametrize(
    "javascript", [True, False], ids=["js", "no-js"]
)


@with_and_without_javascript
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_search_leads_from_front_page_to_entry(open_page, javascript, viewport):
    page = open_page("/", java_script_enabled=javascript, viewport=viewport)
    expect(page).to_have_url(re.compile("/nn/$"))
    page.locator("#search").fill("eldsjel tokke")
    page.get_by_role("button", name="Søk", exact=True).click()
    expect(page.locator("#hits")).to_have_text("1 tiltak")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


@with_and_without_javascript
def test_way_in_leads_to_the_filtered_list(open_page, javascript):
    page = open_page("/nn/", java_script_enabled=javascript)
    page.get_by_role("link", name="Eigen nettstad").click()
    expect(page).to_have_url(re.compile(r"/nn/tiltak/\?aktivitet=eigen-nettstad$"))
    expect(
        page.get_by_role("link", name="Fjern filteret Aktivitet: Eigen nettstad")
    ).to_be_visible()


@with_and_without_javascript
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_ticking_narrows_and_chip_widens(open_page, javascript, viewport):
    page = open_page("/nn/tiltak/", java_script_enabled=javascript, viewport=viewport)
    every = page.locator("#hits").inner_text()
    if viewport == NARROW:
        page.get_by_text("Filtrer", exact=True).click()
    page.get_by_label(re.compile("^Vertskapsordning")).check()
    page.get_by_role("button", name="Vis tiltak").click()
    expect(page).to_have_url(re.compile("aktivitet=vertskapsordning"))
    assert 0 < number_in(page.locator("#hits").inner_text()) < number_in(every)
    page.get_by_role("link", name="Fjern filteret Aktivitet: Vertskapsordning").click()
    expect(page.locator("#hits")).to_have_text(every)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_the_choices_give_stays_in_sight(open_page, viewport):
    page = open_page("/nn/tiltak/", viewport=viewport)
    if viewport == NARROW:
        page.get_by_text("Filtrer", exact=True).click()
        page.mouse.wheel(0, 600)
    expect(page.get_by_role("button", name="Vis tiltak")).to_be_in_viewport(ratio=1)


def test_number_beside_an_option_is_what_it_gives(open_page):
    page = open_page("/nn/tiltak/?aktivitet=brev")
    page.locator("summary", has_text="Målgruppe").click()
    option = page.get_by_label(re.compile("^Ungdom"))
    promised = re.search(
        r"\((\d+)\)", page.locator(f"label[for={option.get_attribute('id')}]").inner_text()
    )[1]
    option.check()
    page.get_by_role("button", name="Vis tiltak").click()
    expect(page.locator("#hits")).to_have_text(f"{promised} tiltak")


@with_and_without_javascript
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_search_finds_the_other_written_form_and_marks_it(open_page, javascript, viewport):
    page = open_page("/nb/tiltak/", java_script_enabled=javascript, viewport=viewport)
    page.locator("#search").fill("ildsjeler på nettstedet")
    page.get_by_role("button", name="Søk", exact=True).click()
    expect(page).to_have_url(re.compile(r"/nb/tiltak/\?q=ildsjeler\+p%C3%A5\+nettstedet$"))
    expect(page.get_by_text("Søkte også etter")).to_contain_text("nettstad")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()


def test_found_words_are_marked(open_page):
    page = open_page("/nb/tiltak/?q=småsamfunnsprosjekter")
    expect(page.locator("mark").first).to_have_text("Småsamfunnsprosjekt")


@with_and_without_javascript
def test_misspelt_search_offers_a_better_one(open_page, javascript):
    page = open_page("/nn/tiltak/?q=vertskapsorrning", java_script_enabled=javascript)
    expect(page.locator("#hits")).to_have_text("0 tiltak")
    page.get_by_role("link", name="vertskapsordning", exact=True).click()
    assert number_in(page.locator("#hits").inner_text()) > 0


def test_skip_links_lead_to_the_content_and_past_the_filters(open_page):
    page = open_page("/nn/tiltak/", viewport=NARROW)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innhaldet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.get_by_role("link", name="Hopp til tiltaka").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hits")).to_be_focused()


@with_and_without_javascript
def test_language_link_keeps_place_and_query(open_page, javascript):
    page = open_page("/nn/tiltak/?fylke=40&aktivitet=brev", java_script_enabled=javascript)
    page.get_by_role("link", name="Bokmål", exact=True).click()
    expect(page).to_have_url(re.compile(r"/nb/tiltak/\?aktivitet=brev&fylke=40$"))
    expect(page.locator("html")).to_have_attribute("lang", "nb")


def test_choice_of_form_is_remembered(open_page):
    page = open_page("/nn/")
    page.get_by_role("link", name="Bokmål", exact=True).click()
    page.goto("/")
    expect(page).to_have_url(re.compile("/nb/$"))
    assert [cookie["name"] for cookie in page.context.cookies()] == ["skriftform"]


@with_and_without_javascript
def test_paging_goes_on_and_back(open_page, javascript):
    page = open_page("/nn/tiltak/?sorter=title", java_script_enabled=javascript)
    first = page.locator("article").first.inner_text()
    page.get_by_role("link", name="Side 2").click()
    expect(page).to_have_url(re.compile(r"side=2$"))
    assert page.locator("article").first.inner_text() != first
    page.go_back()
    assert page.locator("article").first.inner_text() == first


def test_what_another_process_publishes_is_seen(open_page, site_folder):
    """Written here, past the server; it need not be asked twice within the second that it has."""
    with closing(sqlite3.connect(site_folder / "catalogue.sqlite3", timeout=20)) as database:
        [lead] = database.execute(
            "SELECT lead_nn FROM initiatives_initiative WHERE slug = ?", [HOMES]
        ).fetchone()
        page = open_page("/nn/tiltak/?q=kvitveisblom")
        expect(page.locator("#hits")).to_have_text("0 tiltak")
        for text, hits in ((f"{lead} Kvitveisblom.", "1 tiltak"), (lead, "0 tiltak")):
            database.execute(
                "UPDATE initiatives_initiative SET lead_nn = ? WHERE slug = ?", [text, HOMES]
            )
            database.commit()
            time.sleep(1)
            page.reload()
            expect(page.locator("#hits")).to_have_text(hits)


def test_nothing_found_offers_ways_out(open_page):
    page = open_page("/nn/tiltak/?q=finstikkje&fylke=40")
    page.get_by_role("link", name=re.compile("^Utan filteret Søk")).click()
    expect(page).to_have_url(re.compile(r"/nn/tiltak/\?fylke=40$"))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_never_scrolls_sideways_nor_with_letters_twice_as_large(open_page, path):
    page = open_page(path.format(form="nn"), viewport=WIDE)
    needed = {}
    for viewport, letters in (
        (WIDE, "100%"),
        (NARROWEST, "100%"),
        (NARROW, "100%"),
        (NARROW, "200%"),
    ):
        page.set_viewport_size(viewport)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
        needed[viewport["width"], letters] = page.evaluate("document.documentElement.scrollWidth")
    assert [shown for shown in needed if needed[shown] > shown[0]] == []
