"""Running the program: joined segments, and each way that it may fail told apart."""

import time

import pytest

from initiatives.desk.translation import apertium
from initiatives.desk.translation.apertium import DraftError, translate
from tests.desk.translation.conftest import ECHO, needs_apertium


def reason(segments=("Ein",)):
    with pytest.raises(DraftError) as raised:
        translate(segments, "nn", "nb")
    return raised.value.reason


def test_as_many_segments_come_back(program):
    program(ECHO)
    assert translate(["Ein", "To\n\ndelar", "", "Tre"], "nn", "nb") == [
        "Ein",
        "To delar",
        "-",
        "Tre",
    ]


def test_nothing_is_run_for_nothing(no_program):
    assert translate([], "nn", "nb") == []


@pytest.mark.parametrize(
    ("forms", "mode"), [(("nn", "nb"), "nno-nob"), (("nb", "nn"), "nob-nno_e")]
)
def test_direction_is_told(program, forms, mode):
    program("sys.stdout.write(sys.argv[-1])")
    assert translate(["Ein"], *forms) == [mode]


def test_missing_program_is_told(no_program):
    assert (apertium.is_installed(), reason()) == (False, DraftError.MISSING)


def test_failing_program_is_told(program):
    program("sys.exit(1)")
    assert reason() == DraftError.FAILED


def test_program_that_cannot_be_run_is_told(program, settings):
    program(ECHO)
    with open(settings.APERTIUM, "w") as file:
        file.write("#!/nowhere/python\n")
    assert reason() == DraftError.FAILED


def test_another_number_of_segments_is_told(program):
    program("sys.stdout.write('a\\n\\nb')")
    assert reason() == DraftError.FAILED


def test_too_long_text_is_told(program):
    program(ECHO)
    assert reason(["a" * (apertium.MOST_LETTERS + 1)]) == DraftError.TOO_LONG


def test_slow_program_is_ended_with_all_that_it_started(program, monkeypatch, tmp_path):
    monkeypatch.setattr(apertium, "TIME_LIMIT_SECONDS", 0.5)
    noted = tmp_path / "child"
    program(f"pid = os.fork()\nif pid: open({str(noted)!r}, 'w').write(str(pid))\ntime.sleep(60)")
    assert reason() == DraftError.TOO_SLOW
    child = int(noted.read_text())
    for _ in range(50):
        if not is_running(child):
            break
        time.sleep(0.1)
    assert not is_running(child)


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_control_characters_do_not_reach_the_program(program):
    program(ECHO)
    assert translate(["a\x00b\x0bc\u2028d", "\ud800"], "nn", "nb") == ["a b c d", "?"]


@needs_apertium
def test_the_real_program_translates():
    assert translate(["Det vart ikkje gjort.", "Ein kommune"], "nn", "nb") == [
        "Det ble ikke gjort.",
        "En kommune",
    ]
