"""What is known of an entry's other written form: what it was made from, and its drafts.

The approved texts stand in the entry's own fields. None of these rows is seen by readers.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.language import FORMS
from initiatives.models.initiatives import Initiative


class TranslationState(models.TextChoices):
    """How far an entry is in the form that it was not first written in."""

    NONE = "none", _("Not translated")
    DRAFT = "draft", _("Draft that is not approved")
    PART = "part", _("Translated in part")
    CHANGED = "changed", _("Original changed since")
    APPROVED = "approved", _("Approved")


class Translation(models.Model):
    """What the published text of an entry in one form was made from.

    `basis` has for each field a list of `[source, length, text]`, one for each passage of the
    original: the digest of that passage as it was then, how many passages of the translation belong
    to it, and their digest. An entry with a text in its other form and without a row counts as
    approved.
    """

    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.CASCADE,
        related_name="translations",
        verbose_name=_("initiative"),
    )
    form = models.CharField(max_length=2)
    state = models.CharField(max_length=10, choices=TranslationState)
    basis = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["initiative", "form"], name="translation_unique"),
            models.CheckConstraint(condition=Q(form__in=FORMS), name="translation_form_known"),
            models.CheckConstraint(
                condition=Q(state__in=TranslationState.values), name="translation_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.form}: {self.state}"


class TranslationDraft(models.Model):
    """A text for one passage that is not published: by the program, or typed; perhaps approved.

    An approved one waits until the other passages of its field are.
    """

    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.CASCADE,
        related_name="translation_drafts",
        verbose_name=_("initiative"),
    )
    form = models.CharField(max_length=2)
    field = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=12)
    """The digest of the passage of the original that it was made for."""
    text = models.TextField(blank=True)
    is_machine_made = models.BooleanField(default=False)
    is_approved = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["initiative_id", "form", "field", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(form__in=FORMS), name="translation_draft_form_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.form} {self.field} {self.position}"
