"""The bare address: to the reader's form."""

import pytest


@pytest.mark.parametrize(
    ("accept", "cookie", "target"),
    [
        ("", "", "/nn/"),
        ("nb,en;q=0.5", "", "/nb/"),
        ("no", "", "/nn/"),
        ("nb", "nn", "/nn/"),
        ("nn", "nb", "/nb/"),
        ("de,en", "", "/nn/"),
        ("nb", "klingon", "/nb/"),
    ],
)
def test_redirects_by_cookie_then_language(client, accept, cookie, target):
    if cookie:
        client.cookies["skriftform"] = cookie
    response = client.get("/", HTTP_ACCEPT_LANGUAGE=accept)
    assert (response.status_code, response["Location"]) == (302, target)


def test_varies_by_what_it_looks_at(client):
    assert client.get("/")["Vary"] == "Cookie, Accept-Language"
