"""The report of translations: by form, state and status, and who may see it."""

import pytest
from django.urls import reverse

from tests.admin.test_translation import user_with
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

REPORT = "/admin/translations/"


@pytest.fixture
def entries():
    made = {
        "only-nn": InitiativeFactory(title_nn="Berre nynorsk"),
        "only-nb": InitiativeFactory(original_form="nb", title_nn="", title_nb="Bare bokmål"),
        "both": InitiativeFactory(title_nn="Begge", title_nb="Begge"),
        "part": InitiativeFactory(title_nn="Delvis", title_nb="Delvis", lead_nn="Ingress"),
        "changed": InitiativeFactory(title_nn="Endra", title_nb="Endret"),
        "draft-entry": InitiativeFactory(title_nn="Kladd", status="draft"),
    }
    made["changed"].title_nn = "Endra på nytt"
    made["changed"].save()
    return made


def found(editor, entries, query=""):
    names = {entry.pk: name for name, entry in entries.items()}
    return sorted(names[row["entry"].pk] for row in editor.get(REPORT + query).context["rows"])


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["both", "changed", "only-nb", "only-nn", "part"]),
        ("?status=", ["both", "changed", "draft-entry", "only-nb", "only-nn", "part"]),
        ("?state=none", ["only-nb", "only-nn"]),
        ("?state=none&form=nn", ["only-nb"]),
        ("?state=none&form=nb&status=", ["draft-entry", "only-nn"]),
        ("?state=changed", ["changed"]),
        ("?state=approved", ["both"]),
        ("?state=part", ["part"]),
        (
            "?state=nonsense&form=sv&status=%00&page=x",
            ["both", "changed", "only-nb", "only-nn", "part"],
        ),
    ],
)
def test_entries_are_found_by_form_state_and_status(editor, entries, query, names):
    assert found(editor, entries, query) == names


def test_states_have_numbers_of_what_is_asked_for(editor, entries):
    groups = editor.get(f"{REPORT}?form=nb").context["groups"]
    assert [choice.number for choice in groups[1].choices] == [None, 1, 0, 1, 1, 1]


def test_choice_keeps_the_other_choices(editor, entries):
    groups = editor.get(f"{REPORT}?form=nb&state=none").context["groups"]
    assert [choice.query for choice in groups[1].choices][:3] == [
        "?form=nb&status=published",
        "?form=nb&state=none&status=published",
        "?form=nb&state=draft&status=published",
    ]


def test_rows_lead_to_the_page_where_it_is_translated(editor, entries):
    address = reverse("entry-translation", args=[entries["only-nn"].pk])
    assert f'href="{address}"' in editor.get(REPORT).content.decode()


def test_editor_who_may_only_look_gets_no_links(entries):
    html = user_with("view_initiative").get(REPORT).content.decode()
    assert "/translation/" not in html


def test_editor_without_permission_is_refused(entries):
    assert user_with("view_activity").get(REPORT).status_code == 403


def test_stranger_is_asked_to_sign_in(client):
    assert client.get(REPORT)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("number", [1, 3])
def test_fixed_number_of_queries(editor, django_assert_num_queries, number):
    for _ in range(number):
        InitiativeFactory()
    with django_assert_num_queries(5):
        editor.get(REPORT)


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_report_opens_in_both_forms(editor, tokke, form):
    editor.cookies["skriftform"] = form
    assert editor.get(REPORT).status_code == 200


def test_start_of_the_admin_leads_here(editor, tokke):
    html = editor.get("/admin/").content.decode()
    assert ('href="/admin/translations/"' in html, 'href="/admin/health/"' in html) == (True, True)
