"""That what is forgotten is told of: each check by really forgetting it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.template.loader import get_template

from initiatives import checks
from initiatives.admin.initiatives import InitiativeAdmin
from initiatives.admin.inlines import TargetGroupInline
from initiatives.desk.bulk.columns import Choice, Column, Day, YesNo
from initiatives.desk.bulk.entries import EntryResource
from initiatives.desk.sheets import headings, writing
from initiatives.desk.sheets.headings import Section
from initiatives.finding import address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.several import ChoiceFacet, LinkFacet
from initiatives.finding.snapshot import loading
from initiatives.models import (
    Form,
    TargetGroup,
    TargetGroupAlias,
    TargetGroupLink,
    triggers,
)
from initiatives.models.kinds import KINDS, LINKED
from initiatives.outgoing.api import schemas
from tests import oracle

KIND = KINDS["targetgroup"]
RELATIONS_TO = checks._relations_to


def told():
    """What is forgotten: the part that it is of, and the sentence."""
    return [(error.id.removeprefix("initiatives."), error.msg) for error in checks.forgotten()]


def without(rows, *names):
    return [row for row in rows if row not in names]


@pytest.fixture
def filters(monkeypatch):
    """The filters of the list, which the test may add to and take from."""
    changed = InitiativeFilter.base_filters.copy()
    monkeypatch.setattr(InitiativeFilter, "base_filters", changed)
    return changed


@pytest.fixture
def kinds(monkeypatch):
    """The table of kinds as the checks see it, which the test may change."""
    changed = {**KINDS}
    monkeypatch.setattr(checks, "KINDS", changed)
    return changed


def test_nothing_is_forgotten():
    assert checks.forgotten() == []


def test_django_runs_the_checks(monkeypatch):
    monkeypatch.setattr(checks, "PARAMETERS", without(address.PARAMETERS, "omfang"))
    assert [error.id for error in run_checks()] == ["initiatives.facets"]


# The filter set


def test_facet_of_a_field_that_the_snapshot_does_not_hold(monkeypatch):
    monkeypatch.setattr(loading, "FIELDS", without(loading.FIELDS, "assessment"))
    assert told() == [
        (
            "facets",
            "The facet “vurdering” is of the field “assessment”, which the snapshot does not hold:"
            " give the field `choices` in initiatives/models/initiatives.py.",
        )
    ]


def test_facet_of_a_field_that_there_is_not(filters, monkeypatch):
    monkeypatch.setitem(address.PARAMETERS, "skrift", 100)
    filters["skrift"] = ChoiceFacet(Form, field_name="orignal_form", label="Skrift")
    assert [(of, "“orignal_form”" in text) for of, text in told()] == [("facets", True)]


def test_facet_of_other_values_than_its_field(filters):
    filters["omfang"] = ChoiceFacet(Form, field_name="scope", label="Omfang")
    assert told() == [
        (
            "facets",
            "The facet “omfang” has other values than the field “scope”: give it the choices of the"
            " field in initiatives/finding/filters/__init__.py.",
        )
    ]


def test_parameter_without_a_place_in_addresses(filters):
    filters["skrift"] = ChoiceFacet(Form, field_name="original_form", label="Skrift")
    assert told() == [
        (
            "facets",
            "The parameter “skrift” has no place in addresses: hand it to `keep_order` in"
            " initiatives/finding/filters/__init__.py.",
        )
    ]


@pytest.mark.parametrize("kind", ["language", "activity"])
def test_facet_of_a_kind_that_is_not_told(filters, monkeypatch, kind):
    monkeypatch.setitem(address.PARAMETERS, "tema", 100)
    filters["tema"] = LinkFacet(kind)
    assert told() == [
        (
            "facets",
            "The facet “tema” is of no kind with that parameter: tell it in `KINDS` in"
            " initiatives/models/kinds.py.",
        )
    ]


def test_kind_that_readers_cannot_filter_by(filters):
    del filters["malgruppe"]
    assert told() == [
        (
            "pages",
            "Readers cannot filter by target_groups: add `malgruppe ="
            ' LinkFacet("targetgroup")` to initiatives/finding/filters/__init__.py.',
        )
    ]


# The table of kinds


def test_linked_model_that_is_no_kind(kinds, filters):
    del kinds["targetgroup"], filters["malgruppe"]
    assert told() == [
        (
            "kinds",
            "TargetGroup is no kind: add it to `KINDS` in initiatives/models/kinds.py.",
        )
    ]


def test_model_of_terms_that_is_no_kind(monkeypatch):
    language = type("Language", (), {})
    monkeypatch.setattr(checks, "Term", SimpleNamespace(__subclasses__=lambda: [language]))
    assert told() == [
        ("kinds", "Language is no kind: add it to `KINDS` in initiatives/models/kinds.py.")
    ]


@pytest.mark.parametrize(
    ("position", "named"), [(0, ["TargetGroup"]), (4, ["TargetGroup", "Partner"])]
)
def test_list_of_an_entry_without_a_position_of_its_own(kinds, monkeypatch, position, named):
    changed = kinds["targetgroup"] = replace(KIND, position=position)
    monkeypatch.setattr(checks, "LINKED", [changed if kind == KIND else kind for kind in LINKED])
    text = (
        "{} has no `position` of its own among the lists of an entry: give it one in `KINDS` in"
        " initiatives/models/kinds.py."
    )
    assert told() == [("kinds", text.format(name)) for name in named]


# The models of a kind


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        (
            "links",
            "TargetGroup has no links: add TargetGroupLink to initiatives/models/links.py, with"
            " `term` as `links`.",
        ),
        (
            "aliases",
            "TargetGroup has no other wordings: add TargetGroupAlias to"
            " initiatives/models/terms.py.",
        ),
        (
            "former_slugs",
            "TargetGroup has no former address words: add FormerTargetGroupSlug to"
            " initiatives/models/mergers.py.",
        ),
    ],
)
def test_kind_without_a_relation(monkeypatch, relation, sentence):
    def relations_to(model):
        found = RELATIONS_TO(model)
        return found - {relation} if model is TargetGroup else found

    monkeypatch.setattr(checks, "_relations_to", relations_to)
    assert told() == [("relations", sentence)]


@pytest.mark.parametrize(
    ("table", "model"),
    [
        ("VOCABULARY_ROWS", TargetGroup),
        ("VOCABULARY_ROWS", TargetGroupAlias),
        ("ENTRY_ROWS", TargetGroupLink),
    ],
)
def test_table_whose_changes_nobody_notes(monkeypatch, table, model):
    monkeypatch.setattr(checks, table, without(getattr(triggers, table), model))
    assert told() == [
        ("triggers", f"Add {model.__name__} to `{table}` in initiatives/models/triggers.py.")
    ]


# What editors see


def test_kind_without_pages_in_the_admin(monkeypatch):
    site = SimpleNamespace(is_registered=lambda model: model is not TargetGroup)
    monkeypatch.setattr(checks, "admin", SimpleNamespace(site=site))
    assert told() == [
        (
            "admin",
            "TargetGroup has no pages in the admin: register it in initiatives/admin.",
        )
    ]


def test_kind_without_a_list_in_the_form(monkeypatch):
    monkeypatch.setattr(
        InitiativeAdmin, "inlines", without(InitiativeAdmin.inlines, TargetGroupInline)
    )
    assert told() == [
        (
            "admin",
            "The form of an entry has no list of target_groups: add an inline of TargetGroupLink to"
            " initiatives/admin/inlines.py, and to `parts` in initiatives/admin/initiatives.py.",
        )
    ]


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            "NOT_IN_FORM",
            "The form of an entry has no field “status”: add it to `parts` in"
            " initiatives/admin/initiatives.py.",
        ),
        (
            "NOT_IN_TABLES",
            "Tables of entries have no column “publish_on”: add it to `TEXTS` in"
            " initiatives/desk/bulk/entries.py.",
        ),
    ],
)
def test_field_that_no_editor_can_write(monkeypatch, table, sentence):
    monkeypatch.setattr(checks, table, ("published_headings", "unpublish_on"))
    assert told() == [("fields", sentence)]


@pytest.mark.parametrize(
    ("name", "column"),
    [("scope", Choice), ("is_presented_unassessed", YesNo), ("confirmed_on", Day)],
)
def test_field_that_tables_take_for_text(monkeypatch, name, column):
    made = EntryResource.make_column

    def forget(resource, asked):
        found = made(resource, asked)
        return Column(asked, found.heading) if asked == name else found

    assert type(made(None, name)) is column
    monkeypatch.setattr(EntryResource, "make_column", forget)
    assert told() == [
        (
            "fields",
            f"Tables of entries take “{name}” for text: add it to `CHOICES`, or to `make_column`,"
            " in initiatives/desk/bulk/entries.py.",
        )
    ]


# What readers see, and what goes out


def test_field_that_the_api_does_not_tell_of(monkeypatch):
    told_of = without(schemas.Entry.model_fields, "closing_note")
    monkeypatch.setattr(schemas, "Entry", SimpleNamespace(model_fields=told_of))
    assert told() == [
        (
            "fields",
            "The API does not tell of “closing_note”: add the field to `Basics`, or to `Entry`, in"
            " initiatives/outgoing/api/schemas.py.",
        )
    ]


@pytest.mark.parametrize("name", ["scope", "title_nb"])
def test_field_that_lists_ask_for_entry_by_entry(monkeypatch, name):
    monkeypatch.setattr(checks, "READ", without(checks.READ, name))
    assert told() == [
        (
            "fields",
            f"Lists that go out ask for “{name}” entry by entry: add it to `READ` in"
            " initiatives/outgoing/exports/rows.py.",
        )
    ]


def test_kind_without_a_list_on_the_page_of_an_entry(monkeypatch):
    page = get_template("initiatives/initiative.html").template.source
    source = page.replace("entry.sections.target_groups ", "")
    made = SimpleNamespace(template=SimpleNamespace(source=source))
    monkeypatch.setattr(checks, "get_template", lambda name: made)
    assert told() == [
        (
            "pages",
            "The page of an entry has no list of target_groups: add `entry.sections.target_groups`"
            " to templates/initiatives/initiative.html.",
        )
    ]


@pytest.mark.parametrize(
    ("answer", "plural"),
    [
        (schemas.Terms, "target_groups"),
        (schemas.Summary, "target_groups"),
        (schemas.Entry, "target_groups"),
        (schemas.Summary, "partner_kinds"),
        (schemas.Places, "counties"),
    ],
)
def test_kind_that_the_api_does_not_tell_of(monkeypatch, answer, plural):
    fields = {name: field for name, field in answer.model_fields.items() if name != plural}
    without_it = SimpleNamespace(__name__=answer.__name__, model_fields=fields)
    monkeypatch.setattr(schemas, answer.__name__, without_it)
    assert told() == [
        (
            "api",
            f"The API does not tell of {plural}: add the field to `{answer.__name__}` in"
            " initiatives/outgoing/api/schemas.py.",
        )
    ]


def test_kind_without_a_column(monkeypatch):
    columns = [column for column in checks.COLUMNS if column.kind != "targetgroup"]
    monkeypatch.setattr(checks, "COLUMNS", columns)
    assert told() == [
        (
            "files",
            'Files have no column of target_groups: add `of_kind("targetgroup", …)` to `COLUMNS` in'
            " initiatives/outgoing/exports/columns.py.",
        )
    ]


# Sheets


def test_kind_without_a_section(monkeypatch):
    monkeypatch.setattr(checks, "Section", without(Section, Section.TARGET_GROUPS))
    assert told() == [
        (
            "sheets",
            "Sheets have no section of target_groups: add it to `Section` in"
            " initiatives/desk/sheets/headings.py.",
        )
    ]


@pytest.mark.parametrize(
    ("module", "table", "rows", "sentence"),
    [
        (
            headings,
            "SECTION_OF",
            {"aktivitet": Section.ACTIVITIES},
            "No heading opens target_groups: add it to `_SPELLINGS` in"
            " initiatives/desk/sheets/headings.py.",
        ),
        (
            headings,
            "OWN_HEADINGS",
            {"nn": headings.OWN_HEADINGS["nn"], "nb": {}},
            "Sheets have no heading over target_groups: add it to `OWN_HEADINGS` in"
            " initiatives/desk/sheets/headings.py.",
        ),
        (
            headings,
            "LIST_SECTIONS",
            {Section.ACTIVITIES},
            "Sheets are read without target_groups: add it to `LIST_SECTIONS` in"
            " initiatives/desk/sheets/headings.py.",
        ),
        (
            writing,
            "ORDER",
            (Section.ACTIVITIES,),
            "Sheets are written without target_groups: add it to `ORDER` in"
            " initiatives/desk/sheets/writing.py.",
        ),
    ],
)
def test_section_that_is_not_read_or_written(monkeypatch, module, table, rows, sentence):
    monkeypatch.setattr(module, table, rows)
    assert ("sheets", sentence) in told()


# What only the tests can tell


def test_every_facet_has_an_oracle():
    facets = [name for name, of in InitiativeFilter.base_filters.items() if is_facet(of)]
    assert set(oracle.FACETS) == set(facets), "Say in tests/oracle.py what each facet means."


def is_facet(of):
    return isinstance(of, ChoiceFacet | LinkFacet)
