"""Lines that become paragraphs, items and headings, and blocks that become Markdown."""

import pytest

from initiatives.desk.sheets.blocks import Kind, blocks
from initiatives.desk.sheets.headings import Opening, Section, opening, resembled, section_of
from initiatives.desk.sheets.markdown import goal, prose
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.shapes import (
    is_address,
    is_prose,
    is_short_subheading,
    is_subheading,
    is_title,
)

LONG = "Dette er ei lang line som fyller heile margen og vel så det, før ho blir broten av"


def made(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("Ein", [("text", "Ein")]),
        ("Ein\n\nTo", [("text", "Ein"), ("text", "To")]),
        (f"{LONG}\nto", [("text", f"{LONG} to")]),
        (f"{LONG}\nKommunen", [("text", f"{LONG} Kommunen")]),
        (f"Kort line\n{LONG}", [("text", f"Kort line\n{LONG}")]),
        (f"{LONG} og/\neller", [("text", f"{LONG} og/eller")]),
        ("https://a.no/\nTekst", [("text", "https://a.no/"), ("text", "Tekst")]),
        ("• Ein\n• To", [("bullet", "Ein"), ("bullet", "To")]),
        ("– Ein\n— To", [("bullet", "Ein"), ("bullet", "To")]),
        ("-Ein", [("text", "-Ein")]),
        ("•Ein", [("bullet", "Ein")]),
        ("o Ein", [("text", "o Ein")]),
        ("o\tEin", [("bullet", "Ein")]),
        ("-> Ein", [("bullet", "Ein")]),
        ("1. Ein\n2) To\n(3) Tre\na) Fire", [("number", w) for w in ("Ein", "To", "Tre", "Fire")]),
        ("1. mai var vi der", [("text", "1. mai var vi der")]),
        ("2012. Ein", [("text", "2012. Ein")]),
        ("• Ein\n  to", [("bullet", "Ein to")]),
        ("• Ein\nto", [("bullet", "Ein to")]),
        ("• Ein og\nTo", [("bullet", "Ein og To")]),
        ("• Ein\nTo", [("bullet", "Ein"), ("text", "To")]),
        ("• Ein\n\n  to", [("bullet", "Ein"), ("text", "to")]),
        ("Br&oslash;d &#229; &#xe6;", [("text", "Brød å æ")]),
        ("&#7; &finstikkje;", [("text", "&#7; &finstikkje;")]),
        (r"\• Ein", [("text", "• Ein")]),
        ("\\Ein\n\\to\nTre", [("text", "Ein\nto"), ("text", "Tre")]),
        (r"• \- Ein", [("bullet", "- Ein")]),
        (r"\Aktivitetar", [("text", "Aktivitetar")]),
        ("Aktivitetar\n• Ein", [("heading", "Aktivitetar"), ("bullet", "Ein")]),
        ("Tekst.\nAktivitetar", [("text", "Tekst."), ("heading", "Aktivitetar")]),
        ("Vi hadde mange\naktivitetar", [("text", "Vi hadde mange aktivitetar")]),
        ("• Ein\nAktivitetar", [("bullet", "Ein"), ("heading", "Aktivitetar")]),
        ("https://a.no/\nMålgruppe", [("text", "https://a.no/"), ("heading", "Målgruppe")]),
        ("2. Aktivitetar\n\n• Ein", [("heading", "Aktivitetar"), ("bullet", "Ein")]),
        ("1. Aktivitetar\n2. Mål", [("number", "Aktivitetar"), ("number", "Mål")]),
        ("1. Periode", [("number", "Periode")]),
        (" 1. Aktivitetar", [("number", "Aktivitetar")]),
        ("1. Aktivitetar: mange", [("number", "Aktivitetar: mange")]),
    ],
)
def test_lines_become_blocks(text, expected) -> None:
    assert made(text) == expected


def test_block_knows_the_line_where_it_begins_and_what_stands_above() -> None:
    found = blocks("\nEin\n\n• To\n• Tre\n")
    assert [(b.number, b.is_adjacent, b.mark, b.rows) for b in found] == [
        (2, False, "", ("Ein",)),
        (4, False, "•", ("To",)),
        (5, True, "•", ("Tre",)),
    ]


def test_block_that_stands_as_it_is_says_so() -> None:
    found = blocks("Ein\n\n\\Aktivitetar\n\n• \\To\n\n• Tre")
    assert [block.is_verbatim for block in found] == [False, True, True, False]


def test_only_items_are_items() -> None:
    found = blocks("Tekst.\n\nAktivitetar\n\n• Ein\n1. To")
    assert [(block.kind, block.is_item) for block in found] == [
        (Kind.TEXT, False),
        (Kind.HEADING, False),
        (Kind.BULLET, True),
        (Kind.NUMBER, True),
    ]


# Headings


@pytest.mark.parametrize(
    ("line", "section", "heading", "rest"),
    [
        ("Aktivitetar", "activities", "Aktivitetar", ""),
        ("## Aktivitetar ##", None, "", ""),
        ("**Aktivitetar:**", "activities", "Aktivitetar", ""),
        ("Aktivitetar: Brev", "activities", "Aktivitetar", "Brev"),
        ("aktivitetar: brev", None, "", ""),
        ("aktivitetar", "activities", "aktivitetar", ""),
        ("Kommune: Tokke", "municipalities", "Kommune", "Tokke"),
        ("Kommune", None, "", ""),
        ("Kommune:", None, "", ""),
        ("Delprosjekt: Ung", "projects", "Delprosjekt", "Ung"),
        ("Attraktivitet", None, "", ""),
        ("Aktivitetarx", "activities", "Aktivitetarx", ""),
        ("Mål", None, "", ""),
        ("x" * 200, None, "", ""),
    ],
)
def test_line_that_opens_a_section(line, section, heading, rest) -> None:
    found = opening(line)
    expected = Opening(Section(section), heading, rest) if section else None
    assert found == expected


@pytest.mark.parametrize(("is_before_list", "opens"), [(True, True), (False, False)])
def test_line_that_opens_a_section_before_a_list_only(is_before_list, opens) -> None:
    assert (opening("Attraktivitet", is_before_list) is not None) is opens
    assert opening("Attraktivitet: høg", is_before_list) is None


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Målgruppe(r)", Section.TARGET_GROUPS),
        ("  MÅLGRUPPER  ", Section.TARGET_GROUPS),
        ("Ma\u030algrupper", Section.TARGET_GROUPS),
        ("Viktigaste   salsargument", Section.SELLING_POINTS),
        ("Salsargumenx", Section.SELLING_POINTS),  # one letter wrong
        ("Salsargumxnx", None),  # two
        ("Tidsrum", None),  # too short to be read with a letter wrong
        ("Målform", Section.FORM),
        ("Delprosjekx", None),  # a label is spelt as it is
    ],
)
def test_section_of_a_heading(heading, section) -> None:
    assert section_of(heading) == section


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Salsargumxnx:", Section.SELLING_POINTS),
        ("Periodx", Section.PERIOD),
        ("Perid", None),
        ("Sluttord", None),
        ("x" * 200, None),
    ],
)
def test_line_that_looks_like_a_heading(line, section) -> None:
    assert resembled(line) == section


# What a block looks like


def block(text: str):
    return blocks(text)[0]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Flytt heim til Tokke", True),
        ("Flytt heim.", True),
        ("Flytt heim. Bu godt", False),
        ("Flytt heim. bu godt", True),
        (("Flytt " * 10) + "h.", False),  # longer than a line of a list, with a full stop
        (("Flytt " * 9) + "heim.", True),
        ("F" * 150, True),
        ("F" * 151, False),
        ("\\" + "F" * 200, True),
        ("\\" + "F" * 201, False),
        ("\\Flytt heim. Bu godt", True),
        ("https://tokke.no/", False),
        ("• Flytt heim", False),
        ("Aktivitetar", False),
    ],
)
def test_title(text, is_one) -> None:
    assert is_title(block(text)) is is_one


@pytest.mark.parametrize(
    ("text", "following", "is_one"),
    [
        ("Bakgrunn", "Tekst.", True),
        ("Bakgrunn", "• Ein", True),
        ("Bakgrunn", None, False),
        ("Bakgrunn", "Aktivitetar", False),
        *((f"Bakgrunn{sign}", "Tekst.", False) for sign in ".,;!?…)"),
        ("Bakgrunn:", "Tekst.", True),
        ("B" * 70, "Tekst.", True),
        ("B" * 71, "Tekst.", False),
        (f"Kort\n{LONG}"[:60], "Tekst.", False),
        ("\\Bakgrunn", "Tekst.", False),
        ("• Bakgrunn", "Tekst.", False),
    ],
)
def test_subheading(text, following, is_one) -> None:
    assert is_subheading(block(text), block(following) if following else None) is is_one


@pytest.mark.parametrize(("text", "is_one"), [("To ord", True), ("Dette er tre", False)])
def test_short_subheading(text, is_one) -> None:
    assert is_short_subheading(block(text), block("Tekst.")) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Vi prøvde. Det gjekk.", True),
        ("Vi prøvde. det gjekk", False),
        ("\\Vi prøvde. Det gjekk.", False),
        ("x" * 300, False),
        ("x" * 301, True),
    ],
)
def test_text_that_tells(text, is_one) -> None:
    assert is_prose(block(text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://tokke.no/a", True),
        ("www.tokke.no", True),
        ("tokke.no", False),
        ("Sjå https://tokke.no", False),
        ("\\https://tokke.no", False),
    ],
)
def test_address(text, is_one) -> None:
    assert is_address(block(text)) is is_one


# As Markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Ein\n\nTo", "Ein\n\nTo"),
        ("• Ein\n\n• To", "- Ein\n- To"),
        ("1. Ein\n2. To", "1. Ein\n2. To"),
        ("a) Ein\nb) To", "a) Ein\nb) To"),
        ("• Ein\n1. To", "- Ein\n\n1. To"),
        ("Tekst:\n• Ein\n\nSlutt", "Tekst:\n\n- Ein\n\nSlutt"),
        ("– Ein\n– To", "- Ein\n- To"),
        ("– Kom hit, sa ho.\n\nTekst", "– Kom hit, sa ho.\n\nTekst"),
        ("– Kom hit.\n\n– Nei.", "– Kom hit.\n\n– Nei."),
        ("– Ein\n— To", "– Ein\n\n— To"),
    ],
)
def test_blocks_as_the_text_of_a_field(text, markdown) -> None:
    assert prose(blocks(text)) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("• Fleire folk", "Fleire folk"),
        ("• Ein\n• To", "- Ein\n- To"),
        ("• \\Ein", "- Ein"),
        ("Fleire folk", "Fleire folk"),
        ("", ""),
    ],
)
def test_goal_that_is_the_only_item_is_no_list(text, markdown) -> None:
    assert goal(blocks(text)) == markdown


# Which block of a sheet is what


def parts(text: str) -> list[str]:
    return [part.block.text for part in read(text).parts]


UNASSESSED = "Tiltaket er ikkje vurdert av Distriktssenteret."


@pytest.mark.parametrize(
    ("text", "lead", "body"),
    [
        ("Tittel\n\nIngress.\n\nTekst.", "Ingress.", ["Tekst."]),
        ("Tittel\n\nBakgrunn\n\nTekst.", None, ["Bakgrunn", "Tekst."]),
        ("Tittel\n\n• Ein\n\nTekst.", None, ["Ein", "Tekst."]),
        (f"Tittel\n\n{UNASSESSED}\n\nTekst.", None, ["Tekst."]),
        ("Tittel\n\nPeriode: 2012\n\nTekst.", None, ["Periode: 2012", "Tekst."]),
        ("Tittel\n\nAktivitetar\n\n• Ein\n\nBakgrunn:\n\nTekst.", None, ["Bakgrunn:", "Tekst."]),
        ("Setning ein. Setning to.\n\nTekst.", "Setning ein. Setning to.", ["Tekst."]),
        ("Setning ein. Setning to.", None, ["Setning ein. Setning to."]),
        ("• Ein\n\nTekst som er lang. Ja.", None, ["Ein", "Tekst som er lang. Ja."]),
    ],
)
def test_lead_is_the_paragraph_below_the_title(text, lead, body) -> None:
    sheet = read(text)
    assert (sheet.lead and sheet.lead.text, parts(text)) == (lead, body)


@pytest.mark.parametrize(
    ("text", "goal_text", "body"),
    [
        ("Fleire folk\n\nBakgrunn\n\nTekst.", "Fleire folk", ["Bakgrunn", "Tekst."]),
        ("Bakgrunn\n\nTekst.", "Bakgrunn\n\nTekst.", []),
        ("Fleire\n\nDelmål\n\n• Ein", "Fleire\n\nDelmål\n\n- Ein", []),
        ("Fleire folk\n\nhttps://a.no/x", "Fleire folk", ["https://a.no/x"]),
        (f"Fleire folk\n\n{UNASSESSED}\n\nMeir.", "Fleire folk", ["Meir."]),
    ],
)
def test_goal_ends_where_another_subheading_or_text_begins(text, goal_text, body) -> None:
    whole = f"Tittel\n\nIngress.\n\nHovudmål\n\n{text}"
    assert (read(whole).main_goal, parts(whole)) == (goal_text, body)


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("Ungdom\nKvinner", [("Ungdom", 7, True), ("Kvinner", 8, True)]),
        ("Ungdom og\nKvinner", [("Ungdom og Kvinner", 7, True)]),
        ("Ungdom/\neldre\nKvinner", [("Ungdom/eldre", 7, True), ("Kvinner", 9, True)]),
        ("Ungdom", [("Ungdom", 7, True)]),
        ("• Ungdom\n• Kvinner", [("Ungdom", 7, False), ("Kvinner", 8, False)]),
    ],
)
def test_items_know_their_lines_and_how_they_stood(lines, items) -> None:
    sheet = read(f"Tittel\n\nIngress.\n\nMålgrupper\n\n{lines}")
    found = sheet.lists[Section.TARGET_GROUPS]
    assert [(item.text, item.number, item.is_sentence) for item in found] == items
