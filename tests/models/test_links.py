"""What a link shows to whom, in which order, and how it is read."""

import pytest
from django.utils import translation

from initiatives.models import (
    Activity,
    ActivityLink,
    CountyLink,
    Initiative,
    Municipality,
    MunicipalityLink,
    Partner,
    PartnerKind,
    PartnerLink,
)
from tests.factories import PartnerFactory, make_initiative
from tests.models.rows import LINKS, add_row

TERM = Activity(label_nn="Brev heim", label_nb="Brev hjem")


@pytest.mark.parametrize(
    ("original", "reader", "wording", "shown", "form"),
    [
        ("nn", "nn", "Skreiv brev", "Skreiv brev", "nn"),
        ("nn", "nb", "Skreiv brev", "Brev hjem", "nb"),
        ("nb", "nb", "Skrev brev", "Skrev brev", "nb"),
        ("nb", "nn", "Skrev brev", "Brev heim", "nn"),
        ("nn", "nn", "", "Brev heim", "nn"),
    ],
)
def test_wording_is_shown_to_readers_of_the_original_form(
    original, reader, wording, shown, form
) -> None:
    link = ActivityLink(initiative=Initiative(original_form=original), term=TERM, wording=wording)
    with translation.override(reader):
        assert (link.shown, link.shown.lang) == (shown, form)


def test_list_is_filtered_by_the_term_or_by_the_kind_of_a_partner() -> None:
    kind = PartnerKind(slug="anna")
    assert ActivityLink(term=TERM).filtered_by == TERM
    assert PartnerLink(term=Partner(kind=kind)).filtered_by == kind


def test_partner_is_shown_by_its_name() -> None:
    link = PartnerLink(initiative=Initiative(original_form="nn"), term=Partner(name_nb="Laget"))
    assert (link.label, link.shown, link.shown.lang) == ("Laget", "Laget", "nb")


@pytest.mark.django_db
def test_links_stand_by_entry_and_then_by_position() -> None:
    first, second = make_initiative(), make_initiative(activities=["brev"])
    terms = Activity.objects.exclude(slug="brev")
    add_row(ActivityLink, initiative=first, position=2, term=terms[0])
    add_row(ActivityLink, initiative=first, position=1, term=terms[1])
    assert list(ActivityLink.objects.values_list("initiative", "position")) == [
        (first.pk, 1),
        (first.pk, 2),
        (second.pk, 1),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("model", LINKS, ids=lambda model: model.__name__)
def test_links_are_read_with_their_terms_in_one_query(django_assert_num_queries, model) -> None:
    add_row(model)
    with django_assert_num_queries(1):
        (link,) = model.objects.all()
        assert str(link) == str(link.term)


@pytest.mark.django_db
def test_links_to_partners_and_municipalities_bring_what_those_belong_to(
    django_assert_num_queries,
) -> None:
    add_row(PartnerLink, term=PartnerFactory(kind=PartnerKind.objects.get(slug="anna")))
    add_row(MunicipalityLink, term=Municipality.objects.get(number="4034"))
    with django_assert_num_queries(2):
        kinds = [link.term.kind.slug for link in PartnerLink.objects.all()]
        counties = [link.term.county.number for link in MunicipalityLink.objects.all()]
    assert (kinds, counties) == (["anna"], ["40"])


@pytest.mark.django_db
def test_counties_of_an_entry_come_with_its_links(django_assert_num_queries) -> None:
    entry = make_initiative(municipalities=["4034", "4601"], counties=["03"])
    with django_assert_num_queries(2):
        assert [county.number for county in entry.all_counties] == ["03", "40", "46"]
    assert CountyLink.objects.count() == 1
