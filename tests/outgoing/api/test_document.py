"""The OpenAPI document and how a page reads it."""

import json

import pytest
from django.utils import translation

from initiatives.finding.address import PARAMETERS, TRAY
from initiatives.outgoing.api.document import document
from initiatives.outgoing.api.reading import read


def parameters(path):
    return [parameter["name"] for parameter in document()["paths"][path]["get"]["parameters"]]


def test_parameters_are_those_of_the_list():
    of_the_list = {*PARAMETERS} - {TRAY}
    assert set(parameters("/initiatives")) == {*of_the_list, "per_side", "lang"}
    assert set(parameters("/counts")) == {*of_the_list, "lang"} - {"side", "sorter"}


@pytest.mark.parametrize(
    "path", ["/initiatives", "/initiatives/{slug}", "/counts", "/terms", "/places"]
)
def test_operation_tells_what_it_answers_and_what_can_go_wrong(path):
    answers = document()["paths"][path]["get"]["responses"]
    assert list(answers) == ["200", "304", "400", "404", "405", "422", "500"]
    kinds = [next(iter(answers[status].get("content", [None]))) for status in answers]
    assert kinds == ["application/json", None, *["application/problem+json"] * 5]


def test_every_reference_leads_somewhere():
    told = document()
    names = told["components"]["schemas"]
    text = json.dumps(told)
    used = {part.partition('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used == set(names)


def test_texts_follow_the_active_form():
    def described() -> str:
        return next(
            p
            for p in document()["paths"]["/counts"]["get"]["parameters"]
            if p["name"] == "argument"
        )["description"]

    with translation.override("nb"):
        assert described() == "Salgsargument"
    assert described() == "Salsargument"


def test_notes_of_the_code_are_not_published():
    text = json.dumps(document())
    assert ("How far an initiative reaches" in text, "_proxy_" in text) == (False, False)


def test_page_reads_all_of_the_document():
    told, reading = document(), read()
    assert [operation.path for operation in reading.operations] == [
        f"/api/v1{path}" for path in told["paths"]
    ]
    assert [schema.name for schema in reading.objects] == list(told["components"]["schemas"])
    assert [status for status, _meaning in reading.problems] == [
        "304",
        "400",
        "404",
        "405",
        "422",
        "500",
    ]
    names = {schema.name for schema in reading.objects}
    linked = {
        value.kind.schema
        for schema in reading.objects
        for value in schema.keys
        if value.kind.schema
    }
    assert {operation.answer for operation in reading.operations} | linked <= names


def test_closed_lists_are_read_with_their_values():
    by_name = {value.name: value for value in read().operations[0].parameters}
    assert by_name["vurdering"].values == ["not-assessed", "self-reported", "measured", "evaluated"]
    assert (by_name["lang"].values, by_name["per_side"].usual) == (["nn", "nb"], "20")
