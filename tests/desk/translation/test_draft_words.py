"""Words of machine drafts: entries are found by them, and nobody is shown them."""

import pytest
from django.core.management import CommandError, call_command

from initiatives.desk.translation.draft_words import new_words
from initiatives.finding.search import find, suggestions
from initiatives.finding.snapshot import loading
from initiatives.models import DraftWords, Initiative
from tests.desk.translation.conftest import needs_apertium
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

# Writes another word where it reads «stønad».
TRANSLATING = "sys.stdout.write(sys.stdin.read().replace('stønad', 'zubbel'))"


@pytest.fixture
def entry():
    return InitiativeFactory(title_nn="Økonomisk stønad")


def draft_words():
    call_command("draft_words", verbosity=0)


def found(query, snapshot=None):
    return list(find(snapshot or loading.load(), query).entries)


def test_entry_is_found_by_the_words_of_its_draft(entry, program):
    program(TRANSLATING)
    before = loading.load()
    draft_words()
    assert (found("zubbel", before), found("zubbel"), found("zubbel", loading.update(before))) == (
        [],
        [entry.pk],
        [entry.pk],
    )


def test_words_are_kept_when_search_is_rebuilt(entry, program):
    program(TRANSLATING)
    draft_words()
    call_command("rebuild_search", verbosity=0)
    assert found("zubbel") == [entry.pk]


def test_words_of_drafts_are_not_suggested(entry, program):
    program(TRANSLATING)
    draft_words()
    assert "zubbel" not in suggestions(loading.load(), "zubbell")


def test_words_of_drafts_are_on_no_page(entry, program, client):
    program(TRANSLATING)
    draft_words()
    response = client.get("/nb/tiltak/?q=zubbel")
    assert "Økonomisk stønad" in response.content.decode()
    assert "zubbel" not in client.get(f"/nb/tiltak/{entry.slug}/").content.decode()


def test_hit_in_a_draft_comes_after_one_in_a_title(entry, program):
    program(TRANSLATING)
    draft_words()
    other = InitiativeFactory(title_nn="Zubbel")
    tiers = [list(tier) for tier in find(loading.load(), "zubbel").tiers]
    assert tiers[:3] == [[other.pk], [], [entry.pk]]


def test_only_what_has_changed_is_drafted_anew(entry, program):
    program(TRANSLATING)
    draft_words()
    program("sys.exit(1)")
    draft_words()
    entry.title_nn = "Noko anna"
    entry.save()
    with pytest.raises(CommandError):
        draft_words()


def test_translated_entries_and_drafts_of_entries_have_no_draft_words(entry, program):
    program(TRANSLATING)
    InitiativeFactory(title_nn="stønad", status="draft")
    draft_words()
    Initiative.objects.filter(pk=entry.pk).update(title_nb="Støtte")
    draft_words()
    assert DraftWords.objects.count() == 0


@pytest.mark.usefixtures("no_program")
def test_nothing_is_done_without_the_program(entry):
    call_command("draft_words", verbosity=0)
    assert DraftWords.objects.count() == 0


def test_words_that_search_finds_already_are_left_out():
    assert new_words("Kommunane byggjer bustader", "Kommunene bygger ¤boliger zubbel") == ["zubbel"]


@needs_apertium
def test_bokmal_word_finds_tokke_through_the_real_program(tokke):
    assert found("fraflytning") == []
    draft_words()
    assert found("fraflytning") == [tokke.pk]
