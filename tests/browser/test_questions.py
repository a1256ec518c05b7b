"""The ten questions that the catalogue is there for, each answered from the front page in at most
four steps.

A step is a click, a tick, or what is written in one go. The data are those of `make demo`.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import NARROW, WIDE

MOST_STEPS = 4
TITLE = "Småsamfunnsprosjekt og bulyst i Tokke"


class Reader:
    """Somebody at the front page who counts the steps."""

    def __init__(self, page):
        self.page, self.steps = page, 0

    def _step(self):
        self.steps += 1
        assert self.steps <= MOST_STEPS

    def click(self, role, name, **options):
        self._step()
        self.page.get_by_role(role, name=name, **options).first.click()

    def tick(self, label):
        self._step()
        self.page.get_by_label(re.compile(f"^{label}")).first.check()

    def open(self, fold):
        self._step()
        self.page.locator("summary", has_text=fold).first.click()

    def search(self, text):
        self._step()
        field = self.page.locator("#search")
        field.fill(text)
        field.press("Enter")

    def section(self, heading):
        return self.page.locator("section", has=self.page.get_by_role("heading", name=heading))


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def reader(request, open_page):
    return Reader(open_page("/nn/", viewport=request.param))


def is_narrow(reader):
    return reader.page.viewport_size == NARROW


def test_1_who_has_worked_towards_a_target_group_with_an_activity(reader):
    reader.click("link", "Barnefamiliar", exact=True)
    if is_narrow(reader):
        reader.open("Filtrer")
    reader.tick("Vertskapsordning")
    expect(reader.page).to_have_url(
        re.compile("aktivitet=vertskapsordning&malgruppe=barnefamiliar$")
    )
    expect(reader.page.locator(".card").first).to_be_visible()


def test_2_who_like_us_has_done_it(reader):
    reader.click("link", "Stader", exact=True)
    reader.click("link", "Tokke", exact=True)
    expect(reader.section("Kommunar som liknar")).to_contain_text("same fylke, same sentralitet")
    reader.click("link", "Sjå kva dei har gjort")
    expect(reader.page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("name", ["0833", "Tokke"])
def test_3_what_has_been_done_in_our_own_municipality(reader, name):
    reader.search(name)
    expect(reader.page.get_by_role("link", name=TITLE)).to_be_visible()


def test_4_who_has_documented_results_and_how_they_know(reader):
    reader.click("link", "Statistikk", exact=True)
    reader.click("link", "Målt", exact=True)
    expect(reader.page.locator(".card").first).to_contain_text("Målt")
    reader.page.locator(".card a").first.click()
    expect(reader.section("Resultat")).to_contain_text("Korleis vi veit det")


def test_5_how_it_was_organised_and_paid(reader):
    reader.search("lårdal")
    reader.click("link", TITLE)
    facts = reader.page.locator(".facts")
    expect(facts).to_contain_text("Eiga stilling")
    expect(facts).to_contain_text("Bulyst")


def test_6_what_is_done_instead_of_campaigns_and_in_which_combination(reader):
    reader.click("link", "Emne", exact=True)
    reader.click("link", "Vertskapsordning", exact=True)
    expect(
        reader.page.get_by_role("heading", name=re.compile("same tiltak|Kombinert")).first
    ).to_be_visible()
    expect(reader.page.locator(".tallies li").first).to_be_visible()


def test_7_whom_to_contact_and_whether_it_still_runs(reader):
    reader.search("vertskap")
    reader.page.locator(".card", has_text=re.compile(r"\d{4}–(?!\d)")).locator("a").first.click()
    facts = reader.page.locator(".facts")
    for answer in ("Pågår", "Sist stadfesta"):
        expect(facts).to_contain_text(answer)


def test_8_what_everybody_uses_and_what_nobody_has_tried(reader):
    reader.click("link", "Statistikk", exact=True)
    expect(reader.page.get_by_role("link", name="Eigen nettstad").first).to_be_visible()
    expect(reader.section("Aktivitet og målgruppe saman")).to_contain_text("prøvd")


def test_9_what_some_have_in_common_and_where_they_differ(reader):
    reader.click("link", "Tiltak", exact=True)
    reader.page.locator(".compare-box input").nth(0).check()
    reader.page.locator(".compare-box input").nth(1).check()
    reader.steps += 2
    reader.click("button", "Samanlikn dei valde")
    expect(reader.section("Felles")).to_be_visible()
    expect(reader.page.locator(".comparison thead th")).to_have_count(2)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "geojson"])
def test_10_the_list_as_a_file(reader, suffix):
    reader.click("link", "Tiltak", exact=True)
    with reader.page.expect_download() as download:
        reader.page.locator(f".list-files a[href*='tiltak.{suffix}']").click()
    assert download.value.suggested_filename.endswith(f".{suffix}")
    assert download.value.path().stat().st_size > 1000
