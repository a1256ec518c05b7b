"""What an editor is shown of a placed sheet, what programs are told, and which entry it is of."""

import pytest
from django.utils import translation

from initiatives.desk.sheets.as_json import as_json, as_json_error
from initiatives.desk.sheets.headings import OWN_HEADINGS, Section
from initiatives.desk.sheets.looking import lines_of
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.results import PlacedPartner
from initiatives.desk.sheets.saving import Outcome, Run, find_entry, headings_that_differ
from initiatives.desk.sheets.texts import NamedText
from initiatives.language import FORMS
from initiatives.models import Initiative, Partner, PartnerKind, Reason, Scope, SheetLine, Status
from tests.factories import InitiativeFactory, PartnerFactory

LEAD = "Tittel\n\nIngress."


def placed(reference, text):
    return place(read(text), reference)


def lines(reference, text):
    found = lines_of(placed(reference, text), reference)
    return [(line.number, line.kind, line.field, line.text, line.value) for line in found]


# Lines for an editor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD, []),
        (
            f"{LEAD}\n\nAktivitetar\n\n• Hestetur",
            [(7, "not-placed", "activities", "Hestetur", "")],
        ),
        (
            f"{LEAD}\n\nSamarbeidspartnarar\n\n• Sametinget",
            [(7, "not-placed", "partners", "Sametinget", "")],
        ),
        (
            f"{LEAD}\n\nSamarbeidspartnarar\n\n• Bø idrettslag",
            [(7, "proposal", "partners", "Bø idrettslag", "Frivillige lag og organisasjonar")],
        ),
        (
            f"{LEAD}\n\nVi bur i Tokke.",
            [(5, "proposal", "municipalities", "Vi bur i Tokke.", "4034 Tokke")],
        ),
        (
            f"{LEAD}\n\nVi bur i Nordland.",
            [(5, "proposal", "counties", "Vi bur i Nordland.", "18 Nordland")],
        ),
        (
            f"{LEAD}\n\nVi fekk 1 500 000 kroner.",
            [(5, "proposal", "amount_nok", "Vi fekk 1 500 000 kroner.", "1\u00a0500\u00a0000 kr")],
        ),
        (
            f"{LEAD}\n\nSjå a.no.",
            [(5, "proposal", "website", "Sjå a.no.", "https://a.no")],
        ),
        (
            f"{LEAD}\n\nSalsargumxnx\n\nTekst.",
            [(5, "proposal", "section", "Salsargumxnx", "Viktigaste salsargument")],
        ),
        (
            f"{LEAD}\n\nMålgrupper\n\nVi inviterte ungdom på tur og mat",
            [
                (7, "not-placed", "target_groups", "Vi inviterte ungdom på tur og mat", ""),
                (7, "proposal", "target_groups", "Vi inviterte ungdom på tur og mat", "Ungdom"),
            ],
        ),
        (f"Delprosjekt: –\n\n{LEAD}\n\nLys 2010–2012.", []),
        (f"{LEAD}\n\nFor kven\n\n• Ungdom\n• Hestar\n• Kyr", []),
        (
            f"{LEAD}\n\nFor kven\n\n• Ungdom\n• Hestar",
            [(5, "proposal", "section", "For kven", "Målgrupper")],
        ),
        (
            f"{LEAD}\n\nPeriodx\n\nTekst.",
            [(5, "proposal", "section", "Periodx", "period")],
        ),
        (
            f"{LEAD}\n\nTilflyttingsarbeid i norske distriktskommunar\n\n[avkorta]",
            [(7, "proposal", "presented_unassessed", "[avkorta]", "Ja")],
        ),
        (
            f"{LEAD}\n\nMålgrupper\n\n• Tilbakeflyttararr",
            [(7, "proposal", "target_groups", "Tilbakeflyttararr", "Potensielle tilbakeflyttarar")],
        ),
    ],
)
def test_lines_to_look_at(reference, text, expected) -> None:
    assert lines(reference, text) == expected


def test_sheet_without_a_title_proposes_how_its_text_begins(reference) -> None:
    long = "Dette er ein lang tekst. " * 6
    (line,) = (row for row in lines(reference, f"{long}\n\nMeir.") if row[2] == "title")
    assert line[4] == (("Dette er ein lang tekst. " * 4).strip() + " …")
    (line,) = (row for row in lines(reference, "Kort tekst. Ja.\n\nMeir.") if row[2] == "title")
    assert line[4] == "Kort tekst. Ja."


@pytest.mark.parametrize("form", FORMS)
def test_proposal_is_shown_in_the_form_of_the_editor(reference, form) -> None:
    text = f"{LEAD}\n\nSalsargumxnx\n\nTekst."
    with translation.override(form):
        ((*_rest, value),) = lines(reference, text)
    assert value == OWN_HEADINGS[form][Section.SELLING_POINTS]


@pytest.mark.parametrize(("length", "is_told"), [(200, False), (201, True)])
def test_partner_whose_name_has_no_room_is_told_of(reference, length, is_told) -> None:
    name = "Nabokommunen ".ljust(length, "x")
    found = lines_of(placed(reference, f"{LEAD}\n\nSamarbeidspartnarar\n\n• {name}"), reference)
    assert [line.reason for line in found] == ([Reason.TOO_LONG] if is_told else [])


@pytest.mark.parametrize(
    ("url", "address", "left"),
    [
        ("https://tokke.no/a", "https://tokke.no/a", []),
        ("www.tokke.no", "https://www.tokke.no", []),
        ("https://tokke", "", [Reason.NO_ADDRESS]),
        ("https://tokke.no/" + "a" * 500, "", [Reason.TOO_LONG]),
    ],
)
def test_address_of_the_source(reference, url, address, left) -> None:
    sheet = placed(reference, f"{url}\n\n{LEAD}")
    assert (sheet.source_url, [line.reason for line in sheet.unplaced]) == (address, left)


@pytest.mark.parametrize(("length", "is_placed"), [(300, True), (301, False)])
def test_wording_that_no_field_has_room_for_is_told_of(reference, length, is_placed) -> None:
    sheet = placed(reference, f"{LEAD}\n\nAktivitetar\n\n• {'x' * length}")
    assert len(sheet.terms[Section.ACTIVITIES]) == is_placed
    assert [line.reason for line in sheet.unplaced] == ([] if is_placed else [Reason.TOO_LONG])


def test_source_that_the_text_names_again_is_not_proposed(reference) -> None:
    text = f"https://a.no/\n\n{LEAD}\n\nSjå a.no og b.no."
    assert [row[4] for row in lines(reference, text)] == ["https://b.no"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("a", "kommune", "x", False), ("b", "kommune", "x", False), True),
        (("a", "kommune", "x", False), ("b", "kommune", "y", False), False),
        (("a", "kommune", "x", False), ("b", "kommune", "", True), False),
        (("a", "kommune", "", True), ("b", "kommune", "", True), True),
        (("a", "kommune", "", True), ("b", "nav", "", True), False),
        (("a", "kommune", "", True), ("b", "kommune", "", False), False),
    ],
)
def test_partners_that_are_the_same_body(one, other, is_same) -> None:
    assert PlacedPartner(*one, 1).is_same_body(PlacedPartner(*other, 2)) is is_same


# For programs


def test_sheet_as_programs_are_told_of_it(reference) -> None:
    text = (
        "Fagområde: Tilflytting\n\nBu i Tokke\n\nIngress.\n\nLys 2010–2012.\n\n"
        "Aktivitetar\n\n• Hestetur\n\nSamarbeidspartnarar\n\n• Tokke kommune\n\nHovudmål\n\nFolk"
    )
    assert as_json("a.txt", placed(reference, text)) == {
        "file": "a.txt",
        "title": "Bu i Tokke",
        "original_language": "nn",
        "source_url": "",
        "subject_areas": ["tilflytting"],
        "activities": [{"wording": "Hestetur", "term": None}],
        "selling_points": [],
        "target_groups": [],
        "partners": [{"wording": "Tokke kommune", "kind": "kommune"}],
        "lead": "Ingress.",
        "body": "Lys 2010–2012.",
        "main_goal": "Folk",
        "projects": [{"name": "Lys", "start_year": 2010, "end_year": 2012, "open_ended": False}],
        "municipalities": ["4034"],
        "counties": [],
        "presented_unassessed": False,
        "closing_note": "",
        "proposals": [
            {
                "field": "projects",
                "value": "Lys: 2010–2012",
                "from_line": 7,
                "reason": "The years stand in the text.",
            }
        ],
        "unplaced": [],
    }


def test_line_that_is_not_placed_is_told_in_english(reference) -> None:
    told = as_json("a.txt", placed(reference, f"Kommune: Bygda\n\n{LEAD}"))["unplaced"]
    reason = "No municipality or county has this name."
    assert told == [{"line": 1, "text": "Bygda", "reason": reason}]


def test_file_that_is_no_sheet_is_told_with_its_reason() -> None:
    assert as_json_error("a.txt", "Tom") == {"file": "a.txt", "error": "Tom"}


# Which entry


@pytest.mark.parametrize(
    ("address", "is_found"),
    [
        ("https://a.no/b", True),
        ("http://www.a.no/b/", True),
        ("https://a.no/c", False),
    ],
)
def test_entry_with_the_same_source_is_the_one_of_the_sheet(reference, address, is_found) -> None:
    entry = InitiativeFactory(title_nn="Noko anna", source_url=address)
    found = find_entry(placed(reference, f"https://a.no/b\n\n{LEAD}"))
    assert found == (entry if is_found else None)


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"title_nn": "TITTEL."}, True),
        ({"title_nn": "Anna", "title_nb": "Tittel"}, True),
        ({"title_nn": "Tittel!?"}, False),
        ({"title_nn": "Tittel", "is_example": True}, False),
        ({"title_nn": "Tittel", "source_url": "https://b.no"}, True),
    ],
)
def test_entry_with_the_same_title_is_the_one_of_the_sheet(reference, fields, is_found) -> None:
    entry = InitiativeFactory(slug="x", **fields)
    assert find_entry(placed(reference, LEAD)) == (entry if is_found else None)


def test_entry_with_the_same_title_from_another_source_is_another(reference) -> None:
    InitiativeFactory(title_nn="Tittel", source_url="https://b.no")
    assert find_entry(placed(reference, f"https://a.no/b\n\n{LEAD}")) is None


def test_sheet_without_a_title_has_no_entry(reference) -> None:
    InitiativeFactory(title_nn="", slug="x", status=Status.DRAFT)
    assert find_entry(placed(reference, "Kort tekst. Ja.\n\nMeir.")) is None


# What is stored


def save(text) -> Initiative:
    reference = Reference.load()
    decision = Run(reference).save(NamedText("ark.txt", text), placed(reference, text))
    assert decision.outcome == Outcome.MADE
    return decision.initiative


@pytest.mark.parametrize(
    ("title", "scope"),
    [
        ("Bu i Tokke", Scope.MUNICIPALITY),
        ("Bu i Tokke og Vinje", Scope.INTER_MUNICIPAL),
        ("Bu i Nordland", Scope.COUNTY),
        ("Flytt heim", Scope.MUNICIPALITY),
    ],
)
def test_scope_follows_from_the_places(reference_data, title, scope) -> None:
    assert save(f"{title}\n\nIngress.").scope == scope


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("AKTIVITETAR", {}),
        ("Aktiviteter", {"activities": "Aktiviteter"}),
        ("Periode: 2012", {}),
    ],
)
def test_headings_are_kept_where_they_differ(reference, heading, kept) -> None:
    sheet = placed(reference, f"Målform: nynorsk\n\n{LEAD}\n\n{heading}\n\n• Brev")
    assert headings_that_differ(sheet) == kept


def test_wording_is_kept_where_it_is_not_the_label(reference_data) -> None:
    entry = save(f"{LEAD}\n\nMålgrupper\n\n• Ungdom\n• kvinnene")
    links = entry.targetgrouplinks.values_list("position", "term__slug", "wording")
    assert list(links) == [(1, "ungdom", ""), (2, "kvinner", "kvinnene")]


def test_partner_that_is_there_is_linked_and_a_new_one_is_made(reference_data) -> None:
    known = PartnerFactory(name_nn="Tokke vekst", name_nb="")
    partners = "• Tokke Vekst.\n• Bø  kommune\n• Sametinget"
    entry = save(f"Målform: nynorsk\n\n{LEAD}\n\nSamarbeidspartnarar\n\n{partners}")
    made = Partner.objects.exclude(pk=known.pk).get()
    assert [(link.term, link.wording) for link in entry.partnerlinks.all()] == [
        (known, "Tokke Vekst"),
        (made, "Bø  kommune"),
    ]
    assert (made.name_nn, made.name_nb, made.kind.slug) == ("Bø kommune", "", "kommune")


def test_whole_kind_becomes_a_partner_with_the_name_of_the_kind(reference_data) -> None:
    entry = save(f"{LEAD}\n\nSamarbeidspartnarar\n\n• Næringsliv")
    (link,) = entry.partnerlinks.all()
    kind = link.term.kind
    assert (kind.slug, link.term.name_nn, link.term.name_nb) == (
        "naeringsliv",
        kind.label_nn,
        kind.label_nb,
    )


def test_partner_of_the_catalogue_under_another_name_is_not_made_anew(reference_data) -> None:
    kind = PartnerKind.objects.get(slug="kommune")
    known = PartnerFactory(name_nn="", name_nb="Bø kommune", kind=kind)
    entry = save(f"{LEAD}\n\nSamarbeidspartnarar\n\n• Bø kommune")
    assert [link.term for link in entry.partnerlinks.all()] == [known]


def test_lines_to_look_at_stand_in_the_order_of_the_sheet(reference_data) -> None:
    entry = save(
        f"{LEAD}\n\nVi bur i Tokke.\n\nSamarbeidspartnarar\n\n• Sametinget"
        "\n\nAktivitetar\n\n• Hestetur"
    )
    assert list(entry.sheetlines.order_by("pk").values_list("number", flat=True)) == [5, 9, 13]
    assert SheetLine.objects.open().count() == 3
