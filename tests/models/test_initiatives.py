"""What an initiative says of itself."""

import pytest
from django.utils import timezone, translation

from initiatives.models import FormerSlug
from tests.factories import InitiativeFactory, PartnerFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

THIS_YEAR = timezone.localdate().year


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
