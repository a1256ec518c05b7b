"""Only a proxy that is trusted may say where a request comes from."""

import pytest
from django.test import RequestFactory

from initiatives.access.clients import address_of, device_in_words, network_of, user_agent_of


def request(remote="10.0.0.1", forwarded=None, **extra):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **headers, **extra)


def test_header_is_not_believed_without_trusted_proxies(settings):
    settings.TRUSTED_PROXIES = 0
    assert address_of(request(forwarded="203.0.113.9")) == "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", None),
        (1, "tull", None),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_address_is_the_one_that_the_outermost_trusted_proxy_saw(
    settings, proxies, forwarded, address
):
    settings.TRUSTED_PROXIES = proxies
    assert address_of(request(forwarded=forwarded)) == address


def test_address_is_unknown_where_the_server_tells_none():
    assert address_of(request(remote="")) is None


def test_network_of_version_6_is_its_first_half():
    one, another = request("2001:db8:1:2::9"), request("2001:db8:1:2:ffff::1")
    assert network_of(one) == network_of(another) == "2001:db8:1:2::"


def test_network_of_version_4_is_the_address():
    assert network_of(request("203.0.113.9")) == "203.0.113.9"


@pytest.mark.parametrize(
    ("user_agent", "names"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            ("Firefox", "Linux"),
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537.36 Edg/140", ("Edge", "Windows")),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36", ("Chrome", "Android")),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604",
            ("Safari", "iPhone"),
        ),
    ],
)
def test_device_names_browser_and_system(user_agent, names):
    assert [name in device_in_words(user_agent) for name in names] == [True, True]


def test_device_of_a_program_is_unknown():
    assert device_in_words("curl/8") == device_in_words("")


def test_user_agent_is_cut_and_has_no_null():
    assert user_agent_of(request(HTTP_USER_AGENT="\0" + "x" * 1000)) == "x" * 300
