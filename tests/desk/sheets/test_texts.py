"""Bytes that become text, and those that are refused in words."""

import pytest

from initiatives.desk.sheets import texts


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
        (b"{\\rtf1", texts.OTHER_PROGRAM),
        (b"\xd0\xcf\x11\xe0", texts.OTHER_PROGRAM),
        (b"\xff\xfea", texts.NOT_TEXT),
        (b"a\x7fb", texts.NOT_TEXT),
        (b"\xef\xbb\xbf", texts.EMPTY),
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


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * (texts.MAX_BYTES + 1), texts.TOO_LARGE),
        ("å" * (texts.MAX_BYTES // 2 + 1), texts.TOO_LARGE),
        ("a\ud800å", texts.NOT_TEXT),
        ("b\udfffå", texts.NOT_TEXT),
        ("a\x08", texts.NOT_TEXT),
        ("\ufeff\n", texts.EMPTY),
    ],
)
def test_pasted_text_that_is_no_sheet_is_refused(text, reason):
    with pytest.raises(texts.UnreadableError) as refused:
        texts.tidy(text)
    assert (refused.value.reason, str(refused.value)) == (reason, str(reason))


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("x" * texts.MAX_BYTES, "x" * texts.MAX_BYTES),
        ("\ufeffa\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\ud7ff\ue000", "a\tb\ud7ff\ue000"),
        ("\n a", "\n a"),
    ],
)
def test_pasted_text_has_one_kind_of_line_end(text, tidied):
    assert texts.tidy(text) == tidied


def test_file_of_just_the_size_is_read():
    assert texts.decode(b"x" * texts.MAX_BYTES) == "x" * texts.MAX_BYTES


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ein\n==\nTo", ["Ein\n==\nTo"]),
        ("Ein\n=== x\nTo", ["Ein\n=== x\nTo"]),
        ("\t====\t\n  Ein\n\n", ["  Ein"]),
        ("", []),
    ],
)
def test_only_a_line_of_equals_signs_parts_sheets(text, parts):
    assert list(texts.divide(text)) == parts
