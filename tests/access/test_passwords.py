"""Rules for passwords, and getting a new one by e-mail."""

import re
import threading

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError

from tests.access import PASSWORD, is_let_in, sign_in, with_app
from tests.access.test_throttling import fail

pytestmark = pytest.mark.django_db

ASK = "/admin/password_reset/"
NEW = "ein-heilt-ny-frase-9"


@pytest.mark.parametrize(
    "password", ["kort-nok-8", "123456789012345", "qwerty123456", "kari-normann"]
)
def test_weak_password_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(username="kari-normann"))


def test_long_phrase_is_taken():
    validate_password(PASSWORD, User(username="kari"))


def ask(client, address):
    """What the e-mails say, when they are sent."""
    response = client.post(ASK, {"email": address})
    for thread in threading.enumerate():
        if thread.name == "password-mail":
            thread.join()
    return response, [message.body for message in mail.outbox]


def choose(client, text):
    path = re.search(r"/admin/reset/\S+", text).group()
    page = client.get(path)
    return client.post(page["Location"], {"new_password1": NEW, "new_password2": NEW})


def test_sign_in_offers_it(client):
    assert f'href="{ASK}"' in client.get("/admin/login/").content.decode()


def test_answer_is_the_same_for_an_unknown_address(kari, client):
    known, _mails = ask(client, kari.email)
    unknown, mails = ask(client, "nokon@andre.example")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mails) == 1


@pytest.mark.parametrize(("form", "word"), [("nn", "brukarnamn"), ("nb", "brukernavn")])
def test_mail_is_in_the_form_of_the_page(kari, client, form, word):
    client.cookies["skriftform"] = form
    assert word in ask(client, kari.email)[1][0].lower()


def test_new_password_works_and_does_not_sign_in(kari, client):
    _response, mails = ask(client, kari.email)
    choose(client, mails[0])
    assert not is_let_in(client)
    sign_in(client, password=NEW)
    assert is_let_in(client)


def test_new_password_does_not_go_round_the_second_factor(kari, client):
    with_app(kari)
    _response, mails = ask(client, kari.email)
    choose(client, mails[0])
    sign_in(client, password=NEW)
    assert not is_let_in(client)


def test_new_password_lets_in_who_was_held_back(kari, client):
    fail(address="127.0.0.1")
    _response, mails = ask(client, kari.email)
    choose(client, mails[0])
    sign_in(client, password=NEW)
    assert is_let_in(client)


def test_second_request_at_once_sends_nothing(kari, client):
    ask(client, kari.email)
    assert len(ask(client, kari.email)[1]) == 1


def test_address_in_the_mail_is_the_set_one(kari, client, settings):
    settings.SITE_ADDRESS = "https://katalog.example.no"
    assert "https://katalog.example.no/admin/reset/" in ask(client, kari.email)[1][0]
