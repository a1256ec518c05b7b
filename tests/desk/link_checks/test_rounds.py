"""Many addresses: one at a time of each host with a pause, hosts beside each other, and all are
answered.
"""

from itertools import pairwise

from initiatives.desk.link_checks.asking import Answer
from initiatives.desk.link_checks.rounds import ask_all, by_host
from initiatives.models import AddressProblem


class Failing:
    """Asks in a way that breaks."""

    def ask(self, address):
        raise RuntimeError(address)


def test_every_address_is_answered(site, asker):
    addresses = [site.address(f"/{n}") for n in range(3)] + [
        site.address("/a", "localhost"),
        "nonsense",
    ]
    answers = dict(ask_all(addresses, asker, pause_seconds=0))
    assert {url: answer.problem.value for url, answer in answers.items()} == {
        **dict.fromkeys(addresses[:4], "none"),
        "nonsense": "not-an-address",
    }


def test_addresses_of_one_host_wait_for_each_other(site, asker):
    list(ask_all([site.address(f"/{n}") for n in range(3)], asker, pause_seconds=0.2))
    moments = [moment for *_rest, moment in site.asked]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(moments))


def test_who_stops_listening_stops_the_asking(site, asker):
    for _answer in ask_all([site.address(f"/{n}") for n in range(50)], asker, pause_seconds=0.5):
        break
    assert len(site.asked) < 3


def test_nothing_to_ask_is_nothing(asker):
    assert list(ask_all([], asker)) == []


def test_www_is_the_same_host():
    addresses = ["https://www.tokke.no/a", "http://tokke.no/b", "https://x.no/", "http://["]
    assert list(by_host(addresses)) == ["tokke.no", "x.no", ""]


def test_broken_asking_is_an_answer_too():
    assert list(ask_all(["http://x.no/"], Failing())) == [
        ("http://x.no/", Answer(AddressProblem.NO_ANSWER))
    ]
