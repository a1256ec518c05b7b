"""The page where an entry is translated: typing, drafts, approval, two editors, and who may
come.
"""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from initiatives.desk.editing import history
from initiatives.models import Initiative, Translation, TranslationDraft
from tests.admin.test_initiatives import FormReader
from tests.desk.translation.conftest import ECHO, needs_apertium, no_program, program  # noqa: F401
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

SAVE = {"action": "save"}
DRAFT = {"action": "draft"}
APPROVE_ALL = {"action": "approve-all"}


@pytest.fixture
def entry():
    return InitiativeFactory(title_nn="Tittel", body_nn="Ein\n\n- to\n- tre")


def page(entry):
    return reverse("entry-translation", args=[entry.pk])


class RowsReader(FormReader):
    """Reads a form in which one name occurs many times: `row`."""

    def __init__(self):
        super().__init__()
        self.rows = []

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        if tag == "input" and dict(attrs).get("name") == "row":
            self.rows.append(dict(attrs)["value"])


def form(client, entry):
    """What the page would send unchanged."""
    return read_form(client.get(page(entry)))


def read_form(response):
    html = response.content.decode()
    reader = RowsReader()
    reader.feed(html[html.index('id="translation-form"') :])
    return reader.data | {"row": reader.rows}


def published(entry):
    entry.refresh_from_db()
    return entry.title_nb, entry.body_nb


def texts(client, entry):
    return {name: text for name, text in form(client, entry).items() if name.endswith("-text")}


def messages_of(response):
    """The kinds of messages that the page shows; those of a page that nobody opened stand before
    it.
    """
    return [message.level_tag for message in response.context["messages"]]


def user_with(*permissions):
    user = get_user_model().objects.create_user(
        "skrivar", password="lang-nok-frase-7", is_staff=True
    )
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_both_forms_stand_side_by_side(editor, tokke):
    response = editor.get(page(tokke))
    labels = [shown.label for field in response.context["fields"] for shown in field.rows]
    assert [field.name for field in response.context["fields"]] == [
        "title",
        "lead",
        "body",
        "main_goal",
        "closing_note",
    ]
    assert len(labels) == len(set(labels)) == 6
    html = response.content.decode()
    assert 'lang="nb" rows' in html
    assert '<p class="desk-text" lang="nn">Småsamfunnsprosjekt og bulyst i Tokke</p>' in html


def test_saving_unchanged_changes_nothing(editor, entry):
    assert editor.post(page(entry), form(editor, entry) | SAVE).status_code == 302
    assert (TranslationDraft.objects.count(), Translation.objects.count()) == (0, 0)


def test_typed_text_is_kept_and_not_public(editor, entry):
    editor.post(page(entry), form(editor, entry) | SAVE | {"title-0-text": "Tittelen"})
    assert texts(editor, entry)["title-0-text"] == "Tittelen"
    assert published(entry) == ("", "")
    assert "Tittelen" not in editor.get(f"/nb/tiltak/{entry.slug}/").content.decode()


def test_all_is_approved_at_once(editor, entry):
    typed = {"title-0-text": "Tittelen", "body-0-text": "En", "body-1-text": "- to\n- tre"}
    response = editor.post(page(entry), form(editor, entry) | APPROVE_ALL | typed, follow=True)
    assert (messages_of(response), published(entry)) == (
        ["success"],
        ("Tittelen", "En\n\n- to\n- tre"),
    )
    assert "Tittelen" in editor.get(f"/nb/tiltak/{entry.slug}/").content.decode()


def test_approval_stands_in_the_history_in_the_form_of_the_editor(editor, entry):
    editor.post(page(entry), form(editor, entry) | APPROVE_ALL | {"title-0-text": "Tittelen"})
    assert LogEntry.objects.get().get_change_message() == "Endra Tittel [nb]."


def test_one_paragraph_is_approved(editor, entry):
    typed = {"title-0-text": "Tittelen", "body-0-text": "En", "approve-one": "title-0"}
    editor.post(page(entry), form(editor, entry) | typed)
    assert published(entry) == ("Tittelen", "")
    assert texts(editor, entry)["body-0-text"] == "En"


def test_marks_stop_approval_and_nothing_is_lost(editor, entry):
    typed = {"title-0-text": "¤Tittelen", "body-0-text": "En"}
    response = editor.post(page(entry), form(editor, entry) | APPROVE_ALL | typed)
    assert (response.status_code, response.context["are_marks_left"], published(entry)) == (
        200,
        True,
        ("", ""),
    )
    assert read_form(response)["title-0-text"] == "¤Tittelen"
    assert texts(editor, entry)["body-0-text"] == "En"


def test_marks_go_away_when_the_editor_says_that_the_words_are_right(editor, entry):
    typed = {"title-0-text": "¤Tittelen", "marks-are-right": "on"}
    editor.post(page(entry), form(editor, entry) | APPROVE_ALL | typed)
    assert published(entry)[0] == "Tittelen"


def test_too_long_title_is_kept_and_not_approved(editor, entry):
    typed = {"title-0-text": "a" * 201}
    response = editor.post(page(entry), form(editor, entry) | APPROVE_ALL | typed)
    assert (messages_of(response), published(entry)[0]) == (["error"], "")
    assert texts(editor, entry)["title-0-text"] == "a" * 201


def test_title_is_one_line(editor, entry):
    typed = {"title-0-text": "Ein\r\ntittel ", "approve-one": "title-0"}
    editor.post(page(entry), form(editor, entry) | typed)
    assert published(entry)[0] == "Ein tittel"


def test_two_editors_of_one_paragraph(editor, entry):
    opened = form(editor, entry)
    editor.post(page(entry), opened | SAVE | {"title-0-text": "Hennar"})
    response = editor.post(
        page(entry), opened | SAVE | {"title-0-text": "Hans", "body-0-text": "En"}
    )
    again = read_form(response)
    assert (response.status_code, again["title-0-text"], again["body-0-text"]) == (
        200,
        "Hans",
        "En",
    )
    assert '<p class="desk-text" lang="nb">Hennar</p>' in response.content.decode()
    assert texts(editor, entry)["title-0-text"] == "Hennar"
    editor.post(page(entry), again | SAVE)
    assert texts(editor, entry)["title-0-text"] == "Hans"


def test_approval_that_somebody_else_came_before_is_stopped(editor, entry):
    editor.post(page(entry), form(editor, entry) | SAVE | {"title-0-text": "Sett"})
    opened = form(editor, entry)
    editor.post(page(entry), opened | SAVE | {"title-0-text": "Endra"}, follow=True)
    response = editor.post(page(entry), opened | APPROVE_ALL)
    assert (response.status_code, messages_of(response), published(entry)[0]) == (
        200,
        ["warning"],
        "",
    )


def test_text_for_a_removed_paragraph_is_shown_until_it_is_emptied(editor, entry):
    opened = form(editor, entry)
    Initiative.objects.filter(pk=entry.pk).update(body_nn="Ein")
    response = editor.post(page(entry), opened | SAVE | {"body-1-text": "- to b"})
    assert response.context["kept"] == ["- to b"]
    again = read_form(response)
    assert editor.post(page(entry), again | SAVE).context["kept"] == ["- to b"]
    assert editor.post(page(entry), again | SAVE | {"kept": ""}).status_code == 302


def test_draft_fills_what_is_empty_and_leaves_what_was_typed(editor, entry, program):  # noqa: F811
    program(ECHO)
    response = editor.post(
        page(entry), form(editor, entry) | DRAFT | {"body-0-text": "Mitt"}, follow=True
    )
    assert messages_of(response) == ["success"]
    assert texts(editor, entry) == {
        "title-0-text": "Tittel",
        "body-0-text": "Mitt",
        "body-1-text": "- to\n- tre",
    }
    assert published(entry) == ("", "")


def test_draft_is_nowhere_to_be_seen_by_readers(editor, entry, program):  # noqa: F811
    program("sys.stdout.write(sys.stdin.read().replace('Tittel', 'Maskintittel'))")
    editor.post(page(entry), form(editor, entry) | DRAFT)
    assert texts(editor, entry)["title-0-text"] == "Maskintittel"
    for address in (
        f"/nb/tiltak/{entry.slug}/",
        "/nb/tiltak/",
        "/nb/tiltak.csv",
        "/nb/tiltak.atom",
    ):
        assert b"Maskintittel" not in b"".join(Client().get(address))


def test_draft_when_nothing_is_empty_is_told(editor, program):  # noqa: F811
    program(ECHO)
    entry = InitiativeFactory(title_nn="A", title_nb="B")
    assert messages_of(editor.post(page(entry), form(editor, entry) | DRAFT, follow=True)) == [
        "info"
    ]


def test_failed_draft_is_told_and_typed_text_is_kept(editor, entry, program):  # noqa: F811
    program("sys.exit(1)")
    response = editor.post(
        page(entry), form(editor, entry) | DRAFT | {"title-0-text": "Mitt"}, follow=True
    )
    assert (messages_of(response), texts(editor, entry)["title-0-text"]) == (["error"], "Mitt")


@pytest.mark.usefixtures("no_program")
def test_without_the_program_the_page_tells_how_to_get_it(editor, entry):
    html = editor.get(page(entry)).content.decode()
    assert ('value="draft"' in html, "apt-get install apertium apertium-nno-nob" in html) == (
        False,
        True,
    )


@pytest.mark.usefixtures("no_program")
def test_draft_that_is_asked_for_without_the_program_is_told(editor, entry):
    assert messages_of(editor.post(page(entry), form(editor, entry) | DRAFT, follow=True)) == [
        "error"
    ]


@needs_apertium
def test_tokke_is_drafted_and_approved_in_bokmal(editor, tokke):
    editor.post(page(tokke), form(editor, tokke) | DRAFT)
    editor.post(page(tokke), form(editor, tokke) | APPROVE_ALL | {"marks-are-right": "on"})
    tokke.refresh_from_db()
    assert tokke.lead_nb == "Engasjere lokalsamfunnet og ildsjeler for å styrke vekstkraften."
    assert "Lårdal Liv Laga var et treårig prosjekt" in tokke.body_nb
    assert "¤" not in tokke.closing_note_nb
    assert Translation.objects.get().state == "approved"


def test_original_and_its_form_are_untouched(editor, entry):
    before = (entry.title_nn, entry.body_nn, entry.original_form)
    editor.post(page(entry), form(editor, entry) | APPROVE_ALL | {"title-0-text": "Tittelen"})
    entry.refresh_from_db()
    assert (entry.title_nn, entry.body_nn, entry.original_form) == before


def test_bokmal_entry_is_translated_into_nynorsk(editor):
    entry = InitiativeFactory(original_form="nb", title_nn="", title_nb="Tittelen")
    editor.post(
        page(entry), form(editor, entry) | APPROVE_ALL | {"title-0-text": "Tittelen på nynorsk"}
    )
    entry.refresh_from_db()
    assert (entry.title_nn, entry.title_nb) == ("Tittelen på nynorsk", "Tittelen")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"row": ["title-0"]},
        {"row": ["nowhere", ""], "nowhere-text": "a", "action": "approve-all"},
        {
            "row": ["title-0"],
            "title-0-opened": "¤",
            "title-0-text": "\x00b",
            "approve-one": "body-9",
        },
        {"action": "delete", "approve-one": ""},
    ],
)
def test_hostile_form_is_answered(editor, entry, data):
    assert editor.post(page(entry), data).status_code in (200, 302)
    assert published(entry) == ("", "")


@pytest.mark.parametrize("form_of_page", ["nn", "nb"])
def test_page_opens_in_both_forms(editor, tokke, form_of_page):
    editor.cookies["skriftform"] = form_of_page
    assert editor.get(page(tokke)).status_code == 200


def test_entry_without_text_has_nothing_to_translate(editor):
    entry = InitiativeFactory(title_nn="", slug="tom", status="draft")
    assert editor.get(page(entry)).context["fields"] == []


def test_unknown_entry_is_not_found(editor):
    assert editor.get(reverse("entry-translation", args=[999999])).status_code == 404


def test_stranger_is_asked_to_sign_in(client, entry):
    assert client.get(page(entry))["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_editor_who_may_only_look_is_refused(entry, method):
    client = user_with("view_initiative")
    assert getattr(client, method)(page(entry), {"action": "approve-all"}).status_code == 403


def test_writer_who_may_change_the_entry_is_let_in(entry):
    writer = user_with("change_initiative")
    assert writer.get(page(entry)).status_code == 403  # readers see it
    Initiative.objects.filter(pk=entry.pk).update(status="draft")
    assert writer.get(page(entry)).status_code == 200


@pytest.mark.parametrize("blocks", [1, 30])
def test_page_has_a_fixed_number_of_queries(editor, django_assert_num_queries, blocks):
    entry = InitiativeFactory(title_nn="T", body_nn="\n\n".join("abc" for _ in range(blocks)))
    editor.get(page(entry))
    with django_assert_num_queries(5):
        editor.get(page(entry))


def test_form_of_an_entry_leads_here(editor, entry):
    change = reverse("admin:initiatives_initiative_change", args=[entry.pk])
    assert f'href="{page(entry)}"' in editor.get(change).content.decode()


def test_version_says_who_approved(editor, entry, django_user_model):
    editor.post(page(entry), form(editor, entry) | APPROVE_ALL | {"title-0-text": "Tittelen"})
    version = history.last_version(entry)
    assert version.state.fields["title_nb"] == "Tittelen"
    assert version.revision.user == django_user_model.objects.get(username="redaktor")
