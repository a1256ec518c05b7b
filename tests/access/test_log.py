"""What goes into the log, who may read it, and when it goes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.utils import timezone, translation

from initiatives.access.log import in_words
from initiatives.models import AccessEvent, EditorSession
from tests.access import PASSWORD, sign_in

pytestmark = pytest.mark.django_db

LIST = "/admin/initiatives/accessevent/"


def last():
    return AccessEvent.objects.first()


def test_signing_in_and_out_is_noted_with_address_and_device(kari, client):
    sign_in(client, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Firefox/140 Linux")
    event = last()
    assert (event.kind, event.actor, event.address) == ("signed-in", kari, "203.0.113.9")
    assert event.user_agent == "Firefox/140 Linux"
    client.post("/admin/logout/")
    assert (last().kind, last().subject_name) == ("signed-out", "kari")


@pytest.mark.parametrize("field", ["is_staff", "is_superuser", "is_active"])
def test_flags_are_noted_with_old_and_new(kari, field):
    old = getattr(kari, field)
    setattr(kari, field, not old)
    kari.save()
    assert (last().kind, last().details) == (
        "account-changed",
        [{"field": field, "old": old, "new": not old}],
    )


def test_saving_without_a_change_is_not_noted(kari):
    before = AccessEvent.objects.count()
    kari.first_name = "Kari"
    kari.save()
    assert AccessEvent.objects.count() == before


def test_password_is_noted_and_not_told(kari):
    kari.set_password("ein-heilt-ny-frase-9")
    kari.save()
    assert (last().kind, last().details) == ("password-changed", [])


def test_groups_are_noted_by_name(kari):
    one, two = (Group.objects.create(name=name) for name in ("Ein", "To"))
    kari.groups.add(one)
    kari.groups.set([two])
    changes = [
        event.details[0]
        for event in AccessEvent.objects.filter(kind="account-changed").order_by("pk")
    ]
    assert [(change["old"], change["new"]) for change in changes] == [
        ([], ["Ein"]),
        (["Ein"], []),
        ([], ["To"]),
    ]


def test_members_from_the_side_of_the_group_are_noted(kari):
    group = Group.objects.create(name="Ein")
    group.user_set.add(kari)
    assert (last().subject_name, last().details[0]["new"]) == ("kari", ["Ein"])
    group.user_set.clear()
    assert (last().subject_name, last().details[0]["old"], last().details[0]["new"]) == (
        "kari",
        ["Ein"],
        [],
    )


def test_clearing_groups_is_noted(kari):
    kari.groups.add(Group.objects.create(name="Ein"))
    kari.groups.clear()
    assert (last().details[0]["old"], last().details[0]["new"]) == (["Ein"], [])


def test_permissions_of_a_group_are_noted_in_the_readers_words(db):
    group = Group.objects.create(name="Ein")
    group.permissions.add(Permission.objects.get(codename="change_initiative"))
    assert last().kind == "role-changed"
    with translation.override("nb"):
        assert "endre" in in_words(last().details)[0]


def test_actor_is_who_sent_the_request(editor, kari):
    editor.post("/admin/auth/group/add/", {"name": "Ny"})
    assert [(e.kind, e.actor_name) for e in AccessEvent.objects.filter(subject_name="Ny")] == [
        ("role-added", "redaktor")
    ]


def test_line_outlives_the_account(kari):
    kari.delete()
    assert (last().kind, last().subject_name) == ("account-deleted", "kari")
    assert AccessEvent.objects.filter(subject_name="kari").count() == 2


def test_list_is_read_with_the_right_to_it_alone(kari, client):
    sign_in(client)
    assert client.get(LIST).status_code == 403
    kari.user_permissions.add(Permission.objects.get(codename="view_accessevent"))
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("page", ["add/", "{pk}/delete/"])
def test_nobody_changes_the_log(editor, page):
    User.objects.create_user("ola", password=PASSWORD)
    assert editor.post(LIST + page.format(pk=last().pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_list_has_a_fixed_number_of_queries(editor, number, django_assert_num_queries):
    for n in range(number):
        group = Group.objects.create(name=f"G{n}")
        group.permissions.add(Permission.objects.get(codename="change_initiative"))
    editor.get(LIST)
    with django_assert_num_queries(6):
        editor.get(LIST)


def test_command_throws_away_what_is_too_old(kari, client, settings):
    sign_in(client)
    AccessEvent.objects.filter(kind="signed-in").update(at=timezone.now() - timedelta(days=366))
    EditorSession.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    call_command("clear_access_log", verbosity=0)
    assert [event.kind for event in AccessEvent.objects.all()] == ["account-added"]
    assert not EditorSession.objects.exists()
