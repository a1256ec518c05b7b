"""Asking a contact once a year whether an entry is still right, and what they answered.

An answer changes nothing that readers see: it waits until an editor has looked at it.
"""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models.fields import YearField, year_constraint
from initiatives.models.initiatives import Initiative

NOTE_LENGTH = 2000
# After this many tries to send a form, the link asks its holder to write an e-mail instead.
MOST_TRIES = 30


class Answer(models.TextChoices):
    """What a contact may say of an entry."""

    RUNNING = "running", _("It is still running, and the page is right")
    ENDED = "ended", _("It has ended")
    CHANGED = "changed", _("Something has changed")


class ConfirmationRequestQuerySet(models.QuerySet["ConfirmationRequest"]):
    def answerable(self) -> Self:
        """Those whose link can still be used.

        Without a join, so that PostgreSQL asks all this of the row again when an update had to wait
        for it.
        """
        return self.filter(
            answered_at=None,
            withdrawn_at=None,
            expires_at__gt=timezone.now(),
            initiative__in=Initiative.objects.published(),
        )

    def to_look_at(self) -> Self:
        """Answers that no editor has dealt with."""
        return self.exclude(answered_at=None).filter(handled_at=None)


class ConfirmationRequest(models.Model):
    """One question to one contact, with a link that can be used once."""

    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.CASCADE,
        related_name="confirmations",
        verbose_name=_("initiative"),
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("asked at"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True)
    expires_at = models.DateTimeField(_("may be answered until"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    end_year = YearField(_("year it ended"))
    note = models.TextField(_("note"), max_length=NOTE_LENGTH, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    handled_at = models.DateTimeField(_("looked at"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("looked at by"),
    )
    is_accepted = models.BooleanField(_("accepted"), default=False)

    objects = ConfirmationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly confirmation")
        verbose_name_plural = _("yearly confirmations")
        default_permissions = ("view", "change")
        ordering = ["-answered_at", "-asked_at"]
        indexes = [models.Index(fields=["initiative", "-asked_at"], name="confirmation_asked")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None)
                | Q(answer__in=Answer.values, answered_at__isnull=False),
                name="confirmation_answered_with_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(handled_at=None) | Q(answered_at__isnull=False),
                name="confirmation_handled_after_answer",
            ),
            models.CheckConstraint(
                condition=Q(is_accepted=False) | Q(handled_at__isnull=False),
                name="confirmation_accepted_when_handled",
            ),
            year_constraint("end_year", "confirmation_end_year_in_range"),
        ]

    def __str__(self) -> str:
        return str(self.initiative)

    @property
    def is_to_look_at(self) -> bool:
        return self.answered_at is not None and self.handled_at is None

    @property
    def state(self) -> str:
        """Where the question is on its way, in words."""
        if self.handled_at:
            return str(_("Accepted") if self.is_accepted else _("Set aside"))
        if self.answered_at:
            return str(_("Answer to look at"))
        if self.withdrawn_at:
            return str(_("Withdrawn"))
        if self.sent_at is None:
            return str(_("Not sent"))
        return str(
            _("Expired") if self.expires_at <= timezone.now() else _("Waiting for an answer")
        )
