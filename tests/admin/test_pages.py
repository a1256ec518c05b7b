"""Every page of the admin opens, in both forms, without English and without a query per row."""

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from catalogue.admin import PARTS
from initiatives.models import (
    Activity,
    County,
    Initiative,
    Municipality,
    Partner,
    PartnerKind,
    Region,
    Succession,
)
from tests.admin.test_merging import user_with
from tests.factories import InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db

# What the program writes itself: for looking at, not for adding.
NOT_ADDED_BY_HAND = {"accessevent", "confirmationrequest"}
MODELS = sorted((m for m in admin.site._registry if m._meta.app_label == "initiatives"), key=str)


def url(model, page, *args):
    return reverse(f"admin:initiatives_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("form", ["nn", "nb"])
def test_list_and_forms_open(editor, tokke, model, form):
    editor.cookies["skriftform"] = form
    assert editor.get(url(model, "changelist"), {"q": "a"}).status_code == 200
    is_refused = model._meta.model_name in NOT_ADDED_BY_HAND
    assert editor.get(url(model, "add")).status_code == (403 if is_refused else 200)
    row = model._default_manager.first()
    if row is not None:
        assert editor.get(url(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [Activity, PartnerKind, Municipality, County, Region])
def test_terms_and_places_are_seen_on_the_site(editor, reference_data, model):
    row = model.objects.first()
    link = reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(model).pk, row.pk])
    assert link in editor.get(url(model, "change", row.pk)).content.decode()
    assert editor.get(link)["Location"] == f"http://testserver{row.get_absolute_url()}"


def test_every_model_that_editors_keep_up_is_there():
    assert {model._meta.model_name for model in MODELS} == {
        "initiative",
        "formerslug",
        "activity",
        "sellingpoint",
        "targetgroup",
        "subjectarea",
        "partnerkind",
        "partner",
        "municipality",
        "formermunicipality",
        "county",
        "region",
        "synonyms",
        "accessevent",
        "confirmationrequest",
    }


@pytest.mark.parametrize(
    ("model", "queries"),
    [("activity", 5), ("partner", 8), ("municipality", 13), ("formermunicipality", 5)],
)
def test_list_queries_do_not_grow(editor, tokke, django_assert_num_queries, model, queries):
    for number in range(3):
        Partner.objects.create(name_nn=f"P{number}", kind=PartnerKind.objects.all()[number])
    with django_assert_num_queries(queries):
        editor.get(reverse(f"admin:initiatives_{model}_changelist"))


@pytest.mark.parametrize(
    ("model", "field"), [("activitylink", "term"), ("municipalitylink", "term")]
)
def test_autocomplete_gives_every_choice_once_in_order(editor, reference_data, model, field):
    asked = {"app_label": "initiatives", "model_name": model, "field_name": field, "term": ""}
    found, more = [], True
    while more:
        page = len(found) // 20 + 1
        answer = editor.get("/admin/autocomplete/", asked | {"page": page}).json()
        found += [choice["id"] for choice in answer["results"]]
        more = answer["pagination"]["more"]
    assert len(found) == len(set(found)) == {"activitylink": 14, "municipalitylink": 357}[model]


@pytest.mark.parametrize(("form", "file"), [("nn", "nn.js"), ("nb", "nb.js")])
def test_search_fields_speak_the_form_of_the_editor(editor, reference_data, form, file):
    editor.cookies["skriftform"] = form
    assert f"select2/i18n/{file}" in editor.get(url(Initiative, "add")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_initiatives_has_a_fixed_number_of_queries(
    editor, reference_data, django_assert_num_queries, number
):
    for _ in range(number):
        make_initiative(municipalities=["4034", "4601"])
    with django_assert_num_queries(24):
        editor.get(url(Initiative, "changelist"))


@pytest.mark.parametrize("number", [1, 3])
def test_form_of_an_initiative_has_a_fixed_number_of_queries(
    editor, reference_data, django_assert_num_queries, number
):
    initiative = make_initiative(
        activities=["brev", "annonsering", "brosjyrar"][:number],
        municipalities=["4034", "4601", "0301"][:number],
        target_groups=["ungdom", "kvinner", "alle"][:number],
    )
    for _ in range(number):
        ProjectFactory(initiative=initiative)
        Succession.objects.create(predecessor=initiative, successor=InitiativeFactory())
    with django_assert_num_queries(37):
        editor.get(url(Initiative, "change", initiative.pk))


@pytest.mark.parametrize(("role", "number"), [("writer", 5), ("publisher", 7)])
def test_first_page_leads_to_what_waits(signed_in, reference_data, role, number):
    page = signed_in(role).get("/admin/").content.decode()
    links = page.partition('class="desk-links"')[2].partition("</nav>")[0]
    assert (links.count("<a "), page.count("desk-links")) == (number, 1)
    assert reverse("admin:initiatives_initiative_deleted") in links


def test_first_page_of_who_only_reads_has_no_work(django_user_model, reference_data):
    page = user_with(django_user_model, "view_initiative").get("/admin/").content.decode()
    links = page.partition('class="desk-links"')[2].partition("</nav>")[0]
    assert (links.count("<a "), "work=mine" in links) == (2, False)


def parts_of(client):
    """The kinds on the front page, part by part."""
    apps = client.get("/admin/").context["app_list"]
    return [[model["object_name"].lower() for model in app["models"]] for app in apps]


def test_front_page_begins_with_entries_and_ends_with_users(editor):
    parts = parts_of(editor)
    assert (parts[0][0], parts[-1]) == ("initiative", ["user", "group", "accessevent"])


def test_every_kind_stands_once_in_a_part(editor):
    found = [word for part in parts_of(editor) for word in part]
    assert sorted(found) == sorted(model._meta.model_name for model in admin.site._registry)
    assert sorted(found) == sorted(word for _name, words in PARTS for word in words)


def test_front_page_has_only_what_the_person_may_see(django_user_model):
    assert parts_of(user_with(django_user_model, "view_region")) == [["region"]]


def test_who_may_not_write_in_an_entry_sees_no_field_for_the_order(writer, tokke):
    assert "field-order" not in writer.get(url(Initiative, "change", tokke.pk)).content.decode()


def test_who_may_write_in_an_entry_sees_the_field_for_the_order(editor, tokke):
    assert "field-order" in editor.get(url(Initiative, "change", tokke.pk)).content.decode()


def test_who_may_not_write_in_an_entry_is_told_of_nobody_at_work(writer, tokke):
    html = writer.get(url(Initiative, "change", tokke.pk)).content.decode()
    assert 'id="desk-presence" role="status"></p>' in html
