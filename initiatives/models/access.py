"""How editors get in: what a role asks of its members, where they are signed in, and what happened.

The second factors themselves are django-otp's, and the tries that failed are django-axes'.
"""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RoleRule(models.Model):
    """What a role asks of its members. A role without a row asks nothing."""

    group = models.OneToOneField(
        Group, on_delete=models.CASCADE, primary_key=True, related_name="rule"
    )
    requires_second_factor = models.BooleanField(_("requires a second factor"), default=False)

    class Meta:
        verbose_name = _("rule for a role")
        verbose_name_plural = _("rules for roles")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.group)


class EditorSession(AbstractBaseSession):
    """Somebody's stay, as Django keeps it, with what they are told to know it again by."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="stays"
    )
    user_agent = models.CharField(max_length=300, blank=True)
    address = models.GenericIPAddressField(null=True)
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        default_permissions = ()

    @classmethod
    def get_session_store_class(cls) -> Any:
        return import_module(settings.SESSION_ENGINE).SessionStore


class EventKind(models.TextChoices):
    """What may happen to an account or a role."""

    SIGNED_IN = "signed-in", _("Signed in")
    PASSWORD_PASSED = "password-passed", _("Right password; second factor left to give")
    FAILED = "failed", _("Wrong user name or password")
    LOCKED = "locked", _("Held back after too many tries")
    LET_IN = "let-in", _("Let in again")
    SIGNED_OUT = "signed-out", _("Signed out")
    SIGNED_OUT_ELSEWHERE = "signed-out-elsewhere", _("Signed out on other devices")
    FACTOR_FAILED = "factor-failed", _("Wrong code from the second factor")
    FACTOR_SET = "factor-set", _("Second factor set up")
    FACTOR_REMOVED = "factor-removed", _("Second factor removed")
    FACTOR_RESET = "factor-reset", _("Second factor reset by somebody else")
    RECOVERY_USED = "recovery-used", _("Signed in with a recovery code")
    RECOVERY_MADE = "recovery-made", _("New recovery codes made")
    PASSWORD_ASKED = "password-asked", _("Asked for a new password by e-mail")
    PASSWORD_CHANGED = "password-changed", _("Password changed")
    ACCOUNT_ADDED = "account-added", _("Account added")
    ACCOUNT_CHANGED = "account-changed", _("Account changed")
    ACCOUNT_DELETED = "account-deleted", _("Account deleted")
    ROLE_ADDED = "role-added", _("Role added")
    ROLE_CHANGED = "role-changed", _("Role changed")
    ROLE_DELETED = "role-deleted", _("Role deleted")


class AccessEvent(models.Model):
    """One line of the log. Names are kept as they were, so that a line outlives the account.

    `details` is a list of `{"field": …, "old": …, "new": …}`; values are booleans, texts or lists
    of texts.
    """

    kind = models.CharField(_("what happened"), max_length=30, choices=EventKind, db_index=True)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    actor_name = models.CharField(_("by"), max_length=150, blank=True)
    subject_name = models.CharField(_("account or role"), max_length=150, blank=True)
    address = models.GenericIPAddressField(_("network address"), null=True)
    user_agent = models.CharField(_("device"), max_length=300, blank=True)
    details = models.JSONField(_("what was changed"), default=list)

    class Meta:
        verbose_name = _("line of the access log")
        verbose_name_plural = _("access log")
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=EventKind.values), name="access_kind_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject_name or '–'}"
