"""The Excel file, as openpyxl opens it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from initiatives.outgoing.exports import rows
from initiatives.outgoing.exports.columns import COLUMNS
from initiatives.outgoing.exports.xlsx import MAX_CELL_LENGTH, write
from tests.factories import make_initiative
from tests.outgoing.exports import HEADINGS, ROOT, about, ask

pytestmark = pytest.mark.django_db


def open_book(query=""):
    asked = ask(query)
    return load_workbook(BytesIO(b"".join(write(asked, about(asked), ROOT))))


def cells(sheet, row):
    """The cells of a row by heading."""
    return dict(zip(HEADINGS, sheet[row], strict=True))


def test_first_sheet_is_a_table_that_a_program_can_read(tokke):
    sheet = open_book().worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (2, len(COLUMNS))
    row = cells(sheet, 2)
    assert row["Title"].value == tokke.title_nn
    assert row["Last changed"].value.date() == tokke.changed_at.date()
    assert row["Address"].value == f"{ROOT}/nn/tiltak/{tokke.slug}/"
    assert (row["Address"].hyperlink, row["Owner"].value) == (None, None)


def test_table_has_a_fixed_filtered_heading_and_wide_columns(tokke):
    sheet = open_book().worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AF2")
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width > 40


def test_second_sheet_says_what_was_asked(tokke):
    sheet = open_book("fylke=40&aktivitet=tull").worksheets[1]
    told = [(what.value, text.value) for what, text in sheet.iter_rows()]
    assert ("Fylke", "Telemark") in told
    values = [text for _what, text in told]
    assert f"{ROOT}/nn/tiltak/?fylke=40" in values
    assert values[-1] == "Aktivitet: verdien «tull» finst ikkje og vart ikkje brukt."


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x", "{=1}", "http://x.example/", "0123"])
def test_text_is_text_whatever_it_looks_like(reference_data, title):
    make_initiative(slug="a", title_nn=title)
    cell = open_book().worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (title, "s", None)
    assert bool(cell.quotePrefix) is title.startswith(("=", "+", "-", "@"))


def test_year_is_a_number_and_a_number_of_a_municipality_is_text(tokke):
    row = cells(open_book().worksheets[0], 2)
    kinds = {cell.value: cell.data_type for cell in row.values()}
    assert (kinds[2012], kinds["4034"]) == ("n", "s")


def test_text_longer_than_a_cell_is_cut(reference_data):
    make_initiative(lead_nn="🏡" + "a" * (MAX_CELL_LENGTH - 1))
    value = cells(open_book().worksheets[0], 2)["Lead"].value
    assert (len(value.encode("utf-16-le")) // 2, value[0], value[-2:]) == (
        MAX_CELL_LENGTH,
        "🏡",
        "a…",
    )


@pytest.mark.parametrize("title", ["a\x01b", "_x0041_", 'x <b>&amp;"', "æøå áđŋ 🏡"])
def test_any_characters_come_through(reference_data, title):
    make_initiative(slug="a", title_nn=title)
    assert unescape(open_book().worksheets[0]["A2"].value) == title


def test_all_portions_are_there_in_order(reference_data, monkeypatch):
    monkeypatch.setattr(rows, "PORTION", 2)
    for number in range(5):
        make_initiative(title_nn=f"Tiltak {number}")
    sheet = open_book("sorter=title").worksheets[0]
    assert [cell.value for cell in sheet["A"][1:]] == [f"Tiltak {number}" for number in range(5)]
    assert (sheet.dimensions, sheet.auto_filter.ref) == ("A1:AF6", "A1:AF6")


def test_file_comes_while_it_is_made(reference_data, monkeypatch):
    monkeypatch.setattr(rows, "PORTION", 2)
    for _ in range(5):
        make_initiative()
    read, original = [], rows.read_rows
    monkeypatch.setattr(
        rows, "read_rows", lambda snapshot, keys: read.append(keys) or original(snapshot, keys)
    )
    parts = write(ask(""), about(ask("")), ROOT)
    assert (next(parts)[:2], len(read)) == (b"PK", 1)
    assert (len(list(parts)), len(read)) == (3, 3)


def test_file_is_whole(tokke):
    with ZipFile(BytesIO(b"".join(write(ask(""), about(ask("")), ROOT)))) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == "[Content_Types].xml"


def test_no_entries_give_headings_alone(reference_data):
    assert open_book().worksheets[0].max_row == 1
