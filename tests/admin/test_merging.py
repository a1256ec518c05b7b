"""Merging terms in the admin: choosing, looking, doing, undoing, and who may."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from initiatives.desk.editing import copies, history
from initiatives.models import Activity, FormerActivitySlug, Merger, Partner
from tests.admin.test_initiatives import filled_form
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db


def term(slug):
    return Activity.objects.get(slug=slug)


def merge_page(row):
    return reverse(f"admin:initiatives_{row._meta.model_name}_merge", args=[row.pk])


def confirmed(page, row, other, stays="this"):
    """What the button under the preview sends."""
    plan = page.context["plan"]
    return {"other": str(other.pk), "stays": stays, "digest": plan.digest}


def user_with(django_user_model, *codenames):
    user = django_user_model.objects.create_user("skribent", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def merged(editor, reference_data):
    """`brev` merged into `brosjyrar` through the pages."""
    make_initiative(activities=["brev"], title_nn="Brev heim")
    gone, stays = term("brev"), term("brosjyrar")
    address = merge_page(stays)
    page = editor.get(address, {"other": gone.pk, "stays": "this"})
    editor.post(address, confirmed(page, stays, gone))
    return Merger.objects.get()


def test_page_asks_first_and_writes_nothing(editor, reference_data):
    page = editor.get(merge_page(term("brev")))
    assert (page.status_code, page.context["plan"], page.context["form"].is_bound) == (
        200,
        None,
        False,
    )


def test_preview_names_the_entries_and_writes_nothing(editor, reference_data):
    entry = make_initiative(activities=["brev"], title_nn="Brev <heim>")
    page = editor.get(merge_page(term("brev")), {"other": term("brosjyrar").pk, "stays": "other"})
    assert [found.pk for found in page.context["plan"].moved] == [entry.pk]
    assert "Brev &lt;heim&gt;" in page.content.decode()
    assert Activity.objects.filter(slug="brev").exists()


@pytest.mark.parametrize(
    "asked", [{"other": "x"}, {"other": "999999", "stays": "this"}, {"other": "", "stays": "x"}]
)
def test_nonsense_is_explained(editor, reference_data, asked):
    page = editor.get(merge_page(term("brev")), asked)
    assert (page.status_code, page.context["plan"]) == (200, None)


def test_merger_is_done_logged_and_told(editor, merged):
    assert (merged.gone_slug, merged.merged_by.username, merged.entries) == ("brev", "redaktor", 1)
    assert sorted(LogEntry.objects.values_list("action_flag", flat=True)) == [2, 3]
    page = editor.get(reverse("admin:initiatives_activity_change", args=[merged.stays_key]))
    assert reverse("admin:initiatives_activity_merger", args=[merged.pk]) in page.content.decode()


def test_merger_without_its_preview_is_refused(editor, reference_data):
    stays, gone = term("brosjyrar"), term("brev")
    editor.post(merge_page(stays), {"other": gone.pk, "stays": "this"})
    assert Merger.objects.count() == 0


def test_merger_is_undone_from_its_page(editor, merged):
    page = reverse("admin:initiatives_activity_merger", args=[merged.pk])
    assert editor.get(page).context["reasons"] == []
    response = editor.post(page)
    assert response["Location"] == reverse(
        "admin:initiatives_activity_change", args=[term("brev").pk]
    )
    assert (
        editor.get(reverse("admin:initiatives_activity_mergers")).context["mergers"][0].undone_by
        is not None
    )


def test_reason_against_undoing_stands_on_the_page(editor, merged):
    Activity.objects.create(slug="brev", label_nn="Nye brev", label_nb="Nye brev")
    page = reverse("admin:initiatives_activity_merger", args=[merged.pk])
    html = editor.get(page).content.decode()
    assert ("Nye brev" in html, 'method="post"' in html.partition('id="content-main"')[2]) == (
        True,
        False,
    )
    assert "Nye brev" in str(next(iter(editor.post(page, follow=True).context["messages"])))


def test_action_leads_to_the_preview_of_two(editor, reference_data):
    first, second = PartnerFactory(), PartnerFactory()
    data = {"action": "merge_chosen", "_selected_action": [first.pk, second.pk]}
    response = editor.post(reverse("admin:initiatives_partner_changelist"), data, follow=True)
    assert {response.context["plan"].gone.pk, response.context["plan"].stays.pk} == {
        first.pk,
        second.pk,
    }


@pytest.mark.parametrize("number", [1, 3])
def test_action_with_another_number_is_explained(editor, reference_data, number):
    chosen = [PartnerFactory().pk for _ in range(number)]
    data = {"action": "merge_chosen", "_selected_action": chosen}
    response = editor.post(reverse("admin:initiatives_partner_changelist"), data, follow=True)
    assert (len(response.context["messages"]), Partner.objects.filter(pk__in=chosen).count()) == (
        1,
        number,
    )


@pytest.mark.parametrize(
    "codenames", [("view_activity",), ("change_activity",), ("delete_activity", "view_activity")]
)
def test_who_may_not_both_change_and_delete_may_not_merge(django_user_model, merged, codenames):
    client = user_with(django_user_model, *codenames)
    pages = [
        merge_page(term("brosjyrar")),
        reverse("admin:initiatives_activity_mergers"),
        reverse("admin:initiatives_activity_merger", args=[merged.pk]),
    ]
    assert [client.get(page).status_code for page in pages] == [403, 403, 403]
    assert [client.post(page).status_code for page in pages] == [403, 403, 403]
    assert Merger.objects.filter(undone_at=None).count() == 1


def test_merger_of_another_kind_is_not_found(editor, merged):
    assert (
        editor.get(reverse("admin:initiatives_partner_merger", args=[merged.pk])).status_code == 404
    )


def test_address_of_a_renamed_term_leads_on(editor, client, reference_data):
    brev = term("brev")
    address = reverse("admin:initiatives_activity_change", args=[brev.pk])
    page = editor.get(address)
    data = {
        f"aliases-{name}": page.context["inline_admin_formsets"][0]
        .formset.management_form[name]
        .value()
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    data |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0", "position": "0"}
    for slug in ("post", "brevpost", "brev", "brevet"):
        response = editor.post(
            address, data | {"label_nn": "Brev", "label_nb": "Brev", "slug": slug}
        )
        assert response.status_code == 302, response.context["errors"]
    assert set(FormerActivitySlug.objects.values_list("slug", flat=True)) == {
        "post",
        "brevpost",
        "brev",
    }
    assert client.get("/nn/aktivitet/post/")["Location"] == "/nn/aktivitet/brevet/"


def test_new_address_of_a_term_does_not_hold_a_change_back(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    copy = copies.start(entry, None)
    address = reverse("admin:initiatives_activity_change", args=[term("brev").pk])
    assert (
        editor.post(address, filled_form(editor, address) | {"slug": "brev-heim"}).status_code
        == 302
    )
    copy.refresh_from_db()
    copies.publish(copy, None)
    by_whom = [revision.user and revision.user.username for revision in history.versions_of(entry)]
    assert by_whom == ["redaktor", None]


def test_address_that_leads_to_another_is_refused_with_its_name(editor, merged):
    data = {"label_nn": "Ny", "label_nb": "Ny", "slug": "brev", "position": "0"}
    data |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
    response = editor.post(reverse("admin:initiatives_activity_add"), data)
    assert str(term("brosjyrar")) in str(response.context["adminform"].form.errors["slug"])
