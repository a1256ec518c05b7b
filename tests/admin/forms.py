"""Filling in the form of an entry as a browser would."""

from django.urls import reverse

from tests.admin.test_initiatives import change_page, errors, filled_form

__all__ = ["change_page", "errors", "filled_form", "page", "post", "save"]


def page(name, initiative, *more):
    return reverse(f"admin:initiatives_initiative_{name}", args=[initiative.pk, *more])


def post(client, initiative, opened=None, **typed):
    """The answer to the form as it is, or as it was `opened`, with what was typed."""
    data = opened or filled_form(client, change_page(initiative))
    return client.post(change_page(initiative), data | typed)


def save(client, initiative, opened=None, **typed):
    """Posts and makes sure that it was saved."""
    response = post(client, initiative, opened, **typed)
    assert response.status_code == 302, errors(response)
    initiative.refresh_from_db()
    return response
