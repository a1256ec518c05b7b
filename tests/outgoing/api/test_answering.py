"""What is around every operation: validators, methods and what other sites may do."""

import pytest

from tests.factories import TOKKE

pytestmark = pytest.mark.django_db

PATHS = [
    "/api/v1/initiatives",
    "/api/v1/initiatives?fylke=40",
    f"/api/v1/initiatives/{TOKKE}",
    "/api/v1/counts",
    "/api/v1/terms",
    "/api/v1/places",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("path", PATHS)
def test_who_has_the_answer_gets_304(client, tokke, django_assert_num_queries, path):
    first = client.get(path)
    with django_assert_num_queries(1):
        second = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content, second["ETag"]) == (304, b"", first["ETag"])
    assert second["Access-Control-Allow-Origin"] == "*"
    tokke.title_nn = "Ny"
    tokke.save()
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_forms_are_not_mixed_in_caches(client, tokke, path):
    answers = [client.get(path, headers={"Accept-Language": form}) for form in ("nn", "nb")]
    assert answers[0]["ETag"] != answers[1]["ETag"]
    for form, answer in zip(("nn", "nb"), answers, strict=True):
        assert (answer["Content-Language"], answer["Vary"]) == (form, "Accept-Language")
        assert set(answer["Cache-Control"].split(", ")) == {"public", "no-cache"}


@pytest.mark.parametrize("path", PATHS)
def test_any_site_may_read(client, tokke, path):
    response = client.get(path, headers={"Origin": "https://example.org"})
    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (200, "*")
    assert "ETag" in response["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", PATHS)
def test_browser_may_ask_first(client, tokke, django_assert_num_queries, path):
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    with django_assert_num_queries(0):
        response = client.options(path, headers=headers)
    assert (response.status_code, response.content, response["Allow"]) == (
        204,
        b"",
        "GET, HEAD, OPTIONS",
    )
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", PATHS)
def test_head_is_the_answer_without_its_body(client, tokke, path):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", got["ETag"])


def test_answer_sets_no_cookie(client, tokke):
    assert client.get("/api/v1/initiatives").cookies == {}


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/docs"])
def test_documentation_is_in_the_form_of_who_asks(client, tokke, path):
    response = client.get(path, headers={"Accept-Language": "nb"})
    assert (response.status_code, response["Location"]) == (302, "/nb/apne-data/api/")
    assert response["Vary"] == "Accept-Language"
