"""Addresses that are kept: of other sites, of places, of terms that went, and words made anew."""

import pytest

from initiatives.models import (
    Activity,
    CheckedAddress,
    FormerActivitySlug,
    FormerPartnerSlug,
    Partner,
)
from initiatives.models.mergers import find_by_slug, keep_former_slug
from initiatives.models.places import place_word
from initiatives.models.slugs import unused_slug
from tests.factories import PartnerFactory


@pytest.mark.parametrize(
    ("url", "is_web_page"),
    [
        ("http://example.no", True),
        ("https://example.no", True),
        ("ftp://example.no", False),
        ("mailto:post@example.no", False),
        ("httpsx", False),
    ],
)
def test_address_of_a_web_page(url, is_web_page) -> None:
    assert CheckedAddress(url=url).is_web_page is is_web_page


@pytest.mark.parametrize(
    ("number", "name", "word"),
    [
        ("4034", "Tokke", "4034-tokke"),
        ("1853", "Evenes – Evenášši", "1853-evenes-evenassi"),
        ("0301", "Våler (Østfold)", "0301-valer-ostfold"),
    ],
)
def test_word_of_a_place(number, name, word) -> None:
    assert place_word(number, name) == word


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "taken", "slug"),
    [
        ("Brev", (), "brev"),
        ("Brev", ("brev",), "brev-2"),
        ("Brev", ("brev", "brev-2"), "brev-3"),
        ("Brev", ("brev", "brev-3"), "brev-2"),
        ("Brev", ("brev-2",), "brev"),
        ("Brev", ("brevet",), "brev"),
        ("!!!", (), "anna"),
        ("!!!", ("anna",), "anna-2"),
        ("x" * 150, (), "x" * 100),
        ("x" * 99 + " y", (), "x" * 99),
    ],
)
def test_unused_word(text, taken, slug) -> None:
    Activity.objects.all().delete()
    for word in taken:
        Activity.objects.create(slug=word, label_nn=word, label_nb=word)
    assert unused_slug(text, "anna", [Activity.objects.all()]) == slug


@pytest.mark.django_db
def test_word_that_any_of_several_has_is_taken() -> None:
    term = Activity.objects.create(slug="brev-heim", label_nn="Brev", label_nb="Brev")
    FormerActivitySlug.objects.create(slug="brev-heim-2", term=term)
    others = [Activity.objects.all(), FormerActivitySlug.objects.all()]
    assert unused_slug("Brev heim", "", others) == "brev-heim-3"


@pytest.fixture
def letter(db) -> Activity:
    return Activity.objects.get(slug="brev")


def test_term_is_found_by_its_word_in_one_query(letter, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert find_by_slug(Activity, "brev") == letter


def test_term_is_found_by_a_former_word(letter) -> None:
    letter.former_slugs.create(slug="breva")
    assert find_by_slug(Activity, "breva") == letter


def test_word_that_nothing_has_finds_nothing(letter) -> None:
    assert find_by_slug(Activity, "breva") is None


def test_own_word_comes_before_a_former_one(letter) -> None:
    Activity.objects.get(slug="brosjyrar").former_slugs.create(slug="brev")
    assert find_by_slug(Activity, "brev") == letter


def test_kept_word_leads_to_the_term(letter) -> None:
    keep_former_slug(letter, "breva")
    assert list(letter.former_slugs.values_list("slug", flat=True)) == ["breva"]


def test_kept_word_of_another_leads_to_this_one_from_now_on(letter) -> None:
    other = Activity.objects.get(slug="brosjyrar")
    keep_former_slug(other, "breva")
    keep_former_slug(letter, "breva")
    assert FormerActivitySlug.objects.get().term == letter


def test_word_that_is_taken_back_is_no_former_one(letter) -> None:
    letter.former_slugs.create(slug="breva")
    letter.slug = "breva"
    keep_former_slug(letter, "brev")
    assert list(letter.former_slugs.values_list("slug", flat=True)) == ["brev"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"name_nn": "Bø grendelag", "name_nb": "Bø velforening"}, "bo-grendelag"),
        ({"name_nn": "", "name_nb": "Bø velforening"}, "bo-velforening"),
        ({"name_nn": "!!!"}, "partnar"),
        ({"name_nn": "Laget", "slug": "eige"}, "eige"),
    ],
)
def test_word_of_a_partner(fields, slug) -> None:
    assert PartnerFactory(**fields).slug == slug


@pytest.mark.django_db
def test_word_of_a_partner_is_nobody_elses_now_or_before() -> None:
    first = PartnerFactory(name_nn="Laget")
    FormerPartnerSlug.objects.create(slug="laget-2", term=first)
    assert PartnerFactory(name_nn="Laget").slug == "laget-3"


@pytest.mark.django_db
def test_word_of_a_partner_made_anew_is_its_own() -> None:
    partner = PartnerFactory(name_nn="Laget")
    partner.former_slugs.create(slug="laget-2")
    Partner.objects.filter(pk=partner.pk).update(slug="anna")
    partner.slug = ""
    partner.save()
    assert partner.slug == "laget"
