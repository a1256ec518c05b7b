"""The work on entries at the editors' desk: the steps they have taken, and who has one open now."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from initiatives.models.choices import Status, Step
from initiatives.models.initiatives import Initiative


class WorkflowStep(models.Model):
    """One step of an entry from one status to another: who took it, when, and what they said."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="steps", verbose_name=_("initiative")
    )
    step = models.CharField(_("step"), max_length=20, choices=Step)
    from_status = models.CharField(max_length=10, choices=Status)
    to_status = models.CharField(max_length=10, choices=Status)
    comment = models.TextField(_("comment"), blank=True)
    # None: the date had come (`publish_due`), or the account is gone.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    taken_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["-taken_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.get_step_display()}"

    @property
    def who(self) -> str:
        """Who took it, in words. A date takes only the steps that publish and archive."""
        if self.user:
            return str(self.user)
        if Step(self.step).is_taken_by_dates:
            return gettext("by itself, on its date")
        return gettext("somebody whose account is gone")


class OpenForm(models.Model):
    """Somebody has the form of an entry open. One row each, kept up while it is open."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="open_forms")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_forms"
    )
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["initiative", "user"], name="open_form_unique")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.initiative}"
