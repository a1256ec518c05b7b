"""What each field of the address makes of its values, and what the reader is told of the rest."""

import copy

import pytest
from django.utils.datastructures import MultiValueDict

from initiatives.finding.filters.canonical import canonical_order
from initiatives.finding.filters.fields import (
    AddressForm,
    OneOfField,
    Parsed,
    SearchField,
    SlugsField,
    ValuesField,
    YearField,
    named_values,
    notices_of_many,
    shown,
    without_control_characters,
)
from initiatives.finding.filters.orders import SORT_ORDERS, sort_orders

VALUES = ValuesField(options={"a": "A", "b": "B"}, label="Aktivitet")
SLUGS = SlugsField(label="Tiltak")
ONE = OneOfField(options={"a": "A"}, label="Rekkjefølgje")
YEAR = YearField(label="Frå år")
CONTROL = "Søket hadde teikn som det ikkje går an å søkje etter. Dei er fjerna."


@pytest.mark.parametrize(
    ("text", "clean"),
    [("a\x00b\u200bc", "a b c"), ("a\tb\nc", "a b c"), ("Bø «å»", "Bø «å»"), ("\ud800", " ")],
)
def test_control_characters_become_blanks(text, clean) -> None:
    assert without_control_characters(text) == clean


@pytest.mark.parametrize(
    ("value", "repeated"),
    [
        (" a \x00\n b ", "a b"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "…"),
        ("", ""),
    ],
)
def test_value_that_is_repeated_to_the_reader(value, repeated) -> None:
    assert shown(value) == repeated


@pytest.mark.parametrize(
    ("number", "named"),
    [(1, "«0»"), (5, "«0», «1», «2», «3», «4»"), (6, "«0», «1», «2», «3», «4»…")],
)
def test_five_values_are_named(number, named) -> None:
    assert named_values([str(value) for value in range(number)]) == named


@pytest.mark.parametrize(("number", "is_told"), [(40, False), (41, True)])
def test_more_values_than_are_used_are_told(number, is_told) -> None:
    notice = "Aktivitet: Berre dei første 40 verdiane vart brukte."
    told = notices_of_many(["x"] * number, "Aktivitet")
    assert told == ((notice,) if is_told else ())


# Several values


@pytest.mark.parametrize(
    ("asked", "parsed"),
    [
        (None, Parsed(())),
        ([], Parsed(())),
        (["", "a"], Parsed(("a",))),
        (["b", "a", "b"], Parsed(("b", "a"))),
        (["x", "a", "y", "x"], Parsed(("a",), (), ("x", "y"))),
    ],
)
def test_values_out_of_known_ones(asked, parsed) -> None:
    assert VALUES.clean(asked) == parsed


def test_no_more_than_forty_known_values_are_used() -> None:
    field = ValuesField(options={str(n): "" for n in range(50)}, label="A")
    parsed = field.clean(str(n) for n in range(50))
    assert (parsed.value, len(parsed.notices)) == (tuple(str(n) for n in range(40)), 1)


@pytest.mark.parametrize(
    ("unknown", "notice"),
    [
        (["x"], "Aktivitet: verdien «x» finst ikkje og vart ikkje brukt."),
        (["x", "y"], "Aktivitet: verdiane «x», «y» finst ikkje og vart ikkje brukte."),
    ],
)
def test_unknown_values_are_told(unknown, notice) -> None:
    assert VALUES.notice(unknown) == notice


@pytest.mark.parametrize(
    ("asked", "parsed"),
    [
        (None, Parsed(())),
        (["b", "a", "", "b"], Parsed(("b", "a"))),
        (["a-B_9", "a b", "æ", "x" * 120, "x" * 121], None),
    ],
)
def test_address_words_of_entries(asked, parsed) -> None:
    if parsed is None:
        parsed = Parsed(("a-B_9", "x" * 120), (), ("a b", "æ", "x" * 121))
    assert SLUGS.clean(asked) == parsed


def test_no_more_than_forty_address_words_are_looked_at() -> None:
    parsed = SLUGS.clean([*(f"a{n}" for n in range(40)), "æ"])
    assert (len(parsed.value), parsed.unknown, len(parsed.notices)) == (40, (), 1)


@pytest.mark.parametrize(
    ("slugs", "notice"),
    [
        (["a"], "Det finst ikkje noko publisert tiltak å samanlikne med adressa «a»."),
        (
            ["a", "b"],
            "Det finst ikkje publiserte tiltak å samanlikne med adressene «a», «b».",
        ),
    ],
)
def test_entries_that_are_not_there_are_told(slugs, notice) -> None:
    assert SLUGS.notice(slugs) == notice


def test_more_entries_than_can_be_compared_are_told() -> None:
    assert SLUGS.notice_of_more(4) == (
        "Høgst 4 tiltak kan samanliknast. Dei første 4 er tekne med."
    )


# One value


@pytest.mark.parametrize(
    ("value", "parsed"),
    [
        (None, Parsed(None)),
        ("", Parsed(None)),
        ("a", Parsed("a")),
        ("x", Parsed(None, ("Rekkjefølgje: «x» finst ikkje og vart ikkje brukt.",))),
    ],
)
def test_one_of_known_values(value, parsed) -> None:
    assert ONE.clean(value) == parsed


@pytest.mark.parametrize(
    ("value", "year"),
    [(None, None), ("", None), ("  ", None), (" 2012 ", 2012), ("1900", 1900), ("2100", 2100)],
)
def test_year(value, year) -> None:
    assert YEAR.clean(value) == Parsed(year)


@pytest.mark.parametrize("value", ["1899", "2101", "12", "20120", "abcd", "२०१२", "-2012"])
def test_what_is_no_year_is_told(value) -> None:
    notice = f"Frå år: «{value}» er ikkje eit år mellom 1900 og 2100 og vart ikkje brukt."
    assert YEAR.clean(value) == Parsed(None, (notice,))


@pytest.mark.parametrize(
    ("value", "text", "notices"),
    [
        (None, "", ()),
        (" bu \n her ", "bu her", (CONTROL,)),
        (" bu  her ", "bu her", ()),
        ("La\u030ardal", "Lårdal", ()),
        ("a\x00", "a", (CONTROL,)),
        ("x" * 200, "x" * 200, ()),
        (
            "x" * 199 + " y",
            "x" * 199,
            ("Søket var for langt. Vi brukte dei første 200 teikna.",),
        ),
        ("!?", "", ("«!?» har ikkje noko ord å søkje etter og vart ikkje brukt.",)),
        ("a b c d e f", "a b c d e f", ()),
        ("a b c d e f g", "a b c d e f g", ("Søket hadde mange ord. Dei 6 første vart brukte.",)),
    ],
)
def test_search(value, text, notices) -> None:
    assert SearchField().clean(value) == Parsed(text, notices)


def test_field_is_the_same_in_every_form() -> None:
    assert copy.deepcopy(VALUES) is VALUES


# Together


class SomeForm(AddressForm):
    a = VALUES
    fra = YEAR
    til = YEAR


def answered(**query: list[str]) -> SomeForm:
    form = SomeForm(MultiValueDict(query))
    form.full_clean()
    return form


def test_form_is_never_wrong_and_tells_what_was_ignored() -> None:
    form = answered(a=["a", "x"], fra=["abc"])
    assert (form.errors, form.cleaned_data, form.unknown, form.unusable) == (
        {},
        {"a": ("a",), "fra": None, "til": None},
        {"a": ("x",)},
        ["a", "fra"],
    )
    assert [notice[:7] for notice in form.notices] == ["Frå år:"]


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2012", "2012", (2012, 2012)),
        ("2012", "2014", (2012, 2014)),
        ("2014", "2012", (None, None)),
        ("", "2012", (None, 2012)),
    ],
)
def test_years_in_order(first, last, years) -> None:
    form = answered(fra=[first], til=[last])
    is_wrong = first > last
    assert (form.cleaned_data["fra"], form.cleaned_data["til"]) == years
    assert form.unusable == (["fra", "til"] if is_wrong else [])
    assert form.notices == (["Åra vart ikkje brukte: 2014 er etter 2012."] if is_wrong else [])


# Orders


@pytest.mark.parametrize(
    ("usual", "orders"),
    [
        ("published", ["", "changed", "title", "start"]),
        ("relevance", ["", "published", "changed", "title", "start"]),
        ("title", ["published", "changed", "", "start"]),
    ],
)
def test_orders_to_choose_from(usual, orders) -> None:
    assert list(sort_orders(usual)) == orders


def test_order_is_called_in_the_form_of_the_reader() -> None:
    assert sort_orders("relevance")["title"] == "Tittel A–Å" == str(SORT_ORDERS["title"])


def test_selling_points_stand_before_target_groups_and_the_page_last() -> None:
    names = ["q", "aktivitet", "malgruppe", "samarbeid", "argument", "fylke"]
    assert canonical_order(names) == [
        "q",
        "aktivitet",
        "argument",
        "malgruppe",
        "samarbeid",
        "fylke",
        "side",
    ]
