"""Each constraint is tried with a row that breaks it and nothing else, and says its own name."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, UniqueConstraint

from initiatives.models import (
    AccessEvent,
    CheckedAddress,
    ConfirmationRequest,
    Contact,
    Document,
    FormerMunicipality,
    Funding,
    Initiative,
    Merger,
    Municipality,
    OpenForm,
    Partner,
    Project,
    Result,
    SheetLine,
    Succession,
    Translation,
    TranslationDraft,
    WordEntries,
)
from tests.factories import InitiativeFactory, PartnerFactory
from tests.models.rows import FIELDS, LINKS, NOW, add_row, new_row

pytestmark = pytest.mark.usefixtures("reference_data")

FACTS = (Project, Funding, Result, Document, Contact)
OF_ENTRY = ("initiative",)
# The constraint, what two rows have to share to break it, and where the second is another.
UNIQUE: list[tuple[str, type[Model], tuple[str, ...], dict[str, Any]]] = [
    *((f"{model._meta.model_name}_position_unique", model, OF_ENTRY, {}) for model in FACTS),
    *(
        (f"{model._meta.model_name}_term_unique", model, (*OF_ENTRY, "term"), {"position": 2})
        for model in LINKS
    ),
    ("succession_unique", Succession, ("predecessor", "successor"), {}),
    ("former_municipality_unique", FormerMunicipality, ("successor",), {}),
    ("translation_unique", Translation, OF_ENTRY, {}),
    ("word_entries_unique", WordEntries, (), {}),
    ("open_form_unique", OpenForm, ("initiative", "user"), {}),
]

CHECKED: list[tuple[str, type[Model], dict[str, Any]]] = [
    ("access_kind_known", AccessEvent, {"kind": "flew"}),
    ("checked_address_problem_known", CheckedAddress, {"problem": "sulks"}),
    ("project_has_a_name", Project, {"name_nn": ""}),
    ("project_years_in_order", Project, {"start_year": 2014, "end_year": 2013}),
    ("project_open_ended_has_no_end_year", Project, {"is_open_ended": True, "end_year": 2014}),
    ("project_start_year_in_range", Project, {"start_year": 1899}),
    ("project_start_year_in_range", Project, {"start_year": 2101}),
    ("project_end_year_in_range", Project, {"end_year": 1899}),
    ("project_end_year_in_range", Project, {"end_year": 2101}),
    ("funding_says_something", Funding, {"programme": ""}),
    ("funding_year_in_range", Funding, {"year": 1899}),
    ("result_has_a_description", Result, {"description_nn": ""}),
    ("result_basis_known", Result, {"basis": "hearsay"}),
    ("result_year_in_range", Result, {"year": 2101}),
    ("document_year_in_range", Document, {"year": 1899}),
    ("initiative_form_known", Initiative, {"original_form": "en", "status": "draft"}),
    ("initiative_published_has_original_title", Initiative, {"title_nn": "", "title_nb": "X"}),
    ("initiative_published_has_original_title", Initiative, {"original_form": "nb"}),
    ("initiative_published_has_time", Initiative, {"first_published_at": None}),
    (
        "initiative_dates_in_order",
        Initiative,
        {"publish_on": "2024-05-02", "unpublish_on": "2024-05-02"},
    ),
    ("initiative_status_known", Initiative, {"status": "gone"}),
    ("initiative_scope_known", Initiative, {"scope": "world"}),
    ("initiative_organisation_known", Initiative, {"organisation": "nobody"}),
    ("initiative_assessment_known", Initiative, {"assessment": "good"}),
    ("confirmation_answered_with_an_answer", ConfirmationRequest, {"answer": "ended"}),
    ("confirmation_answered_with_an_answer", ConfirmationRequest, {"answered_at": NOW}),
    (
        "confirmation_answered_with_an_answer",
        ConfirmationRequest,
        {"answer": "perhaps", "answered_at": NOW},
    ),
    ("confirmation_handled_after_answer", ConfirmationRequest, {"handled_at": NOW}),
    (
        "confirmation_accepted_when_handled",
        ConfirmationRequest,
        {"is_accepted": True, "answer": "ended", "answered_at": NOW},
    ),
    ("confirmation_end_year_in_range", ConfirmationRequest, {"end_year": 1899}),
    ("partner_has_a_name", Partner, {"name_nn": ""}),
    ("municipality_centrality_from_1_to_6", Municipality, {"centrality": 0}),
    ("municipality_centrality_from_1_to_6", Municipality, {"centrality": 7}),
    ("municipality_point_in_norway", Municipality, {"latitude": 10, "longitude": 60}),
    ("municipality_point_in_norway", Municipality, {"latitude": 56.9}),
    ("municipality_point_in_norway", Municipality, {"latitude": 82.1}),
    ("municipality_point_in_norway", Municipality, {"longitude": 3.9}),
    ("municipality_point_in_norway", Municipality, {"longitude": 32.1}),
    (
        "former_municipality_years_in_order",
        FormerMunicipality,
        {"valid_from": 1964, "valid_to": 1963},
    ),
    ("sheet_line_kind_known", SheetLine, {"kind": "lost"}),
    ("translation_form_known", Translation, {"form": "en"}),
    ("translation_state_known", Translation, {"state": "perfect"}),
    ("translation_draft_form_known", TranslationDraft, {"form": "en"}),
]
# These need a row that is there already.
TRIED_ALONE = {
    "succession_not_of_itself",
    "merger_undone_by_has_time",
    "initiative_working_copy_is_not_public",
}

ACCEPTED: list[tuple[type[Model], dict[str, Any]]] = [
    (Project, {"start_year": 1900, "end_year": 1900}),
    (Project, {"start_year": 2100, "is_open_ended": True}),
    (Project, {"name_nn": "", "name_nb": "P"}),
    (Funding, {"programme": "", "year": 2012}),
    (Funding, {"programme": "", "amount_nok": 0}),
    (Result, {"description_nn": "", "description_nb": "Flere flyttet hjem."}),
    (Initiative, {"status": "draft", "title_nn": "", "first_published_at": None}),
    (Initiative, {"original_form": "nb", "title_nn": "", "title_nb": "X"}),
    (Initiative, {"publish_on": "2024-05-02", "unpublish_on": "2024-05-03"}),
    (Initiative, {"unpublish_on": "2024-05-02"}),
    (ConfirmationRequest, {"answer": "ended", "answered_at": NOW, "end_year": 2023}),
    (ConfirmationRequest, {"answer": "changed", "answered_at": NOW, "handled_at": NOW}),
    (
        ConfirmationRequest,
        {"answer": "running", "answered_at": NOW, "handled_at": NOW, "is_accepted": True},
    ),
    (Partner, {"name_nn": "", "name_nb": "Laget"}),
    (Municipality, {"latitude": 57, "longitude": 4, "centrality": 1}),
    (Municipality, {"latitude": 82, "longitude": 32}),
    (FormerMunicipality, {"valid_from": 1964, "valid_to": 1964}),
    (FormerMunicipality, {"valid_from": 1964}),
    (SheetLine, {"kind": "proposal"}),
]

# What a form says, where an editor can break the rule.
MESSAGES: list[tuple[type[Model], dict[str, Any], str]] = [
    (Project, {"name_nn": ""}, "Gi delprosjektet eit namn på minst éi av målformene."),
    (Project, {"start_year": 2014, "end_year": 2013}, "Sluttåret er før startåret."),
    (
        Project,
        {"is_open_ended": True, "end_year": 2014},
        "Eit delprosjekt som framleis pågår, kan ikkje ha sluttår.",
    ),
    (Funding, {"programme": ""}, "Fyll ut programmet, året eller beløpet."),
    (Result, {"description_nn": ""}, "Skriv kva ein såg, på minst éi av målformene."),
    (
        Initiative,
        {"title_nn": ""},
        "Eit publisert tiltak må ha tittel på den opphavlege målforma.",
    ),
    (
        Initiative,
        {"publish_on": date(2024, 5, 2), "unpublish_on": date(2024, 5, 1)},
        "Tiltaket ville bli arkivert før det er publisert.",
    ),
    (Partner, {"name_nn": ""}, "Gi samarbeidspartnaren eit namn på minst éi av målformene."),
    (Municipality, {"centrality": 7}, "Sentralitet er eit tal frå 1 til 6."),
    (
        Municipality,
        {"latitude": 10, "longitude": 60},
        "Punktet er ikkje i Noreg. Er breiddegrad og lengdegrad bytte om?",
    ),
    (
        FormerMunicipality,
        {"valid_from": 1964, "valid_to": 1963},
        "Det siste året er før det første.",
    ),
]


def constraint_that_refuses(row: Model) -> str | None:
    """The name of the constraint that keeps `row` out of the database; None when it is let in."""
    try:
        with transaction.atomic():
            type(row)._base_manager.bulk_create([row])
    except IntegrityError as error:
        return named_by(error, type(row))
    return None


def named_by(error: IntegrityError, model: type[Model]) -> str:
    """SQLite names the columns of what shall be unique, PostgreSQL the constraint."""
    if connection.vendor == "postgresql":
        return error.__cause__.diag.constraint_name
    told = str(error).partition(": ")[2]
    unique = (rule for rule in model._meta.constraints if isinstance(rule, UniqueConstraint))
    return {columns_of(model, rule): rule.name for rule in unique}.get(told, told)


def columns_of(model: type[Model], rule: UniqueConstraint) -> str:
    columns = (model._meta.get_field(name).column for name in rule.fields)
    return ", ".join(f"{model._meta.db_table}.{column}" for column in columns)


def of_first(case: tuple[Any, ...]) -> str:
    return case[0] if isinstance(case[0], str) else case[0].__name__


@pytest.mark.parametrize(("name", "model", "shared", "other"), UNIQUE, ids=map(of_first, UNIQUE))
def test_second_row_with_the_same_is_refused(name, model, shared, other) -> None:
    first = add_row(model)
    both = {field: getattr(first, field) for field in shared}
    assert constraint_that_refuses(new_row(model, **both, **other)) == name


@pytest.mark.parametrize("model", LINKS)
def test_link_where_another_stands_is_refused(model) -> None:
    first = add_row(model)
    PartnerFactory()
    terms = model._meta.get_field("term").related_model._default_manager
    another = new_row(
        model, initiative=first.initiative, term=terms.exclude(pk=first.term_id).last()
    )
    assert constraint_that_refuses(another) == f"{model._meta.model_name}_position_unique"


@pytest.mark.parametrize(("name", "model", "fields"), CHECKED, ids=map(of_first, CHECKED))
def test_row_that_breaks_one_rule_is_refused_by_it(name, model, fields) -> None:
    assert constraint_that_refuses(new_row(model, **fields)) == name


@pytest.mark.parametrize(("model", "fields"), ACCEPTED, ids=map(of_first, ACCEPTED))
def test_row_at_the_border_is_let_in(model, fields) -> None:
    assert constraint_that_refuses(new_row(model, **fields)) is None


@pytest.mark.parametrize("model", sorted(FIELDS, key=lambda model: model.__name__))
def test_row_with_the_least_is_let_in(model) -> None:
    assert constraint_that_refuses(new_row(model)) is None


@pytest.mark.parametrize(("model", "fields", "message"), MESSAGES, ids=map(of_first, MESSAGES))
def test_broken_rule_is_told_to_the_editor_in_words(model, fields, message) -> None:
    with pytest.raises(ValidationError) as refused:
        new_row(model, **fields).validate_constraints()
    assert refused.value.messages == [message]


@pytest.mark.parametrize("model", LINKS)
def test_choice_that_stands_twice_is_told_to_the_editor_in_words(model) -> None:
    first = add_row(model)
    again = new_row(model, initiative=first.initiative, term=first.term, position=2)
    with pytest.raises(ValidationError) as refused:
        again.validate_constraints()
    assert refused.value.messages == ["Det same valet står to gonger i lista. Fjern det eine."]


def test_entry_that_follows_itself_is_refused() -> None:
    entry = InitiativeFactory()
    row = Succession(predecessor=entry, successor=entry)
    assert constraint_that_refuses(row) == "succession_not_of_itself"
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    assert refused.value.messages == ["Eit tiltak kan ikkje følgje etter seg sjølv."]


def test_merger_that_was_undone_by_somebody_has_a_time(django_user_model) -> None:
    editor = django_user_model.objects.create_user("redaktor")
    undone = new_row(Merger, undone_by=editor)
    assert constraint_that_refuses(undone) == "merger_undone_by_has_time"
    assert constraint_that_refuses(new_row(Merger, undone_by=editor, undone_at=NOW)) is None


@pytest.mark.parametrize("status", ["published", "archived"])
def test_working_copy_is_never_public(status) -> None:
    copy = new_row(Initiative, revises=InitiativeFactory(), status=status)
    assert constraint_that_refuses(copy) == "initiative_working_copy_is_not_public"


def test_every_constraint_is_tried() -> None:
    positions = {f"{model._meta.model_name}_position_unique" for model in LINKS}
    tried = {case[0] for case in (*UNIQUE, *CHECKED)} | positions | TRIED_ALONE
    models = apps.get_app_config("initiatives").get_models(include_auto_created=True)
    assert tried == {rule.name for model in models for rule in model._meta.constraints}
