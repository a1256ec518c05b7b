"""Which questions may be answered, which answers wait for an editor, and where each is in words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from initiatives.models import ConfirmationRequest, Status
from tests.factories import InitiativeFactory
from tests.models.rows import NOW, add_row

BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)
ANSWERED = {"answer": "ended", "answered_at": NOW}
OPEN = {"sent_at": BEFORE, "expires_at": AFTER}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "status", "is_answerable"),
    [
        (OPEN, Status.PUBLISHED, True),
        ({"expires_at": AFTER}, Status.PUBLISHED, True),
        (OPEN | {"expires_at": BEFORE}, Status.PUBLISHED, False),
        (OPEN | {"withdrawn_at": NOW}, Status.PUBLISHED, False),
        (OPEN | ANSWERED, Status.PUBLISHED, False),
        (OPEN, Status.DRAFT, False),
        (OPEN, Status.ARCHIVED, False),
    ],
)
def test_answerable(fields, status, is_answerable) -> None:
    add_row(ConfirmationRequest, initiative=InitiativeFactory(status=status), **fields)
    assert ConfirmationRequest.objects.answerable().exists() == is_answerable


@pytest.mark.django_db
def test_only_answers_that_nobody_has_dealt_with_are_to_look_at() -> None:
    add_row(ConfirmationRequest, **OPEN)
    waiting = add_row(ConfirmationRequest, **ANSWERED)
    add_row(ConfirmationRequest, **ANSWERED, handled_at=NOW)
    assert list(ConfirmationRequest.objects.to_look_at()) == [waiting]


@pytest.mark.parametrize(
    ("fields", "is_to_look_at"),
    [(OPEN, False), (ANSWERED, True), (ANSWERED | {"handled_at": NOW}, False)],
)
def test_one_is_to_look_at_as_those_of_the_query_are(fields, is_to_look_at) -> None:
    assert ConfirmationRequest(**fields).is_to_look_at is is_to_look_at


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"expires_at": AFTER}, "Ikkje sendt"),
        ({"expires_at": BEFORE}, "Ikkje sendt"),
        (OPEN, "Ventar på svar"),
        (OPEN | {"expires_at": BEFORE}, "Utgått"),
        (OPEN | {"withdrawn_at": NOW}, "Trekt tilbake"),
        (OPEN | ANSWERED, "Svar å sjå på"),
        (OPEN | ANSWERED | {"withdrawn_at": NOW}, "Svar å sjå på"),
        (OPEN | ANSWERED | {"handled_at": NOW}, "Lagt til side"),
        (OPEN | ANSWERED | {"handled_at": NOW, "is_accepted": True}, "Godteke"),
    ],
)
def test_state_in_words(fields, state) -> None:
    assert ConfirmationRequest(**fields).state == state


@pytest.mark.django_db
def test_last_answer_stands_first() -> None:
    first = add_row(ConfirmationRequest, answer="ended", answered_at=BEFORE)
    last = add_row(ConfirmationRequest, answer="ended", answered_at=NOW)
    assert list(ConfirmationRequest.objects.all()) == [last, first]


@pytest.mark.django_db
def test_each_question_has_a_key_of_its_own() -> None:
    add_row(ConfirmationRequest, expires_at=timezone.now())
    add_row(ConfirmationRequest, expires_at=timezone.now())
    assert len(set(ConfirmationRequest.objects.values_list("key", flat=True))) == 2
