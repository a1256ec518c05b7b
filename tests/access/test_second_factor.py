"""A password alone opens nothing to those who have a second factor, or must have one."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from initiatives.access.second_factor import Offer, check_code, make_recovery_codes
from initiatives.models import AccessEvent
from tests.access import PASSWORD, code_of, is_let_in, key_of, sign_in, with_app

pytestmark = pytest.mark.django_db

GIVE_CODE, SET_UP = "/admin/second-factor/", "/admin/second-factor/set-up/"


def kinds():
    return list(AccessEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_password_alone_is_enough_without_a_second_factor(kari, client):
    sign_in(client)
    assert is_let_in(client)


def test_password_alone_leads_to_the_code(kari, client):
    with_app(kari)
    sign_in(client)
    answer = client.get("/admin/initiatives/initiative/?q=a")
    assert answer["Location"] == f"{GIVE_CODE}?next=%2Fadmin%2Finitiatives%2Finitiative%2F%3Fq%3Da"


def test_password_alone_is_a_stranger_outside_the_admin_too(kari, client, tokke):
    with_app(kari)
    sign_in(client)
    response = client.get("/admin/login/")
    assert response.context["user"].is_anonymous


def test_right_code_lets_in_and_leads_on(kari, client):
    device = with_app(kari)
    sign_in(client)
    data = {"code": code_of(device.bin_key), "next": "/admin/auth/"}
    assert client.post(GIVE_CODE, data)["Location"] == "/admin/auth/"
    assert is_let_in(client)
    assert kinds()[-2:] == ["password-passed", "signed-in"]


def test_next_page_is_never_another_site(kari, client):
    device = with_app(kari)
    sign_in(client)
    data = {"code": code_of(device.bin_key), "next": "https://example.com/"}
    assert client.post(GIVE_CODE, data)["Location"] == "/admin/"


@pytest.mark.parametrize("code", ["", "000", "abcdef", "x" * 500, "1" * 20, "\0", "００００００"])
def test_wrong_code_is_told_and_lets_nobody_in(kari, client, code):
    with_app(kari)
    sign_in(client)
    assert client.post(GIVE_CODE, {"code": code}).context["form"].errors
    assert not is_let_in(client)


def test_wrong_code_is_logged(kari, client):
    with_app(kari)
    sign_in(client)
    client.post(GIVE_CODE, {"code": "abcdefgh"})
    event = AccessEvent.objects.first()
    assert (event.kind, event.subject_name) == ("factor-failed", "kari")


def test_after_a_wrong_code_there_is_a_wait(kari):
    device = with_app(kari)
    wrong = f"{(int(code_of(device.bin_key)) + 7) % 1000000:06d}"
    first, second = check_code(kari, wrong), check_code(kari, code_of(device.bin_key))
    assert (first.wait_until, second.device) == (None, None)
    assert second.wait_until is not None


def test_code_is_good_once(kari):
    device = with_app(kari)
    code = code_of(device.bin_key)
    assert check_code(kari, code).device == device
    assert check_code(kari, code).device is None


def test_code_with_spaces_is_taken(kari):
    device = with_app(kari)
    code = code_of(device.bin_key)
    assert check_code(kari, f" {code[:3]} {code[3:]} ").device == device


def test_recovery_code_is_good_once_however_it_is_written(kari, client):
    with_app(kari)
    code = make_recovery_codes(kari)[0].upper()
    sign_in(client)
    client.post(GIVE_CODE, {"code": code})
    assert is_let_in(client)
    assert kinds()[-1] == "recovery-used"
    assert StaticToken.objects.count() == 9
    assert check_code(kari, code).device is None


def test_code_of_somebody_else_is_wrong(kari):
    other = User.objects.create_user("ola", password=PASSWORD)
    with_app(kari)
    assert check_code(kari, code_of(with_app(other).bin_key)).device is None


def test_stranger_is_led_to_sign_in(client):
    assert client.get(GIVE_CODE)["Location"].startswith("/admin/login/")
    assert client.get(SET_UP)["Location"].startswith("/admin/login/")


def offer_on(page):
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page.content.decode()).group(1)
    return secret, page.context["offer"].signed


def test_role_leads_to_set_up_and_lets_in_after_it(kari, strict_role, client):
    kari.groups.add(strict_role)
    sign_in(client)
    assert client.get("/admin/")["Location"] == f"{SET_UP}?next=%2Fadmin%2F"
    secret, signed = offer_on(client.get(SET_UP))
    answer = client.post(SET_UP, {"code": code_of(key_of(secret)), "offer": signed})
    assert len(answer.context["codes"]) == StaticToken.objects.count() == 10
    assert is_let_in(client)
    assert kinds()[-4:] == ["password-passed", "factor-set", "recovery-made", "signed-in"]


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/password_change/", "/admin/account/", "/admin/initiatives/initiative/add/"],
)
def test_role_without_factor_opens_no_page(kari, strict_role, client, path):
    kari.groups.add(strict_role)
    kari.user_permissions.set(Permission.objects.all())
    sign_in(client)
    assert client.get(path)["Location"].startswith(SET_UP)
    assert client.post(path, {})["Location"] == SET_UP


def test_role_that_comes_to_require_it_holds_those_who_are_in(kari, strict_role, client):
    sign_in(client)
    assert is_let_in(client)
    kari.groups.add(strict_role)
    assert not is_let_in(client)


def test_looking_at_the_set_up_stores_nothing(kari, client):
    sign_in(client)
    client.get(SET_UP)
    assert not TOTPDevice.objects.exists()


def test_picture_needs_no_style_and_no_other_site(kari):
    picture = Offer.new(kari).picture
    assert re.findall(r"style=|href|<script|<image", picture) == []
    assert picture.startswith("<svg")


def test_codes_are_shown_in_the_answer_alone(kari, client):
    sign_in(client)
    secret, signed = offer_on(client.get(SET_UP))
    codes = client.post(SET_UP, {"code": code_of(key_of(secret)), "offer": signed}).context["codes"]
    account = client.get("/admin/account/").content.decode()
    assert [code for code in codes if code in account] == []


def test_wrong_first_code_keeps_the_same_secret(kari, client):
    sign_in(client)
    secret, signed = offer_on(client.get(SET_UP))
    again = client.post(SET_UP, {"code": "12345", "offer": signed})
    assert again.context["offer"].secret == secret
    assert not TOTPDevice.objects.exists()


def test_offer_of_somebody_else_is_refused(kari, client):
    offer = Offer.new(User.objects.create_user("ola"))
    sign_in(client)
    data = {"code": code_of(offer.device.bin_key), "offer": offer.signed}
    assert client.post(SET_UP, data).status_code == 302
    assert not TOTPDevice.objects.exists()


def test_changed_offer_is_refused(kari):
    assert [Offer.read(kari, text) for text in ("", "tull", Offer.new(kari).signed + "x")] == [
        None
    ] * 3


def verified_client(user, device):
    client = Client()
    sign_in(client, user.username)
    client.post(GIVE_CODE, {"code": code_of(device.bin_key)})
    return client


def test_password_alone_cannot_set_up_another_app(kari, client):
    with_app(kari)
    sign_in(client)
    assert client.get(SET_UP)["Location"] == GIVE_CODE


def test_replacing_needs_the_password(kari):
    device = with_app(kari)
    client = verified_client(kari, device)
    secret, signed = offer_on(client.get(SET_UP))
    data = {"code": code_of(key_of(secret)), "offer": signed}
    client.post(SET_UP, data | {"password": "feil"})
    assert TOTPDevice.objects.get() == device
    client.post(SET_UP, data | {"password": PASSWORD})
    assert TOTPDevice.objects.get() != device
    assert is_let_in(client)


def test_replacing_holds_other_sessions(kari):
    device = with_app(kari)
    other = verified_client(kari, device)
    Offer.new(kari)
    device.delete()
    with_app(kari)
    assert not is_let_in(other)


CHANGE = "/admin/account/second-factor/"


def test_removing_needs_the_password(kari):
    client = verified_client(kari, with_app(kari))
    client.post(CHANGE, {"remove": "1", "password": "feil"})
    assert TOTPDevice.objects.exists()
    client.post(CHANGE, {"remove": "1", "password": PASSWORD})
    assert not TOTPDevice.objects.exists()
    assert kinds()[-1] == "factor-removed"


def test_removing_is_refused_where_a_role_requires_it(kari, strict_role):
    kari.groups.add(strict_role)
    client = verified_client(kari, with_app(kari))
    client.post(CHANGE, {"remove": "1", "password": PASSWORD})
    assert TOTPDevice.objects.exists()


def test_new_recovery_codes_take_the_place_of_the_old(kari):
    client = verified_client(kari, with_app(kari))
    old = make_recovery_codes(kari)
    new = client.post(CHANGE, {"codes": "1", "password": PASSWORD}).context["codes"]
    assert set(old) & set(new) == set()
    assert StaticToken.objects.count() == 10


def test_administrator_resets_and_signs_out(kari, editor):
    client = verified_client(kari, with_app(kari))
    editor.post(
        "/admin/auth/user/", {"action": "reset_second_factor", "_selected_action": [kari.pk]}
    )
    assert not TOTPDevice.objects.exists()
    assert client.get("/admin/")["Location"].startswith("/admin/login/")
    assert AccessEvent.objects.filter(kind="factor-reset", actor_name="redaktor").count() == 1


def test_only_a_superuser_resets_a_superuser(kari, client):
    chief = User.objects.create_superuser("sjef", password=PASSWORD)
    with_app(chief)
    kari.user_permissions.set(Permission.objects.filter(codename__in=["change_user", "view_user"]))
    sign_in(client)
    client.post(
        "/admin/auth/user/", {"action": "reset_second_factor", "_selected_action": [chief.pk]}
    )
    assert TOTPDevice.objects.filter(user=chief).exists()


@pytest.mark.parametrize("action", ["let_in", "reset_second_factor", "sign_out"])
def test_actions_need_the_right_to_change_users(kari, client, action):
    ola = User.objects.create_user("ola", password=PASSWORD)
    with_app(ola)
    kari.user_permissions.set(Permission.objects.filter(codename="view_user"))
    sign_in(client)
    client.post("/admin/auth/user/", {"action": action, "_selected_action": [ola.pk]})
    assert TOTPDevice.objects.filter(user=ola).exists()


def test_group_form_stores_the_tick(editor, strict_role):
    page = f"/admin/auth/group/{strict_role.pk}/change/"
    assert editor.get(page).context["adminform"].form["requires_second_factor"].value() is True
    editor.post(page, {"name": "Streng"})
    strict_role.rule.refresh_from_db()
    assert strict_role.rule.requires_second_factor is False


def test_secrets_have_no_page_in_the_admin(editor):
    assert [editor.get(f"/admin/otp_totp/{page}").status_code for page in ("", "totpdevice/")] == [
        404,
        404,
    ]
