"""The table of known mistakes: each row does what it says, on the program's own words, and nothing
more.
"""

import pytest

from initiatives.desk.translation.apertium import translate
from initiatives.desk.translation.mending import mend, mends
from tests.desk.translation.conftest import needs_apertium

ROWS = mends()


def test_table_is_read_whole():
    assert len(ROWS) > 10
    assert {row.direction for row in ROWS} == {"nn-nb", "nb-nn"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.source)
def test_row_mends_its_own_words(row):
    assert mend(f"Og {row.source}.", f"Og {row.machine}.", row.direction) == f"Og {row.mended}."


@pytest.mark.parametrize(("original", "other"), [("nn", "nb"), ("nb", "nn")])
@needs_apertium
def test_rows_mend_what_the_program_writes(original, other):
    rows = [row for row in ROWS if row.direction == f"{original}-{other}"]
    answers = translate([row.sentence for row in rows], original, other)
    assert [
        (row.machine in answer.lower(), mend(row.sentence, answer, row.direction))
        for row, answer in zip(rows, answers, strict=True)
    ] == [(True, row.in_other_form) for row in rows]


def test_mark_of_a_word_that_is_mended_goes_away():
    assert mend("Fraflyttere", "*Fraflyttere og *andre", "nb-nn") == "Fråflyttarar og *andre"


def test_same_word_from_another_is_left():
    assert mend("gjentekne gonger", "gjentatte ganger", "nn-nb") == "gjentatte ganger"


def test_only_as_many_as_the_original_has_are_mended():
    original, machine = "Fleire fekk gjentekne brev", "Gjentatte fikk gjentatte brev"
    assert mend(original, machine, "nn-nb") == "Flere fikk gjentatte brev"


def test_parts_of_words_are_left():
    assert mend("fleire", "ikkegjentatte gjentatte-brev", "nn-nb") == "ikkegjentatte gjentatte-brev"
