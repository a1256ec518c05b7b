"""Which paragraph of the translation belongs to which of the original, also after either has
changed.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.translation.side_by_side import SideBySide, match
from initiatives.models import Initiative, Translation, TranslationState
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


def sides(initiative, field="body"):
    """The rows of a field as (original, translation, state), and what is left over."""
    beside = SideBySide.of(Initiative.objects.get(pk=initiative.pk))
    fields = next(fields for fields in beside.fields if fields.name == field)
    return [(row.original, row.text, row.state.value) for row in fields.rows], list(
        fields.left_over
    )


def state(initiative):
    """The state as it is stored; None when nothing is."""
    return Translation.objects.filter(initiative=initiative).values_list("state", flat=True).first()


def make(**texts):
    return InitiativeFactory(title_nn="Tittel", **texts)


def save(initiative, **texts):
    for name, text in texts.items():
        setattr(initiative, name, text)
    initiative.save()
    return initiative


def test_entry_in_one_form_has_empty_rows_and_no_state():
    entry = make(body_nn="Ein\n\nTo")
    assert sides(entry) == ([("Ein", "", "empty"), ("To", "", "empty")], [])
    assert (state(entry), SideBySide.of(entry).state) == (None, TranslationState.NONE)


def test_entry_with_both_forms_counts_as_approved():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\r\n\r\nTo")
    assert sides(entry) == ([("Ein", "En", "approved"), ("To", "To", "approved")], [])
    assert state(entry) == "approved"


def test_changed_paragraph_of_the_original_is_shown():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\n\nTo")
    save(entry, body_nn="Ein\n\nTo og tre")
    assert sides(entry) == ([("Ein", "En", "approved"), ("To og tre", "To", "changed")], [])
    assert state(entry) == "changed"


def test_change_is_seen_in_an_entry_of_which_nothing_was_noted():
    entry = make(title_nb="Tittel", body_nn="Ein", body_nb="En")
    Translation.objects.all().delete()
    save(Initiative.objects.get(pk=entry.pk), body_nn="To")
    assert state(entry) == "changed"


def test_new_paragraph_moves_no_other():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\n\nTo")
    save(entry, body_nn="Ny\n\nEin\n\nTo")
    assert sides(entry)[0] == [
        ("Ny", "", "empty"),
        ("Ein", "En", "approved"),
        ("To", "To", "approved"),
    ]
    assert state(entry) == "changed"


def test_translation_of_a_removed_paragraph_is_left_over():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo\n\nTre", body_nb="En\n\nTo b\n\nTre b")
    save(entry, body_nn="Ein\n\nTre")
    assert sides(entry) == ([("Ein", "En", "approved"), ("Tre", "Tre b", "approved")], ["To b"])


def test_translation_that_is_mended_beside_its_changed_original_is_approved():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\n\nTo")
    save(entry, body_nn="Ein\n\nTo nye", body_nb="En\n\nTo nye b")
    assert state(entry) == "approved"


def test_mending_one_paragraph_approves_no_other():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\n\nTo b")
    save(entry, body_nn="Ein\n\nTo nye")
    save(entry, body_nb="En mendet\n\nTo b")
    assert [row[2] for row in sides(entry)[0]] == ["approved", "changed"]


def test_change_back_makes_the_translation_current_again():
    entry = make(title_nb="Tittel", body_nn="Ein", body_nb="En")
    save(entry, body_nn="Ein og to")
    save(entry, body_nn="Ein")
    assert state(entry) == "approved"


def test_line_breaks_alone_change_nothing():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="En\n\nTo")
    save(entry, body_nn="Ein\r\n\r\nTo\r\n")
    assert state(entry) == "approved"


def test_longer_translation_has_its_rest_in_the_last_row():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="a\n\nb\n\nc\n\nd")
    assert sides(entry)[0] == [("Ein", "a", "approved"), ("To", "b\n\nc\n\nd", "approved")]


def test_shorter_translation_counts_as_approved():
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo", body_nb="a")
    assert (sides(entry)[0], state(entry)) == (
        [("Ein", "a", "approved"), ("To", "", "approved")],
        "approved",
    )


def test_entry_with_some_fields_in_both_forms_is_translated_in_part():
    assert state(make(title_nb="Tittel", body_nn="Ein")) == "part"


def test_text_in_the_other_form_alone_is_left_over():
    entry = make(title_nb="Tittel", closing_note_nb="Berre her")
    assert sides(entry, "closing_note") == ([], ["Berre her"])


def test_emptied_translation_is_not_translated():
    entry = make(title_nb="Tittel", body_nn="Ein", body_nb="En")
    save(entry, title_nb="", body_nb="")
    assert state(entry) == "none"


def test_two_queries_whatever_there_is(django_assert_num_queries):
    entry = make(title_nb="Tittel", body_nn="Ein\n\nTo\n\nTre", body_nb="En")
    with django_assert_num_queries(2):
        SideBySide.of(entry)


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abcd"), max_size=6))
def test_each_one_before_is_matched_once_or_left_over(before, now):
    pairs, lost = match(before, now)
    assert (len(pairs), sorted([*(pair for pair in pairs if pair is not None), *lost])) == (
        len(now),
        list(range(len(before))),
    )
