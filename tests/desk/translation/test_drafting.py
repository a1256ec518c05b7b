"""Drafts keep what Markdown says, mark what the program did not know, and leave names alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.desk.translation.drafting import draft, marked_words, without_marks
from initiatives.desk.translation.passages import shape, split_passages
from tests.desk.translation.conftest import ECHO, needs_apertium

# Marks each word that has an x.
MARKING = "import re; sys.stdout.write(re.sub(r'\\b(?=\\w*x)', '*', sys.stdin.read()))"
LINES = st.sampled_from(
    [
        "## Kva vart gjort",
        "- Fleire fekk **bustad** i [Volda](https://x.no/a_b)",
        "* Ta kontakt",
        "1. Kommunen byggjer i Ørsta",
        "12) vidare",
        "  - under",
        "Folk bur i bygda.",
        "*",
        "- ",
        "line  ",
        "",
        "ukjendord @ og # med 5 * 3",
    ]
)
MARKDOWN = st.lists(LINES, max_size=12).map("\n".join)
same_program = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)


def test_program_that_changes_nothing_gives_the_same_passages(program):
    program(ECHO)
    passages = ["## Kva *no*", "- ein\n- to\n  - tre @x #y", "1. a  \n   b\n2. c\\\n   d"]
    assert draft(passages, "nn", {}) == passages


def test_lines_that_read_as_one_are_joined(program):
    program(ECHO)
    assert draft(["ein\nto\n- tre\n  fire"], "nn", {}) == ["ein to\n- tre fire"]


def test_unknown_words_are_marked(program):
    program(MARKING)
    assert draft(["ein *xa* og xb, men **xa**"], "nn", {}) == ["ein *¤xa* og ¤xb, men **¤xa**"]


def test_own_signs_are_no_marks(program):
    program(ECHO)
    assert draft(["2 *3 @alle #tag"], "nn", {}) == ["2 *3 @alle #tag"]


def test_marked_words_are_listed_once():
    assert marked_words("¤a og ¤b, ¤a ¤ 5¤") == ["a", "b"]


def test_marks_are_taken_away():
    assert without_marks("¤a og ¤b ¤") == "a og b ¤"


@pytest.mark.parametrize("form", ["nn", "nb"])
@given(text=MARKDOWN)
@settings(deadline=None, max_examples=10)
@needs_apertium
def test_real_draft_is_built_as_its_original(form, text):
    passages = [passage.text for passage in split_passages(text)]
    drafts = draft(passages, form, {"Volda": "Volda"})
    assert [shape(each) for each in drafts] == [shape(passage) for passage in passages]


@given(text=st.text())
@same_program
def test_hostile_text_gives_one_draft_for_each_passage(program, text):
    program(ECHO)
    passages = [passage.text for passage in split_passages(text)]
    assert len(draft(passages, "nn", {"Volda": "Volda"})) == len(passages)


def test_lost_name_leaves_the_sentence_as_it_was_marked(program):
    program("sys.stdout.write('namnet er borte')")
    assert draft(["Folk i Volda bur"], "nn", {"Volda": "Volda"}) == ["¤Folk i Volda bur"]


@needs_apertium
def test_municipality_is_not_taken_for_a_verb():
    assert draft(["Kommunane Volda og Ørsta"], "nn", {"Volda": "Volda"}) == [
        "Kommunene Volda og Ørsta"
    ]


@needs_apertium
def test_addresses_stay():
    passage = (
        "Sjå [bustad](https://kommune.no/bustad/ikkje) og https://x.no/fleire eller post@bustad.no"
    )
    assert draft([passage], "nn", {}) == [
        "Se [bolig](https://kommune.no/bustad/ikkje) og https://x.no/fleire eller post@bustad.no"
    ]
