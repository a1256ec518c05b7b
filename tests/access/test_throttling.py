"""Whoever tries too often waits; nobody else does."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from initiatives.access.throttling import let_in_again, wait_in_words
from initiatives.models import AccessEvent
from tests.access import PASSWORD, is_let_in, sign_in

pytestmark = pytest.mark.django_db

LIMIT = 5


def fail(times=LIMIT, username="kari", address="10.0.0.1"):
    return [sign_in(Client(), username, "feil", REMOTE_ADDR=address) for _ in range(times)]


def message(response):
    return " ".join(response.context["form"].non_field_errors())


def test_right_password_is_refused_after_too_many_tries(kari, client):
    fail()
    assert sign_in(client, REMOTE_ADDR="10.0.0.1").status_code == 429
    assert not is_let_in(client)


def test_answer_tells_when_one_may_try_again(kari, client):
    fail()
    until = timezone.localtime(AccessAttempt.objects.get().attempt_time + timedelta(minutes=15))
    assert f"{until:%H:%M}" in message(sign_in(client, REMOTE_ADDR="10.0.0.1"))


def test_user_name_stays_in_the_form(kari):
    assert fail()[-1].context["form"]["username"].value() == "kari"


def test_answers_are_the_same_for_a_name_that_does_not_exist(kari):
    there, nowhere = fail(7, "kari"), fail(7, "finstikkje")
    assert [r.status_code for r in there] == [r.status_code for r in nowhere]
    assert [message(r) for r in there[:4]] == [message(r) for r in nowhere[:4]]


def test_waiting_ends_by_itself(kari, client):
    fail()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    sign_in(client, REMOTE_ADDR="10.0.0.1")
    assert is_let_in(client)


def test_waiting_is_not_made_longer_by_trying(kari):
    fail()
    last = AccessAttempt.objects.get().attempt_time
    fail(3)
    assert AccessAttempt.objects.get().attempt_time == last


def test_others_at_the_same_address_get_in(kari, client):
    User.objects.create_user("ola", password=PASSWORD, is_staff=True)
    fail()
    sign_in(client, "ola", REMOTE_ADDR="10.0.0.1")
    assert is_let_in(client)


def test_the_same_person_elsewhere_gets_in(kari, client):
    fail()
    sign_in(client, REMOTE_ADDR="10.0.0.2")
    assert is_let_in(client)


def test_made_up_forwarding_does_not_escape(kari, client, settings):
    settings.TRUSTED_PROXIES = 0
    fail()
    answer = sign_in(client, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="9.9.9.9")
    assert answer.status_code == 429


def test_another_browser_name_does_not_escape(kari, client):
    fail()
    assert sign_in(client, REMOTE_ADDR="10.0.0.1", HTTP_USER_AGENT="annan").status_code == 429


def test_success_forgets_the_failures(kari):
    fail(LIMIT - 1)
    sign_in(Client(), REMOTE_ADDR="10.0.0.1")
    assert fail(1)[0].status_code == 200


def test_administrator_lets_in_again(kari, editor, client):
    fail()
    data = {"action": "let_in", "_selected_action": [kari.pk]}
    editor.post("/admin/auth/user/", data)
    sign_in(client, REMOTE_ADDR="10.0.0.1")
    assert is_let_in(client)
    assert (
        AccessEvent.objects.filter(
            kind="let-in", subject_name="kari", actor_name="redaktor"
        ).count()
        == 1
    )


def test_letting_in_somebody_who_is_not_held_back_does_nothing(kari):
    assert not let_in_again("kari")


def test_log_has_one_line_when_somebody_is_first_held_back(kari):
    fail(LIMIT + 3)
    kinds = [
        event.kind for event in AccessEvent.objects.exclude(kind="account-added").order_by("pk")
    ]
    assert sorted(kinds) == ["failed"] * LIMIT + ["locked"]


def test_log_does_not_keep_what_was_typed_as_an_unknown_name():
    fail(1, "passordet-mitt-i-feil-felt")
    assert AccessEvent.objects.get().subject_name == ""


def test_wait_is_told_in_seconds_when_short():
    assert "30" in wait_in_words(timezone.now() + timedelta(seconds=30))
