"""Who is asked about what, how often, and what the e-mail says."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from initiatives.desk.confirmation.asking import ask, ask_each, due, message_to
from initiatives.desk.confirmation.links import token_of
from initiatives.models import ConfirmationRequest
from tests.desk.confirmation.conftest import with_contact
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


class Broken:
    """A mail server that is away."""

    def __init__(self, *args, **options):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError("away")


def run(*options, **more):
    call_command("ask_for_confirmation", *options, verbosity=0, **more)


def test_due_are_published_ones_with_an_address_to_ask(entry):
    with_contact(InitiativeFactory(status="draft"))
    with_contact(InitiativeFactory(is_example=True))
    with_contact(InitiativeFactory(), email="")
    InitiativeFactory()
    assert list(due()) == [entry]


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (364, False), (366, True)])
def test_due_are_those_not_confirmed_for_a_year(entry, days, is_due):
    entry.confirmed_on = TODAY() - timedelta(days=days)
    entry.save()
    assert (entry in due()) == is_due


def test_never_confirmed_come_first(entry):
    old = with_contact(InitiativeFactory(confirmed_on=TODAY() - timedelta(days=900)))
    assert list(due()) == [entry, old]


@pytest.mark.parametrize("number", [1, 3])
def test_due_takes_two_queries(entry, number, django_assert_num_queries):
    for _ in range(number):
        with_contact(InitiativeFactory())
    with django_assert_num_queries(2):
        list(due())


def test_first_contact_with_an_address_is_asked(reference_data):
    entry = with_contact(with_contact(InitiativeFactory(), email=""), email="to@kommune.example")
    with_contact(entry, email="tre@kommune.example")
    assert [asked.email for asked in ask_each(due())] == ["to@kommune.example"]


def test_nobody_is_asked_twice(entry):
    run()
    run()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("days", "mails"), [(89, 1), (91, 2)])
def test_asking_again_waits_for_the_pause(entry, days, mails):
    run()
    ConfirmationRequest.objects.update(sent_at=timezone.now() - timedelta(days=days))
    run()
    assert len(mail.outbox) == mails


def test_asking_again_withdraws_the_older_link(entry):
    run()
    ConfirmationRequest.objects.update(sent_at=timezone.now() - timedelta(days=91))
    run()
    withdrawn = ConfirmationRequest.objects.order_by("pk").values_list("withdrawn_at", flat=True)
    assert [at is None for at in withdrawn] == [False, True]


def test_two_at_once_ask_once(entry):
    assert [ask(entry, "a@b.example").problem == "" for _ in range(2)] == [True, False]
    assert len(mail.outbox) == 1


def test_dry_run_sends_and_stores_nothing(entry, capsys):
    run("--dry-run")
    assert (len(mail.outbox), ConfirmationRequest.objects.count()) == (0, 0)
    assert entry.slug in capsys.readouterr().out


def test_limit_is_kept(entry):
    with_contact(InitiativeFactory())
    run("--limit", "1")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "tull"])
def test_limit_that_means_nothing_is_refused(entry, limit):
    with pytest.raises(CommandError):
        run("--limit", limit)


def test_failure_is_told_and_tried_again(entry, settings, capsys):
    away = "tests.desk.confirmation.test_asking.Broken"
    use(settings, away)
    with pytest.raises(CommandError):
        run()
    assert ConfirmationRequest.objects.count() == 0
    assert "away" in capsys.readouterr().err
    use(settings, "django.core.mail.backends.locmem.EmailBackend")
    run()
    assert len(mail.outbox) == 1


def use(settings, backend):
    """Sends by this backend, as Django 5.2 and as 6.1 and later are told."""
    if hasattr(settings, "MAILERS"):
        settings.MAILERS = {"default": {"BACKEND": backend}}
    else:
        settings.EMAIL_BACKEND = backend


@pytest.mark.parametrize(
    ("name", "variable"), [("SITE_ADDRESS", "SITE_ADDRESS"), ("DEFAULT_FROM_EMAIL", "MAIL_SENDER")]
)
def test_missing_setting_is_named(entry, settings, name, variable):
    setattr(settings, name, "")
    with pytest.raises(CommandError, match=variable):
        run()
    assert len(mail.outbox) == 0


@pytest.mark.parametrize(
    ("form", "titles"), [("nn", ["Heim att", "Hjem igjen"]), ("nb", ["Hjem igjen", "Heim att"])]
)
def test_message_is_in_both_forms_with_the_entrys_own_first(entry, form, titles):
    entry.original_form = form
    entry.save()
    run()
    lines = mail.outbox[0].body.splitlines()
    found = [line for line in lines if line in titles]
    assert found == titles


def test_message_has_title_address_and_link_on_lines_of_their_own(entry):
    run()
    sent, lines = mail.outbox[0], mail.outbox[0].body.splitlines()
    token = token_of(ConfirmationRequest.objects.get())
    for form, title in (("nn", "Heim att"), ("nb", "Hjem igjen")):
        at = lines.index(title)
        assert lines[at + 1] == f"https://katalog.example.no/{form}/tiltak/{entry.slug}/"
        assert f"https://katalog.example.no/{form}/svar/{token}/" in lines
    assert (sent.to, sent.from_email) == (["post@tokke.example"], "redaksjon@katalog.example.no")


def test_message_is_not_escaped_and_has_no_lines_slipped_in(entry):
    entry.title_nn = "Bu & bli\r\nBcc: alle@example.no"
    request = ConfirmationRequest(initiative=entry, email="a@b.example", expires_at=timezone.now())
    message = message_to(request)
    assert "Bu & bli Bcc: alle@example.no" in message.body.splitlines()
    assert message.recipients() == ["a@b.example"]


def test_answer_that_waits_for_an_editor_stops_the_asking(entry):
    run()
    late = timezone.now() - timedelta(days=200)
    ConfirmationRequest.objects.update(sent_at=late, answered_at=late, answer="running")
    assert list(due()) == []
