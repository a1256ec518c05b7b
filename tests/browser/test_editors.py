"""An editor who has never seen the admin adds an entry in Bokmål, publishes it and finds it in both
lists.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.serving import EDITOR


def sign_in(page):
    page.get_by_label("Brukarnamn").fill(EDITOR["username"])
    page.get_by_label("Passord").fill(EDITOR["password"])
    page.get_by_role("button", name="Logg inn").click()


def test_editor_adds_and_publishes_in_bokmal(open_page):
    page = open_page("/admin/")
    sign_in(page)
    page.get_by_role("row", name=re.compile("^Tiltak")).get_by_role("link", name="Opprett").click()
    page.get_by_label("Opphavleg målform").select_option("nb")
    page.locator("#id_title_nb").fill("Boliger ved fjorden")
    page.locator("#id_lead_nb").fill(
        "Kommunen bygger utleieboliger for dem som vil prøve å bo her."
    )
    page.locator("#activitylinks-group .add-row a").click()
    page.locator("#activitylinks-0 .select2-selection").click()
    page.locator(".select2-search__field").last.fill("vertsk")
    page.locator(".select2-results__option", has_text="Vertskapsordning").click()
    page.locator("button[name=_step][value=publish]").click()
    expect(page.locator(".messagelist .success").first).to_be_visible()
    for form in ("nn", "nb"):
        page.goto(f"/{form}/tiltak/?q=utleieboliger")
        card = page.locator("article", has_text="Boliger ved fjorden")
        expect(card).to_be_visible()
        expect(card.get_by_text("Bokmål", exact=True)).to_have_count(1 if form == "nn" else 0)


@pytest.mark.parametrize(("form", "word"), [("nn", "Brukarnamn:"), ("nb", "Brukernavn:")])
def test_sign_in_is_in_the_chosen_form(open_page, form, word):
    other = "nb" if form == "nn" else "nn"
    page = open_page("/admin/", locale=f"{other}-NO")
    page.get_by_role("button", name="Nynorsk" if form == "nn" else "Bokmål").click()
    expect(page.get_by_text(word)).to_be_visible()


def test_wrong_password_is_explained(open_page):
    page = open_page("/admin/")
    page.get_by_label("Brukarnamn").fill("nokon")
    page.get_by_label("Passord").fill("feil")
    page.get_by_role("button", name="Logg inn").click()
    expect(page.locator(".errornote")).to_be_visible()
