"""`import_sheets`: drafts, dry runs, JSON alone on standard output, and bad files that stop
nothing.
"""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from initiatives.models import Initiative

FOLDER = Path(__file__).parents[2] / "data" / "sheets"
KEYS = {
    "file",
    "title",
    "original_language",
    "source_url",
    "subject_areas",
    "activities",
    "selling_points",
    "target_groups",
    "partners",
    "lead",
    "body",
    "main_goal",
    "projects",
    "municipalities",
    "counties",
    "presented_unassessed",
    "proposals",
    "unplaced",
}
pytestmark = pytest.mark.django_db


def test_all_known_sheets_become_drafts(reference_data):
    paths = sorted(FOLDER.glob("*.txt"))
    call_command("import_sheets", *paths)
    assert Initiative.objects.filter(status="draft").count() == len(paths) == 21


def test_dry_run_saves_nothing(reference_data):
    call_command("import_sheets", FOLDER / "001.txt", "--dry-run")
    assert Initiative.objects.count() == 0


def test_json_is_all_that_stands_on_standard_output(reference_data, capsys):
    call_command(
        "import_sheets", FOLDER / "001.txt", FOLDER / "062.txt", "--dry-run", "--format", "json"
    )
    sheets = json.loads(capsys.readouterr().out)
    assert [sheet["file"] for sheet in sheets] == ["001.txt", "062.txt"]
    assert all(set(sheet) >= KEYS for sheet in sheets)


def test_bad_file_is_told_and_does_not_stop_the_others(reference_data, tmp_path, capsys):
    bad = tmp_path / "bilete.txt"
    bad.write_bytes(b"\x00\x01")
    with pytest.raises(CommandError):
        call_command(
            "import_sheets",
            tmp_path / "finst-ikkje.txt",
            bad,
            FOLDER / "001.txt",
            "--format",
            "json",
        )
    captured = capsys.readouterr()
    assert [set(sheet) == {"file", "error"} for sheet in json.loads(captured.out)] == [
        True,
        True,
        False,
    ]
    assert len(captured.err.splitlines()) == 2
    assert Initiative.objects.count() == 1


def test_dry_run_only_tells_of_a_sheet_that_would_be_refused(tokke, capsys):
    call_command("import_sheets", FOLDER / "tokke.txt", "--dry-run")
    assert capsys.readouterr().out.startswith("tokke.txt: refused: ")


def test_refused_sheet_is_an_error(tokke):
    with pytest.raises(CommandError):
        call_command("import_sheets", FOLDER / "tokke.txt")
    assert Initiative.objects.count() == 1
