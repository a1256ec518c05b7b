"""Differences in words: prose, lists, and input that nobody would write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.editing.differences import MOST_COMPARED, compare, word_pieces
from initiatives.desk.editing.state import State
from initiatives.models import Activity, ActivityLink
from tests.factories import ProjectFactory, make_initiative


def told(before, after):
    return [(piece.kind, piece.text) for piece in word_pieces(before, after)]


def test_words_that_changed_are_marked():
    assert told("Vi bygde bustader.", "Vi bygde ti bustader.") == [
        ("same", "Vi bygde "),
        ("inserted", "ti "),
        ("same", "bustader."),
    ]


def test_paragraph_that_is_alike_is_shortened():
    pieces = told("x " * 400 + "\nslutt", "x " * 400 + "\nende")
    assert len(pieces[0][1]) < 300


def test_very_long_paragraphs_are_shown_whole():
    words = int(MOST_COMPARED**0.5) + 10
    assert [kind for kind, _ in told("a " * words, "b " * words)] == ["deleted", "inserted"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_left_without_the_inserted_is_the_old_text(before, after):
    pieces = list(word_pieces(before, after))
    assert "".join(p.text for p in pieces if p.kind != "inserted") == before
    assert "".join(p.text for p in pieces if p.kind != "deleted") == after


@pytest.fixture
def entry(reference_data):
    return make_initiative(activities=["brev", "annonsering", "brosjyrar"], lead_nn="Før")


def changes_of(entry, change):
    before = State.of(entry)
    change()
    return compare(before, State.of(entry))


def test_field_is_told_by_its_name_with_the_form(entry):
    [difference] = changes_of(entry, lambda: type(entry).objects.update(lead_nn="Etter"))
    assert (difference.label, difference.before, difference.after) == (
        "Ingress [nn]",
        "Før",
        "Etter",
    )


def test_values_are_told_as_the_editor_reads_them(entry):
    change = {"is_presented_unassessed": True, "confirmed_on": "2026-02-01", "scope": "county"}
    differences = changes_of(entry, lambda: type(entry).objects.update(**change))
    assert [difference.after for difference in differences] == ["Fylke", "ja", "1. februar 2026"]


def test_rows_are_told_as_added_removed_changed_and_moved(entry):
    def change():
        rows = entry.activitylinks
        rows.filter(term__slug="brev").delete()
        rows.filter(term__slug="annonsering").update(wording="Annonsar", position=9)
        ActivityLink.objects.create(
            initiative=entry, term=Activity.objects.get(slug="utstilling"), position=8
        )

    [difference] = changes_of(entry, change)
    assert [row.kind for row in difference.rows] == ["removed", "moved", "added", "changed"]
    assert (difference.rows[1].before, difference.rows[1].after) == (3, 1)


def test_project_that_changed_its_years_is_the_same_project(entry):
    project = ProjectFactory(initiative=entry, name_nn="Lårdal")
    [difference] = changes_of(entry, lambda: type(project).objects.update(start_year=2012))
    assert [row.kind for row in difference.rows] == ["changed"]


def test_what_an_older_version_did_not_know_of_does_not_differ(entry):
    state = State.of(entry)
    assert compare(state.without({"owner"}), state) == []
