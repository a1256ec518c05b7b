"""Drafts stay apart from what is published until each paragraph is approved, and nobody's text is
lost.
"""

import pytest

from initiatives.desk.translation.keeping import (
    Typed,
    approve,
    keep_state,
    save_typed,
    store_machine_drafts,
)
from initiatives.desk.translation.side_by_side import SideBySide
from initiatives.models import Initiative, Translation, TranslationDraft
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return InitiativeFactory(title_nn="Tittel", body_nn="Ein\n\nTo")


def rows(entry):
    return {row.key: row for row in SideBySide.of(Initiative.objects.get(pk=entry.pk)).rows}


def type_text(entry, key, text, opened=None, approved=()):
    """Saves a text as the page does, from what it showed unless `opened` says otherwise."""
    given = Typed(key, opened or rows(entry)[key].opened, text)
    merged = save_typed(entry, [given], approved, None)
    keep_state(entry)
    return merged


def published(entry):
    entry.refresh_from_db()
    return entry.title_nb, entry.body_nb


def state(entry):
    return Translation.objects.get(initiative=entry).state


def test_typed_text_is_a_draft_and_not_public(entry):
    type_text(entry, "body-0", "En")
    row = rows(entry)["body-0"]
    assert (row.text, row.state, published(entry), state(entry)) == (
        "En",
        "typed",
        ("", ""),
        "draft",
    )


def test_unchanged_text_is_not_stored(entry):
    assert type_text(entry, "body-0", "").saved == []
    assert TranslationDraft.objects.count() == 0


def test_approved_paragraph_waits_for_the_rest_of_its_field(entry):
    type_text(entry, "body-0", "En")
    assert approve(entry, ["body-0"], None) == []
    assert (rows(entry)["body-0"].state, published(entry)) == ("waiting", ("", ""))


def test_field_is_published_when_all_its_paragraphs_are_approved(entry):
    for key, text in (("body-0", "En"), ("body-1", "To b")):
        type_text(entry, key, text)
        names = approve(entry, [key], None)
    assert (names, published(entry), state(entry)) == (["body"], ("", "En\n\nTo b"), "part")
    assert TranslationDraft.objects.count() == 0


def test_whole_entry_is_approved(entry):
    for key, text in (("title-0", "Tittelen"), ("body-0", "En"), ("body-1", "To b")):
        type_text(entry, key, text)
    assert approve(entry, list(rows(entry)), None) == ["title", "body"]
    assert (published(entry), state(entry)) == (("Tittelen", "En\n\nTo b"), "approved")


def test_row_without_text_is_not_approved(entry):
    assert (approve(entry, ["title-0"], None), published(entry)) == ([], ("", ""))


def test_approving_takes_marks_away(entry):
    type_text(entry, "title-0", "¤Ukjend tittel")
    approve(entry, ["title-0"], None)
    assert published(entry)[0] == "Ukjend tittel"


def test_text_that_is_changed_after_approval_is_a_draft_again(entry):
    type_text(entry, "body-0", "En")
    approve(entry, ["body-0"], None)
    type_text(entry, "body-0", "Enn")
    assert rows(entry)["body-0"].state == "typed"


def test_draft_of_a_published_paragraph_leaves_the_published_one(entry):
    type_text(entry, "title-0", "Gamal")
    approve(entry, ["title-0"], None)
    type_text(entry, "title-0", "Ny")
    assert (published(entry)[0], rows(entry)["title-0"].state) == ("Gamal", "typed")


def test_translation_that_is_still_right_is_approved_as_it_stands(entry):
    type_text(entry, "title-0", "Tittelen")
    approve(entry, ["title-0"], None)
    entry.title_nn = "Tittel!"
    entry.save()
    assert rows(entry)["title-0"].state == "changed"
    approve(entry, ["title-0"], None)
    assert (rows(entry)["title-0"].state, published(entry)[0]) == ("approved", "Tittelen")


def test_left_over_paragraph_goes_when_its_field_is_approved():
    entry = InitiativeFactory(title_nn="T", title_nb="T", body_nn="Ein\n\nTo", body_nb="En\n\nTo b")
    entry.body_nn = "Ein"
    entry.save()
    assert approve(entry, ["body-0"], None) == ["body"]
    assert (published(entry)[1], state(entry)) == ("En", "approved")


def test_other_fields_of_the_entry_are_left_as_they_are(entry):
    Initiative.objects.filter(pk=entry.pk).update(owner="Kommunen")
    type_text(entry, "title-0", "Tittelen")
    approve(entry, ["title-0"], None)
    assert Initiative.objects.get(pk=entry.pk).owner == "Kommunen"


def test_machine_drafts_fill_only_what_is_empty(entry):
    opened = rows(entry)
    type_text(entry, "body-0", "Mitt")
    texts = {key: (row.source, f"maskin {key}") for key, row in opened.items()}
    assert store_machine_drafts(entry, texts, None) == 2
    assert {key: (row.text, row.state.value) for key, row in rows(entry).items()} == {
        "title-0": ("maskin title-0", "machine"),
        "body-0": ("Mitt", "typed"),
        "body-1": ("maskin body-1", "machine"),
    }
    assert published(entry) == ("", "")


def test_machine_draft_of_an_original_that_has_changed_is_not_kept(entry):
    assert store_machine_drafts(entry, {"title-0": ("000000000000", "Maskin")}, None) == 0


def test_two_editors_of_one_paragraph_are_told(entry):
    opened = rows(entry)["body-0"].opened
    type_text(entry, "body-0", "Hennar", opened)
    merged = type_text(entry, "body-0", "Hans", opened)
    assert (merged.conflicts, rows(entry)["body-0"].text) == ({"body-0": "Hans"}, "Hennar")


def test_two_editors_of_different_paragraphs_both_save(entry):
    opened = rows(entry)
    type_text(entry, "body-0", "Hennar", opened["body-0"].opened)
    merged = type_text(entry, "body-1", "Hans", opened["body-1"].opened)
    assert (merged.conflicts, [row.text for row in rows(entry).values()]) == (
        {},
        ["", "Hennar", "Hans"],
    )


def test_two_editors_who_type_the_same_are_not_bothered(entry):
    opened = rows(entry)["body-0"].opened
    type_text(entry, "body-0", "Likt", opened)
    assert type_text(entry, "body-0", "Likt", opened).conflicts == {}


def test_nobody_approves_what_they_have_not_seen(entry):
    type_text(entry, "body-0", "Sett")
    opened = rows(entry)["body-0"].opened
    type_text(entry, "body-0", "Endra av ein annan")
    merged = type_text(entry, "body-0", "Sett", opened, approved=["body-0"])
    assert (merged.approved, merged.conflicts) == (set(), {"body-0": "Sett"})


def test_text_follows_its_paragraph_when_others_come_above(entry):
    opened = rows(entry)["body-1"].opened
    entry.body_nn = "Ny\n\nEin\n\nTo"
    entry.save()
    merged = type_text(entry, "body-1", "To b", opened)
    assert (merged.saved, rows(entry)["body-2"].text) == (["body-2"], "To b")


def test_text_for_a_paragraph_that_is_gone_is_given_back(entry):
    opened = rows(entry)["body-1"].opened
    entry.body_nn = "Ein"
    entry.save()
    assert type_text(entry, "body-1", "To b", opened).homeless == ["To b"]


def test_drafts_follow_their_paragraphs_when_others_come_above(entry):
    type_text(entry, "body-0", "En")
    type_text(entry, "body-1", "To b")
    entry.body_nn = "Ny\n\nEin\n\nTo"
    entry.save()
    type_text(entry, "body-0", "Ny b")
    assert [row.text for row in rows(entry).values()] == ["", "Ny b", "En", "To b"]


def test_draft_of_a_changed_original_is_not_published_unread(entry):
    type_text(entry, "body-0", "En")
    type_text(entry, "body-1", "To b")
    approve(entry, ["body-0"], None)
    entry.body_nn = "Ein endra\n\nTo"
    entry.save()
    assert approve(entry, ["body-1"], None) == []
    assert (rows(entry)["body-0"].state, published(entry)) == ("typed", ("", ""))


@pytest.mark.parametrize("key", ["", "body", "body-99", "nowhere-0", "title-0-x"])
def test_unknown_row_gives_the_text_back(entry, key):
    assert save_typed(entry, [Typed(key, "x.y", "Tekst")], [], None).homeless == ["Tekst"]


def test_draft_of_a_changed_paragraph_stays_with_it_when_others_come_above(entry):
    type_text(entry, "body-0", "En")
    type_text(entry, "body-1", "To b")
    entry.body_nn = "Ny\n\nEin\n\nTo endra"
    entry.save()
    assert [row.text for row in rows(entry).values()] == ["", "", "En", "To b"]


def test_draft_of_a_changed_paragraph_goes_to_no_other(entry):
    type_text(entry, "body-1", "To b")
    entry.body_nn = "Ein\n\nTo endra"
    entry.save()
    assert [row.text for row in rows(entry).values()] == ["", "", "To b"]


def test_draft_of_a_removed_paragraph_is_kept(entry):
    type_text(entry, "body-1", "To b")
    entry.body_nn = "Ein"
    entry.save()
    entry.body_nn = "Ein\n\nTo"
    entry.save()
    assert [row.text for row in rows(entry).values()] == ["", "", "To b"]
