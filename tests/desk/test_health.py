"""The health of the catalogue: each check finds its entries and no others, and shares of the two
forms.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from initiatives.desk import health
from initiatives.desk.health import CHECKS, count_forms, count_problems, found_by, terms_used_once
from initiatives.models import CheckedAddress, Contact, Document, Initiative, Municipality, Result
from tests.factories import InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

DEAD = "https://dead.example.no/"


def whole(**wanted):
    """An entry with no problem but that it is in one form."""
    wanted = {"source_url": "https://x.no/", "confirmed_on": timezone.localdate()} | wanted
    entry = make_initiative(**wanted)
    Result.objects.create(initiative=entry, description_nn="R", position=1)
    Contact.objects.create(initiative=entry, organisation="K", position=1)
    ProjectFactory(initiative=entry, start_year=2012)
    return entry


def problems(entry):
    """The names of the checks that find an entry."""
    return {
        check.name
        for check in CHECKS
        if found_by(check.name, Initiative.objects.filter(pk=entry.pk))
    }


@pytest.fixture
def dead(db):
    now = timezone.now()
    CheckedAddress.objects.create(url=DEAD, checked_at=now, problem="not-found", is_dead=True)
    CheckedAddress.objects.create(url="https://x.no/", checked_at=now, problem="no-answer")


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def test_whole_entry_is_only_in_one_form(reference_data):
    assert problems(whole(municipalities=["0301"])) == {"no-translation"}


def test_bare_entry_lacks_what_readers_ask_for(reference_data):
    assert problems(InitiativeFactory()) == {
        "no-result",
        "no-contact",
        "no-period",
        "no-source",
        "no-translation",
    }


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (300, set()),
        (370, {"not-confirmed-12-months"}),
        (740, {"not-confirmed-12-months", "not-confirmed-24-months"}),
    ],
)
def test_entries_grow_stale(days, names):
    assert problems(whole(confirmed_on=days_ago(days), title_nb="T")) == names


def test_entry_that_was_never_confirmed_counts_from_its_publication():
    entry = whole(
        confirmed_on=None, title_nb="T", first_published_at=timezone.now() - timedelta(days=400)
    )
    assert problems(entry) == {"not-confirmed-12-months"}


@pytest.mark.parametrize("field", ["website", "source_url"])
def test_dead_link_of_an_entry(dead, field):
    assert problems(whole(title_nb="T", **{field: DEAD})) == {"dead-link"}


def test_dead_link_of_a_document(dead):
    entry = whole(title_nb="T")
    Document.objects.create(initiative=entry, title="R", url=DEAD, position=1)
    assert problems(entry) == {"dead-link"}


def test_address_that_fails_is_not_dead_yet(dead):
    assert problems(whole(title_nb="T")) == set()


@pytest.mark.parametrize(
    ("form", "original", "other_title", "names"),
    [
        ("nn", "nn", "", {"no-translation"}),
        (
            "nb",
            "nn",
            "",
            {"no-translation", "other-form-than-municipality", "not-in-form-of-municipality"},
        ),
        ("nb", "nn", "Tittel", {"other-form-than-municipality"}),
        ("neutral", "nn", "", {"no-translation"}),
        (
            "nn",
            "nb",
            "",
            {"no-translation", "other-form-than-municipality", "not-in-form-of-municipality"},
        ),
    ],
)
def test_form_of_an_entry_against_that_of_its_municipality(
    reference_data, form, original, other_title, names
):
    Municipality.objects.filter(number="4034").update(written_form=form)
    titles = (
        {"title_nn": "A", "title_nb": other_title}
        if original == "nn"
        else {"title_nn": "", "title_nb": "A"}
    )
    assert problems(whole(original_form=original, municipalities=["4034"], **titles)) == names


def test_drafts_are_not_counted():
    InitiativeFactory(status="draft")
    assert set(count_problems().values()) == {0}


def test_every_number_is_that_of_its_list(tokke):
    for number in range(3):
        InitiativeFactory(title_nb="T" if number else "")
    counts = count_problems()
    assert {
        check.name: found_by(check.name, Initiative.objects.all()).count() for check in CHECKS
    } == {name: number for name, number in counts.items() if name != "published"}
    assert counts["published"] == 4


def test_problems_are_counted_in_one_query(tokke, django_assert_num_queries):
    with django_assert_num_queries(1):
        count_problems()


def test_share_of_each_form():
    InitiativeFactory(title_nn="ein to tre", body_nn="fire fem seks sju")
    InitiativeFactory(original_form="nb", title_nn="", title_nb="en to", lead_nb="tre fire")
    nynorsk, bokmal = count_forms()
    assert (nynorsk.words, nynorsk.words_percent, nynorsk.originals, nynorsk.available) == (
        7,
        63.6,
        1,
        1,
    )
    assert (bokmal.words, bokmal.words_percent, bokmal.originals, bokmal.available) == (
        4,
        36.4,
        1,
        1,
    )


def test_translation_counts_as_words_of_its_form():
    InitiativeFactory(title_nn="ein to tre", title_nb="en")
    assert [(share.words, share.available, share.is_too_little) for share in count_forms()] == [
        (3, 1, False),
        (1, 1, False),
    ]


def test_form_below_the_line_of_the_law_is_told():
    InitiativeFactory(title_nn="ein to tre fire fem", title_nb="en")
    assert [share.is_too_little for share in count_forms()] == [False, True]


def test_empty_catalogue_has_no_shares():
    assert [(share.words, share.words_percent) for share in count_forms()] == [(0, 0.0), (0, 0.0)]


def test_terms_that_one_entry_uses(reference_data):
    make_initiative(activities=["brev", "annonsering"], target_groups=["ungdom"])
    make_initiative(activities=["annonsering"])
    make_initiative(activities=["utstilling"], status="draft")
    assert [term.slug for term in terms_used_once()] == ["brev", "ungdom"]


def test_unknown_check_narrows_nothing():
    entry = InitiativeFactory()
    assert list(found_by("nothing", Initiative.objects.all())) == [entry]


def test_changed_translations_are_counted():
    entry = InitiativeFactory(title_nn="A", title_nb="B")
    entry.title_nn = "C"
    entry.save()
    assert health.count_changed_translations() == 1
