"""Files that editors send in: a table is read however it is written, and what cannot be read is
told.
"""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from initiatives.desk.bulk import files
from initiatives.desk.bulk.cells import normal, protect, restore, without_escapes
from initiatives.desk.bulk.files import FileError, read_table

HEADINGS = ["Tittel", "Stad"]


def cells(content):
    table = read_table(content)
    return [list(table.headings), *([row.number, *row.cells] for row in table.rows)]


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_csv_of_any_program_is_read(encoding, delimiter, newline):
    lines = [HEADINGS, ["Bø i Ørsta – «her»", "Åsgård"]]
    text = newline.join(delimiter.join(line) for line in lines) + newline
    if newline == "\r" and delimiter == "\t":
        text = text.replace("\r", "\r")
    assert cells(text.encode(encoding)) == [HEADINGS, [2, "Bø i Ørsta – «her»", "Åsgård"]]


def test_line_that_tells_excel_the_separator_is_skipped():
    assert cells(b"sep=,\r\nTittel,Stad\r\nA;B,C\r\n") == [HEADINGS, [2, "A;B", "C"]]


def test_line_breaks_and_quotes_inside_cells_are_kept():
    content = b'Tittel;Stad\n"Ei ""line""\r\ntil; og";Dalen\n'
    assert cells(content) == [HEADINGS, [2, 'Ei "line"\ntil; og', "Dalen"]]


def test_rows_keep_their_numbers_when_blank_ones_are_left_out():
    content = workbook(HEADINGS, ["A", "B"], [None, " "], ["C"])
    assert cells(content) == [HEADINGS, [2, "A", "B"], [4, "C", ""]]


def test_numbers_and_dates_of_excel_become_text():
    content = workbook(["a", "b", "c", "d"], [301, 2012.0, 0.5, True])
    assert cells(content)[1] == [2, "301", "2012", "0.5", "1"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n ",
        b"Tittel;Stad\n",
        b"%PDF-1.7 ...",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel",
        b"PK\x03\x04 broken",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Tittel\n\x00\n",
        b"Tittel\n\x81\x8d\n",
        b"\xff\xfeT\x00i",
        b'Tittel;Stad\n"A"b;C\n',
        b"Tittel;Stad\nA;B;C\n",
        workbook(["Tittel"], ["=1+1"]),
        workbook(["Tittel"]),
    ],
)
def test_what_cannot_be_read_is_told(content):
    with pytest.raises(FileError) as told:
        read_table(content)
    assert len(str(told.value)) > 10


def zipped(size):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * size)
    return file.getvalue()


@pytest.mark.parametrize(
    "content", [b"a;b\n" * 2_000_000, zipped(files.MAX_UNPACKED + 1), zipped(10)]
)
def test_too_much_and_what_is_no_workbook_is_refused_before_it_is_read(content):
    with pytest.raises(FileError):
        read_table(content)


def test_too_many_rows_and_columns_are_refused():
    for content in (
        "a\n" + "b\n" * (files.MAX_ROWS + 1),
        ";".join("a" * (files.MAX_COLUMNS + 1)) + "\nb\n",
    ):
        with pytest.raises(FileError):
            read_table(content.encode())
    assert len(read_table(("a\n" + "b\n" * files.MAX_ROWS).encode()).rows) == files.MAX_ROWS


@pytest.mark.parametrize("text", ["=1+1", "+47", "-", "@x", "'=x", "''@", "＝A1", "'", "'a", "a=b"])
@pytest.mark.parametrize("is_csv", [True, False])
def test_protected_text_comes_back(text, is_csv):
    assert restore(protect(text, is_csv=is_csv)) == text


@given(st.text(alphabet="'=+-@a \t\n_x0D", max_size=6), st.booleans())
def test_any_text_comes_back_as_it_went_out(text, is_csv):
    assert restore(protect(normal(text), is_csv=is_csv)) == normal(text)


@pytest.mark.parametrize("text", ["=1+1", "+47", "-", "@x", "'=x"])
def test_protected_text_is_no_formula_in_csv(text):
    assert str(protect(text, is_csv=True)).startswith("'")


def test_characters_that_excel_escapes_come_back():
    assert without_escapes("a_x000D_b_x005F_x000D_") == "a\rb_x000D_"


def test_text_that_is_called_an_excel_file_is_told_of():
    with pytest.raises(FileError) as told:
        read_table(b"Tittel;Stad\nA;B", "Liste.XLSX")
    assert str(told.value).startswith("Excel-fila")
