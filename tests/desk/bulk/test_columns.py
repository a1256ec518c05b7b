"""What a cell makes of a row, what a row gives a cell, and what an editor is told of it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from initiatives.desk.bulk.columns import (
    Choice,
    Column,
    Day,
    Key,
    KindColumn,
    ListColumn,
    Whole,
    YesNo,
    fold,
)
from initiatives.desk.bulk.finding import Finder
from initiatives.models import Activity, County, Municipality, PartnerKind, Scope
from tests.factories import PartnerFactory

# Nothing here is translated but `title`, which Django's own catalogues have too.
TITLE = Column("title_nn", _("title"))
SCOPE = Choice("scope", _("scope"), Scope)


def reason(column: Column, text: str) -> str:
    """What an editor is told of a cell that cannot be read."""
    with pytest.raises(ValueError) as told:  # noqa: PT011 - it is read by the next line
        column.read(text)
    return str(told.value)


def saved(column: Column, text: str, **row: object) -> object:
    """What a cell makes of the attribute of a row."""
    instance = SimpleNamespace(**{column.name: None} | row)
    column.save(instance, {column.name: text})
    return getattr(instance, column.name)


@pytest.mark.parametrize(
    ("text", "folded"), [(" Tittel \u00a0 [NN]\n", "tittel [nn]"), ("STRASSE", fold("straße"))]
)
def test_heading_is_folded(text, folded) -> None:
    assert fold(text) == folded


def test_heading_says_which_form_it_is_of() -> None:
    assert (TITLE.title, TITLE.form, SCOPE.title, SCOPE.form) == (
        "Tittel [nn]",
        "nn",
        "Omfang",
        "",
    )


def test_column_is_called_by_its_name_and_by_its_heading_in_both_forms() -> None:
    target_groups = ListColumn("target_groups", _("selling points"))
    assert target_groups.titles() == {"target_groups", "salsargument", "salgsargumenter"}


def test_log_keeps_a_heading_untranslated_where_it_is_of_no_form() -> None:
    assert (SCOPE.logged, TITLE.logged) == ("Scope", "Tittel [nn]")
    with translation.override("nb"):
        assert TITLE.logged == "Tittel [nn]"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("Heim", "Hjem", "Hjem"),
        ("Heim", "", ""),
        (" ein\r\nto ", "ein\nto", " ein\r\nto "),
        (None, "", None),
        (None, "Heim", "Heim"),
    ],
)
def test_text_is_set_where_it_says_something_else(before, text, after) -> None:
    assert saved(TITLE, text, title_nn=before) == after


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (" a\r\nb ", "a\nb")])
def test_cell_of_a_text(value, cell) -> None:
    assert TITLE.cell(SimpleNamespace(title_nn=value)) == cell


@pytest.mark.parametrize(("key", "slug"), [(None, "nytt"), (7, "gamalt")])
def test_key_is_set_for_new_rows_only(key, slug) -> None:
    row = SimpleNamespace(pk=key, slug="gamalt")
    Key("slug", "").save(row, {"slug": "nytt"})
    assert row.slug == slug


@pytest.mark.parametrize("text", ["village", " VILLAGE ", "Grend", "grend", "Bygd"])
def test_choice_is_known_by_code_and_by_label_in_both_forms(text) -> None:
    labels = set()
    for form in ("nn", "nb"):
        with translation.override(form):
            labels.add(str(Scope.VILLAGE.label).casefold())
    if fold(text) in labels | {"village"}:
        assert SCOPE.read(text) == "village"
    else:
        assert reason(SCOPE, text).startswith(f"«{text}» kan ikkje veljast.")


def test_choice_that_there_is_not_is_told_with_those_that_there_are() -> None:
    options = ", ".join(f"“{label}”" for label in Scope.labels)
    assert reason(SCOPE, "verda") == (f"«verda» kan ikkje veljast. Skriv ein av desse: {options}.")


@pytest.mark.parametrize(("text", "scope"), [("", "county"), ("village", "village")])
def test_empty_cell_leaves_a_choice_as_it_is(text, scope) -> None:
    assert saved(SCOPE, text, scope="county") == scope


@pytest.mark.parametrize(("value", "cell"), [("national", "Heile landet"), ("", "")])
def test_cell_of_a_choice_is_its_label(value, cell) -> None:
    assert SCOPE.cell(SimpleNamespace(scope=value)) == cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, True) for text in ("ja", "Ja", "yes", "1", "x", "X", "TRUE", "sann")),
        *((text, False) for text in ("", "nei", "NEI", "no", "0", "False", "usann")),
    ],
)
def test_yes_and_no(text, value) -> None:
    assert YesNo("is_example", "").read(text) is value


def test_neither_yes_nor_no_is_told() -> None:
    assert reason(YesNo("is_example", ""), "kanskje") == "«kanskje» er verken ja eller nei."


@pytest.mark.parametrize(("value", "cell"), [(True, "ja"), (False, "")])
def test_cell_of_yes_and_no(value, cell) -> None:
    assert YesNo("is_example", "").cell(SimpleNamespace(is_example=value)) == cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("2024-05-31", date(2024, 5, 31)),
        ("31.05.2024", date(2024, 5, 31)),
        ("1.5.2024", date(2024, 5, 1)),
        ("31.05.24", date(2024, 5, 31)),
    ],
)
def test_day_is_read_as_spreadsheets_write_it(text, value) -> None:
    assert Day("confirmed_on", "").read(text) == value


@pytest.mark.parametrize("text", ["i går", "2024-02-30", "05/31/2024", "2024-05-31 12:00:00"])
def test_what_is_no_day_is_told(text) -> None:
    told = f"«{text}» er ikkje ein dato. Skriv han som 2024-05-31."
    assert reason(Day("confirmed_on", ""), text) == told


@pytest.mark.parametrize(("value", "shown"), [(None, ""), (date(2024, 5, 31), "2024-05-31")])
def test_day_stands_in_the_cell_as_a_date_and_in_the_preview_as_text(value, shown) -> None:
    column, row = Day("confirmed_on", ""), SimpleNamespace(confirmed_on=value)
    assert (column.cell(row), column.shown(row)) == (value, shown)


@pytest.mark.parametrize(
    ("text", "value"), [("", 0), ("0", 0), ("12", 12), ("999999999", 10**9 - 1)]
)
def test_whole_number(text, value) -> None:
    assert Whole("position", "").read(text) == value


@pytest.mark.parametrize("text", ["1.5", "-1", "tolv", "1000000000", "१२", "1 2"])
def test_what_is_no_whole_number_is_told(text) -> None:
    assert reason(Whole("position", ""), text) == f"«{text}» er ikkje eit heilt tal."


def test_whole_number_stands_as_a_number() -> None:
    assert Whole("position", "").cell(SimpleNamespace(position=3)) == 3


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", ()),
        ("Ein | To", ("Ein", "To")),
        (" Ein |  | Ein ", ("Ein",)),
        (r"Ein\|to | Tre", ("Ein|to", "Tre")),
        ("Ein, to; tre", ("Ein, to; tre",)),
    ],
)
def test_list_of_wordings_is_parted_by_lines_alone(text, values) -> None:
    assert ListColumn("aliases", "").read(text) == values


def test_list_of_wordings_comes_back_from_its_cell() -> None:
    column = ListColumn("aliases", "")
    row = SimpleNamespace(lists={"aliases": ("Ein|to", "Tre")})
    assert column.cell(row) == r"Ein\|to | Tre"
    assert column.read(column.cell(row)) == column.value(row)


@pytest.mark.django_db
@pytest.mark.parametrize("between", [" | ", ",", "; ", "\n"])
def test_list_of_terms_is_parted_by_anything_that_editors_write(between) -> None:
    column = ListColumn("activities", "", Finder(Activity))
    assert column.read(f"brev{between}brosjyrar{between}brev") == ("brev", "brosjyrar")


@pytest.mark.django_db
def test_list_is_set_beside_the_others_of_its_row() -> None:
    row = SimpleNamespace(lists={"counties": ("40",)})
    ListColumn("activities", "", Finder(Activity)).save(row, {"activities": "brev"})
    assert row.lists == {"counties": ("40",), "activities": ("brev",)}


@pytest.mark.django_db
def test_kind_is_set_and_shown_by_its_address_word() -> None:
    column = KindColumn("kind", "", Finder(PartnerKind))
    partner = PartnerFactory()
    column.save(partner, {"kind": "regionrad"})
    assert (partner.kind.slug, column.value(partner)) == ("regionrad", "regionrad")
    partner.kind_id = None
    assert column.value(partner) == ""


# What stands for terms and places


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "text", "today"),
    [
        (Activity, "brev", "brev"),
        (Municipality, "4034", "4034"),
        (Municipality, "301", "0301"),
        (Municipality, "0833", "4034"),
        (Municipality, "833", "4034"),
        (County, "3", "03"),
        (County, "40", "40"),
    ],
)
def test_value_of_today(model, text, today) -> None:
    assert Finder(model).today(text) == today


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "text", "told"),
    [
        (Activity, "Brev", "«Brev» finst ikkje."),
        (Activity, "12", "«12» finst ikkje."),
        (Municipality, "Tokke", "«Tokke» finst ikkje."),
        (Municipality, "²", "«²» finst ikkje."),
        (County, "99", "«99» finst ikkje."),
        (County, "04", "«04» finst ikkje."),
        (Municipality, "1507", "«1507» vart delt. Skriv ein av desse: 1508, 1580."),
    ],
)
def test_value_that_leads_nowhere_or_to_several_is_told(model, text, told) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - it is read by the next line
        Finder(model).today(text)
    assert str(refused.value) == told


@pytest.mark.django_db
def test_former_address_word_is_the_one_of_today() -> None:
    Activity.objects.get(slug="brev").former_slugs.create(slug="breva")
    assert Finder(Activity).today("breva") == "brev"


@pytest.mark.django_db
def test_all_rows_are_read_once(django_assert_num_queries) -> None:
    finder = Finder(Municipality)
    with django_assert_num_queries(2):
        assert [finder.today(text) for text in ("4034", "0833", "0301")] == ["4034", "4034", "0301"]
    key = finder.keys["4034"]
    assert finder.values[key] == "4034"
