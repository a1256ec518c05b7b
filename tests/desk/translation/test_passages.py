"""Texts as passages: what they are built of, joined again as they were, and digests that tell
changes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.translation.passages import (
    digest,
    join_passages,
    shape,
    split_field,
    split_passages,
    tidy,
)
from initiatives.pages.prose import to_html

MARKDOWN = st.lists(
    st.sampled_from(
        ["tekst", "## Tittel", "- punkt", "1. først", "  vidare", "", "   ", "* stjerne", "*a* _b_"]
    ),
    max_size=15,
).map("\n".join)


def texts(passages):
    return [(passage.kind, passage.text) for passage in passages]


def test_kinds_of_passages():
    body = "Først.\n\n## Kva\n- ein\n- to\n\n1. a\n2. b\nslutt"
    assert texts(split_passages(body)) == [
        ("paragraph", "Først."),
        ("heading", "## Kva"),
        ("list", "- ein\n- to"),
        ("list", "1. a\n2. b\nslutt"),
    ]


@pytest.mark.parametrize("text", ["", "  \n\n ", "\r\n"])
def test_text_without_words_has_no_passages(text):
    assert [split_field(field, text) for field in ("title", "lead", "body", "main_goal")] == [
        [],
        [],
        [],
        [],
    ]


@given(MARKDOWN)
def test_joined_passages_read_as_before(text):
    assert (
        to_html(join_passages(passage.text for passage in split_passages(text))).split()
        == to_html(tidy(text)).split()
    )


@given(st.text())
def test_hostile_text_is_split_without_error_and_nothing_is_lost(text):
    joined = "".join(join_passages(passage.text for passage in split_passages(text)).split())
    assert joined == "".join(tidy(text).split())


def test_rest_of_a_very_long_text_stands_in_the_last_passage():
    passages = split_passages("\n\n".join(f"Avsnitt {n}" for n in range(10)), most=3)
    assert [passage.text for passage in passages[:2]] == ["Avsnitt 0", "Avsnitt 1"]
    assert passages[2].text.endswith("Avsnitt 9")


def test_title_and_lead_are_one_passage_each():
    assert [len(split_field(field, "a\n\nb")) for field in ("title", "lead", "main_goal")] == [
        1,
        1,
        2,
    ]


def test_digest_does_not_tell_line_breaks_apart():
    assert digest("a\r\nb\n") == digest("a\nb")


def test_digest_tells_a_change_of_words():
    assert digest("a b") != digest("a c")


def test_shape_counts_the_items_of_lists():
    assert shape("## A\n\ntekst\n\n- a\n- b") == ["heading", "paragraph", "list 2"]
