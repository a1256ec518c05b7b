"""Where terms, partners and places are used, and that what is used is not deleted."""

import pytest
from django.urls import reverse

from initiatives.models import Activity, County, Municipality, Partner, PartnerKind, Region
from tests.admin.test_merging import user_with
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def used(reference_data):
    """Two entries, and one row of each sort that both use."""
    partner = PartnerFactory(name_nn="Mosjonslaget", slug="mosjonslaget")
    wanted = {"activities": ["brev"], "municipalities": ["4034"], "partners": [partner.slug]}
    entries = [
        make_initiative(title_nn=f"Tiltak nr. {n}", status=status, **wanted)
        for n, status in ((1, "published"), (2, "draft"))
    ]
    rows = {
        "activity": Activity.objects.get(slug="brev"),
        "partner": partner,
        "partnerkind": partner.kind,
        "municipality": Municipality.objects.get(number="4034"),
        "county": County.objects.get(number="40"),
        "region": Region.objects.filter(municipalities__number="4034").first(),
    }
    return entries, rows


NEVER_DELETED = ("activity", "partner", "partnerkind", "municipality", "county")


def url(row, page, *args):
    return reverse(f"admin:initiatives_{row._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("kind", [*NEVER_DELETED, "region"])
def test_page_says_where_it_is_used(editor, used, kind):
    entries, rows = used
    if rows[kind] is None:
        pytest.skip("the reference data have no region here")
    page = editor.get(url(rows[kind], "change", rows[kind].pk))
    found = page.context["where_used"]
    assert (found.total, [entry.pk for entry in found.first]) == (
        2,
        [entry.pk for entry in entries],
    )
    listed = editor.get(found.admin_list).context["cl"]
    assert sorted(entry.pk for entry in listed.queryset) == sorted(entry.pk for entry in entries)


def test_page_of_what_is_not_used_says_so(editor, used):
    row = Activity.objects.get(slug="utstilling")
    assert editor.get(url(row, "change", row.pk)).context["where_used"].total == 0


def test_list_filtered_by_nothing_known_is_empty(editor, used):
    address = reverse("admin:initiatives_initiative_changelist")
    for asked in ("activity:finst-ikkje", "tull", "user:1", "activity:'--"):
        assert list(editor.get(address, {"uses": asked}).context["cl"].queryset) == []


@pytest.mark.parametrize("kind", NEVER_DELETED)
def test_deleting_what_is_used_is_refused_with_the_entries_by_name(editor, used, kind):
    _entries, rows = used
    row = rows[kind]
    for response in (
        editor.post(url(row, "delete", row.pk), {"post": "yes"}),
        editor.post(
            url(row, "changelist"),
            {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
        ),
    ):
        html = response.content.decode()
        assert ["Tiltak nr. 1" in html, "Tiltak nr. 2" in html] == [True, True]
        can_merge = kind not in ("municipality", "county")
        assert (f"/{row.pk}/merge/" in html) is can_merge
    assert type(row).objects.filter(pk=row.pk).exists()


def test_kind_with_partners_that_no_entry_uses_is_refused(editor, reference_data):
    kind = PartnerKind.objects.first()
    PartnerFactory(kind=kind, name_nn="Soknerådet")
    response = editor.post(url(kind, "delete", kind.pk), {"post": "yes"})
    assert "Soknerådet" in response.content.decode()
    assert PartnerKind.objects.filter(pk=kind.pk).exists()


def test_deleting_what_is_not_used_works(editor, reference_data):
    partner = PartnerFactory()
    editor.post(url(partner, "delete", partner.pk), {"post": "yes"})
    assert not Partner.objects.filter(pk=partner.pk).exists()


def test_entries_are_not_named_to_who_may_not_see_them(django_user_model, used):
    _entries, rows = used
    client = user_with(django_user_model, "view_activity", "delete_activity", "change_activity")
    row = rows["activity"]
    pages = [
        client.get(url(row, "change", row.pk)),
        client.post(url(row, "delete", row.pk), {"post": "yes"}),
    ]
    assert ["Tiltak nr. 1" in page.content.decode() for page in pages] == [False, False]
    assert Activity.objects.filter(pk=row.pk).exists()
