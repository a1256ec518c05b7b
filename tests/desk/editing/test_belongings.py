"""Lines of a sheet and drafts of a translation: a working copy has its own, and hands back what was
done.
"""

import pytest
from reversion.models import Revision

from initiatives.desk.editing import copies
from initiatives.desk.translation import keeping
from initiatives.desk.translation.side_by_side import SideBySide, by_key
from initiatives.models import Initiative, SheetLine
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(reference_data):
    """A published entry with an open line of its sheet, and a draft of its lead that nobody has
    approved.
    """
    made = InitiativeFactory(title_nn="Tittel", lead_nn="Ingress", main_goal_nn="Mål")
    SheetLine.objects.create(
        initiative=made, number=7, text="Hestetur", kind="not-placed", reason="no-term"
    )
    draft(made, "lead-0", "Ingressen")
    return made


def draft(entry, key, text):
    row = by_key(SideBySide.of(entry).rows)[key]
    keeping.save_typed(entry, [keeping.Typed(key, row.opened, text)], [], None)
    keeping.keep_state(entry)


def approve(entry, key):
    keeping.approve(entry, [key], None)


def drafts(entry):
    return sorted(entry.translation_drafts.values_list("field", "text"))


def open_lines(entry):
    return list(entry.sheetlines.open().values_list("text", flat=True))


def test_copy_shows_the_lines_and_drafts_of_its_entry(entry):
    copy = copies.start(entry, None)
    assert (open_lines(copy), drafts(copy)) == (["Hestetur"], [("lead", "Ingressen")])
    assert copy.translations.get().state == "draft"


def test_entry_keeps_its_own_meanwhile(entry):
    copies.start(entry, None)
    assert (open_lines(entry), drafts(entry)) == (["Hestetur"], [("lead", "Ingressen")])


def test_line_that_was_dealt_with_in_the_change_is_dealt_with(entry):
    copy = copies.start(entry, None)
    copy.sheetlines.update(is_dealt_with=True)
    copies.publish(copy, None)
    assert (open_lines(entry), entry.sheetlines.count()) == ([], 1)


def test_line_that_was_dealt_with_in_a_change_thrown_away_is_open(entry):
    copy = copies.start(entry, None)
    copy.sheetlines.update(is_dealt_with=True)
    copies.discard(copy, None)
    assert open_lines(entry) == ["Hestetur"]


def test_drafts_that_nobody_touched_are_there_once(entry):
    copies.publish(copies.start(entry, None), None)
    assert drafts(entry) == [("lead", "Ingressen")]


def test_draft_that_was_approved_in_the_change_is_gone(entry):
    copy = copies.start(entry, None)
    approve(copy, "lead-0")
    published = copies.publish(copy, None)
    assert (published.lead_nb, drafts(entry)) == ("Ingressen", [])


def test_draft_that_was_approved_in_the_entry_does_not_come_back(entry):
    copy = copies.start(entry, None)
    approve(entry, "lead-0")
    published = copies.publish(copy, None)
    assert (published.lead_nb, drafts(entry)) == ("Ingressen", [])


def test_drafts_of_both_since_the_change_was_begun_stay(entry):
    copy = copies.start(entry, None)
    draft(copy, "title-0", "Frå endringa")
    draft(entry, "main_goal-0", "Frå tiltaket")
    copies.publish(copy, None)
    assert drafts(entry) == [
        ("lead", "Ingressen"),
        ("main_goal", "Frå tiltaket"),
        ("title", "Frå endringa"),
    ]


def test_drafts_of_a_change_thrown_away_leave_those_of_the_entry(entry):
    copy = copies.start(entry, None)
    draft(copy, "lead-0", "Anna ingress")
    copies.discard(copy, None)
    assert drafts(entry) == [("lead", "Ingressen")]


def test_approval_in_the_entry_meanwhile_is_kept_beside_another_change(reference_data):
    """The original of the title was changed before; its translation was looked at while a change
    was open.
    """
    entry = InitiativeFactory(title_nn="Tittel", title_nb="Tittelen", lead_nn="Ingress")
    entry.title_nn = "Ny tittel"
    entry.save()
    copy = copies.start(entry, None)
    Initiative.objects.filter(pk=copy.pk).update(lead_nn="I endringa")
    draft(entry, "title-0", "Ny tittel på bokmål")
    approve(entry, "title-0")
    published = copies.publish(copy, None)
    assert (published.title_nb, published.translations.get().state) == (
        "Ny tittel på bokmål",
        "part",
    )


def test_approval_of_the_same_text_in_the_entry_meanwhile_is_kept(reference_data):
    """Somebody found that the translation still fits the changed original, while a change was
    open.
    """
    entry = InitiativeFactory(
        title_nn="Tittel", title_nb="Tittelen", lead_nn="", body_nn="", main_goal_nn=""
    )
    approve(entry, "title-0")
    entry.title_nn = "Ny tittel"
    entry.save()
    copy = copies.start(entry, None)
    Initiative.objects.filter(pk=copy.pk).update(owner="Kommunen")
    approve(entry, "title-0")
    assert entry.translations.get().state == "approved"
    published = copies.publish(copy, None)
    assert (published.owner, published.translations.get().state) == ("Kommunen", "approved")


def test_change_from_before_changes_were_lent_drafts_takes_none_away(entry):
    copy = copies.start(entry, None)
    copy.translation_drafts.all().delete()
    Revision.objects.update(comment='{"what": "created"}')
    assert drafts(copies.publish(copy, None)) == [("lead", "Ingressen")]
