"""Error pages in the reader's form."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import translation

from initiatives.views import errors


@pytest.mark.parametrize(
    ("path", "form"),
    [("/nn/finst/", "nn"), ("/nb/finst/", "nb"), ("/nb/a/b/c/", "nb"), ("/x.php", "nn")],
)
def test_not_found(client, db, path, form):
    response = client.get(path)
    assert response.status_code == 404
    assert f'<html lang="{form}"' in response.content.decode()


def test_path_without_form_leads_to_the_page_in_the_reader_form(client, db):
    response = client.get("/tiltak/", HTTP_ACCEPT_LANGUAGE="nb")
    assert (response.status_code, response["Location"]) == (302, "/nb/tiltak/")


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_server_error_needs_no_database(form):
    with translation.override(form):
        response = errors.server_error(RequestFactory().get(f"/{form}/tiltak/"))
    assert response.status_code == 500
    assert f'<html lang="{form}"' in response.content.decode()


def test_error_in_a_view_gives_the_page_for_it(monkeypatch, settings):
    def fail(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr("initiatives.models.InitiativeQuerySet.published", fail)
    response = Client(raise_request_exception=False).get("/nb/om/")
    assert response.status_code == 500
    assert '<html lang="nb"' in response.content.decode()


@pytest.mark.parametrize("path", ["/nn/", "/nb/tiltak/", "/robots.txt", "/nn/finst/"])
def test_foreign_host_is_refused_with_a_page(db, path):
    response = Client(raise_request_exception=False).get(path, HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "<h1" in response.content.decode()
    assert "evil" not in response.content.decode()


def test_permission_denied():
    response = errors.permission_denied(RequestFactory().get("/nn/"), PermissionDenied())
    assert response.status_code == 403


def test_form_without_token_is_refused_in_the_reader_form(db):
    response = Client(enforce_csrf_checks=True).post(
        "/admin/login/", {"username": "x"}, HTTP_ACCEPT_LANGUAGE="nb"
    )
    assert response.status_code == 403
    assert '<html lang="nb"' in response.content.decode()
