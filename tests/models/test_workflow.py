"""Who took a step, in words."""

import pytest
from django.contrib.auth import get_user_model

from initiatives.models import Step, WorkflowStep

BY_DATE = "av seg sjølv, på datoen"
GONE = "nokon som ikkje har konto lenger"


@pytest.mark.parametrize(
    ("step", "who"),
    [
        (Step.SUBMIT, GONE),
        (Step.WITHDRAW, GONE),
        (Step.SEND_BACK, GONE),
        (Step.PUBLISH, BY_DATE),
        (Step.UNPUBLISH, GONE),
        (Step.ARCHIVE, BY_DATE),
        (Step.REOPEN, GONE),
        (Step.PUBLISH_CHANGE, BY_DATE),
        (Step.DISCARD_CHANGE, GONE),
    ],
)
def test_step_that_nobody_took(step, who) -> None:
    assert WorkflowStep(step=step).who == who


@pytest.mark.parametrize("step", [Step.PUBLISH, Step.SUBMIT])
def test_step_that_somebody_took(step) -> None:
    assert WorkflowStep(step=step, user=get_user_model()(username="kari")).who == "kari"
