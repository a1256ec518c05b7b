"""The reference data and the first entry, as they are shipped."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.serializers import deserialize, serialize

from initiatives.management.commands.build_fixtures import FIXTURES, to_json
from initiatives.models import (
    Activity,
    ActivityAlias,
    ActivityLink,
    County,
    FormerMunicipality,
    Initiative,
    Municipality,
    Partner,
    PartnerKind,
    PartnerLink,
    Project,
    Region,
    SellingPoint,
    SubjectArea,
    Synonyms,
    TargetGroup,
)


@pytest.mark.parametrize("name", FIXTURES)
def test_fixture_is_what_its_table_gives(name):
    stored = (settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8")
    assert stored == to_json(FIXTURES[name]())


@pytest.mark.parametrize(
    ("model", "number"),
    [
        (County, 15),
        (Municipality, 357),
        (FormerMunicipality, 500),
        (Region, 2),
        (Activity, 14),
        (SellingPoint, 12),
        (TargetGroup, 12),
        (PartnerKind, 12),
        (SubjectArea, 3),
    ],
)
def test_number_of_rows(reference_data, model, number):
    assert model.objects.count() == number


def test_regions_have_their_municipalities(reference_data):
    members = {region.name: region.municipalities.count() for region in Region.objects.all()}
    assert members == {"Vest-Telemark": 6, "Hallingdal": 6}


def test_alias_leads_to_its_term(reference_data):
    alias = ActivityAlias.objects.get(wording="Tilrettelegging av bustad for tilflyttande")
    assert alias.term.slug == "bustad"


def test_split_municipality_has_all_its_successors(reference_data):
    rows = FormerMunicipality.objects.filter(number="1507").order_by("successor__number")
    assert [(row.successor.name, row.is_main_successor) for row in rows] == [
        ("Ålesund", True),
        ("Haram", False),
    ]


def test_tokke_has_what_the_seed_tells(tokke):
    assert {
        "activities": tokke.activities.count(),
        "selling_points": tokke.selling_points.count(),
        "target_groups": tokke.target_groups.count(),
        "partners": list(tokke.partnerlinks.values_list("term__kind__slug", flat=True)),
        "municipality": tokke.municipalities.get().number,
        "place": tokke.place_name,
        "projects": list(tokke.projects.values_list("name_nn", "start_year", "end_year")),
        "programmes": list(tokke.fundings.values_list("programme", flat=True)),
        "organisation": tokke.organisation,
        "results": list(tokke.results.values_list("basis", flat=True)),
        "assessment": tokke.assessment,
        "unassessed": tokke.is_presented_unassessed,
    } == {
        "activities": 10,
        "selling_points": 3,
        "target_groups": 1,
        "partners": [
            "grende-og-bygdelag",
            "fylkeskommune",
            "naeringsliv",
            "frivillige",
            "regionrad",
        ],
        "municipality": "4034",
        "place": "Lårdal, Dalen",
        "projects": [("Lårdal Liv Laga", None, None), ("Dalen+", 2012, 2014)],
        "programmes": ["Småsamfunnssatsinga", "Bulyst"],
        "organisation": "own-position",
        "results": ["self-reported"],
        "assessment": "not-assessed",
        "unassessed": True,
    }


def test_regional_council_has_its_second_name(tokke):
    partner = Partner.objects.get(aliases__wording="Vest-Telemarkrådet")
    assert partner.name_nn == "Regionrådet for Vest-Telemark"


def test_tokke_loaded_twice_is_one(tokke):
    call_command("loaddata", "tokke", verbosity=0)
    assert (Initiative.objects.count(), tokke.activitylinks.count()) == (1, 10)


def test_tokke_written_out_and_read_back_is_the_same(tokke):
    """Natural keys carry an entry from one database to another."""
    models = (Initiative, ActivityLink, PartnerLink, Project)
    rows = [row for model in models for row in model.objects.all()]
    written = serialize("json", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True)
    tokke.delete()
    for row in deserialize("json", written):
        row.save()
    rows = [row for model in models for row in model.objects.all()]
    again = serialize("json", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True)
    assert again == written


def test_load_catalogue_leaves_a_catalogue_with_data_alone(reference_data, capsys):
    before = Municipality.objects.get(number="4034")
    Municipality.objects.filter(pk=before.pk).update(population=1)
    call_command("load_catalogue")
    assert Municipality.objects.get(pk=before.pk).population == 1


def test_synonyms_may_be_loaded_twice(reference_data) -> None:
    before = Synonyms.objects.count()
    call_command("loaddata", "synonyms", verbosity=0)
    assert Synonyms.objects.count() == before > 0
