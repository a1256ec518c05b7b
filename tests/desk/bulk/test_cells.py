"""What a spreadsheet's value is in text, and how two texts differ in words."""

from datetime import date, datetime

import pytest

from initiatives.desk.bulk import differences
from initiatives.desk.bulk.cells import normal, protect, restore, text_of
from initiatives.desk.bulk.differences import Piece, difference


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "1"),
        (False, "0"),
        (301, "301"),
        (0, "0"),
        (2012.0, "2012"),
        (0.5, "0.5"),
        (datetime(2024, 5, 31), "2024-05-31"),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2024, 5, 31, 13, 30), "2024-05-31 13:30:00"),  # noqa: DTZ001
        (date(2024, 5, 31), "2024-05-31"),
        ("Bø", "Bø"),
    ],
)
def test_text_of_a_value(value, text) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ein\r\nto\rtre\nfire", "ein\nto\ntre\nfire"),
        (" \t Bø\u00a0i Telemark \r\n", "Bø\u00a0i Telemark"),
        (" ", ""),
    ],
)
def test_text_as_any_spreadsheet_gives_it_back(text, kept) -> None:
    assert normal(text) == kept


@pytest.mark.parametrize(
    ("cell", "in_csv", "in_excel"),
    [
        ("=1", "'=1", "=1"),
        ("'=1", "''=1", "''=1"),
        ("''=1", "'''=1", "'''=1"),
        ("＋1", "'＋1", "＋1"),
        ("a=1", "a=1", "a=1"),
        ("'a", "'a", "'a"),
        ("", "", ""),
        (-1, -1, -1),
        (None, None, None),
    ],
)
def test_cell_that_a_spreadsheet_would_reckon_with(cell, in_csv, in_excel) -> None:
    assert (protect(cell, is_csv=True), protect(cell, is_csv=False)) == (in_csv, in_excel)


@pytest.mark.parametrize(
    ("text", "restored"), [("'=1", "=1"), ("''=1", "'=1"), ("'a", "'a"), ("=1", "=1")]
)
def test_apostrophe_goes_only_where_it_was_put(text, restored) -> None:
    assert restore(text) == restored


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in difference(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", "Heim", [("in", "Heim")]),
        ("Heim", "", [("out", "Heim")]),
        ("Heim", "Heim", [("same", "Heim")]),
        ("Heim no", "Heim", [("same", "Heim"), ("out", " no")]),
        ("Heim", "Heim no", [("same", "Heim"), ("in", " no")]),
        ("Heim no", "Heim so", [("same", "Heim "), ("out", "no"), ("in", "so")]),
    ],
)
def test_difference(before, after, expected) -> None:
    assert pieces(before, after) == expected


@pytest.mark.parametrize(
    ("length", "shown"),
    [(80, "x" * 80), (81, "x" * 40 + " … " + "x" * 40)],
)
def test_long_text_that_stays_is_shown_by_its_ends(length, shown) -> None:
    assert pieces("x" * length, "x" * length) == [("same", shown)]


def test_ends_of_what_stays_are_its_own() -> None:
    text = "byrjing" + "-" * 90 + "slutt"
    assert pieces(text, text) == [("same", "byrjing" + "-" * 33 + " … " + "-" * 35 + "slutt")]


def test_long_texts_are_compared_line_by_line(monkeypatch) -> None:
    monkeypatch.setattr(differences, "MAX_WORDS", 5)
    assert pieces("ein to\ntre", "ein to\nfire") == [
        ("same", "ein to\n"),
        ("out", "tre"),
        ("in", "fire"),
    ]
    assert pieces("a\nein to tre fire", "a\nein to tre fem") == [
        ("same", "a\n"),
        ("out", "ein to tre fire"),
        ("in", "ein to tre fem"),
    ]


@pytest.mark.parametrize(
    ("before", "after"), [("ein to tre", "ein to fire"), ("  a\n\nb ", "a\nb")]
)
def test_pieces_make_up_both_texts(before, after) -> None:
    found = difference(before, after)

    def joined(kinds: set[str]) -> str:
        return "".join(piece.text for piece in found if piece.kind in kinds)

    assert (joined({"same", "out"}), joined({"same", "in"})) == (before, after)
    assert all(isinstance(piece, Piece) and piece.text for piece in found)
