"""Marked words and excerpts: always safe HTML, always the words of the original text."""

import re

from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from initiatives.finding.highlighting import excerpt, mark


def test_mark_keeps_the_text_and_its_case() -> None:
    assert (
        mark("Ny BUSTAD, ny bustad.", {"bustad"})
        == "Ny <mark>BUSTAD</mark>, ny <mark>bustad</mark>."
    )


def test_mark_escapes_what_is_around_and_inside() -> None:
    assert (
        mark("<b>bu</b> & bu", {"bu"}) == "&lt;b&gt;<mark>bu</mark>&lt;/b&gt; &amp; <mark>bu</mark>"
    )


def test_mark_of_a_word_with_a_soft_hyphen() -> None:
    assert mark("bu\u00adstad", {"bustad"}) == "<mark>bu\u00adstad</mark>"


@given(text=st.text(), words=st.sets(st.text(max_size=4)))
def test_mark_never_lets_markup_through(text, words) -> None:
    html = mark(text, words)
    assert "<" not in re.sub(r"</?mark>", "", html)
    assert strip_tags(html.replace("&lt;", "").replace("&gt;", "")) is not None


def test_excerpt_is_around_the_first_word_met() -> None:
    text = "Først " + "ord " * 100 + "her er ein bustad som kan leigast. " + "Og " * 200
    part = excerpt(text, {"bustad"})
    assert (part.startswith("… ord"), part.endswith(" …"), "ein bustad som" in part) == (
        True,
        True,
        True,
    )
    assert len(part) < 320


def test_excerpt_of_a_short_text_is_all_of_it() -> None:
    assert excerpt("Ein bustad.", {"bustad"}) == "Ein bustad."


def test_excerpt_without_a_word_met_is_the_text() -> None:
    assert excerpt("a " * 300, {"bustad"}) == "a " * 300
