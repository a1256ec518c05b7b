"""`rebuild_search` and `check_search`: what they store and what they say."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from initiatives.finding.search import find
from initiatives.finding.snapshot import Snapshot, loading
from initiatives.models import Initiative, Synonyms, Word, WordEntries
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db


def found(snapshot: Snapshot, query: str) -> set[int]:
    return set(find(snapshot, query).entries)


def rebuild(*options: str) -> str:
    out = StringIO()
    call_command("rebuild_search", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def no_reading(monkeypatch):
    """Makes reading the words of an entry an error that names the entries."""

    def refuse(keys):
        raise AssertionError(f"read {list(keys)}")

    return lambda: monkeypatch.setattr(loading, "read_words", refuse)


def test_start_takes_stored_words_instead_of_reading(tokke, no_reading) -> None:
    rebuild()
    no_reading()
    assert found(loading.load(), "vekstkraft") == {tokke.pk}


def test_start_reads_only_entries_that_changed_since(tokke, no_reading) -> None:
    make_initiative(title_nn="Annan")
    rebuild()
    Initiative.objects.filter(pk=tokke.pk).update(title_nn="Noko heilt nytt")
    assert found(loading.load(), "nytt") == {tokke.pk}
    no_reading()
    with pytest.raises(AssertionError, match=rf"read \[{tokke.pk}\]"):
        loading.load()


def test_start_forgets_stored_words_of_what_is_unpublished_and_deleted(tokke) -> None:
    other = make_initiative(title_nn="Vekstkraft")
    rebuild()
    Initiative.objects.filter(pk=tokke.pk).update(status="draft")
    other.delete()
    snapshot = loading.load()
    assert found(snapshot, "vekstkraft") == set()
    assert "vekstkraft" not in snapshot.words_in_use


def test_words_stored_by_other_rules_are_not_used(tokke) -> None:
    rebuild()
    WordEntries.objects.update(rules="old")
    Word.objects.update(rules="old", keys="wrong")
    assert found(loading.load(), "vekstkraft") == {tokke.pk}
    rebuild()
    assert not Word.objects.filter(rules="old").exists()
    assert not WordEntries.objects.filter(rules="old").exists()


def test_rebuild_drops_words_that_are_not_in_use(tokke) -> None:
    Word.objects.create(text="ubrukt", keys="ubrukt", rules="x")
    rebuild()
    assert not Word.objects.filter(text="ubrukt").exists()


def test_rebuild_leaves_alone_what_still_fits(tokke) -> None:
    rebuild()
    assert rebuild() == "Words of 0 entries stored, and the keys of 0 words.\n"
    assert rebuild("--all").startswith("Words of 1 entries stored")


def test_rebuild_stores_anew_when_much_has_changed(tokke) -> None:
    rebuild()
    tokke.save()
    assert rebuild().startswith("Words of 1 entries stored")


ROWS = """group\tquery\ttext\tmatch\tkind
1\tboliger\tbustad\t1\tlex
1\tbolig\tbustadpolitikk\t1\tcomp
2\tby\tbygd\t0\tneg
2\tbolig\tbustad\t0\tneg
3\tfinstikkje\tbustad\t1\tinfl
4\tbustda\tbustad\t1\ttypo
5\tjobb\tarbeidsplass\t1\tsyn
"""


def check(tmp_path, text: str, *options: str) -> list[str]:
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    out = StringIO()
    call_command("check_search", str(path), *options, stdout=out)
    return out.getvalue().splitlines()


def test_check_counts_each_kind_and_false_matches(tmp_path, reference_data) -> None:
    lines = ["lex: 1/1", "comp: 1/1", "infl: 0/1", "typo: 1/1", "syn: 1/1", "false matches: 1/2"]
    assert check(tmp_path, ROWS) == lines


def test_check_lists_what_came_out_wrong(tmp_path, reference_data) -> None:
    assert check(tmp_path, ROWS, "--verbose")[6:] == [
        "false match: neg: bolig / bustad",
        "not found: infl: finstikkje / bustad",
    ]


def test_check_uses_the_editors_synonyms(tmp_path, reference_data) -> None:
    Synonyms.objects.all().delete()
    assert "syn: 0/1" in check(tmp_path, ROWS)


def test_check_leaves_the_catalogue_alone(tmp_path, tokke) -> None:
    check(tmp_path, ROWS)
    assert Initiative.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("query\ttext\tmatch\n", "no column kind"),
        ("", "no column query, text, match, kind"),
        ("query\ttext\tmatch\tkind\na\tb\t2\tx\n", "line 2"),
        ("query\ttext\tmatch\tkind\na\tb\n", "line 2"),
    ],
)
def test_check_names_what_cannot_be_read(tmp_path, reference_data, text, message) -> None:
    with pytest.raises(CommandError, match=message):
        check(tmp_path, text)


def test_check_of_a_missing_file(reference_data) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("check_search", "/nowhere/pairs.tsv")
