"""Whom to ask about which entry, and sending the question."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from initiatives.desk.confirmation.links import path_of
from initiatives.language import other_form
from initiatives.models import ConfirmationRequest, Contact, Initiative

logger = logging.getLogger(__name__)

# How old a confirmation may be.
A_YEAR = timedelta(days=365)
# A question that is not marked as sent is on its way for this long, and then has failed.
ON_ITS_WAY = timedelta(hours=1)
UNSENT = (SMTPException, OSError, ValueError)


def address_to_ask(initiative: Initiative) -> str:
    """The e-mail address of the first contact of one of `askable` entries that has any."""
    contacts: list[Contact] = initiative.askable_contacts  # type: ignore[attr-defined]
    return contacts[0].email


@dataclass(frozen=True)
class Asked:
    """What came of asking about one entry: `problem` is empty when the question was sent."""

    initiative: Initiative
    email: str
    problem: str = ""


def due() -> QuerySet[Initiative]:
    """The `askable` entries that nobody has confirmed for a year, never confirmed ones first."""
    today = timezone.localdate()
    unconfirmed = Q(confirmed_on=None) | Q(confirmed_on__lt=today - A_YEAR)
    return (
        askable()
        .filter(unconfirmed)
        .order_by(F("confirmed_on").asc(nulls_first=True), "first_published_at", "pk")
    )


def askable() -> QuerySet[Initiative]:
    """Published entries with somebody to ask, not asked about lately. Two queries."""
    contacts = Contact.objects.exclude(email="").order_by("position")
    return (
        Initiative.objects.published()
        .filter(is_example=False)
        .filter(Exists(contacts.filter(initiative=OuterRef("pk"))))
        .exclude(Exists(_asked_lately().filter(initiative=OuterRef("pk"))))
        .prefetch_related(Prefetch("contacts", contacts, to_attr="askable_contacts"))
    )


def _asked_lately() -> QuerySet[ConfirmationRequest]:
    now = timezone.now()
    sent = Q(sent_at__gt=now - timedelta(days=settings.CONFIRMATION_PAUSE_DAYS))
    on_its_way = Q(sent_at=None, withdrawn_at=None, asked_at__gt=now - ON_ITS_WAY)
    to_look_at = Q(answered_at__isnull=False, handled_at=None)
    return ConfirmationRequest.objects.filter(sent | on_its_way | to_look_at)


def missing_settings() -> list[str]:
    """The variables of the environment without which nothing can be sent."""
    needed = {"MAIL_SENDER": settings.DEFAULT_FROM_EMAIL, "SITE_ADDRESS": settings.SITE_ADDRESS}
    return [name for name, value in needed.items() if not value]


def ask_each(initiatives: QuerySet[Initiative]) -> Iterator[Asked]:
    """Asks about each of `askable` entries and tells what came of it, one at a time."""
    for initiative in initiatives:
        yield ask(initiative, address_to_ask(initiative))


def ask(initiative: Initiative, email: str) -> Asked:
    """Sends the question. One that could not be sent leaves nothing behind, and is tried again."""
    request = _reserve(initiative, email)
    if request is None:
        return Asked(initiative, email, _("Somebody else is asking just now."))
    try:
        message_to(request).send()
    except UNSENT as error:
        logger.warning("The question about %s was not sent: %s", initiative.slug, error)
        request.delete()
        return Asked(initiative, email, str(error) or type(error).__name__)
    ConfirmationRequest.objects.filter(pk=request.pk).update(sent_at=timezone.now())
    return Asked(initiative, email)


def _reserve(initiative: Initiative, email: str) -> ConfirmationRequest | None:
    """A new question, with older links withdrawn; None when another process was first."""
    now = timezone.now()
    with transaction.atomic():
        Initiative.objects.select_for_update().get(pk=initiative.pk)
        if _asked_lately().filter(initiative=initiative).exists():
            return None
        open_ones = initiative.confirmations.filter(answered_at=None, withdrawn_at=None)
        open_ones.update(withdrawn_at=now)
        return ConfirmationRequest.objects.create(
            initiative=initiative,
            email=email,
            asked_at=now,
            expires_at=now + timedelta(days=settings.CONFIRMATION_DAYS),
        )


def message_to(request: ConfirmationRequest) -> EmailMessage:
    """The question in both forms, the entry's own first, as plain text."""
    first = request.initiative.original_form
    subjects, texts = zip(
        *(_written(request, form) for form in (first, other_form(first))), strict=True
    )
    return EmailMessage(
        subject="Tilflyttingskatalogen: " + " / ".join(dict.fromkeys(subjects)),
        body="\n\n* * *\n\n".join(texts) + "\n",
        to=[request.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _written(request: ConfirmationRequest, form: str) -> tuple[str, str]:
    """Subject and text in one written form. Title, address and link stand on lines of their own."""
    with translation.override(form):
        initiative = request.initiative
        context = {
            "title": " ".join(str(initiative).split()),
            "address": settings.SITE_ADDRESS + reverse("initiative", args=[initiative.slug]),
            "link": settings.SITE_ADDRESS + path_of(request),
            "until": formats.date_format(timezone.localdate(request.expires_at)),
        }
        return _("Is this still right?"), render_to_string("mail/confirmation.txt", context).strip()
