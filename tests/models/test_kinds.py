"""What the table of kinds tells, and what is asked of the models."""

import pytest

from initiatives.address import PARAMETERS
from initiatives.entry import HEADINGS
from initiatives.models import (
    FormerPartnerKindSlug,
    Initiative,
    PartnerKind,
    PartnerKindAlias,
    Region,
    TargetGroup,
    TargetGroupLink,
    kinds,
)
from initiatives.models.kinds import FOR_EDITORS, IN_ENTRY, KINDS, LINKED


def names(rows):
    return [kind.name for kind in rows]


def test_every_order_is_as_it_was():
    """Of pages and files, of the fields of an entry, of its page, and of the admin."""
    terms = ["activity", "targetgroup", "sellingpoint", "partner", "partnerkind", "subjectarea"]
    assert list(KINDS) == [*terms, "municipality", "county", "region"]
    own = ["activity", "sellingpoint", "targetgroup", "subjectarea", "partner"]
    assert names(LINKED) == [*own, "municipality", "county"]
    listed = ["subjectarea", "activity", "sellingpoint", "partner", "targetgroup"]
    assert names(IN_ENTRY) == [*listed, "municipality", "county"]
    assert names(FOR_EDITORS) == [*own, "municipality", "county", "partnerkind", "region"]


def test_order_of_addresses_is_as_it_was():
    terms = ["aktivitet", "argument", "malgruppe", "samarbeid", "fagomrade"]
    own = ["organisering", "omfang", "vurdering", "fase", "sprak", "fra", "til"]
    rest = ["tiltak", "sorter", "side"]
    assert list(PARAMETERS) == ["q", *terms, "fylke", "kommune", "region", *own, *rest]


def test_headings_of_an_entry_have_the_goal_before_whom_it_is_for():
    assert list(HEADINGS) == [
        "subject_areas",
        "activities",
        "selling_points",
        "partners",
        "main_goal",
        "target_groups",
        "closing",
    ]


@pytest.mark.parametrize(
    ("name", "singular", "key", "paths"),
    [
        ("targetgroup", "target_group", "slug", ("target_groups",)),
        ("partnerkind", "partner_kind", "slug", ("partners__kind",)),
        ("municipality", "municipality", "number", ("municipalities",)),
        ("county", "county", "number", ("counties", "municipalities__county")),
        ("region", "region", "slug", ("municipalities__regions",)),
    ],
)
def test_what_follows_from_the_models(name, singular, key, paths):
    kind = KINDS[name]
    assert (kind.singular, kind.key, kind.paths) == (singular, key, paths)


def test_models_of_a_kind():
    group, kind, region = (kinds.of(model) for model in (TargetGroup, PartnerKind, Region))
    assert (group.link, group.links, kind.link) == (TargetGroupLink, "targetgrouplinks", None)
    assert (kind.alias, kind.former_slug) == (PartnerKindAlias, FormerPartnerKindSlug)
    assert (region.alias, region.former_slug) == (None, None)


@pytest.mark.parametrize("kind", LINKED, ids=lambda kind: kind.name)
def test_plain_name_is_that_of_the_field(kind):
    assert Initiative._meta.get_field(kind.plural).related_model is kind.model


@pytest.mark.django_db
def test_members_are_paired_with_what_they_belong_to(reference_data):
    region = kinds.of(Region)
    expected = set(Region.objects.values_list("pk", "municipalities"))
    assert set(region.pairs(())) == expected
    county = KINDS["county"]
    municipalities = county.member.model.objects.all()
    assert set(county.pairs(municipalities)) == set(municipalities.values_list("county", "pk"))
