"""The list with a script: it changes in place, and never otherwise than the ordinary page would."""

import re

import pytest
from playwright.sync_api import expect

ONE_FACET = re.compile(r"/nn/tiltak/\?aktivitet=vertskapsordning$")


def tick(page, name):
    page.get_by_label(re.compile(f"^{name}")).check()


@pytest.fixture
def requests_of(open_page):
    """Opens the list and gives it with a list of the pages that were navigated to since."""

    def open_list(path="/nn/tiltak/", **options):
        page = open_page(path, **options)
        navigations = []
        page.on(
            "request", lambda r: navigations.append(r.url) if r.is_navigation_request() else None
        )
        return page, navigations

    return open_list


def test_tick_changes_list_counts_chips_and_address_in_place(requests_of):
    page, navigations = requests_of()
    before = page.locator("#hits").inner_text()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    expect(page.locator("#hits")).not_to_have_text(before)
    expect(
        page.get_by_role("link", name="Fjern filteret Aktivitet: Vertskapsordning")
    ).to_be_visible()
    expect(page.locator("#hits + [role=status]")).to_have_text(page.locator("#hits").inner_text())
    assert navigations == []


def test_tick_shows_what_the_ordinary_page_shows(requests_of, open_page):
    page, _ = requests_of()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    plain = open_page("/nn/tiltak/?aktivitet=vertskapsordning", java_script_enabled=False)
    for part in (".cards", ".facet-list", "#hits"):
        assert page.locator(part).inner_text() == plain.locator(part).inner_text()


def test_focus_stays_on_the_box_that_was_ticked(requests_of):
    page, _ = requests_of()
    box = page.get_by_label(re.compile("^Vertskapsordning"))
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(ONE_FACET)
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_fold_that_the_reader_opened_stays_open(requests_of):
    page, _ = requests_of()
    page.locator("summary", has_text="Målgruppe").click()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    expect(page.get_by_label(re.compile("^Barnefamiliar"))).to_be_visible()


def test_back_leads_to_the_list_before(requests_of):
    page, _ = requests_of()
    before = page.locator("#hits").inner_text()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    page.go_back()
    expect(page).to_have_url(re.compile("/nn/tiltak/$"))
    expect(page.locator("#hits")).to_have_text(before)
    expect(page.get_by_label(re.compile("^Vertskapsordning"))).not_to_be_checked()


def test_writing_searches_by_itself_and_the_field_keeps_what_is_written(requests_of):
    page, navigations = requests_of()
    field = page.locator("#search")
    field.press_sequentially("tokke", delay=30)
    expect(page).to_have_url(re.compile(r"/nn/tiltak/\?q=tokke$"))
    expect(field).to_be_focused()
    expect(field).to_have_value("tokke")
    assert navigations == []


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_search_is_asked_once(requests_of, key):
    page, _ = requests_of()
    asked = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/tiltak/" in request.url else None
    )
    page.locator("#search").press_sequentially("tokke", delay=10)
    page.keyboard.press(key)
    expect(page).to_have_url(re.compile(r"\?q=tokke$"))
    page.wait_for_timeout(600)  # longer than a pause in writing
    assert len(asked) == 1


def test_link_to_the_other_form_follows(requests_of):
    page, _ = requests_of()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    page.get_by_role("link", name="Bokmål", exact=True).click()
    expect(page).to_have_url(re.compile(r"/nb/tiltak/\?aktivitet=vertskapsordning$"))
    assert [cookie["name"] for cookie in page.context.cookies()] == ["skriftform"]


def test_what_is_ignored_is_told(requests_of):
    page, navigations = requests_of()
    page.get_by_label("Frå år").fill("nå")
    page.get_by_label("Frå år").press("Enter")
    expect(page.locator(".ds-alert")).to_contain_text("«nå»")
    page.get_by_label("Frå år").fill("2015")
    page.get_by_label("Til år").focus()
    expect(page).to_have_url(re.compile(r"\?fra=2015$"))
    expect(page.locator(".ds-alert")).to_have_count(0)
    expect(page.get_by_label("Til år")).to_be_focused()
    assert navigations == []


def test_button_leads_to_the_hits(requests_of):
    page, navigations = requests_of()
    page.locator("#search").fill("tokke")
    page.get_by_role("button", name="Søk", exact=True).click()
    expect(page.locator("#hits")).to_be_focused()
    assert navigations == []


@pytest.mark.parametrize("key", ["Tab", "Enter"])
def test_names_are_offered_and_a_written_one_becomes_a_ticked_box(requests_of, key):
    page, navigations = requests_of()
    page.locator("summary", has_text="Kommune").click()
    field = page.locator("input[type=text][name=kommune], input:not([type])[name=kommune]")
    field.focus()
    expect(page.locator("datalist#names-kommune option")).to_have_count(357)
    field.fill("tokke")
    field.press(key)
    expect(page).to_have_url(re.compile(r"/nn/tiltak/\?kommune=4034$"))
    expect(page.get_by_label(re.compile("^Tokke"))).to_be_checked()
    expect(field).to_have_value("")
    assert navigations == []


def test_search_offers_names_that_find_something(requests_of):
    page, _ = requests_of("/nn/")
    page.locator("#search").focus()
    expect(
        page.locator("#names-q option", has_text=re.compile("^Vertskapsordning$"))
    ).to_have_count(1)
    expect(page.locator("#search")).to_have_attribute("list", "names-q")


def test_other_page_of_the_list_goes_on_with_what_is_ticked(open_page):
    page = open_page("/nn/tiltak/?sorter=title")
    page.locator(".compare-box input").nth(1).check()
    page.get_by_role("link", name="Neste").click()
    expect(page).to_have_url(re.compile(r"side=2&tiltak=|tiltak=.*side=2"))
    expect(page.locator("#compare [data-chosen]")).to_have_text("1")


@pytest.mark.parametrize("change", ["filter", "order", "form", "chip"])
def test_what_is_ticked_goes_along_and_nothing_else_is_ticked(open_page, change):
    page = open_page("/nn/tiltak/?fylke=40")
    box = page.locator(".compare-box input").nth(3)
    slug = box.get_attribute("value")
    box.check()
    answers = []
    page.on("response", lambda response: answers.append(response))
    match change:
        case "filter":
            tick(page, "Vertskapsordning")
        case "order":
            page.get_by_label("Rekkjefølgje").select_option("title")
        case "form":
            page.get_by_role("link", name="Bokmål", exact=True).click()
        case "chip":
            page.get_by_role("link", name="Fjern filteret Fylke: Telemark").click()
    expect(page).to_have_url(re.compile(f"tiltak={slug}"))
    assert [response.url for response in answers if response.status == 301] == []
    expect(page.locator(".laid-aside input")).to_have_value(slug)
    expect(page.locator(".compare-box input:checked")).to_have_count(0)
    expect(page.locator("#compare [data-chosen]")).to_have_text("1")


def test_failed_request_falls_back_to_the_ordinary_page(browser, site):
    """In a page of its own, since the console tells of the request that failed."""
    page = browser.new_page(base_url=site, locale="nn-NO")
    page.goto("/nn/tiltak/")
    page.route(
        re.compile("aktivitet"),
        lambda route: route.continue_() if route.request.is_navigation_request() else route.abort(),
    )
    with page.expect_navigation():
        tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    page.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_two_are_chosen_on_different_pages_and_compared(open_page, javascript):
    page = open_page("/nn/tiltak/", java_script_enabled=javascript)
    first = page.locator(".card a").first.inner_text()
    page.locator(".compare-box input").first.check()
    page.get_by_role("button", name="Ta vare på dei valde og søk vidare").click()
    expect(page).to_have_url(re.compile(r"\?tiltak="))
    page.get_by_role("link", name="Neste").click()
    second = page.locator(".card a").first.inner_text()
    page.locator(".compare-box input").first.check()
    page.get_by_role("button", name="Samanlikn dei valde").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Side om side")
    heads = page.locator(".comparison thead th").all_inner_texts()
    assert sorted(heads) == sorted([first, second])


def test_hint_comes_when_the_list_takes_long(requests_of):
    page, _ = requests_of()
    held = []
    page.route(re.compile("aktivitet"), lambda route: held.append(route))
    tick(page, "Vertskapsordning")
    expect(page.locator("#list > div.stack")).to_have_css("opacity", "0.5")
    held.pop().continue_()
    expect(page.locator("#list > div.stack")).to_have_css("opacity", "1")
    expect(page).to_have_url(ONE_FACET)


def test_head_follows_the_list(requests_of, open_page):
    page, _ = requests_of()
    tick(page, "Vertskapsordning")
    expect(page).to_have_url(ONE_FACET)
    plain = open_page("/nn/tiltak/?aktivitet=vertskapsordning", java_script_enabled=False)
    told = (
        "meta[property], meta[name], link[rel=canonical], link[rel=alternate],"
        " [type='application/ld+json']"
    )

    def head_of(one):
        return sorted(
            tag.evaluate("tag => tag.outerHTML") for tag in one.locator(f"head :is({told})").all()
        )

    expect(page.locator("head link[rel=canonical]")).to_have_attribute("href", ONE_FACET)
    assert head_of(page) == head_of(plain)


def test_fifth_to_compare_cannot_be_ticked(requests_of):
    page, _ = requests_of()
    boxes = page.locator(".compare-box input")
    for number in range(4):
        expect(page.locator("[data-full]")).to_be_hidden()
        boxes.nth(number).check()
        expect(page.locator("[data-chosen]")).to_have_text(str(number + 1))
    expect(page.locator("[data-full]")).to_be_visible()
    expect(boxes.nth(4)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(4)).to_be_enabled()


def test_what_is_laid_aside_counts_among_the_four(requests_of):
    page, _ = requests_of("/nn/tiltak/?tiltak=smasamfunnsprosjekt-og-bulyst-i-tokke")
    page.locator(".compare-box input").first.check()
    expect(page.locator("[data-chosen]")).to_have_text("2")
