"""Bytes that become text, and those that are refused in words."""

import pytest

from initiatives.sheets import texts


@pytest.mark.parametrize(
    "data",
    [
        "Målgrupper\nÅ".encode(),
        "\ufeffMålgrupper\r\nÅ".encode(),
        "Målgrupper\nÅ".encode("cp1252"),
        "Målgrupper\rÅ".encode("utf-16"),
    ],
)
def test_known_encodings_and_line_ends(data):
    assert texts.decode(data) == "Målgrupper\nÅ"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", texts.EMPTY),
        (b" \r\n\t\n", texts.EMPTY),
        (b"a\x00b", texts.NOT_TEXT),
        (b"\x81\x8d\xff", texts.NOT_TEXT),
        (b"%PDF-1.7 x", texts.OTHER_PROGRAM),
        (b"PK\x03\x04", texts.OTHER_PROGRAM),
        (b"x" * (texts.MAX_BYTES + 1), texts.TOO_LARGE),
    ],
)
def test_what_is_no_sheet_is_refused(data, reason):
    with pytest.raises(texts.UnreadableError) as refused:
        texts.decode(data)
    assert refused.value.reason == reason


def test_pasted_sheets_are_parted_by_a_line_of_equals_signs():
    assert list(texts.divide("\nEin\n===\n\nTo\n ===== \n\n===\n")) == ["Ein", "To"]
    assert list(texts.divide("Ein\r\n===\r\nTo\r\n")) == ["Ein", "To"]  # as browsers send it


@pytest.mark.parametrize("name", ["C:\\Ark\\a.txt", "../a.txt", "a.txt"])
def test_name_of_a_file_without_its_folder(name):
    assert texts.base_name(name) == "a.txt"
