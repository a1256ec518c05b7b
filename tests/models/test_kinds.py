"""What belongs to a kind of term or place, as the rest is told by the table of kinds."""

import pytest

from initiatives.models import (
    Activity,
    ActivityAlias,
    ActivityLink,
    County,
    FormerActivitySlug,
    FormerPartnerKindSlug,
    Municipality,
    Partner,
    PartnerAlias,
    PartnerKind,
    PartnerKindAlias,
    Region,
    TargetGroup,
)
from initiatives.models.kinds import FOR_EDITORS, IN_ENTRY, KINDS, LINKED, TERM_KINDS, of
from tests.factories import PartnerFactory

LISTS = ["subjectarea", "activity", "sellingpoint", "partner", "targetgroup"]
PLACES = ["municipality", "county"]


@pytest.mark.parametrize(
    ("model", "name", "singular", "key", "links"),
    [
        (Activity, "activity", "activity", "slug", "activitylinks"),
        (TargetGroup, "targetgroup", "target_group", "slug", "targetgrouplinks"),
        (Municipality, "municipality", "municipality", "number", "municipalitylinks"),
        (Region, "region", "region", "slug", "regionlinks"),
    ],
)
def test_names_of_a_kind(model, name, singular, key, links) -> None:
    kind = KINDS[name]
    assert (of(model), of(model())) == (kind, kind)
    assert (kind.singular, kind.key, kind.links) == (singular, key, links)


@pytest.mark.parametrize(
    ("model", "link", "alias", "former_slug"),
    [
        (Activity, ActivityLink, ActivityAlias, FormerActivitySlug),
        (PartnerKind, None, PartnerKindAlias, FormerPartnerKindSlug),
        (Region, None, None, None),
    ],
)
def test_models_of_a_kind(model, link, alias, former_slug) -> None:
    kind = of(model)
    assert (kind.link, kind.alias, kind.former_slug) == (link, alias, former_slug)


@pytest.mark.parametrize(
    ("model", "is_term", "is_place"),
    [
        (Activity, True, False),
        (PartnerKind, True, False),
        (Partner, False, False),
        *((model, False, True) for model in (Municipality, County, Region)),
    ],
)
def test_terms_and_places(model, is_term, is_place) -> None:
    assert (of(model).is_term, of(model).is_place) == (is_term, is_place)


@pytest.mark.parametrize(
    ("name", "heading", "in_entry"),
    [
        ("county", "Fylke", "Fylke"),
        ("activity", "Aktivitetar", "Aktivitetar"),
        ("sellingpoint", "Salsargument", "Viktigaste salsargument"),
    ],
)
def test_heading_is_the_label_where_nothing_else_is_said(name, heading, in_entry) -> None:
    kind = KINDS[name]
    assert (str(kind.heading), str(kind.entry_heading)) == (heading, in_entry)


@pytest.mark.parametrize(
    ("name", "member", "paths"),
    [
        ("activity", None, ("activities",)),
        ("partnerkind", "partner", ("partners__kind",)),
        ("county", "municipality", ("counties", "municipalities__county")),
        ("region", "municipality", ("municipalities__regions",)),
    ],
)
def test_entries_of_the_members_of_a_kind_are_its_own(name, member, paths) -> None:
    kind = KINDS[name]
    assert (kind.member and kind.member.name, kind.paths) == (member, paths)


@pytest.mark.django_db
def test_pairs_of_rows_and_their_members(django_assert_num_queries) -> None:
    partner = PartnerFactory()
    region = Region.objects.get(slug="vest-telemark")
    tokke = Municipality.objects.get(number="4034")
    with django_assert_num_queries(0):
        assert of(PartnerKind).pairs([partner]) == [(partner.kind_id, partner.pk)]
        assert of(County).pairs([tokke]) == [(tokke.county_id, tokke.pk)]
    with django_assert_num_queries(1):
        assert (region.pk, tokke.pk) in set(of(Region).pairs([tokke]))


@pytest.mark.parametrize(
    ("row", "value"),
    [(Activity(slug="brev"), "brev"), (Municipality(number="4034", name="Tokke"), "4034")],
)
def test_value_of_a_row(row, value) -> None:
    assert of(row).value_of(row) == value


def test_aliases_of_partners_are_found_though_they_are_no_terms() -> None:
    assert of(Partner).alias is PartnerAlias


def test_lists_of_an_entry_stand_in_the_order_of_its_page() -> None:
    assert [kind.name for kind in IN_ENTRY] == [*LISTS, *PLACES]
    assert set(LINKED) == set(IN_ENTRY)


def test_editors_find_every_kind_once() -> None:
    assert sorted(kind.name for kind in FOR_EDITORS) == sorted(KINDS)


def test_partners_are_the_only_list_of_no_terms() -> None:
    assert set(LISTS) - set(TERM_KINDS) == {"partner"}
