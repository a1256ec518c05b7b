"""One address: each way that a site may answer or fail, and those that are never asked."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.link_checks import asking
from initiatives.desk.link_checks.asking import Answer, Asker, is_public
from initiatives.models import AddressProblem

OUTSIDER = Asker("test/1.0")


@pytest.mark.parametrize(
    ("path", "problem", "status"),
    [
        ("/", "none", 200),
        ("/get-only", "none", 200),
        ("/status/204", "none", 204),
        ("/status/404", "not-found", 404),
        ("/status/410", "not-found", 410),
        ("/status/403", "refused", 403),
        ("/status/429", "refused", 429),
        ("/status/500", "server-error", 500),
        ("/status/503", "server-error", 503),
        ("/hang-up", "no-answer", None),
        ("/nonsense", "no-answer", None),
        ("/slow", "no-answer", None),
        ("/endless", "none", 200),
        ("/ære å/?q=bustad ø", "none", 200),
    ],
)
def test_answers_are_told_apart(site, asker, path, problem, status):
    assert asker.ask(site.address(path)) == Answer(AddressProblem(problem), status)


def test_head_is_enough_for_a_page_that_answers(site, asker):
    asker.ask(site.address("/"))
    assert site.methods == ["HEAD"]


def test_get_has_the_last_word(site, asker):
    asker.ask(site.address("/status/404"))
    assert site.methods == ["HEAD", "GET"]


def test_we_say_who_we_are(site, asker):
    asker.ask(site.address("/"))
    assert site.asked[0][2] == "test/1.0 (+https://katalog.example.no/)"


def test_redirects_are_followed_and_told(site, asker):
    assert asker.ask(site.address("/to/to/ny")) == Answer(
        AddressProblem.NONE, 200, site.address("/ny")
    )


def test_redirect_to_a_page_that_is_not_there(site, asker):
    answer = asker.ask(site.address("/to/status/404"))
    assert (answer.problem, answer.status) == (AddressProblem.NOT_FOUND, 404)


def test_redirects_have_an_end(site, asker):
    assert asker.ask(site.address("/loop/0")).problem == AddressProblem.LOOPS
    assert len(site.asked) == asking.MOST_REDIRECTS + 1


def test_redirect_to_something_that_is_no_web_page(site, asker):
    assert (
        asker.ask(site.address("/to/file:///etc/passwd")).problem == AddressProblem.NOT_AN_ADDRESS
    )


def test_site_that_is_not_there_does_not_answer(asker):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert asker.ask(address).problem == AddressProblem.NO_ANSWER


def test_site_without_a_certificate_is_unsafe(site, asker):
    assert asker.ask(site.address("/").replace("http", "https")).problem == AddressProblem.UNSAFE


def test_there_is_an_end_to_a_site_that_sends_one_letter_now_and_then(asker, monkeypatch):
    monkeypatch.setattr(asking, "LONGEST_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = asker.ask(f"http://127.0.0.1:{server.getsockname()[1]}/")
    assert answer.problem == AddressProblem.NO_ANSWER


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
    ],
)
def test_own_machine_and_network_are_never_asked(site, host):
    assert OUTSIDER.ask(f"http://{host}:{site.port}/").problem == AddressProblem.NOT_PUBLIC
    assert site.asked == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.1.1.1", True),
        ("2606:4700::1111", True),
        ("127.1.2.3", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_which_numbers_are_public(number, expected):
    assert is_public(number) is expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "tokke.no",
        "ftp://x.no/",
        "mailto:a@b.no",
        "http://",
        "http://[",
        "http://a:b@x.no/",
        "http://x.no:0/",
        "http://x.no:99999/",
        "http://x.no/\r\nX: y",
    ],
)
def test_what_is_no_address_is_told(address):
    assert OUTSIDER.ask(address).problem == AddressProblem.NOT_AN_ADDRESS


def test_name_that_cannot_be_a_site_is_told():
    assert OUTSIDER.ask(f"http://{'a' * 300}.no/").problem == AddressProblem.NO_SUCH_SITE


@given(st.text(alphabet=st.characters(blacklist_characters=".")))
def test_hostile_addresses_raise_nothing(text):
    Asker("test/1.0", timeout_seconds=0.01).ask(f"http://127.0.0.1:1/{text}")
    Asker("test/1.0", timeout_seconds=0.01).ask(text)
