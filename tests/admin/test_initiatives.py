"""An editor's work on an entry: adding in one form, publishing, order of lists, old addresses,
mistakes.
"""

from html.parser import HTMLParser

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from initiatives.models import Activity, ActivityLink, FormerSlug, Initiative
from tests.factories import TOKKE, InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db

ADD = "/admin/initiatives/initiative/add/"


class FormReader(HTMLParser):
    """Reads what a browser would send of a form: inputs, text areas and selects, by name."""

    def __init__(self):
        super().__init__()
        self.data = {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag == "input" and name and attrs.get("type") not in ("submit", "checkbox"):
            self.data[name] = attrs.get("value") or ""
        elif tag == "input" and name and "checked" in attrs:
            self.data[name] = attrs.get("value", "on")
        elif tag == "textarea":
            self.textarea, self.data[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in attrs and self.select:
            self.data[self.select] = attrs.get("value", "")

    def handle_data(self, data):
        if self.textarea:
            self.data[self.textarea] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.data[self.textarea] = (
                self.data[self.textarea].removeprefix("\r\n").removeprefix("\n")
            )
            self.textarea = None
        elif tag == "select":
            self.select = None


def filled_form(editor, address):
    """The data that saving the page unchanged would send."""
    reader = FormReader()
    html = editor.get(address).content.decode()
    reader.feed(
        html[html.index('<form enctype="multipart/form-data"') if "multipart" in html else 0 :]
    )
    return {name: value for name, value in reader.data.items() if "__prefix__" not in name}


def change_page(initiative):
    return reverse("admin:initiatives_initiative_change", args=[initiative.pk])


def errors(response):
    """Every message about a field or a row."""
    found = dict(response.context["adminform"].form.errors)
    for formset in response.context["inline_admin_formsets"]:
        found |= {
            f"{formset.formset.prefix}-{i}": e for i, e in enumerate(formset.formset.errors) if e
        }
        if formset.formset.non_form_errors():
            found[formset.formset.prefix] = formset.formset.non_form_errors()
    return found


def test_saving_unchanged_changes_nothing(editor, tokke):
    response = editor.post(change_page(tokke), filled_form(editor, change_page(tokke)))
    assert response.status_code == 302, errors(response)
    again = Initiative.objects.get(slug=TOKKE)
    unsaved = {"_state", "changed_at", "_prefetched_objects_cache"}
    assert {k: v for k, v in vars(again).items() if k not in unsaved} == {
        k: v for k, v in vars(tokke).items() if k not in unsaved
    }
    assert [link.wording for link in again.activitylinks.all()] == [
        link.wording for link in tokke.activitylinks.all()
    ]


def test_bokmal_entry_is_added_published_and_found_in_both_lists(editor, tokke):
    data = filled_form(editor, ADD) | {
        "original_form": "nb",
        "_step": "publish",
        "title_nb": "Bolig først i Ørsta",
        "lead_nb": "Kommunen bygger boliger for tilflyttere.",
        "activitylinks-TOTAL_FORMS": "1",
        "activitylinks-0-term": str(Activity.objects.get(slug="bustad").pk),
    }
    response = editor.post(ADD, data)
    assert response.status_code == 302, errors(response)
    assert Initiative.objects.get(title_nb="Bolig først i Ørsta").slug == "bolig-forst-i-orsta"
    for form, lang in (("nn", ' lang="nb"'), ("nb", "")):
        html = editor.get(f"/{form}/tiltak/?aktivitet=bustad").content.decode()
        link = (
            f'<a class="ds-link" href="/{form}/tiltak/bolig-forst-i-orsta/"{lang}>Bolig først i'
            " Ørsta</a>"
        )
        assert link in html
        assert (">Bokmål</span>" in html) is (form == "nn")


def test_publishing_without_title_in_the_original_form_is_explained(editor, reference_data):
    data = filled_form(editor, ADD) | {
        "original_form": "nb",
        "_step": "publish",
        "title_nn": "Heim",
    }
    response = editor.post(ADD, data)
    assert response.status_code == 200
    assert "opphavleg" in str(response.context["adminform"].form.errors)
    assert Initiative.objects.count() == 0


def test_rows_change_places(editor, tokke):
    data = filled_form(editor, change_page(tokke))
    data |= {"activitylinks-0-order": "2", "activitylinks-1-order": "1"}
    response = editor.post(change_page(tokke), data)
    assert response.status_code == 302, errors(response)
    assert list(tokke.activitylinks.values_list("position", "term__slug"))[:3] == [
        (1, "heimflyttingsarrangement"),
        (2, "rekrutteringsarrangement-utanfor"),
        (3, "brev"),
    ]


def test_new_row_without_order_comes_last_and_removed_row_leaves_no_gap(editor, reference_data):
    initiative = make_initiative(activities=["brev", "annonsering"])
    data = filled_form(editor, change_page(initiative)) | {
        "activitylinks-TOTAL_FORMS": "3",
        "activitylinks-0-DELETE": "on",
        "activitylinks-2-term": str(Activity.objects.get(slug="utstilling").pk),
        "activitylinks-2-initiative": str(initiative.pk),
    }
    response = editor.post(change_page(initiative), data)
    assert response.status_code == 302, errors(response)
    assert list(initiative.activitylinks.values_list("position", "term__slug")) == [
        (1, "annonsering"),
        (2, "utstilling"),
    ]


def test_row_that_somebody_else_added_meanwhile_is_kept_and_comes_last(editor, reference_data):
    initiative = make_initiative(activities=["brev"])
    opened = filled_form(editor, change_page(initiative))
    ActivityLink.objects.create(
        initiative=initiative, term=Activity.objects.get(slug="annonsering"), position=2
    )
    added = {
        "activitylinks-TOTAL_FORMS": "2",
        "activitylinks-1-term": str(Activity.objects.get(slug="utstilling").pk),
        "activitylinks-1-initiative": str(initiative.pk),
    }
    asked = editor.post(change_page(initiative), opened | added)
    response = editor.post(
        change_page(initiative), opened | added | {"over": asked.context["over"]}
    )
    assert (asked.status_code, response.status_code) == (200, 302)
    assert list(initiative.activitylinks.values_list("position", "term__slug")) == [
        (1, "brev"),
        (2, "utstilling"),
        (3, "annonsering"),
    ]


def test_rows_can_change_terms(editor, reference_data):
    initiative = make_initiative(activities=["brev", "annonsering"])
    data = filled_form(editor, change_page(initiative))
    first, second = data["activitylinks-0-term"], data["activitylinks-1-term"]
    data |= {"activitylinks-0-term": second, "activitylinks-1-term": first}
    response = editor.post(change_page(initiative), data)
    assert response.status_code == 302, errors(response)
    assert list(initiative.activitylinks.values_list("position", "term__slug")) == [
        (1, "annonsering"),
        (2, "brev"),
    ]


def test_term_that_somebody_else_added_meanwhile_is_explained(editor, reference_data):
    initiative = make_initiative(activities=["brev"])
    term = Activity.objects.get(slug="utstilling")
    data = filled_form(editor, change_page(initiative)) | {
        "lead_nn": "Ny ingress",
        "activitylinks-TOTAL_FORMS": "2",
        "activitylinks-1-term": str(term.pk),
        "activitylinks-1-initiative": str(initiative.pk),
    }
    ActivityLink.objects.create(initiative=initiative, term=term, position=2)
    response = editor.post(change_page(initiative), data)
    assert response.status_code == 200
    assert list(errors(response)) == ["activitylinks-1"]
    assert "Ny ingress" in response.content.decode()


def test_entry_cannot_follow_itself(editor, tokke):
    data = filled_form(editor, change_page(tokke)) | {
        "successions-TOTAL_FORMS": "1",
        "successions-0-successor": str(tokke.pk),
        "successions-0-predecessor": str(tokke.pk),
    }
    response = editor.post(change_page(tokke), data)
    assert list(errors(response)) == ["successions-0"]


@pytest.mark.parametrize(("form", "word"), [("nn", "Tittel [nn]"), ("nb", "Tittel [nn]")])
def test_history_names_fields_in_the_editor_form(editor, tokke, form, word):
    data = filled_form(editor, change_page(tokke)) | {"title_nn": "Ny tittel", "slug": "ny"}
    editor.post(change_page(tokke), data)
    editor.cookies["skriftform"] = form
    html = editor.get(
        reverse("admin:initiatives_initiative_history", args=[tokke.pk])
    ).content.decode()
    assert (word in html, "Address word" in html, "Title [nn]" in html) == (True, False, False)


def test_permissions_are_named_in_the_editor_form(editor, reference_data):
    html = editor.get("/admin/auth/group/add/").content.decode()
    assert ("Can add" in html, "Aktivitet: " in html) == (False, True)


def test_same_term_twice_is_explained_and_nothing_is_lost(editor, reference_data):
    initiative = make_initiative(activities=["brev"])
    term = str(Activity.objects.get(slug="brev").pk)
    data = filled_form(editor, change_page(initiative)) | {
        "lead_nn": "Ny ingress",
        "activitylinks-TOTAL_FORMS": "2",
        "activitylinks-1-term": term,
        "activitylinks-1-initiative": str(initiative.pk),
    }
    response = editor.post(change_page(initiative), data)
    assert response.status_code == 200
    assert errors(response)
    assert "Ny ingress" in response.content.decode()


def test_project_with_years_in_the_wrong_order_is_explained(editor, tokke):
    data = filled_form(editor, change_page(tokke)) | {"projects-1-start_year": "2016"}
    response = editor.post(change_page(tokke), data)
    assert "Sluttåret er før startåret." in response.content.decode()


def test_new_address_keeps_the_old_one(editor, tokke, client):
    for slug in ("ny", "nyare", TOKKE):
        data = filled_form(editor, change_page(tokke)) | {"slug": slug}
        assert editor.post(change_page(tokke), data).status_code == 302
    assert set(FormerSlug.objects.values_list("slug", flat=True)) == {"ny", "nyare"}
    assert client.get("/nn/tiltak/ny/")["Location"] == f"/nn/tiltak/{TOKKE}/"


def test_address_that_was_anothers_is_refused_with_its_name(editor, tokke):
    FormerSlug.objects.create(slug="gamal", initiative=tokke)
    data = filled_form(editor, ADD) | {"original_form": "nn", "title_nn": "Ny", "slug": "gamal"}
    response = editor.post(ADD, data)
    assert tokke.title_nn in str(errors(response)["slug"])


def test_heading_as_published_can_be_changed(editor, tokke):
    data = filled_form(editor, change_page(tokke))
    assert data["heading_selling_points"] == "Viktigste salgsargument"
    data |= {"heading_selling_points": "", "heading_activities": "Aktiviteter"}
    editor.post(change_page(tokke), data)
    tokke.refresh_from_db()
    assert tokke.published_headings == {"activities": "Aktiviteter"}


def act(editor, action, initiatives):
    data = {"action": action, "_selected_action": [i.pk for i in initiatives]}
    return editor.post(reverse("admin:initiatives_initiative_changelist"), data, follow=True)


def test_publish_action_publishes_and_logs(editor, reference_data):
    draft = InitiativeFactory(status="draft")
    act(editor, "publish", [draft])
    draft.refresh_from_db()
    assert (draft.status, draft.first_published_at is not None) == ("published", True)
    assert LogEntry.objects.filter(object_id=str(draft.pk)).count() == 1


def test_publish_action_says_which_entry_has_no_title(editor, reference_data):
    draft = InitiativeFactory(status="draft", title_nn="", title_nb="Hjem", slug="x")
    response = act(editor, "publish", [draft])
    draft.refresh_from_db()
    assert draft.status == "draft"
    assert "Hjem" in str(next(iter(response.context["messages"])))


def test_archive_action_takes_the_entry_from_readers(editor, tokke, client):
    act(editor, "archive", [tokke])
    assert client.get(f"/nn/tiltak/{TOKKE}/").status_code == 404


def test_only_published_entries_have_view_on_site(editor, tokke):
    draft = InitiativeFactory(status="draft")
    pages = [editor.get(change_page(initiative)).content.decode() for initiative in (tokke, draft)]
    assert ["viewsitelink" in page for page in pages] == [True, False]


def test_deleting_a_used_term_is_refused_with_the_list(editor, tokke):
    term = tokke.activities.first()
    response = editor.post(
        reverse("admin:initiatives_activity_delete", args=[term.pk]), {"post": "yes"}, follow=True
    )
    assert Activity.objects.filter(pk=term.pk).exists()
    assert tokke.title_nn in response.content.decode() or response.context["protected"]


def test_stranger_is_asked_to_sign_in(client, tokke):
    response = client.get(change_page(tokke))
    assert (response.status_code, response["Location"].startswith("/admin/login/")) == (302, True)


def test_editor_without_rights_sees_nothing(client, tokke, django_user_model):
    client.force_login(django_user_model.objects.create_user("gjest", is_staff=True))
    assert client.get(change_page(tokke)).status_code == 403


@pytest.mark.parametrize(("form", "word"), [("nb", "Bokmål"), ("nn", "Nynorsk")])
def test_language_button_changes_the_form_of_the_admin(editor, reference_data, form, word):
    editor.post("/skriftform/setlang/", {"language": form, "next": "/admin/"})
    html = editor.get("/admin/").content.decode()
    assert f'lang="{form}"' in html
    assert html.count("<html") == 1
    other = "Nynorsk" if form == "nb" else "Bokmål"
    assert f">{other}</button>" in html
    assert word


@pytest.mark.parametrize("key", ["_3{}", "%2B{}", "{}x", "x"])
def test_entry_is_opened_and_saved_by_its_key_only(editor, tokke, key):
    """Django reads `_31` as `1`: what is found under one key is locked under the same."""
    form = filled_form(editor, change_page(tokke)) | {"title_nn": "Skrive over"}
    address = f"/admin/initiatives/initiative/{key.format(tokke.pk)}/change/"
    assert [send(address, form).status_code for send in (editor.get, editor.post)] == [404, 404]
    assert Initiative.objects.get(pk=tokke.pk).title_nn == tokke.title_nn
