"""Sheets as other authors write them, and what a careful person says of each."""

import json
from pathlib import Path

import pytest

from initiatives.desk.sheets.as_json import as_json
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.texts import decode
from tests.desk.sheets.coverage import lost_words

FOLDER = Path(__file__).parents[2] / "data" / "other_sheets"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
_LISTS = ("activities", "selling_points", "target_groups")

pytestmark = pytest.mark.django_db


def said(name: str, placed) -> dict:
    """What the sheet says, in few words: lists as `wording → slug`, projects as `name start end
    open`.
    """
    found = as_json(name, placed)
    facts = {key: found[key] for key in ("title", "original_language", "subject_areas", "lead")}
    facts |= {key: [f"{t['wording']} → {t['term']}" for t in found[key]] for key in _LISTS}
    return facts | {
        "partners": [f"{p['wording']} → {p['kind']}" for p in found["partners"]],
        "projects": [
            " ".join(str(value) for value in project.values()) for project in found["projects"]
        ],
        **{key: found[key] for key in ("municipalities", "counties", "presented_unassessed")},
        "not_placed": [line["text"] for line in found["unplaced"]],
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sheet_says_what_a_careful_reader_says(reference, name):
    text = decode((FOLDER / name).read_bytes())
    assert said(name, place(read(text), reference)) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_word_of_the_sheet_is_lost(reference, name):
    text = decode((FOLDER / name).read_bytes())
    assert lost_words(text, place(read(text), reference)) == []


def test_each_sheet_has_its_expected_facts():
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.glob("*.txt"))
