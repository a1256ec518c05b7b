"""The page about the catalogue says who runs it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_tells_who_runs_the_catalogue(client, settings, form):
    settings.PUBLISHER_NAME = 'Etaten "<&'
    settings.PUBLISHER_URI = "https://etaten.example/"
    settings.PUBLISHER_EMAIL = "post@etaten.example"
    html = client.get(f"/{form}/om/").content.decode()
    assert "Etaten &quot;&lt;&amp;" in html
    assert 'href="https://etaten.example/"' in html
    assert 'href="mailto:post@etaten.example"' in html


def test_catalogue_without_a_named_publisher_names_none(client):
    response = client.get("/nn/om/")
    assert response.context["publisher"] == {"name": "", "url": "", "email": ""}
    assert "mailto:" not in response.content.decode()
