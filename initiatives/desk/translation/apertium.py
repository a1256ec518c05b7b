"""The program Apertium, which translates between the written forms, run by itself.

It is not part of the catalogue (GPL): the catalogue works without it, and says how to get it.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence

from django.conf import settings

from initiatives.language import BOKMAL, NYNORSK

MODES = {(NYNORSK, BOKMAL): "nno-nob", (BOKMAL, NYNORSK): "nob-nno_e"}
"""The program's name for each direction; `_e` chooses the commonest forms of Nynorsk."""

TIME_LIMIT_SECONDS = 20
MOST_LETTERS = 60_000

# Nothing that a reader sees, and a NUL would make the program wait for more.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


class DraftError(Exception):
    """No draft was made. The reason is one of the three below, told in words."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    TOO_SLOW = "too-slow"
    FAILED = "failed"

    def __init__(self, reason: str, details: str = "") -> None:
        super().__init__(f"{reason}: {details}" if details else reason)
        self.reason = reason


def is_installed() -> bool:
    """Whether there is a program by the name that the setting `APERTIUM` gives."""
    return shutil.which(settings.APERTIUM) is not None


def translate(segments: Sequence[str], original_form: str, form: str) -> list[str]:
    """Each segment in the other form; unknown words have `*`, `@` or `#` before them.

    One run of the program. A segment has no line breaks. They are joined by blank lines, over which
    no word moves. Raises `DraftError`.
    """
    if not segments:
        return []
    if not is_installed():
        raise DraftError(DraftError.MISSING)
    text = "\n\n".join(" ".join(_CONTROL.sub(" ", segment).split()) or "-" for segment in segments)
    if len(text) > MOST_LETTERS:
        raise DraftError(DraftError.TOO_LONG)
    answer = _run([settings.APERTIUM, "-f", "txt", MODES[original_form, form]], text)
    translated = answer.strip("\n").split("\n\n")
    if len(translated) != len(segments):
        raise DraftError(DraftError.FAILED, f"{len(translated)} segments came of {len(segments)}")
    return translated


def _run(command: list[str], text: str) -> str:
    """What the command writes when it reads `text`. All that it started ends at the time limit."""
    try:
        program = subprocess.Popen(  # noqa: S603 - the setting's program, and arguments of our own
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    except OSError as error:
        raise DraftError(DraftError.FAILED, str(error)) from error
    try:
        answer, complaint = program.communicate(
            text.encode(errors="replace"), timeout=TIME_LIMIT_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise DraftError(DraftError.TOO_SLOW) from error
    finally:
        _end(program)
    if program.returncode != 0:
        raise DraftError(DraftError.FAILED, complaint.decode(errors="replace")[:200])
    return answer.decode(errors="replace")


def _end(program: subprocess.Popen[bytes]) -> None:
    """Ends what is left of the program and of those that it started, which is rare."""
    if program.poll() is None:
        os.killpg(program.pid, signal.SIGKILL)
        program.communicate()
