"""The command that checks links, against a server on this machine."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from initiatives.management.commands.check_links import user_agent
from initiatives.models import CheckedAddress
from tests.desk.link_checks.conftest import site  # noqa: F401
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_this_machine(settings):
    settings.CHECK_LINKS_PRIVATE = True
    settings.CHECK_LINKS_PAUSE_SECONDS = 0


def check(*options):
    out = StringIO()
    call_command("check_links", *options, stdout=out)
    return out.getvalue()


def test_addresses_are_checked_and_told_of(site):  # noqa: F811
    InitiativeFactory(website=site.address("/"), source_url=site.address("/status/404"))
    assert check() == "2 addresses checked, 1 did not answer well; 0 are dead.\n"
    assert dict(CheckedAddress.objects.values_list("url", "problem")) == {
        site.address("/"): "none",
        site.address("/status/404"): "not-found",
    }


def test_checked_addresses_are_left_alone_for_a_day(site):  # noqa: F811
    InitiativeFactory(website=site.address("/"))
    check()
    assert check().startswith("0 addresses checked")
    assert check("--older-than", "0").startswith("1 addresses checked")


def test_limit(site):  # noqa: F811
    for number in range(3):
        InitiativeFactory(website=site.address(f"/{number}"))
    assert check("--limit", "2").startswith("2 addresses checked")


def test_own_machine_is_not_asked_without_the_setting(site, settings):  # noqa: F811
    settings.CHECK_LINKS_PRIVATE = False
    InitiativeFactory(website=site.address("/"))
    check()
    assert (CheckedAddress.objects.get().problem, site.asked) == ("not-public", [])


@pytest.mark.parametrize("options", [["--older-than", "-1"], ["--limit", "0"], ["--limit", "x"]])
def test_wrong_options_are_told(options):
    with pytest.raises(CommandError):
        check(*options)


def test_nothing_to_check(db):
    assert check() == "0 addresses checked, 0 did not answer well; 0 are dead.\n"


def test_we_say_where_the_catalogue_is(settings):
    settings.ALLOWED_HOSTS = [".katalog.example.no", "b.no"]
    assert user_agent() == "Tilflyttingskatalogen-check-links/1.0 (+https://katalog.example.no/)"
