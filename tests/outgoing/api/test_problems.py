"""What goes wrong, as a program is told of it."""

import pytest
from django.test import RequestFactory

from initiatives.outgoing.api import problems, routes
from initiatives.outgoing.api.problems import asked_form
from tests.factories import TOKKE, make_initiative

pytestmark = pytest.mark.django_db


def told(response):
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in response.headers
    problem = response.json()
    assert problem["status"] == response.status_code
    return problem


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("tull=1", "«tull»"),
        ("aktivitet=tull", "«tull»"),
        ("aktivitet=brev&aktivitet=tull", "«tull»"),
        ("kommune=9999", "«9999»"),
        ("q=%2A%2A", "«**»"),
        ("fra=2020&til=2010", "2020"),
        ("kommune=1507", "Ålesund, Haram"),
        ("aktivitet=%3Cscript%3E", "«<script>»"),
        ("%00=1", "« »"),
    ],
)
def test_unknown_name_or_value_is_named(client, tokke, query, named):
    problem = told(client.get(f"/api/v1/initiatives?{query}"))
    assert (problem["status"], named in problem["detail"] or "«»" in problem["detail"]) == (
        400,
        True,
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("aktivitet=tull&q=hus", ["aktivitet"]),
        ("kommune=1507", ["kommune"]),
        ("fra=2020&til=2010", ["fra", "til"]),
        ("q=%00", ["q"]),
    ],
)
def test_parameters_at_fault_are_named_and_nothing_is_answered(client, tokke, query, names):
    problem = told(client.get(f"/api/v1/initiatives?{query}"))
    assert [error["parameter"] for error in problem["errors"]] == names
    assert problem["detail"].startswith("Spørsmålet er ikkje svara på.")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("initiatives?q=a&q=b", "q"),
        ("initiatives?side=1&side=1", "side"),
        ("initiatives?fra=2010&fra=2011", "fra"),
        ("initiatives?sorter=title&sorter=start", "sorter"),
        ("counts?q=a&q=a", "q"),
        ("terms?lang=nn&lang=nb", "lang"),
        (f"initiatives/{TOKKE}?lang=nn&lang=nn", "lang"),
    ],
)
def test_second_value_where_one_is_meant_is_refused_by_name(client, tokke, path, name):
    problem = told(client.get(f"/api/v1/{path}"))
    assert (problem["status"], [error["parameter"] for error in problem["errors"]]) == (400, [name])


@pytest.mark.parametrize("operation", ["initiatives", "counts"])
def test_what_is_laid_aside_on_the_pages_is_unknown_here(client, tokke, operation):
    problem = told(client.get(f"/api/v1/{operation}?tiltak={TOKKE}"))
    assert (problem["status"], [error["parameter"] for error in problem["errors"]]) == (
        400,
        ["tiltak"],
    )


@pytest.mark.parametrize("path", ["terms", "places", "counts", "openapi.json"])
def test_operation_takes_its_own_parameters_alone(client, tokke, path):
    status = client.get(f"/api/v1/{path}?side=2").status_code
    assert status == (200 if path == "openapi.json" else 400)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("side=0", "side"),
        ("side=x", "side"),
        ("side=" + "9" * 5000, "side"),
        ("per_side=101", "per_side"),
        ("vurdering=tull", "vurdering"),
        ("sorter=tull", "sorter"),
        ("fra=12", "fra"),
        ("til=x", "til"),
        ("lang=en", "lang"),
        ("q=" + "a" * 201, "q"),
    ],
)
def test_value_of_another_kind_is_named(client, tokke, query, name):
    problem = told(client.get(f"/api/v1/initiatives?{query}"))
    assert problem["status"] == 422
    assert [error["parameter"] for error in problem["errors"]] == [name]


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v2/", "/api/v1/tull", "/api/v1/initiatives/finst-ikkje"]
)
def test_address_without_anything_is_told(client, tokke, path):
    assert told(client.get(path))["instance"] == path


@pytest.mark.parametrize("path", ["/api/v1/initiatives", "/api/v1/openapi.json", "/api/v1/docs"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_catalogue_is_read_only(client, tokke, path, method):
    response = getattr(client, method)(path)
    assert (told(response)["status"], response["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_fault_of_ours_is_told_without_its_cause(client, tokke, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret")

    monkeypatch.setattr(routes, "list_terms", fail)
    client.raise_request_exception = False
    response = client.get("/api/v1/terms")
    assert (told(response)["status"], b"secret" in response.content) == (500, False)


def test_too_many_parameters_are_told(client, tokke):
    response = client.get("/api/v1/initiatives?" + "&".join(f"aktivitet=x{n}" for n in range(3000)))
    assert told(response)["status"] == 400


def test_page_for_readers_is_no_problem(client, tokke):
    assert "text/html" in client.get("/nn/finst-ikkje/")["Content-Type"]


@pytest.mark.parametrize(
    ("query", "header", "form"),
    [
        ({}, "", "nn"),
        ({}, "nb", "nb"),
        ({}, "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5", "nb"),
        ({}, "no", "nb"),
        ({}, "en,nn;q=0.5,nb;q=0.4", "nn"),
        ({}, "en", "nn"),
        ({}, "a" * 5000, "nn"),
        ({"lang": "nb"}, "nn", "nb"),
        ({"lang": "en"}, "nb", "nb"),
    ],
)
def test_form_is_by_parameter_then_header(query, header, form):
    request = RequestFactory().get("/api/v1/terms", query, headers={"Accept-Language": header})
    assert asked_form(request) == form


def test_problem_is_told_in_the_form_asked_for(client, tokke):
    nb = client.get("/api/v1/initiatives?aktivitet=tull&lang=nb")
    why = "Spørsmålet er ikke besvart. Aktivitet: verdien «tull» finnes ikke og ble ikke brukt."
    assert told(nb)["detail"] == why
    assert nb["Content-Language"] == "nb"


def test_every_problem_has_words(client):
    statuses = set(problems.TITLES) - {422}  # which names its parameters
    assert set(problems.DETAILS) == statuses


def test_no_cookie_decides_the_form(client, reference_data):
    make_initiative()
    client.cookies["skriftform"] = "nb"
    response = client.get("/api/v1/counts")
    assert (response["Content-Language"], "Cookie" in response["Vary"]) == ("nn", False)
