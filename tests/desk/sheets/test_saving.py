"""A sheet as a draft: what is stored, and that it is never doubled and never overwrites somebody's
work.
"""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, connections
from django.utils import timezone

from initiatives.desk.editing import history
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.saving import (
    EDITED,
    NOT_DRAFT,
    NOT_FROM_SHEET,
    OTHER_IN_RUN,
    Outcome,
    Run,
)
from initiatives.desk.sheets.texts import NamedText
from initiatives.models import Initiative, Partner, Sheet, SheetLine
from tests.factories import InitiativeFactory

FOLDER = Path(__file__).parents[2] / "data" / "sheets"
HADSEL = (FOLDER / "006.txt").read_text(encoding="utf-8")


def save(text, run=None):
    reference = Reference.load()
    return (run or Run(reference)).save(NamedText("ark.txt", text), place(read(text), reference))


def test_sheet_becomes_a_draft_with_its_lists(reference_data):
    decision = save(HADSEL)
    entry = Initiative.objects.get()
    assert (decision.outcome, decision.initiative) == (Outcome.MADE, entry)
    assert (entry.status, entry.original_form, entry.title_nb, entry.title_nn) == (
        "draft",
        "nb",
        "Økt tilflytting til Hadsel",
        "",
    )
    assert entry.is_presented_unassessed is True
    assert list(entry.municipalitylinks.values_list("term__number", flat=True)) == ["1866"]
    assert list(entry.activitylinks.values_list("position", "term__slug", "wording"))[9:] == [
        (
            10,
            "samarbeid",
            (
                "Samarbeid med næringsliv og/eller frivillige lag og organisasjoner "
                "for å gjøre stedet attraktivt"
            ),
        ),
        (11, "vertskapsordning", "Vertsskapsordning"),
    ]
    assert entry.projects.values_list("name_nb", "start_year", "is_open_ended").first() == (
        "Studenttreff i romjula",
        1991,
        True,
    )
    assert entry.sheet.text == HADSEL


def test_lines_to_look_at_follow_the_draft(reference_data):
    save(
        "Bu i Herøy\n\nIngress.\n\nAktivitetar\n\n • Hestetur\n\nSamarbeidspartnarar\n\n •"
        " Sametinget"
    )
    lines = SheetLine.objects.values_list("number", "kind", "field", "text", "value", "reason")
    assert list(lines) == [
        (1, "not-placed", "municipalities", "Herøy", "", "several-places"),
        (
            1,
            "proposal",
            "municipalities",
            "Bu i Herøy",
            "1515 Herøy (Møre og Romsdal)",
            "several-places",
        ),
        (1, "proposal", "municipalities", "Bu i Herøy", "1818 Herøy (Nordland)", "several-places"),
        (7, "not-placed", "activities", "Hestetur", "", "no-term"),
        (11, "not-placed", "partners", "Sametinget", "", "no-kind"),
    ]
    assert (SheetLine.objects.open().count(), SheetLine.objects.not_placed().count()) == (5, 3)


def test_partners_are_made_once(reference_data):
    before = Partner.objects.count()
    save("Ein\n\nSamarbeidspartnarar\n\n • Næringslivet\n • Sør- Trøndelag Fylkeskommune")
    save("To\n\nSamarbeidspartnarar\n\n • Næringsliv\n • Sør-Trøndelag fylkeskommune")
    assert Partner.objects.count() == before + 2
    names = set(Partner.objects.values_list("name_nn", "name_nb"))
    assert {("Næringslivet", "Næringslivet"), ("Sør-Trøndelag Fylkeskommune", "")} <= names


def test_same_sheet_again_changes_nothing(reference_data):
    save(HADSEL)
    before = Initiative.objects.get().changed_at
    assert save(HADSEL + "\n").outcome is Outcome.UNCHANGED
    assert Initiative.objects.get().changed_at == before


@pytest.mark.parametrize(
    "change",
    [("Kvinner", "Hyttefolk"), ("https://distriktssenteret.no", "http://www.distriktssenteret.no")],
)
def test_changed_sheet_makes_its_draft_anew(reference_data, change):
    save(HADSEL)
    decision = save(HADSEL.replace(*change))
    assert (decision.outcome, Initiative.objects.count(), Sheet.objects.count()) == (
        Outcome.MADE_ANEW,
        1,
        1,
    )


def test_sheet_without_address_is_known_by_its_title(reference_data):
    save(HADSEL)
    without = HADSEL.partition("\n")[2]
    assert save(without.upper().replace("ØKT", "Økt")).outcome is Outcome.MADE_ANEW
    assert Initiative.objects.count() == 1


def test_same_title_with_another_address_is_another_entry(reference_data):
    save("https://example.no/a/\n\nVelkomen heim\n\nIngress.")
    assert save("https://example.no/b/\n\nVelkomen heim\n\nIngress.").outcome is Outcome.MADE
    assert Initiative.objects.count() == 2


def test_edited_draft_is_left_alone(reference_data):
    save(HADSEL)
    Initiative.objects.update(changed_at=timezone.now() + timedelta(minutes=1), lead_nb="Retta")
    decision = save(HADSEL.replace("Kvinner", "Hyttefolk"))
    assert (decision.outcome, decision.reason) == (Outcome.REFUSED, EDITED)
    assert Initiative.objects.get().lead_nb == "Retta"


@pytest.mark.parametrize("status", ["in-review", "published", "archived"])
def test_entry_that_is_no_draft_is_left_alone(reference_data, status):
    entry = save(HADSEL).initiative
    entry.status = status
    entry.save()
    decision = save(HADSEL)
    assert (decision.outcome, decision.reason) == (Outcome.REFUSED, NOT_DRAFT)


def test_entry_that_was_not_made_from_a_sheet_is_left_alone(reference_data):
    InitiativeFactory(title_nn="Velkomen heim", status="draft")
    decision = save("Velkomen  heim\n\nIngress.")
    assert (decision.outcome, decision.reason) == (Outcome.REFUSED, NOT_FROM_SHEET)


def test_made_up_example_of_the_same_title_is_no_hindrance(reference_data):
    InitiativeFactory(title_nn="Velkomen heim", is_example=True)
    assert save("Velkomen heim\n\nIngress.").outcome is Outcome.MADE


def test_two_texts_with_one_title_in_one_run_do_not_overwrite_each_other(reference_data):
    run = Run(Reference.load())
    save("Velkomen heim\n\nEin.", run)
    decision = save("Velkomen heim\n\nTo.", run)
    assert (decision.outcome, decision.reason) == (Outcome.REFUSED, OTHER_IN_RUN)
    assert Initiative.objects.get().lead_nn == "Ein."


def test_sheets_without_a_title_are_never_the_same(reference_data):
    save("Aktivitetar\n\n • Leir")
    assert save("Aktivitetar\n\n • Messe").outcome is Outcome.MADE


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_do_not_double(tmp_path):
    if connection.vendor == "sqlite":
        pytest.skip(
            "the tests' SQLite is one connection; there every transaction waits for the one that"
            " writes"
        )
    reference = Reference.load()
    named, placed = NamedText("ark.txt", HADSEL), place(read(HADSEL), reference)
    ready = threading.Barrier(4)

    def work():
        ready.wait()
        try:
            Run(reference).save(named, placed)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Initiative.objects.filter(title_nb="Økt tilflytting til Hadsel").count() == 1


def test_each_version_of_a_sheet_is_a_version_of_its_draft(reference_data, django_user_model):
    editor = django_user_model.objects.create_user("skribent")
    entry = save(HADSEL, Run(Reference.load(), editor)).initiative
    save(HADSEL.replace("Hadsel", "Hadsel ", 1) + "\nMeir.\n", Run(Reference.load(), editor))
    kept = [history.KeptVersion(revision) for revision in history.versions_of(entry)]
    assert [version.revision.user for version in kept] == [editor, editor]
