"""What the pages of terms are made of: shares, years, and what is combined, against the
database.
"""

import pytest
from pyroaring import BitMap

from initiatives.finding.snapshot import NONE, current_snapshot
from initiatives.models import Activity, PartnerKind, TargetGroup
from initiatives.pages.term_pages import MOST_COMBINED, TermPage, list_terms, period_of
from tests import oracle
from tests.factories import PartnerFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def page_of(slug, kind="activity", model=Activity):
    return TermPage.of(current_snapshot(), kind, model.objects.get(slug=slug))


@pytest.mark.parametrize(
    ("used", "others", "expected"),
    [(0, 0, "0\xa0%"), (0, 1, "0\xa0%"), (1, 2, "33\xa0%"), (3, 0, "100\xa0%")],
)
def test_share_of_all_that_is_published(reference_data, used, others, expected) -> None:
    for _ in range(used):
        make_initiative(activities=["brev"])
    for _ in range(others):
        make_initiative()
    assert page_of("brev").share == expected


def test_small_share_is_not_nothing(reference_data) -> None:
    page = TermPage(Activity(), "", BitMap([1]), 1000, [], None, [], [], [])
    assert page.share == "under 1 %"


def test_combinations_are_those_of_the_database(reference_data) -> None:
    make_initiative(activities=["brev", "annonsering"], target_groups=["ungdom", "kvinner"])
    make_initiative(activities=["brev"], target_groups=["ungdom"], municipalities=["4034"])
    make_initiative(activities=["annonsering"], target_groups=["kvinner"])
    page = page_of("brev")
    combined = {
        group.kind: {t.choice.value: t.count for t in group.usages} for group in page.combined
    }
    assert combined == {
        "activity": {"annonsering": 1},
        "targetgroup": oracle.counts("malgruppe", {"aktivitet": ["brev"]}),
    }
    assert {t.choice.value: t.count for t in page.counties} == oracle.counts(
        "fylke", {"aktivitet": ["brev"]}
    )


def test_combined_terms_of_the_own_kind_are_told_apart(reference_data) -> None:
    make_initiative(activities=["brev", "annonsering"], target_groups=["ungdom"])
    assert [(group.kind, group.is_own_kind) for group in page_of("brev").combined] == [
        ("activity", True),
        ("targetgroup", False),
    ]


def test_combination_leads_to_the_list_with_both(reference_data) -> None:
    make_initiative(activities=["brev"], target_groups=["ungdom"])
    (group,) = page_of("ungdom", "targetgroup", TargetGroup).combined
    assert [usage.address.query for usage in group.usages] == ["?aktivitet=brev&malgruppe=ungdom"]


def test_only_the_most_combined_are_shown(reference_data) -> None:
    slugs = list(TargetGroup.objects.values_list("slug", flat=True))
    make_initiative(activities=["brev"], target_groups=slugs)
    (group,) = page_of("brev").combined
    assert len(group.usages) == MOST_COMBINED < len(slugs)


def test_kind_of_partner_has_the_entries_of_its_partners(reference_data) -> None:
    kind = PartnerKind.objects.get(slug="anna")
    make_initiative(partners=[PartnerFactory(kind=kind).slug, PartnerFactory(kind=kind).slug])
    assert page_of("anna", "partnerkind", PartnerKind).total == 1


@pytest.mark.parametrize(
    ("projects", "expected"),
    [
        ([], ""),
        ([{}], ""),
        ([{"start_year": 2012, "end_year": 2014}, {"end_year": 2020}], "2012–2020"),
        ([{"start_year": 2012}, {"start_year": 2009, "is_open_ended": True}], "2009–"),
    ],
)
def test_period_spans_the_projects_of_the_entries(reference_data, projects, expected) -> None:
    wanted, other = make_initiative(), make_initiative()
    ProjectFactory(initiative=other, start_year=1950, end_year=1951)
    for project in projects:
        ProjectFactory(initiative=wanted, **project)
    assert str(period_of(current_snapshot(), BitMap([wanted.pk]))) == expected


def test_period_of_nothing_is_empty(reference_data) -> None:
    assert str(period_of(current_snapshot(), NONE)) == ""


def test_all_terms_are_listed_in_the_readers_order(reference_data) -> None:
    make_initiative(activities=["vertskapsordning"])
    groups = {group.kind: group.usages for group in list_terms(current_snapshot())}
    assert [t.choice.value for t in groups["activity"]] == list(
        Activity.objects.values_list("slug", flat=True)
    )
    assert {t.choice.value: t.count for t in groups["activity"] if t.count} == {
        "vertskapsordning": 1
    }
