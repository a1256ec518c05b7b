"""The page about health: every number leads to as many entries, and who may see it."""

import pytest
from django.utils import timezone

from initiatives.desk.health import CHECKS
from initiatives.models import CheckedAddress
from initiatives.models.sheets import Reason
from tests.admin.test_translation import user_with
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db

HEALTH = "/admin/health/"


def test_every_number_leads_to_as_many_entries(editor, tokke):
    InitiativeFactory(title_nb="T", status="draft")
    InitiativeFactory(title_nb="T")
    rows = editor.get(HEALTH).context["numbers"]
    listed = {
        row["check"].name: editor.get(row["address"]).context["cl"].result_count for row in rows
    }
    assert listed == {row["check"].name: row["number"] for row in rows}
    assert len(listed) == len(CHECKS)


def test_list_behind_a_number_can_be_searched(editor, tokke):
    response = editor.get("/admin/initiatives/initiative/?health=no-translation&q=tokke")
    assert response.context["cl"].result_count == 1


def test_list_without_a_number_has_no_such_filter(editor, tokke):
    response = editor.get("/admin/initiatives/initiative/?health=nonsense")
    assert "health" not in [spec.title for spec in response.context["cl"].filter_specs]
    assert response.context["cl"].result_count == 1


def test_dead_links_are_named_with_why(editor):
    now = timezone.now()
    CheckedAddress.objects.create(
        url="https://a.no/",
        checked_at=now,
        problem="not-found",
        status=404,
        is_dead=True,
        failing_since=now,
    )
    CheckedAddress.objects.create(url="https://b.no/", checked_at=now, problem="no-answer")
    html = editor.get(HEALTH).content.decode()
    assert ('href="https://a.no/"' in html, 'href="https://b.no/"' in html, "(404)" in html) == (
        True,
        False,
        True,
    )


def test_dead_address_that_is_no_web_page_is_no_link(editor):
    now = timezone.now()
    CheckedAddress.objects.create(
        url="javascript:alert(1)",
        checked_at=now,
        problem="not-an-address",
        is_dead=True,
        failing_since=now,
    )
    html = editor.get(HEALTH).content.decode()
    assert ("javascript:alert(1)" in html, 'href="javascript' in html) == (True, False)


def test_share_of_each_form_is_a_bar_with_the_line_of_the_law(editor):
    InitiativeFactory(title_nn="ein to tre fire", title_nb="en")
    html = editor.get(HEALTH).content.decode()
    assert (
        'width="80.0" height="8"' in html,
        'width="20.0" height="8"' in html,
        'x1="25"' in html,
    ) == (
        True,
        True,
        True,
    )


def test_lines_of_sheets_that_nobody_has_dealt_with_lead_to_their_drafts(editor):
    draft, done = (InitiativeFactory(slug=slug, status="draft") for slug in ("a", "b"))
    for entry, is_dealt_with in ((draft, False), (draft, False), (done, True)):
        entry.sheetlines.create(
            number=1,
            text="x",
            kind="not-placed",
            reason=Reason.values[0],
            is_dealt_with=is_dealt_with,
        )
    [_changed, lines] = editor.get(HEALTH).context["others"]
    assert lines["number"] == 1
    listed = editor.get(lines["address"]).context["cl"].queryset
    assert [entry.slug for entry in listed] == ["a"]


def test_terms_used_once_lead_to_their_pages(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    term = entry.activitylinks.get().term
    assert (
        f'href="/admin/initiatives/activity/{term.pk}/change/"'
        in editor.get(HEALTH).content.decode()
    )


def test_empty_catalogue_has_a_page(editor):
    assert editor.get(HEALTH).status_code == 200


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_page_opens_in_both_forms(editor, tokke, form):
    editor.cookies["skriftform"] = form
    assert editor.get(HEALTH).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_fixed_number_of_queries(editor, reference_data, django_assert_num_queries, number):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    with django_assert_num_queries(12):
        editor.get(HEALTH)


def test_editor_who_may_only_look_sees_it(tokke):
    assert user_with("view_initiative").get(HEALTH).status_code == 200


def test_editor_without_permission_is_refused(tokke):
    assert user_with("view_activity").get(HEALTH).status_code == 403


def test_stranger_is_asked_to_sign_in(client):
    assert client.get(HEALTH)["Location"].startswith("/admin/login/")


def test_page_only_reads(editor):
    assert editor.post(HEALTH).status_code == 405
