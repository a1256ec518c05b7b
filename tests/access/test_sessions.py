"""Where somebody is signed in, and signing out there."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives.models import AccessEvent, EditorSession
from tests.access import PASSWORD, is_let_in, sign_in

pytestmark = pytest.mark.django_db

PAGE, SIGN_OUT = "/admin/account/", "/admin/account/sign-out/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def two(kari) -> tuple[Client, Client]:
    """Kari at home and at work."""
    home, work = Client(), Client()
    sign_in(home, HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="203.0.113.9")
    sign_in(work)
    return home, work


def test_page_lists_every_place_with_this_one_first(two):
    home, _work = two
    stays = home.get(PAGE).context["stays"]
    assert [stay.is_this for stay in stays] == [True, False]
    assert (stays[0].address, "Firefox" in stays[0].device) == ("203.0.113.9", True)


def test_page_does_not_give_session_keys_away(two):
    html = two[0].get(PAGE).content.decode()
    assert [key for key in EditorSession.objects.values_list("pk", flat=True) if key in html] == []


def test_page_does_not_list_others(two):
    sign_in(Client(), User.objects.create_user("ola", password=PASSWORD, is_staff=True).username)
    assert len(two[0].get(PAGE).context["stays"]) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_page_has_a_fixed_number_of_queries(kari, number, django_assert_num_queries):
    clients = [Client() for _ in range(number)]
    for client in clients:
        sign_in(client)
    with django_assert_num_queries(8):
        clients[0].get(PAGE)


def test_signing_out_in_one_place(two):
    home, _work = two
    other = home.get(PAGE).context["stays"][1]
    home.post(SIGN_OUT, {"stay": other.key})
    assert [is_let_in(client) for client in two] == [True, False]
    assert AccessEvent.objects.first().kind == "signed-out-elsewhere"


def test_signing_out_of_all_others(two):
    two[0].post(SIGN_OUT, {"others": "1"})
    assert [is_let_in(client) for client in two] == [True, False]


def test_signing_out_everywhere(two):
    assert two[0].post(SIGN_OUT, {"everywhere": "1"})["Location"] == "/admin/login/"
    assert [is_let_in(client) for client in two] == [False, False]


def test_nobody_signs_out_somebody_else(two, client):
    sign_in(client, User.objects.create_user("ola", password=PASSWORD, is_staff=True).username)
    stay = two[0].get(PAGE).context["stays"][0]
    client.post(SIGN_OUT, {"stay": stay.key})
    assert is_let_in(two[0])


@pytest.mark.parametrize("stay", ["", "tull", "æ", "x" * 5000])
def test_unknown_place_is_told(two, stay):
    assert two[0].post(SIGN_OUT, {"stay": stay}).status_code == 302
    assert [is_let_in(client) for client in two] == [True, True]


def test_looking_is_not_signing_out(two):
    assert two[0].get(SIGN_OUT).status_code == 405


def test_changing_the_password_signs_out_elsewhere(two):
    home, _work = two
    new = "ein-heilt-ny-frase-9"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert home.post("/admin/password_change/", data).status_code == 302
    assert [is_let_in(client) for client in two] == [True, False]
    assert EditorSession.objects.count() == 1


def test_administrator_signs_somebody_out(two, editor, kari):
    editor.post("/admin/auth/user/", {"action": "sign_out", "_selected_action": [kari.pk]})
    assert [is_let_in(client) for client in two] == [False, False]


def test_readers_have_no_session(client, tokke):
    client.get("/nn/")
    assert not EditorSession.objects.exists()


def test_deleting_an_account_names_no_tables_of_packages(editor, two, kari):
    page = editor.get(f"/admin/auth/user/{kari.pk}/delete/")
    assert len(page.context["deleted_objects"]) == 1
