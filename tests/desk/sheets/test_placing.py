"""Terms, partners and places that a sheet speaks of: what is found, proposed, or told of as not
placed.
"""

import pytest

from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.models import Activity, ActivityLink, Reason
from tests.factories import InitiativeFactory


def placed(reference, text):
    return place(read(text), reference)


def listed(reference, heading, *lines):
    return placed(reference, "\n".join(["Tittel", "", "Ingress.", "", heading, "", *lines]))


def terms(sheet, section):
    return [(term.wording, term.term) for term in sheet.terms[Section(section)]]


@pytest.mark.parametrize(
    ("wording", "term"),
    [
        ("Eigen nettstad", "eigen-nettstad"),
        ("Eget nettsted", "eigen-nettstad"),
        ("deltatt på utstillinger / stand", "utstilling"),
        ("Vertsskapsordning", "vertskapsordning"),
        ("Annonsering i media (lokalavisa)", "annonsering"),
        ("Annonsering i media – mest lokalavisa", "annonsering"),
        ("Arrangement utenfor kommunen for å rekrutter folk", "rekrutteringsarrangement-utanfor"),
        ("Samarbeid for å gjøre stedet attraktivt", "samarbeid"),
        ("Arrangement for dem som er flyttet til kommunen", None),
        ("Hestetur", None),
        ("Kampanje", None),
    ],
)
def test_activity_is_found_by_its_wording(reference, wording, term):
    assert terms(listed(reference, "Aktivitetar", f" • {wording}"), "activities") == [
        (wording, term)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" • Ungdom og Tilbakeflyttere", ["ungdom", "tilbakeflyttarar"]),
        (" • Tilbakeflyttarar - Ungdom", ["tilbakeflyttarar", "ungdom"]),
        (" • Barnefamiliar• Noko heilt anna •Ungdom", ["barnefamiliar", None, "ungdom"]),
        (
            " • Potensielle tilbakeflyttere Arbeidskraft generelt",
            ["tilbakeflyttarar", "arbeidskraft"],
        ),
        (" • Ungdom, kvinner og barnefamiliar", ["ungdom", "kvinner", "barnefamiliar"]),
        (" • Ungdom/kvinner", ["ungdom", "kvinner"]),
        ("Målgruppa er ungdom og barnefamiliar.", ["ungdom", "barnefamiliar"]),
        (
            "Ungdom, kvinner, hundeeigarar og barnefamiliar.",
            ["ungdom", "kvinner", None, "barnefamiliar"],
        ),
        (" • Ungdom\n • Ungdom\n • ungdom.", ["ungdom"]),
        (" • Ungdom og hundeeigarar", ["ungdom", None]),
        (" • Ungdom, Studentar", ["ungdom", None]),
        (" • Ungdom, studentar og barnefamiliar", ["ungdom", None, "barnefamiliar"]),
        (" • Ungdom/studentar", ["ungdom", None]),
        (" • Kvinner, særleg unge", ["kvinner"]),
        (" • Kvinner; også dei utan born", ["kvinner"]),
        (" • Ungdom, 16–20 år", ["ungdom"]),
        (" • Livsstilsflyttarar frå utlandet og andre", ["livsstilsflyttarar"]),
        (" • Flyttere fra Tyskland", ["fra-eit-bestemt-land"]),
        (" • Innflyttarar frå Tyskland, Belgia og Polen", ["fra-eit-bestemt-land"]),
        (" • Flyttere fra Oslo", [None]),
        (" • Ungdom;\n • Kvinner,\n • Hyttefolk –", ["ungdom", "kvinner", "hyttefolk"]),
    ],
)
def test_several_target_groups_on_one_line(reference, line, expected):
    sheet = listed(reference, "Målgrupper", line)
    assert [term for _wording, term in terms(sheet, "target_groups")] == expected


def test_other_wording_of_a_term_that_is_there_is_told_of(reference):
    sheet = listed(
        reference, "Målgrupper", " • Tilbakeflyttarar", " • Potensielle tilbakeflyttarar"
    )
    told = [(line.number, line.text, line.reason) for line in sheet.unplaced]
    assert told == [(8, "Potensielle tilbakeflyttarar", Reason.SAME_TERM)]


def test_wording_that_an_editor_has_linked_before_is_found(reference):
    link = {
        "term": Activity.objects.get(slug="brev"),
        "wording": "Postkort til alle",
        "position": 1,
    }
    ActivityLink.objects.create(initiative=InitiativeFactory(), **link)
    sheet = listed(Reference.load(), "Aktivitetar", " • Postkort til alle")
    assert terms(sheet, "activities") == [("Postkort til alle", "brev")]


def test_wording_of_a_made_up_example_is_not_learnt_from(reference):
    link = {
        "term": Activity.objects.get(slug="brev"),
        "wording": "Postkort til alle",
        "position": 1,
    }
    ActivityLink.objects.create(initiative=InitiativeFactory(is_example=True), **link)
    sheet = listed(Reference.load(), "Aktivitetar", " • Postkort til alle")
    assert terms(sheet, "activities") == [("Postkort til alle", None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Telemark fylkeskommune", [("Telemark fylkeskommune", "fylkeskommune")]),
        (
            "Fylkesmannen i Sogn og Fjordane",
            [("Fylkesmannen i Sogn og Fjordane", "statsforvaltar")],
        ),
        (
            "Regionrådet for Vest-Telemark, Vest-Telemarkrådet",
            [("Regionrådet for Vest-Telemark, Vest-Telemarkrådet", "regionrad")],
        ),
        ("Møre og Romsdal fylkeskommune", [("Møre og Romsdal fylkeskommune", "fylkeskommune")]),
        (
            "Aure kommune, Smøla kommune og Vinje kommune",
            [
                ("Aure kommune", "kommune"),
                ("Smøla kommune", "kommune"),
                ("Vinje kommune", "kommune"),
            ],
        ),
        (
            "Vågå Ungdomslag; Lom Vel",
            [("Vågå Ungdomslag", "frivillige"), ("Lom Vel", "grende-og-bygdelag")],
        ),
        ("Kulturkontoret, Tokke kommune", [("Kulturkontoret, Tokke kommune", "kommune")]),
        (
            "Hareid Næringslag, Møre og Romsdal fylkeskommune",
            [
                ("Hareid Næringslag", "naeringsliv"),
                ("Møre og Romsdal fylkeskommune", "fylkeskommune"),
            ],
        ),
        ("Ungdomsrådet", [("Ungdomsrådet", None)]),
        ("Hallingdalrådet", [("Hallingdalrådet", "regionrad")]),
        ("Grende- og bygdelag", [("Grende- og bygdelag", "grende-og-bygdelag")]),
        ("Nabokommunane", [("Nabokommunane", "kommune")]),
        ("Sametinget", [("Sametinget", None)]),
        (
            "Buskerud fylkeskommune Fylkesmannen i Buskerud",
            [
                ("Buskerud fylkeskommune", "fylkeskommune"),
                ("Fylkesmannen i Buskerud", "statsforvaltar"),
            ],
        ),
        (
            "Frivillege lag og organisasjonar Grende- og bygdelag",
            [
                ("Frivillege lag og organisasjonar", "frivillige"),
                ("Grende- og bygdelag", "grende-og-bygdelag"),
            ],
        ),
    ],
)
def test_partners_of_a_line(reference, line, expected):
    sheet = listed(reference, "Samarbeidspartnarar", f" • {line}")
    assert [(partner.wording, partner.kind) for partner in sheet.partners] == expected


@pytest.mark.parametrize(
    ("line", "slugs", "left"),
    [
        ("Fagområde: Tilflytting", ["tilflytting"], []),
        ("Fagområde: Tilflytting   Inkludering", ["tilflytting", "inkludering"], []),
        ("Fagområder: Tilflytting, omdømme", ["tilflytting", "omdomme"], []),
        ("Fagområde: Tilflytting Stedsutvikling", ["tilflytting"], ["Stedsutvikling"]),
        ("Fagområde\nOmdømme", ["omdomme"], []),
        ("Fagområde:", [], []),
    ],
)
def test_subject_areas_of_a_line(reference, line, slugs, left):
    sheet = placed(reference, f"{line}\n\nAktivitetar\n\n • Leir")
    assert [area.term for area in sheet.subject_areas] == slugs
    assert [unplaced.text for unplaced in sheet.unplaced] == left


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Tilflytting til Tokke", ["4034"]),
        ("Tokkes nye giv", ["4034"]),
        ("TILFLYTTING TIL TOKKE", ["4034"]),
        ("Tokke-prosjektet", ["4034"]),
        ("Ny giv i Leksvik", ["5054"]),
        ("Halsa kommune", ["5055"]),
        ("Bu i Nordre Land", ["3448"]),
        ("Herøy i Nordland", ["1818"]),
        ("Våler (Østfold)", ["3114"]),
        ("Bu i Nissedal, Tokke og Vinje", ["4030", "4034", "4036"]),
        ("Vest-Telemark lever", []),
        ("Flytt Heim no", []),
        ("Time for endring", []),
        ("Nes Verk og Kari Lund", []),
        ("Bu i Lund", ["1112"]),
        ("Vang kommune", ["3454"]),
        ("tokke", []),
    ],
)
def test_municipality_of_the_title(reference, title, numbers):
    assert placed(reference, f"{title}\n\nIngress.").municipalities == numbers


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Herøy", ["1515", "1818"]),
        ("Våler", ["3114", "3419"]),
        ("Haram", ["1508", "1580"]),
        ("Ålesund", ["1508", "1580"]),
        ("Tysfjord", ["1806", "1875"]),
    ],
)
def test_name_of_several_municipalities_is_never_chosen(reference, name, numbers):
    sheet = placed(reference, f"Bu i {name}\n\nIngress.")
    assert sheet.municipalities == []
    assert [(p.field, p.value, p.number) for p in sheet.proposals] == [
        ("municipalities", n, 1) for n in numbers
    ]
    assert [(line.text, line.reason) for line in sheet.unplaced] == [(name, Reason.SEVERAL_PLACES)]


def test_municipality_that_only_the_text_names_is_set_and_proposed(reference):
    sheet = placed(reference, "Blilyst\n\nI Tynset kommune vil vi bli fleire.")
    assert sheet.municipalities == ["3427"]
    assert [(p.field, p.value, p.number) for p in sheet.proposals] == [
        ("municipalities", "3427", 3)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vi var på messe i Oslo.",
        "Dei fleste kom frå Voss.",
        "Samarbeidspartnarar\n\n • Voss kommune",
        "Trondheim er langt unna.",
    ],
)
def test_place_that_is_not_the_entry_s_own_is_only_proposed(reference, text):
    sheet = placed(reference, f"Heim att\n\nIngress.\n\n{text}")
    assert (sheet.municipalities, len(sheet.proposals)) == ([], 1)


def test_name_of_several_places_means_the_one_that_the_title_says(reference):
    sheet = placed(reference, "Bu i Herøy i Nordland\n\nIngress.\n\nHerøy kommune veks.")
    assert (sheet.municipalities, sheet.unplaced) == (["1818"], [])


def test_name_of_several_places_means_the_one_that_the_text_says(reference):
    sheet = placed(reference, "Bu i Herøy\n\nIngress.\n\nHerøy kommune i Nordland veks.")
    assert (sheet.municipalities, sheet.unplaced) == (["1818"], [])


def test_list_of_terms_under_an_unknown_heading_is_told_of(reference):
    sheet = placed(reference, "Tittel\n\nIngress.\n\nFor kven\n\n • Ungdom\n • Kvinner")
    told = [(p.field, p.value, p.number, p.reason) for p in sheet.proposals]
    assert told == [("section", "target_groups", 5, Reason.NEARLY_HEADING)]


def test_place_that_the_text_names_beside_the_title_is_only_proposed(reference):
    sheet = placed(reference, "Heim til Smøla\n\nIngress.\n\nMesse i Oslo.")
    assert sheet.municipalities == ["1573"]
    assert [(p.field, p.value, p.number) for p in sheet.proposals] == [
        ("municipalities", "0301", 5)
    ]


@pytest.mark.parametrize(
    ("title", "counties"),
    [("Bu i Nordland", ["18"]), ("Flytt til Hedmark", ["34"]), ("Bu i Viken", [])],
)
def test_county_of_the_title(reference, title, counties):
    assert placed(reference, f"{title}\n\nIngress.").counties == counties


def test_labels_say_the_place(reference):
    sheet = placed(
        reference,
        "Kommune: Våler (3419), Tokke\nFylke: Telemark\n\nTittel\n\nIngress frå Oslo kommune.",
    )
    assert (sheet.municipalities, sheet.counties) == (["3419", "4034"], ["40"])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            (
                "Aktiviteter\n\n • Eget nettsted\n\nTittel\n\nIngress.\n\nDette er ikkje noko anna"
                " enn eit lag."
            ),
            "nn",
        ),
        (
            (
                "Aktivitetar\n\n • Eigen nettstad\n\nTittel\n\nIngress.\n\nDette er ikke noe annet"
                " enn et lag."
            ),
            "nb",
        ),
        ("Aktivitetar\n\n • Eigen nettstad for tilflyttarar", "nn"),
        ("Målform: bokmål\n\nKva er dette", "nb"),
        ("Hadsel", "nn"),
        ("Bolyst i Bø\n\nKort.\n\nMålgruppe\n\n • Barnefamilier", "nb"),
        ("Flytt til Alvdal\n\nAlvdal.\n\nHovedmål\n\nFlere folk", "nb"),
    ],
)
def test_form_is_that_of_the_text_itself(reference, text, form):
    assert placed(reference, text).form == form
