"""What readers will see, before they see it."""

import pytest

from initiatives.desk.editing import history
from initiatives.models import CatalogueVersion, FormerSlug, Initiative
from tests.admin.forms import change_page, errors, filled_form, page, post
from tests.admin.test_initiatives import ADD
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def test_stored_draft_is_shown_as_readers_will_see_it(writer, reference_data):
    entry = make_initiative(status="draft", title_nn="Heim att", activities=["brev"])
    response = writer.get(page("preview", entry))
    html = response.content.decode()
    assert ("Heim att</h1>" in html, "?aktivitet=brev" in html) == (True, True)
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], "noindex" in html) == ("noindex, nofollow", True)


def test_readers_of_the_other_form_see_it_in_theirs(writer, reference_data):
    entry = InitiativeFactory(status="draft", title_nn="Heim", title_nb="Hjem")
    html = writer.get(page("preview", entry), {"form": "nb"}).content.decode()
    assert ('<html lang="nb"' in html, "Hjem</h1>" in html) == (True, True)


def test_preview_is_not_for_strangers(client, reference_data):
    response = client.get(page("preview", InitiativeFactory(status="draft")))
    assert response["Location"].startswith("/admin/login/")


def test_what_is_in_the_form_is_shown_and_not_stored(publisher, tokke):
    before = CatalogueVersion.current()
    response = post(publisher, tokke, title_nn="Uprøvd tittel", slug="anna", _preview="1", _step="")
    assert "Uprøvd tittel</h1>" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    tokke.refresh_from_db()
    assert tokke.title_nn != "Uprøvd tittel"
    assert (FormerSlug.objects.count(), history.versions_of(tokke).count()) == (0, 0)
    assert CatalogueVersion.current() == before


def test_new_entry_is_shown_and_not_stored(writer, reference_data):
    data = filled_form(writer, ADD) | {"original_form": "nn", "title_nn": "Uprøvd", "_preview": "1"}
    assert "Uprøvd</h1>" in writer.post(ADD, data).content.decode()
    assert Initiative.objects.count() == 0


def test_mistake_is_explained_instead(writer, reference_data):
    entry = InitiativeFactory(status="draft")
    response = post(writer, entry, website="ikkje ei adresse", _preview="1")
    assert list(errors(response)) == ["website"]


def test_stale_form_can_be_looked_at(writer, reference_data):
    entry = InitiativeFactory(status="draft")
    opened = filled_form(writer, change_page(entry))
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Ny")
    html = post(writer, entry, opened, title_nn="Uprøvd", _preview="1").content.decode()
    assert "Uprøvd</h1>" in html
