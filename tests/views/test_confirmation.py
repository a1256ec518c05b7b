"""The page where a contact answers: opening changes nothing, one answer is stored, closed links say
why.
"""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from initiatives.desk.confirmation.answering import store_answer
from initiatives.desk.confirmation.links import token_of
from initiatives.models import ConfirmationRequest
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(reference_data) -> ConfirmationRequest:
    return make_request()


def make_request() -> ConfirmationRequest:
    now = timezone.now()
    return ConfirmationRequest.objects.create(
        initiative=InitiativeFactory(),
        email="a@b.example",
        sent_at=now,
        expires_at=now + timedelta(days=9),
    )


def page(asked, form="nn"):
    return f"/{form}/svar/{token_of(asked)}/"


def stored(asked):
    asked.refresh_from_db()
    return (asked.answer, asked.end_year, asked.note)


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_opening_shows_the_entry_and_changes_nothing(client, asked, form):
    before = ConfirmationRequest.objects.values().get()
    for _ in range(2):
        assert asked.initiative.title in client.get(page(asked, form)).content.decode()
    client.head(page(asked, form))
    assert ConfirmationRequest.objects.values().get() == before


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({"answer": "running"}, ("running", None, "")),
        ({"answer": "ended", "end_year": "2020", "note": "Ferdig"}, ("ended", 2020, "Ferdig")),
        ({"answer": "ended"}, ("ended", None, "")),
        ({"answer": "changed", "note": "Ny leiar"}, ("changed", None, "Ny leiar")),
        ({"answer": "running", "end_year": "2020"}, ("running", None, "")),
    ],
)
def test_answer_is_stored(client, asked, data, kept):
    assert client.post(page(asked), data)["Location"] == "/nn/svar/takk/"
    assert stored(asked) == kept


def test_answer_changes_nothing_that_readers_see(client, asked):
    client.post(page(asked), {"answer": "running"})
    asked.initiative.refresh_from_db()
    assert asked.initiative.confirmed_on is None


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "answer"),
        ({"answer": "kanskje"}, "answer"),
        ({"answer": "changed"}, "note"),
        ({"answer": "changed", "note": "   "}, "note"),
        ({"answer": "ended", "end_year": "i fjor"}, "end_year"),
        ({"answer": "ended", "end_year": "1800"}, "end_year"),
        ({"answer": "ended", "end_year": "2099"}, "end_year"),
        ({"answer": "ended", "note": "x" * 2001}, "note"),
        ({"answer": "ended", "note": "\0"}, "note"),
    ],
)
def test_answer_that_cannot_be_used_is_told_and_kept_in_the_form(client, asked, data, field):
    response = client.post(page(asked), data)
    assert (response.status_code, list(response.context["asked"].errors)) == (200, [field])
    assert stored(asked) == ("", None, "")
    assert response.context["asked"]["note"].value() == data.get("note")


def test_second_answer_is_refused(client, asked):
    client.post(page(asked), {"answer": "running"})
    assert client.post(page(asked), {"answer": "ended"}).status_code == 410
    assert stored(asked)[0] == "running"


def close(asked, **changes):
    ConfirmationRequest.objects.filter(pk=asked.pk).update(**changes)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"answer": "running", "answered_at": timezone.now()}, "used"),
        ({"expires_at": timezone.now() - timedelta(seconds=1)}, "expired"),
        ({"withdrawn_at": timezone.now()}, "withdrawn"),
    ],
)
def test_closed_link_says_why(client, asked, changes, state, method):
    close(asked, **changes)
    response = getattr(client, method)(page(asked), {"answer": "ended"})
    assert (response.status_code, response.context["state"]) == (410, state)
    assert stored(asked)[0] in ("", "running")


def test_link_of_an_entry_that_is_no_longer_public_is_withdrawn_and_names_nothing(client, asked):
    asked.initiative.status = "archived"
    asked.initiative.save()
    response = client.get(page(asked))
    assert (response.status_code, response.context["state"]) == (410, "withdrawn")
    assert asked.initiative.title not in response.content.decode()


@pytest.mark.parametrize("token", ["tull", "a.b", "." * 50, "æøå", "%00", "x" * 3000])
def test_unknown_link_is_not_found_without_asking_the_database(
    client, db, token, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = client.get(f"/nn/svar/{token}/")
    assert (response.status_code, response.context["state"]) == (404, "unknown")


def test_tampered_link_is_not_found(client, asked):
    key, signature = token_of(asked).split(".")
    other = make_request().key.hex
    for token in (f"{other}.{signature}", f"{key}.{signature[:-1]}", f"{key}."):
        assert client.get(f"/nn/svar/{token}/").status_code == 404


def test_link_of_a_deleted_question_is_not_found(client, asked):
    path = page(asked)
    asked.delete()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", [page, lambda asked: "/nn/svar/takk/", lambda asked: "/nn/svar/tull/"]
)
def test_page_is_kept_by_nobody_and_its_address_told_to_nobody(client, asked, path):
    response = client.get(path(asked))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


def test_form_without_its_token_is_refused(asked):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(page(asked), {"answer": "running"}).status_code == 403
    assert stored(asked)[0] == ""


def test_too_many_tries_are_stopped(client, asked):
    close(asked, tries=30)
    response = client.post(page(asked), {"answer": "running"})
    assert (response.status_code, stored(asked)[0]) == (429, "")


def test_stored_answer_survives_whoever_had_the_page_open(asked):
    assert [store_answer(asked, answer, None, "") for answer in ("running", "ended")] == [
        True,
        False,
    ]
    assert stored(asked)[0] == "running"


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_store_one(django_db_serialized_rollback):
    asked = make_request()
    barrier, won = threading.Barrier(2), []

    def answer(word):
        barrier.wait()
        won.append(store_answer(asked, word, None, ""))
        connection.close()

    threads = [threading.Thread(target=answer, args=[word]) for word in ("running", "ended")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False, True]
