"""Editors look at answers: accepting confirms the entry, and nothing is confirmed before."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.test import Client
from django.utils import timezone

from initiatives.desk.editing import history
from initiatives.desk.editing.state import State
from initiatives.models import ConfirmationRequest, Contact
from tests.factories import InitiativeFactory, ProjectFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/initiatives/confirmationrequest/"


def make_answer(answer="running", **more):
    now = timezone.now()
    facts = {"email": "a@b.example", "sent_at": now, "expires_at": now + timedelta(days=9)}
    if answer:
        facts |= {"answer": answer, "answered_at": now}
    return ConfirmationRequest.objects.create(initiative=InitiativeFactory(), **facts | more)


def act(client, action, *chosen, query=""):
    return client.post(
        LIST + query,
        {"action": action, "_selected_action": [asked.pk for asked in chosen]},
        follow=True,
    )


def listed(client, query=""):
    return {asked.pk for asked in client.get(LIST + query).context["cl"].queryset}


def limited(*codenames):
    user = User.objects.create_user("skribent", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


def test_list_shows_answers_to_look_at(editor, reference_data):
    answered, waiting, handled = (
        make_answer(),
        make_answer(""),
        make_answer(handled_at=timezone.now()),
    )
    over = make_answer("", expires_at=timezone.now())
    assert listed(editor) == {answered.pk}
    assert listed(editor, "?state=waiting") == {waiting.pk}
    assert listed(editor, "?state=handled") == {handled.pk}
    assert listed(editor, "?state=over") == {over.pk}
    assert len(listed(editor, "?state=all")) == 4


@pytest.mark.parametrize("number", [1, 3])
def test_list_has_a_fixed_number_of_queries(
    editor, reference_data, number, django_assert_num_queries
):
    for _ in range(number):
        make_answer()
    with django_assert_num_queries(5):
        editor.get(LIST)


def test_accepting_confirms_the_entry_on_the_day_of_the_answer(editor, reference_data):
    asked = make_answer()
    ConfirmationRequest.objects.update(answered_at=timezone.now() - timedelta(days=3))
    act(editor, "accept_chosen", asked)
    asked.initiative.refresh_from_db()
    assert asked.initiative.confirmed_on == timezone.localdate() - timedelta(days=3)


def test_accepting_never_makes_a_confirmation_older(editor, reference_data):
    asked = make_answer(answered_at=timezone.now() - timedelta(days=3))
    asked.initiative.confirmed_on = timezone.localdate()
    asked.initiative.save()
    act(editor, "accept_chosen", asked)
    asked.initiative.refresh_from_db()
    assert asked.initiative.confirmed_on == timezone.localdate()


def test_setting_aside_leaves_the_entry(editor, reference_data):
    asked = make_answer()
    act(editor, "set_aside_chosen", asked)
    asked.initiative.refresh_from_db()
    assert (asked.initiative.confirmed_on, listed(editor)) == (None, set())


def test_buttons_of_the_page_accept_and_set_aside(editor, reference_data):
    accepted, aside = make_answer(), make_answer("ended", end_year=2020)
    editor.post(f"{LIST}{accepted.pk}/change/", {"_accept": "1"})
    editor.post(f"{LIST}{aside.pk}/change/", {"_set_aside": "1"})
    rows = ConfirmationRequest.objects.order_by("pk")
    assert [(row.is_accepted, row.handled_by.username) for row in rows] == [
        (True, "redaktor"),
        (False, "redaktor"),
    ]


def test_page_of_an_ended_one_shows_the_year_and_the_way_to_the_entry(editor, reference_data):
    asked = make_answer("ended", end_year=2019)
    html = editor.get(f"{LIST}{asked.pk}/change/").content.decode()
    assert f'href="/admin/initiatives/initiative/{asked.initiative_id}/change/"' in html
    assert "2019" in html


def test_withdrawing_takes_unanswered_links_alone(editor, reference_data):
    answered, waiting = make_answer(), make_answer("")
    act(editor, "withdraw_chosen", answered, waiting, query="?state=all")
    gone = ConfirmationRequest.objects.exclude(withdrawn_at=None)
    assert list(gone) == [waiting]


@pytest.mark.parametrize("rights", [["view_confirmationrequest"], ["change_confirmationrequest"]])
def test_accepting_needs_the_right_to_both(reference_data, rights):
    asked = make_answer()
    client = limited(*rights)
    act(client, "accept_chosen", asked)
    assert client.post(f"{LIST}{asked.pk}/change/", {"_accept": "1"}).status_code == 403
    asked.refresh_from_db()
    assert asked.handled_at is None


def test_entry_is_deleted_with_its_questions(editor, reference_data):
    asked = make_answer("")
    assert editor.post(f"{LIST}{asked.pk}/delete/", {"post": "yes"}).status_code == 403
    page = f"/admin/initiatives/initiative/{asked.initiative_id}/delete/"
    editor.post(page, {"post": "yes"})
    assert not ConfirmationRequest.objects.exists()


def test_stranger_sees_no_answers(reference_data):
    assert limited("view_initiative").get(LIST).status_code == 403


def ask(client, *initiatives):
    data = {"action": "ask_contacts", "_selected_action": [i.pk for i in initiatives]}
    return client.post("/admin/initiatives/initiative/", data, follow=True)


@pytest.fixture
def can_send(settings):
    settings.SITE_ADDRESS, settings.DEFAULT_FROM_EMAIL = "https://x.example", "r@x.example"


def test_action_asks_those_that_may_be_asked_about(editor, reference_data, can_send):
    one, without, draft = (
        InitiativeFactory(),
        InitiativeFactory(),
        InitiativeFactory(status="draft"),
    )
    for entry in (one, draft):
        Contact.objects.create(initiative=entry, organisation="K", email="k@x.example", position=1)
    response = ask(editor, one, without, draft)
    assert len(mail.outbox) == 1
    assert len(response.context["messages"]) == 2


def test_action_asks_about_one_that_was_confirmed_lately(editor, reference_data, can_send):
    entry = InitiativeFactory(confirmed_on=timezone.localdate())
    Contact.objects.create(initiative=entry, organisation="K", email="k@x.example", position=1)
    ask(editor, entry)
    assert len(mail.outbox) == 1


def test_action_names_missing_settings(editor, reference_data, settings):
    settings.SITE_ADDRESS = ""
    assert "SITE_ADDRESS" in str(next(iter(ask(editor, InitiativeFactory()).context["messages"])))


def test_action_needs_the_right_to_change_entries(reference_data, can_send):
    entry = InitiativeFactory()
    Contact.objects.create(initiative=entry, organisation="K", email="k@x.example", position=1)
    ask(limited("view_initiative"), entry)
    assert len(mail.outbox) == 0


def test_history_says_who_accepted(editor, reference_data):
    asked = make_answer()
    act(editor, "accept_chosen", asked)
    version = history.last_version(asked.initiative)
    assert version.state.fields["confirmed_on"] == timezone.localdate().isoformat()
    assert version.revision.user.username == "redaktor"


@pytest.mark.parametrize(("told", "kept"), [(2021, 2021), (2018, 2018), (2017, None), (None, None)])
def test_accepting_an_end_ends_what_was_running(editor, reference_data, told, kept):
    asked = make_answer("ended", end_year=told)
    project = ProjectFactory(initiative=asked.initiative, start_year=2018, is_open_ended=True)
    act(editor, "accept_chosen", asked)
    project.refresh_from_db()
    assert (project.is_open_ended, project.end_year) == (False, kept)


def test_accepting_an_end_leaves_what_had_ended_before(editor, reference_data):
    asked = make_answer("ended", end_year=2021)
    project = ProjectFactory(initiative=asked.initiative, end_year=2015)
    act(editor, "accept_chosen", asked)
    project.refresh_from_db()
    assert project.end_year == 2015


def test_accepting_another_answer_ends_nothing(editor, reference_data):
    asked = make_answer("running")
    project = ProjectFactory(initiative=asked.initiative, is_open_ended=True)
    act(editor, "accept_chosen", asked)
    project.refresh_from_db()
    assert project.is_open_ended


def test_history_tells_of_the_end(editor, reference_data):
    asked = make_answer("ended", end_year=2021)
    ProjectFactory(initiative=asked.initiative, is_open_ended=True)
    act(editor, "accept_chosen", asked)
    version = history.last_version(asked.initiative)
    assert version.what == history.Event.CONFIRMED.label
    assert version.state == State.of(asked.initiative)


def test_what_readers_see_is_confirmed_by_who_may_publish(reference_data):
    asked = make_answer()
    client = limited("view_confirmationrequest", "change_confirmationrequest", "change_initiative")
    act(client, "accept_chosen", asked)
    asked.refresh_from_db()
    assert asked.is_accepted is not True
