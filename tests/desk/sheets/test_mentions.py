"""Places that a text names, with no more of them than a test says, and where a sheet puts them."""

import pytest

from initiatives.desk.sheets.locating import locate
from initiatives.desk.sheets.mentions import Mention, PlaceFinder, by_name
from initiatives.desk.sheets.reading import read
from initiatives.models import Reason

FINDER = PlaceFinder(
    municipalities=by_name(
        [
            ("Tokke", "4034"),
            ("Vinje", "4036"),
            ("Oslo", "0301"),
            ("Nordre Land", "3448"),
            ("Land", "9001"),
            ("Herøy (Møre og Romsdal)", "1515"),
            ("Herøy (Nordland)", "1818"),
            ("Evenes – Evenášši", "1853"),
            ("Time", "1121"),
            ("Nes", "3322"),
            ("Telemark", "9002"),
            ("Sand", "7001"),
            ("Sand", "7002"),
        ]
    ),
    counties=by_name(
        [
            ("Telemark", "40"),
            ("Nordland", "18"),
            ("Møre og Romsdal", "15"),
            ("Viken", "31"),
            ("Viken", "32"),
            ("Hordaland", "46"),
        ]
    ),
    county_of={"4034": "40", "4036": "40", "1515": "15", "1818": "18", "7001": "18", "7002": "18"},
    name_of={"4034": "Tokke", "1818": "Herøy (Nordland)", "7001": "Sand"},
    cities=frozenset({"0301"}),
)


def named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(mention.name, mention.numbers) for mention in FINDER.mentions(text)]


@pytest.mark.parametrize(
    ("pairs", "numbers"),
    [
        ([("Bø", "2"), ("Bø", "1"), ("Bø", "2")], {"bø": ("1", "2")}),
        ([("Våler (Østfold)", "1")], {"våler": ("1",)}),
        (
            [("Evenes - Evenášši", "1")],
            dict.fromkeys(("evenes - evenášši", "evenes", "evenášši"), ("1",)),
        ),
        ([("", "1"), (" (Østfold)", "2")], {}),
    ],
)
def test_numbers_by_name(pairs, numbers) -> None:
    assert by_name(pairs) == numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bu i Tokke", [("Tokke", ("4034",))]),
        ("Tokkes vener og Tokke’s vener", [("Tokke", ("4034",))] * 2),
        ("Oslos’ vener", []),
        ("TOKKE LEVER", [("TOKKE", ("4034",))]),
        ("TOKKE lever", [("TOKKE", ("4034",))]),
        ("tokke", []),
        ("Tokke-prosjektet", [("Tokke", ("4034",))]),
        ("Aust-Tokke", []),
        ("Nordre Land og Land", [("Nordre Land", ("3448",)), ("Land", ("9001",))]),
        ("Nordre land", []),
        ("Evenášši", [("Evenášši", ("1853",))]),
        ("Time for endring", []),
        ("Time", [("Time", ("1121",))]),
        ("Time kommune", [("Time", ("1121",))]),
        ("Vi bur i Time no", [("Time", ("1121",))]),
        ("Vi bur i Nes Verk", []),
        ("Tokke, Vinje og Time", [("Tokke", ("4034",)), ("Vinje", ("4036",)), ("Time", ("1121",))]),
        ("Herøy", [("Herøy", ("1515", "1818"))]),
        ("Herøy i Nordland", [("Herøy", ("1818",)), ("Nordland", ("18",))]),
        ("Herøy (Nordland)", [("Herøy", ("1818",)), ("Nordland", ("18",))]),
        ("Herøy, Møre og Romsdal", [("Herøy", ("1515",)), ("Møre og Romsdal", ("15",))]),
        ("Herøy i Telemark", [("Herøy", ("1515", "1818")), ("Telemark", ("9002",))]),
        ("Møre og Romsdal", [("Møre og Romsdal", ("15",))]),
        ("Møre- Romsdal", []),
    ],
)
def test_places_that_a_text_names(text, found) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "is_county", "is_named", "is_elsewhere"),
    [
        ("Bu i Tokke", False, False, False),
        ("Tokke kommune", False, True, False),
        ("kommunen Tokke", False, True, False),
        ("kommunane Tokke", False, True, False),
        ("Telemark", False, False, False),
        ("Telemark fylke", True, True, False),
        ("Nordland", True, False, False),
        ("Nordland fylkeskommune", True, True, False),
        ("frå Tokke", False, False, True),
        ("frå Tokke kommune", False, True, False),
        ("på messe i Tokke", False, False, True),
        ("utanfor Tokke", False, False, True),
    ],
)
def test_how_a_place_is_meant(text, is_county, is_named, is_elsewhere) -> None:
    (found,) = FINDER.mentions(text)
    assert (found.is_county, found.is_named, found.is_elsewhere) == (
        is_county,
        is_named,
        is_elsewhere,
    )


def test_names_in_a_list_are_municipalities_when_one_of_them_is() -> None:
    found = FINDER.mentions("Tokke, Vinje kommune. Oslo")
    assert [(mention.name, mention.is_named) for mention in found] == [
        ("Tokke", True),
        ("Vinje", True),
        ("Oslo", False),
    ]


def test_mention_knows_where_it_stands() -> None:
    (found,) = FINDER.mentions("Bu i Tokke no")
    assert found == Mention("Tokke", ("4034",), False, False, 5, 10)


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert PlaceFinder({}, {}, {}, {}, frozenset()).mentions("Bu i Tokke") == []


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        (" tokke ", ("4034",)),
        ("Herøy", ("1515", "1818")),
        ("Herøy (1818)", ("1818",)),
        ("Herøy (Nordland)", ("1818",)),
        ("Herøy (Telemark)", ("1515", "1818")),
        ("Herøy (4034)", ("1515", "1818")),
        ("Bygda", ()),
        ("Bygda (Nordland)", ()),
        ("Herøy ()", ()),
    ],
)
def test_municipalities_with_exactly_a_name(name, numbers) -> None:
    assert FINDER.named(name) == numbers


@pytest.mark.parametrize(
    ("number", "label"), [("4034", "Tokke"), ("1818", "Herøy (Nordland)"), ("7001", "Sand (7001)")]
)
def test_label_of_a_municipality_leads_to_it_alone(number, label) -> None:
    assert FINDER.label(number) == label
    assert FINDER.named(label) == (number,)


# Where a sheet is


def located(text: str, *partners: str):
    return locate(read(text), [(partner, 9) for partner in partners], FINDER)


def told(found) -> list[tuple[str, str, int, Reason]]:
    return [(p.field, p.value, p.number, p.reason) for p in found.proposals]


@pytest.mark.parametrize(
    ("labels", "municipalities", "counties", "left"),
    [
        ("Kommune: Tokke", ["4034"], [], []),
        ("Kommune: Tokke; Vinje, Tokke.", ["4034", "4036"], [], []),
        ("Kommune: Tokke\nFylke: Nordland", ["4034"], ["18"], []),
        ("Fylke: Nordland", [], ["18"], []),
        ("Kommune: –", [], [], []),
        ("Kommune: Bygda", [], [], [("municipalities", "Bygda", Reason.UNKNOWN_PLACE)]),
        ("Fylke: Bygda", [], [], [("counties", "Bygda", Reason.UNKNOWN_PLACE)]),
        ("Kommune: Herøy", [], [], [("municipalities", "Herøy", Reason.SEVERAL_PLACES)]),
        ("Fylke: Viken", [], [], [("counties", "Viken", Reason.SEVERAL_PLACES)]),
    ],
)
def test_labels_say_all_that_is_to_say(labels, municipalities, counties, left) -> None:
    found = located(f"{labels}\n\nOslo kommune\n\nOslo kommune.", "Oslo kommune")
    assert (found.municipalities, found.counties) == (municipalities, counties)
    assert [(line.section, line.text, line.reason) for line in found.unplaced] == left


def test_label_that_several_places_have_proposes_each() -> None:
    found = located("Kommune: Herøy, Herøy\n\nTittel")
    assert told(found) == [
        ("municipalities", "1515", 1, Reason.SEVERAL_PLACES),
        ("municipalities", "1818", 1, Reason.SEVERAL_PLACES),
    ]
    assert len(found.unplaced) == 1


@pytest.mark.parametrize(
    ("title", "municipalities", "counties"),
    [
        ("Bu i Tokke", ["4034"], []),
        ("Bu i Tokke og Tokke", ["4034"], []),
        ("Bu i Tokke i Nordland", ["4034"], []),
        ("Bu i Nordland", [], ["18"]),
        ("Frå Oslo til Tokke", ["4034"], []),
        ("Heim frå Oslo", ["0301"], []),
        ("Heim frå Oslo til Nordland", ["0301"], []),
    ],
)
def test_title_says_where(title, municipalities, counties) -> None:
    found = located(f"{title}\n\nIngress.")
    assert (found.municipalities, found.counties) == (municipalities, counties)


def test_place_in_a_title_that_somebody_comes_from_is_proposed() -> None:
    assert told(located("Frå Oslo til Tokke\n\nIngress.")) == [
        ("municipalities", "0301", 1, Reason.PLACE_IN_TEXT)
    ]


@pytest.mark.parametrize(
    ("text", "municipalities", "counties", "proposed"),
    [
        ("Vi bur i Tokke.", ["4034"], [], ["4034"]),
        ("Vi bur i Tokke. Vi bur i Tokke.", ["4034"], [], ["4034"]),
        ("Vi bur i Tokke. Vi bur i Vinje.", [], [], ["4034", "4036"]),
        ("Tokke kommune. Vi bur i Vinje.", ["4034"], [], ["4034", "4036"]),
        ("Tokke kommune. Vinje kommune.", ["4034", "4036"], [], ["4034", "4036"]),
        ("Vi bur i Oslo.", [], [], ["0301"]),
        ("Oslo kommune.", ["0301"], [], ["0301"]),
        ("Vi kom frå Tokke.", [], [], ["4034"]),
        ("Vi bur i Nordland.", [], ["18"], ["18"]),
        ("Vi bur i Nordland. Vi bur i Hordaland.", [], [], ["18", "46"]),
        ("Vi bur i Tokke. Vi bur i Nordland.", ["4034"], [], ["4034", "18"]),
        ("Vi bur i Herøy.", [], [], ["1515", "1818"]),
        ("Herøy kommune. Herøy i Nordland.", ["1818"], [], ["1818", "18"]),
        ("Ingen stad.", [], [], []),
    ],
)
def test_text_says_where_when_the_title_does_not(text, municipalities, counties, proposed) -> None:
    found = located(f"Tittel\n\nIngress.\n\n{text}")
    assert (found.municipalities, found.counties) == (municipalities, counties)
    assert [proposal.value for proposal in found.proposals] == proposed


@pytest.mark.parametrize("text", ["Ingress.\n\nVi bur i Vinje.", "Vi bur i Vinje."])
def test_text_beside_a_title_only_proposes_what_is_new(text) -> None:
    found = located(f"Bu i Tokke\n\n{text} Tokke er fint.")
    assert (found.municipalities, [p.value for p in found.proposals]) == (["4034"], ["4036"])


def test_goal_says_where_too() -> None:
    found = located("Tittel\n\nIngress.\n\nHovudmål\n\nFleire til Tokke")
    assert (found.municipalities, told(found)) == (
        ["4034"],
        [("municipalities", "4034", 7, Reason.PLACE_IN_TEXT)],
    )


@pytest.mark.parametrize(
    ("title", "partner", "proposed"),
    [
        ("Tittel", "Tokke kommune", ["4034"]),
        ("Tittel", "Nordland fylkeskommune", ["18"]),
        ("Tittel", "Tokke vekst", ["4034"]),
        ("Bu i Vinje", "Tokke kommune", ["4034"]),
        ("Bu i Vinje", "Vinje kommune", []),
        ("Bu i Vinje", "Tokke vekst", []),
        ("Bu i Vinje", "Nordland fylkeskommune", []),
    ],
)
def test_partners_only_propose(title, partner, proposed) -> None:
    found = located(f"{title}\n\nIngress.", partner)
    assert [(p.value, p.number) for p in found.proposals] == [(value, 9) for value in proposed]
