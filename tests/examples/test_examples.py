"""Made-up entries: how they are made, what they are like, and that they can be taken away again."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.examples import sentences, texts
from initiatives.examples.drawing import Draft, draw_entry
from initiatives.examples.reference import DRAWN, SHARES_PATH, Reference, Register
from initiatives.language import other_form
from initiatives.models import (
    Activity,
    Assessment,
    Basis,
    Contact,
    Initiative,
    Municipality,
    Partner,
    PartnerLink,
    Result,
    Scope,
    Succession,
)
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
DRAWN_BY_CHANCE = {name: kind.link or PartnerLink for name, kind in DRAWN.items()}


@pytest.fixture(autouse=True)
def _reference_data(reference_data: None) -> None:
    """Examples are drawn from the places and terms."""


def generate(count: int, seed: int = 1, verbosity: int = 0) -> None:
    call_command("generate_examples", count, seed=seed, verbosity=verbosity)


def remove() -> None:
    call_command("remove_examples", verbosity=0)


def draw(count: int) -> Iterator[Draft]:
    """Entries that are drawn and not stored."""
    reference, register = Reference.load(), Register.load()
    return (draw_entry(Random(number), reference, register, TODAY) for number in range(count))


def contents() -> list[tuple[Any, ...]]:
    """What readers would notice of each entry, in the order they were made."""
    return [
        (
            entry.slug,
            entry.title_nn,
            entry.title_nb,
            entry.body_nn,
            entry.body_nb,
            entry.first_published_at,
            [link.term.slug for link in entry.activitylinks.all()],
            [link.term.slug for link in entry.targetgrouplinks.all()],
            [link.term.number for link in entry.municipalitylinks.all()],
            [
                (project.name_nn, project.start_year, project.end_year)
                for project in entry.projects.all()
            ],
            [(funding.programme, funding.amount_nok) for funding in entry.fundings.all()],
        )
        for entry in Initiative.objects.with_entry_content().order_by("pk")
    ]


def rows_of_entries() -> Iterator[Any]:
    """Every stored row that belongs to an entry, and the entries and partners themselves."""
    for model in apps.get_app_config("initiatives").get_models():
        if model in (Initiative, Partner, Succession) or hasattr(model, "initiative"):
            yield from model._default_manager.all()


def shares_in_table() -> dict[tuple[str, str], int]:
    with SHARES_PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["kind"], row["slug"]): int(row["percent_of_known_entries"]) for row in rows}


def paired_texts(value: object) -> Iterator[sentences.Paired]:
    """All texts in both forms inside a value of the module `sentences`."""
    if isinstance(value, sentences.Paired):
        yield value
    elif isinstance(value, dict | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from paired_texts(part)


# Making


def test_generate_makes_published_entries_marked_as_examples() -> None:
    generate(12)
    assert Initiative.objects.published().filter(is_example=True).count() == 12


def test_generate_same_seed_gives_same_entries() -> None:
    generate(15, seed=7)
    first = contents()
    remove()
    generate(15, seed=7)
    assert contents() == first


def test_generate_fewer_gives_the_first_of_the_same_entries() -> None:
    generate(15, seed=7)
    more = contents()
    remove()
    generate(5, seed=7)
    assert contents() == more[:5]


def test_generate_another_seed_gives_other_entries() -> None:
    generate(15, seed=7)
    first = {entry[3:5] for entry in contents()}
    remove()
    generate(15, seed=8)
    assert first & {entry[3:5] for entry in contents()} == set()


def test_generate_twice_adds_entries() -> None:
    generate(10)
    generate(10)
    assert len(contents()) == 20


def test_generate_takes_no_address_word_that_was_taken() -> None:
    generate(1)
    slug = Initiative.objects.get().slug
    remove()
    make_initiative(slug="moved").former_slugs.create(slug=slug)
    generate(1)
    assert Initiative.objects.get(is_example=True).slug == f"{slug}-2"


def test_generate_makes_no_more_queries_for_more_entries() -> None:
    with CaptureQueriesContext(connection) as for_ten:
        generate(10)
    remove()
    with CaptureQueriesContext(connection) as for_twenty:
        generate(20)
    assert len(for_twenty) <= len(for_ten)


def test_generate_shows_no_progress_bar_outside_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    generate(2, verbosity=1)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("count", ["0", "-3", "many", "1.5"])
def test_generate_refuses_what_is_not_a_positive_number(count: str) -> None:
    with pytest.raises(CommandError, match=r"argument N: .* is not a whole number of at least 1"):
        call_command("generate_examples", count)


@pytest.mark.parametrize(
    ("model", "name"), [(Activity, "activity"), (Municipality, "municipality")]
)
def test_generate_without_reference_data_says_what_is_missing(model: Any, name: str) -> None:
    model.objects.all().delete()
    with pytest.raises(CommandError, match=rf"\({name}\).*manage.py load_catalogue"):
        generate(3)


# What the entries are like


def test_examples_are_valid() -> None:
    generate(15)
    for row in rows_of_entries():
        row.full_clean()


def test_examples_use_terms_as_often_as_known_entries() -> None:
    used: Counter[tuple[str, str]] = Counter()
    for draft in draw(1000):
        for kind, model in DRAWN_BY_CHANCE.items():
            terms = [row.term for row in draft.rows if isinstance(row, model)]
            used.update(
                (kind, (term.kind if kind == "partner_kind" else term).slug) for term in terms
            )
    expected = shares_in_table()
    assert {key: used[key] / 10 for key in expected} == pytest.approx(expected, abs=4)


def test_examples_are_in_nynorsk_for_a_third() -> None:
    forms = Counter(draft.initiative.original_form for draft in draw(400))
    assert forms["nn"] / 400 == pytest.approx(0.35, abs=0.05)


def test_examples_have_an_activity_and_a_target_group() -> None:
    generate(100)
    assert not Initiative.objects.filter(activities=None).exists()
    assert not Initiative.objects.filter(target_groups=None).exists()


def test_examples_without_translation_are_written_in_one_form() -> None:
    generate(40)
    untranslated = [
        entry for entry in Initiative.objects.all() if not (entry.title_nn and entry.title_nb)
    ]
    bodies = {getattr(entry, f"body_{other_form(entry.original_form)}") for entry in untranslated}
    assert bodies == {""}


def test_examples_are_published_in_the_last_years() -> None:
    generate(60)
    now = timezone.now()
    for entry in Initiative.objects.all():
        assert now - timedelta(days=8 * 366) < entry.first_published_at <= entry.changed_at <= now


def test_examples_for_a_county_have_no_municipality() -> None:
    drafts = [draft for draft in draw(200) if draft.place.scope == Scope.COUNTY]
    links = {type(row).__name__ for draft in drafts for row in draft.rows}
    assert ("CountyLink" in links, "MunicipalityLink" in links) == (True, False)


def test_examples_of_several_municipalities_stay_in_one_county() -> None:
    shared = [
        draft.place.municipalities
        for draft in draw(200)
        if draft.place.scope == Scope.INTER_MUNICIPAL
    ]
    assert {len({home.county for home in homes}) for homes in shared} == {1}
    assert {len(homes) for homes in shared} == {2, 3, 4, 5}


def test_examples_are_followed_by_later_ones_of_the_same_municipality() -> None:
    generate(400)
    successions = Succession.objects.all()
    assert successions.count() > 1
    for succession in successions:
        earlier, later = succession.predecessor, succession.successor
        assert earlier.municipalities.get() == later.municipalities.get()
        assert not earlier.period.is_running
        assert earlier.period.last_year <= later.period.first_year


@pytest.mark.parametrize(
    ("assessment", "bases"),
    [
        (Assessment.NOT_ASSESSED, {Basis.UNKNOWN, Basis.SELF_REPORTED}),
        (Assessment.SELF_REPORTED, {Basis.SELF_REPORTED}),
        (Assessment.MEASURED, {Basis.MEASURED, Basis.SELF_REPORTED}),
        (Assessment.EVALUATED, {Basis.EVALUATED, Basis.SELF_REPORTED}),
    ],
)
def test_results_of_examples_are_known_as_the_assessment_says(
    assessment: str, bases: set[str]
) -> None:
    drafts = [draft for draft in draw(300) if draft.initiative.assessment == assessment]
    assert {row.basis for draft in drafts for row in draft.rows if isinstance(row, Result)} == bases


def test_contacts_of_examples_are_reached_under_reserved_names_only() -> None:
    generate(40)
    contacts = Contact.objects.all()
    assert {contact.email.split("@")[1].split(".", 1)[1] for contact in contacts} == {"example.no"}
    assert {contact.phone for contact in contacts} == {""}


# Removing


def test_remove_leaves_other_entries_and_their_partners() -> None:
    own = PartnerFactory(slug="naeringslivet", name_nn="Næringslivet")
    kept = make_initiative(partners=["naeringslivet"], activities=["brev"])
    generate(30)
    assert own.links.count() > 1
    remove()
    assert [*Initiative.objects.all()] == [kept]
    assert [*Partner.objects.all()] == [own]


def test_remove_leaves_a_partner_that_another_entry_has_begun_to_use() -> None:
    generate(10)
    made = Partner.objects.earliest("pk")
    kept = make_initiative(partners=[made.slug])
    remove()
    assert [link.term for link in kept.partnerlinks.all()] == [made]
    assert [*Partner.objects.all()] == [made]


def test_remove_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    generate(3)
    call_command("remove_examples")
    assert capsys.readouterr().out == "3 examples removed.\n"


# Texts


@pytest.mark.parametrize(
    ("kind", "material"),
    [
        ("activity", sentences.ACTIVITIES),
        ("activity", sentences.ACTIVITY_PHRASES),
        ("activity", sentences.PROJECT_NAMES_BY_ACTIVITY),
        ("selling_point", sentences.SELLING_POINTS),
        ("selling_point", sentences.PITCH_PHRASES),
        ("target_group", sentences.TARGET_GROUPS),
        ("target_group", sentences.GROUP_PHRASES),
        ("partner_kind", sentences.PARTNERS),
    ],
)
def test_texts_know_every_term_of_the_vocabulary(kind: str, material: dict[str, Any]) -> None:
    assert set(material) == {
        slug for kind_of_term, slug in shares_in_table() if kind_of_term == kind
    }


@pytest.mark.parametrize(
    "table",
    [{"nn": "Heim"}, {"nn": "Heim", "nb": "Hjem", "both": "Heim"}, {"nn": "Heim", "no": "Hjem"}],
)
def test_paired_refuses_a_text_without_its_forms(table: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"nn and nb, or both .*Heim"):
        sentences.paired(table)


def test_texts_ask_for_the_same_words_in_both_forms() -> None:
    asked = [
        tuple(Counter(re.findall(r"\{\w*\}", text)) for text in pair)
        for pair in paired_texts(
            {name: value for name, value in vars(sentences).items() if name.isupper()}
        )
    ]
    assert [pair for pair in asked if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Tokke"], "i Tokke"),
        (["Hitra", "Frøya"], "på Hitra og Frøya"),
        (["Orkland", "Hitra", "Heim"], "i Orkland og Heim og på Hitra"),
    ],
)
def test_located_chooses_the_preposition_of_each_place(names: list[str], expected: str) -> None:
    assert texts.located(names) == expected
