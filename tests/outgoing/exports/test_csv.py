"""CSV as Norwegian Excel and other programs read it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.models import Activity, PartnerKind, SellingPoint, SubjectArea, TargetGroup
from initiatives.outgoing.exports import columns
from initiatives.outgoing.exports.csv import DANGEROUS, harmless, write
from tests.factories import ProjectFactory, make_initiative
from tests.outgoing.exports import HEADINGS, ROOT, about, ask

pytestmark = pytest.mark.django_db


def read(asked):
    """The comment, the headings and the rows, as a program that knows of the comment gets them."""
    text = "".join(write(asked, about(asked), ROOT)).encode().decode("utf-8-sig")
    comment, headings, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    return comment, headings, [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def test_row_tells_what_the_entry_holds(tokke):
    _comment, headings, [row] = read(ask())
    assert len(headings) == len(columns.COLUMNS)
    expected = {
        "Title": "Småsamfunnsprosjekt og bulyst i Tokke",
        "Address": f"{ROOT}/nn/tiltak/{tokke.slug}/",
        "Place": "Lårdal, Dalen",
        "Municipality": "Tokke",
        "County": "Telemark",
        "Target groups": "Alle typar innflyttarar",
        "Most important selling points": "Livskvalitet | Bygdemiljø/sosialt miljø | Arbeidsplassar",
        "Projects": "Lårdal Liv Laga | Dalen+ (2012–2014)",
        "Phase": "Avslutta",
        "Assessment": "Ikkje vurdert",
        "Made-up example": "",
    }
    assert {name: row[name] for name in expected} == expected


def test_row_tells_of_results_money_contacts_and_documents(reference_data):
    entry = make_initiative()
    entry.results.create(description_nn="Fleire kom.", value="12", year=2014, position=1)
    entry.fundings.create(programme="Bulyst", year=2012, amount_nok=500000, position=1)
    entry.fundings.create(amount_nok=0, position=2)
    entry.contacts.create(role_nn="Næringssjef", organisation="Tokke kommune", position=1)
    entry.documents.create(title="Rapport", url="https://example.no/r", position=1)
    _comment, _headings, [row] = read(ask())
    told = {
        name: row[name].replace("\xa0", " ")
        for name in ("Results", "Funding", "Contact", "To read")
    }
    assert told == {
        "Results": "Fleire kom: 12 (2014)",
        "Funding": "Bulyst (2012): 500 000 kr | 0 kr",
        "Contact": "Næringssjef, Tokke kommune",
        "To read": "Rapport https://example.no/r",
    }


def test_open_end_gives_no_last_year(reference_data):
    project = ProjectFactory(start_year=2012, is_open_ended=True)
    ProjectFactory(initiative=project.initiative, start_year=2010, end_year=2011, position=2)
    _comment, _headings, [row] = read(ask())
    assert (row["First year"], row["Last year"]) == ("2010", "")


def test_begins_with_the_mark_of_utf8(tokke):
    assert next(write(ask(), about(ask()), ROOT)).encode()[:3] == b"\xef\xbb\xbf"


def test_first_line_says_in_one_cell_what_was_asked(tokke):
    comment, _headings, _rows = read(ask("fylke=40&aktivitet=tull"))
    assert len(comment) == 1
    for part in ("# ", "Fylke: Telemark", f"{ROOT}/nn/tiltak/?fylke=40", "CC BY 4.0", "«tull»"):
        assert part in comment[0]


def test_first_line_says_how_far_what_was_asked_for_reaches(reference_data):
    comment, _headings, _rows = read(ask("omfang=national"))
    assert "Omfang: Heile landet" in comment[0]


def test_no_entries_give_headings_alone(reference_data):
    _comment, headings, rows = read(ask())
    assert (len(headings), rows) == (len(columns.COLUMNS), [])


def test_text_with_line_breaks_and_semicolons_stays_in_its_cell(reference_data):
    make_initiative(title_nn='A; "b"', lead_nn="Ei linje\r\nog ei til\n\n;slutt", owner="x;y")
    _comment, _headings, [row] = read(ask())
    assert (row["Title"], row["Lead"], row["Owner"]) == (
        'A; "b"',
        "Ei linje og ei til ;slutt",
        "x;y",
    )


@pytest.mark.parametrize("start", DANGEROUS)
def test_cell_that_looks_like_a_formula_is_made_harmless(start):
    assert harmless(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


@given(st.text())
def test_no_cell_is_taken_for_a_formula(text):
    assert not str(harmless(text)).startswith(DANGEROUS)


@pytest.mark.parametrize("cell", ["Bu her", "", None, 2012, "a=b", "'=1"])
def test_harmless_cell_is_left_alone(cell):
    assert harmless(cell) == cell


def test_hostile_texts_of_an_entry_are_harmless(reference_data):
    entry = make_initiative(title_nn="=1+1", lead_nn="@SUM(A1)", place_name="-2", owner="\t=cmd")
    ProjectFactory(initiative=entry, name_nn="+3")
    _comment, _headings, [row] = read(ask())
    # A tab at the start is gone with other blanks, so what follows it decides.
    assert [row[name] for name in ("Title", "Lead", "Place", "Owner", "Projects")] == [
        "'=1+1",
        "'@SUM(A1)",
        "'-2",
        "'=cmd",
        "'+3",
    ]


@pytest.mark.parametrize("model", [Activity, TargetGroup, SellingPoint, SubjectArea, PartnerKind])
def test_what_stands_between_values_stands_in_no_label(reference_data, model):
    labels = [label for pair in model.objects.values_list("label_nn", "label_nb") for label in pair]
    assert [label for label in labels if columns.BETWEEN.strip() in label] == []
