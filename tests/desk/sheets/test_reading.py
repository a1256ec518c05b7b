"""Which line of a sheet is what: the head, headings, lists, text behind lists, the closing text."""

import pytest

from initiatives.desk.sheets.headings import Section
from initiatives.desk.sheets.reading import read


def items(text, section):
    return [item.text for item in read(text).lists.get(Section(section), ())]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Aktivitetar", "activities"),
        ("AKTIVITETER:", "activities"),
        ("Aktivitet", "activities"),
        ("**Aktiviteter**", "activities"),
        ("Aktvitetar", "activities"),
        ("Viktigste salgsargumenter", "selling_points"),
        ("Viktigaste salgargument", "selling_points"),
        ("Salsargument", "selling_points"),
        ("Samarbeidsparntere", "partners"),
        ("Samarbeidspartnar", "partners"),
        ("Samarbeidspartener", "partners"),
        ("Målgruppe(r)", "target_groups"),
        ("Målgruppene\u00a0:", "target_groups"),
    ],
)
def test_heading_in_any_known_spelling_opens_its_section(heading, section):
    assert items(f"Tittel\n\n{heading}\n\n • Ein\n • To", section) == ["Ein", "To"]


@pytest.mark.parametrize(
    "line",
    [
        "Organisering",
        "Aktiviteter for barn",
        "Attraktivitet",
        "Mål",
        "Kommune",
        "Resultatmål",
        "Partnerskap",
    ],
)
def test_other_line_is_a_subheading_of_the_text(line):
    sheet = read(f"Tittel\n\nIngress.\n\n{line}\n\nTekst om dette.")
    assert (sheet.body, sheet.lists) == (f"{line}\n\nTekst om dette.", {})


def test_heading_that_only_opens_before_a_list():
    assert items("Tittel\n\nAttraktivitet\n\n • Annonsering i media", "activities") == [
        "Annonsering i media"
    ]


@pytest.mark.parametrize(
    "mark", ["•", "-", "–", "*", "1.", "1)", "(1)", "a)", "b.", "\uf0b7", "·", "o\t"]
)
def test_items_of_any_list(mark):
    assert items(f"Tittel\n\nMålgrupper\n\n{mark} Ungdom\n{mark} Kvinner", "target_groups") == [
        "Ungdom",
        "Kvinner",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            " • Samarbeid med næringsliv og/eller\n   frivillige",
            ["Samarbeid med næringsliv og/eller frivillige"],
        ),
        (
            " • Samarbeid med næringsliv og/\neller frivillige",
            ["Samarbeid med næringsliv og/eller frivillige"],
        ),
        ("Ungdom\nKvinner\nBarnefamiliar", ["Ungdom", "Kvinner", "Barnefamiliar"]),
        ("Alle typer innflyttarar.", ["Alle typer innflyttarar."]),
        ("", []),
    ],
)
def test_list_in_other_shapes(text, expected):
    assert (
        items(f"Tittel\n\nMålgrupper\n\n{text}\n\nHovudmål\n\nVekst", "target_groups") == expected
    )


def test_heading_and_list_without_blank_lines():
    assert items("Tittel\nMålgruppe:\n- Ungdom\nAktivitetar\n- Leir", "activities") == ["Leir"]


def test_text_behind_a_list_is_running_text():
    sheet = read(
        "Tittel\n\nIngress.\n\nMålgrupper\n\n • Ungdom\n\nProsjektet fekk støtte.\n\n • Ein\n • To"
    )
    assert sheet.body == "Prosjektet fekk støtte.\n\n- Ein\n- To"


def test_several_sentences_under_the_heading_of_a_list_are_running_text():
    sheet = read("Tittel\n\nIngress.\n\nAktivitetar\n\nDet vart laga leir. Mange kom.")
    assert (sheet.body, sheet.lists[Section.ACTIVITIES]) == ("Det vart laga leir. Mange kom.", ())


def test_introduction_of_a_list_is_told_of():
    sheet = read("Tittel\n\nMålgrupper\n\nDette er gruppene:\n\n • Ungdom")
    assert [(line.number, line.text) for line in sheet.unplaced] == [(5, "Dette er gruppene:")]


def test_wrapped_paragraph_is_joined_and_lines_that_end_early_are_kept_apart():
    sheet = read(
        "Tittel\n\nIngress.\n\nDette er ein lang tekst som går over to\nlinjer i arket.\n\n"
        "Kontakt\nTokke kommune i Telemark"
    )
    assert (
        sheet.body
        == "Dette er ein lang tekst som går over to linjer i arket.\n\nKontakt\nTokke kommune i"
        " Telemark"
    )


def test_dash_that_begins_a_speech_is_no_list():
    assert (
        read("Tittel\n\nIngress.\n\n– Vi må stå saman, sa ho.").body == "– Vi må stå saman, sa ho."
    )


def test_dashes_line_under_line_are_a_list():
    assert read("Tittel\n\nIngress.\n\n– Ein\n– To").body == "- Ein\n- To"


def test_date_that_begins_a_line_is_no_number_of_a_list():
    assert (
        read("Tittel\n\nIngress.\n\n1. januar 2012 starta vi.").body == "1. januar 2012 starta vi."
    )


def test_sections_in_any_order_and_text_without_sections():
    sheet = read("Hovudmål: Vekst\n\nFagområde: Tilflytting\n\nTittel\n\nIngress.\n\nTekst.")
    assert (sheet.main_goal, sheet.title.text, sheet.lead.text, sheet.body) == (
        "Vekst",
        "Tittel",
        "Ingress.",
        "Tekst.",
    )


def test_free_text_has_no_title():
    sheet = read(
        "Dette er ein lang setning som ikkje er noko tittel. Her er ein til.\n\nOg eit avsnitt."
    )
    assert (sheet.title, sheet.body) == (None, "Og eit avsnitt.")


@pytest.mark.parametrize(
    "closing",
    [
        "X er presentert med grunnleggende informasjon uten vurdering fra Distriktssenteret.",
        "X er presantert med grunnleggjande informasjon utan vurdering frå Distriktssenteret.",
        (
            "Prosjektet er presentert med grunnleggende informasjon. Distriktssenteret har ikke"
            " vurdert det."
        ),
        "Tiltaket er presentert uten vurdering fra Distriktssenteret.",
        "Distriktssenteret har ikkje gjort noka vurdering av tiltaket.",
        "Tiltaket er ikkje vurdert av Distriktssenteret.",
        "Prosjektet er ikke evaluert av Distriktssenteret.",
        "X presenteres med grunnleggende informasjon, uten vurdering.",
        "X blir presentert med grunnleggjande informasjon.",
        "Distriktssenteret har verken vurdert eller evaluert tiltaket.",
        "Prosjektet er presentert utan at vi har vurdert resultata.",
    ],
)
@pytest.mark.parametrize("heading", ["Tilflyttingsarbeid i norske distriktskommuner\n\n", ""])
def test_closing_text_sets_the_flag(closing, heading):
    sheet = read(f"Tittel\n\nIngress.\n\nMålgrupper\n\n • Ungdom\n\n{heading}{closing}")
    assert (sheet.is_unassessed, sheet.closing_note, sheet.body) == (True, closing, "")


@pytest.mark.parametrize(
    "text",
    [
        "Distriktssenteret har vurdert prosjektet som vellukka.",
        "Tiltaket er evaluert av Norut.",
        "Tala er presenterte her, og ingen har vurdert dei.",
        "",
    ],
)
def test_other_text_does_not_set_the_flag(text):
    assert read(f"Tittel\n\nIngress.\n\n{text}").is_unassessed is False


def test_closing_text_that_is_cut_short_is_told_of():
    sheet = read("Tittel\n\nTilflyttingsarbeid i norske distriktskommuner\n\n… [avkorta]")
    assert (sheet.is_unassessed, sheet.is_cut_short) == (False, True)


@pytest.mark.parametrize("line", ["Periode: 2004 til 2014", "Periode", "Prosjektperioder:"])
def test_periods_stay_in_the_text(line):
    assert (
        line in read(f"Tittel\n\nIngress.\n\nMålgrupper\n\n • Ungdom\n\n{line}\n\n2004–2014").body
    )


def test_backslash_keeps_a_line_as_it_stands():
    sheet = read(
        "\\Aktivitetar\n\n\\Ingress: ein\n\\\n\\ • to\n\nMålgrupper\n\n • \\Ungdom og kvinner."
    )
    assert (sheet.title.text, sheet.lead.text) == ("Aktivitetar", "Ingress: ein\n\n • to")
    assert items("Målgrupper\n\n • \\Ungdom.", "target_groups") == ["Ungdom."]


def test_numbered_heading_opens_its_section():
    assert items(
        "Tittel\n\nIngress.\n\n2. Aktiviteter\n\na) Ein\nb) To\n\n3. Målgrupper\n\n- Alle",
        "activities",
    ) == [
        "Ein",
        "To",
    ]


def test_numbered_list_of_words_that_are_headings_is_a_list():
    sheet = read("Tittel\n\nIngress.\n\n1. Aktivitetar\n2. Målgrupper\n3. Hovudmål")
    assert (sheet.lists, sheet.body) == ({}, "1. Aktivitetar\n2. Målgrupper\n3. Hovudmål")


def test_signs_of_a_web_page_are_letters():
    sheet = read(
        "Fagomr&aring;de: Tilflytting\n\nR&oslash;ros &#38; Os\n\nIngress &ndash; &#10; kort."
    )
    assert (sheet.title.text, sheet.lead.text) == ("Røros & Os", "Ingress – &#10; kort.")


def test_text_behind_the_closing_text_is_running_text():
    closing = (
        "Tiltaket er presentert med grunnleggjande informasjon utan vurdering frå"
        " Distriktssenteret."
    )
    more = "Tiltaket inngår i «Katalog over tilflyttingsarbeid»."
    head = "Tittel\n\nIngress.\n\nTilflyttingsarbeid i norske distriktskommunar"
    sheet = read("\n\n".join([head, closing, more, "Kontakt: X"]))
    assert (sheet.closing_note, sheet.body) == (f"{closing}\n\n{more}", "Kontakt: X")


def test_head_without_blank_lines_is_told_apart():
    sheet = read("https://example.no/a\nFagområde: Tilflytting\nTittel\nIngress med fleire ord.")
    assert (sheet.source_url.text, sheet.title.text, sheet.lead.text) == (
        "https://example.no/a",
        "Tittel",
        "Ingress med fleire ord.",
    )
