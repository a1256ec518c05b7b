"""What an initiative says of itself."""

import pytest
from django.utils import timezone, translation

from initiatives.models import FormerSlug, Initiative, Step
from tests.factories import InitiativeFactory, PartnerFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

THIS_YEAR = timezone.localdate().year
NOW = timezone.now()


def test_save_sets_first_published_once():
    initiative = InitiativeFactory(status="draft")
    assert initiative.first_published_at is None
    initiative.status = "published"
    initiative.save()
    first = initiative.first_published_at
    initiative.save()
    assert first == initiative.first_published_at is not None


def test_save_makes_a_slug_from_the_original_title():
    initiative = InitiativeFactory(
        slug="", title_nn="Heim", title_nb="Flytt hjem!", original_form="nb"
    )
    assert initiative.slug == "flytt-hjem"


def test_save_makes_another_slug_when_it_is_taken():
    InitiativeFactory(slug="", title_nn="Flytt heim")
    assert InitiativeFactory(slug="", title_nn="Flytt heim").slug == "flytt-heim-2"


def test_slug_made_anew_is_the_same(db):
    initiative = InitiativeFactory(slug="", title_nn="Flytt heim")
    initiative.slug = ""
    initiative.save()
    assert initiative.slug == "flytt-heim"


def test_slug_that_was_anothers_is_not_taken_over(db):
    FormerSlug.objects.create(slug="flytt-heim", initiative=InitiativeFactory())
    assert InitiativeFactory(slug="", title_nn="Flytt heim").slug == "flytt-heim-2"


def test_slug_of_a_draft_without_a_title_is_made_anew_from_its_title():
    initiative = InitiativeFactory(slug="", title_nn="", status="draft")
    assert (initiative.slug, str(initiative)) == ("tiltak", "Utan tittel")
    initiative.title_nn = "Flytt heim"
    initiative.save()
    assert initiative.slug == "flytt-heim"


def test_save_makes_a_slug_of_a_title_without_letters():
    assert InitiativeFactory(slug="", title_nn="!!!").slug == "tiltak"


def test_partner_save_makes_a_slug():
    assert PartnerFactory(name_nn="Bø grendelag").slug == "bo-grendelag"


@pytest.mark.parametrize(
    ("projects", "period"),
    [
        ([], ""),
        ([{}], ""),
        ([{"start_year": 2012, "end_year": 2014}], "2012–2014"),
        ([{"start_year": 2012, "end_year": 2012}], "2012"),
        ([{"start_year": 2012}, {"end_year": 2016}], "2012–2016"),
        ([{"start_year": 2012, "is_open_ended": True}], "2012–"),
        ([{"is_open_ended": True}], ""),
    ],
)
def test_period(projects, period):
    initiative = InitiativeFactory()
    for project in projects:
        ProjectFactory(initiative=initiative, **project)
    assert str(initiative.period) == period


def test_all_counties_are_those_of_municipalities_and_those_set():
    initiative = make_initiative(municipalities=["4034", "4036", "4601"], counties=["03"])
    assert [county.number for county in initiative.all_counties] == ["03", "40", "46"]


def test_title_in_the_other_form_falls_back_to_the_original():
    initiative = InitiativeFactory(title_nn="Heim", title_nb="")
    with translation.override("nb"):
        assert (initiative.title, initiative.title.lang) == ("Heim", "nn")
        assert not initiative.is_in_reader_form


def test_wording_as_published_is_for_the_original_form(tokke):
    link = tokke.activitylinks.get(position=9)
    assert link.shown == "Tilrettelegging av bustad for tilflyttande"
    with translation.override("nb"):
        assert link.shown == "Tilrettelegging av bolig for tilflyttere"


def test_translated_title_over_an_untranslated_text_is_not_in_the_reader_form():
    initiative = InitiativeFactory(title_nn="Heim", title_nb="Hjem", body_nn="Tekst")
    with translation.override("nb"):
        assert not initiative.is_in_reader_form


@pytest.mark.parametrize(
    ("projects", "phase"),
    [
        ([], "unknown"),
        ([{}], "unknown"),
        ([{"start_year": 2012}], "unknown"),
        ([{"end_year": THIS_YEAR - 1}], "finished"),
        ([{"end_year": THIS_YEAR}], "ongoing"),
        ([{"end_year": THIS_YEAR + 1}], "ongoing"),
        ([{"is_open_ended": True}], "ongoing"),
        ([{"end_year": 2012}, {"is_open_ended": True}], "ongoing"),
        ([{"end_year": 2012}, {"end_year": THIS_YEAR}], "ongoing"),
        ([{"end_year": 2012}, {"start_year": 2013}], "finished"),
    ],
)
def test_phase(projects, phase):
    initiative = InitiativeFactory()
    for project in projects:
        ProjectFactory(initiative=initiative, **project)
    assert initiative.phase == phase


@pytest.mark.parametrize(
    ("status", "is_public"),
    [("draft", False), ("in-review", False), ("published", True), ("archived", False)],
)
def test_only_a_published_entry_is_public(status, is_public):
    assert Initiative(status=status).is_public is is_public


def test_working_copy_is_told_from_an_entry():
    entry = InitiativeFactory()
    copy = InitiativeFactory(status="draft", revises=entry)
    assert (entry.is_working_copy, copy.is_working_copy) == (False, True)


@pytest.mark.parametrize(
    ("slug", "published_at", "has_placeholder"),
    [
        ("tiltak", None, True),
        ("tiltak-2", None, True),
        ("tiltak-17", None, True),
        ("tiltak-", None, False),
        ("tiltak-i-tokke", None, False),
        ("mitt-tiltak", None, False),
        ("tiltak", NOW, False),
    ],
)
def test_address_word_of_an_entry_without_a_title(slug, published_at, has_placeholder):
    entry = Initiative(slug=slug, first_published_at=published_at)
    assert entry.has_placeholder_slug is has_placeholder


def test_placeholder_that_readers_have_seen_stays():
    initiative = InitiativeFactory(slug="tiltak", title_nn="Flytt heim", first_published_at=NOW)
    initiative.save()
    assert initiative.slug == "tiltak"


def test_slug_that_was_its_own_is_taken_again():
    initiative = InitiativeFactory(slug="anna", title_nn="Flytt heim")
    FormerSlug.objects.create(slug="flytt-heim", initiative=initiative)
    initiative.slug = ""
    initiative.save()
    assert initiative.slug == "flytt-heim"


def test_save_makes_the_keys_that_titles_are_sorted_by():
    initiative = InitiativeFactory(title_nn="Ærleg Øy", title_nb="")
    assert (initiative.sort_title_nn, initiative.sort_title_nb) == ("{rleg |y", "{rleg |y")


def test_key_that_titles_are_sorted_by_has_room():
    """One letter may become three."""
    assert len(InitiativeFactory(slug="x", title_nn="ﬃ" * 200).sort_title_nn) == 200


def test_publishing_leaves_the_time_of_the_first_time():
    initiative = InitiativeFactory(first_published_at=NOW, status="archived")
    initiative.status = "published"
    initiative.prepare()
    assert initiative.first_published_at == NOW


@pytest.mark.parametrize(
    ("texts", "is_in_form"),
    [
        ({}, True),
        ({"title_nb": "Hjem"}, True),
        ({"title_nn": "Heim", "title_nb": "Hjem", "main_goal_nn": "Fleire folk"}, True),
        ({"title_nn": "Heim"}, False),
        ({"title_nb": "Hjem", "lead_nn": "Ingress"}, False),
    ],
)
def test_entry_is_in_the_form_of_the_reader_when_all_its_texts_are(texts, is_in_form):
    with translation.override("nb"):
        assert Initiative(**texts).is_in_reader_form is is_in_form


def test_entries_and_changes_of_them_are_told_apart():
    entry = InitiativeFactory()
    change = InitiativeFactory(status="draft", revises=entry)
    assert (list(Initiative.objects.entries()), list(Initiative.objects.changes())) == (
        [entry],
        [change],
    )
    assert [(row.entry_key, row.publishing_step) for row in (entry, change)] == [
        (entry.pk, "publish"),
        (entry.pk, "publish-change"),
    ]


@pytest.mark.parametrize(
    ("revises", "steps"),
    [
        (None, set(Step) - {Step.PUBLISH_CHANGE}),
        (7, {Step.SUBMIT, Step.WITHDRAW, Step.SEND_BACK, Step.PUBLISH_CHANGE}),
    ],
)
def test_steps_of_an_entry_and_of_a_change_of_one(revises, steps):
    entry = Initiative(revises_id=revises)
    assert {step for step in Step if entry.has_step(step)} == steps
