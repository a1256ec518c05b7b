"""The known sheets: each is read as the file beside it says, checked by hand, and no word of them
is lost.
"""

import json
from pathlib import Path

import pytest

from initiatives.desk.sheets.as_json import as_json
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.texts import decode
from tests.desk.sheets.coverage import lost_words

FOLDER = Path(__file__).parents[2] / "data" / "sheets"
SHEETS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_sheet_is_read_as_checked_by_hand(reference, path):
    placed = place(read(decode(path.read_bytes())), reference)
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(as_json(path.name, placed))) == expected


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_word_of_a_sheet_is_lost(reference, path):
    text = decode(path.read_bytes())
    assert lost_words(text, place(read(text), reference)) == []
