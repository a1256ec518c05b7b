"""The sheet that an entry was made from, and the lines of it that an editor should look at.

Readers see nothing of either.
"""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiatives import Initiative


class Reason(models.TextChoices):
    """Why a line was not placed, or why something is only proposed."""

    # Not placed
    NO_TERM = "no-term", _("No term has this wording.")
    NO_KIND = "no-kind", _("No kind of partner is known for this name.")
    SAME_TERM = "same-term", _("Another line of the list leads to the same term.")
    UNKNOWN_AREA = "unknown-area", _("No subject area has this name.")
    SEVERAL_PLACES = "several-places", _("More than one place has, or has had, this name.")
    UNKNOWN_PLACE = "unknown-place", _("No municipality or county has this name.")
    BEFORE_LIST = "before-list", _("Stands before the list and is not part of it.")
    TOO_LONG = "too-long", _("Is longer than the field has room for.")
    NO_ADDRESS = "no-address", _("Is not an address that can be opened.")
    # Proposed
    TWO_IN_ONE = "two-in-one", _("Read as several, since each part is a term.")
    NEARLY_SPELT = "nearly-spelt", _("Is spelt nearly as this term.")
    PART_OF_TERM = "part-of-term", _("Says part of what this term says.")
    IN_SENTENCE = "in-sentence", _("The sentence names this term.")
    KIND_BY_NAME = "kind-by-name", _("The kind is guessed from the name.")
    PLACE_IN_TEXT = "place-in-text", _("The place is named in the text, not in the title.")
    YEARS_IN_TEXT = "years-in-text", _("The years stand in the text.")
    AMOUNT_IN_TEXT = "amount-in-text", _("An amount stands in the text.")
    WEBSITE_IN_TEXT = "website-in-text", _("An address stands in the text.")
    TITLE_IN_TEXT = "title-in-text", _("The sheet has no title; this is how its text begins.")
    NEARLY_HEADING = (
        "nearly-heading",
        _("Looks like the heading of a section that is spelt in another way."),
    )
    CUT_SHORT = (
        "cut-short",
        _("The closing text is cut short; such texts say that nothing was assessed."),
    )


class Sheet(models.Model):
    """A sheet as it was given, and when its entry was made, or last made anew, from it."""

    initiative = models.OneToOneField(
        Initiative, on_delete=models.CASCADE, related_name="sheet", verbose_name=_("initiative")
    )
    name = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    read_at = models.DateTimeField(default=timezone.now)
    entry_changed_at = models.DateTimeField()
    """`changed_at` of the entry as the sheet left it: another means that somebody edited it
    since.
    """

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name or str(self.initiative)


class SheetLineQuerySet(models.QuerySet["SheetLine"]):
    def open(self) -> Self:
        """Those that no editor has dealt with."""
        return self.filter(is_dealt_with=False)

    def not_placed(self) -> Self:
        return self.filter(kind=SheetLine.Kind.NOT_PLACED)


class SheetLine(models.Model):
    """A line of a sheet that no field has, or from which something is proposed."""

    class Kind(models.TextChoices):
        NOT_PLACED = "not-placed", _("Not placed")
        PROPOSAL = "proposal", _("To be confirmed")

    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.CASCADE,
        related_name="sheetlines",
        verbose_name=_("initiative"),
    )
    number = models.PositiveIntegerField(_("line"))
    text = models.TextField(_("text of the sheet"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    field = models.CharField(_("field"), max_length=30, blank=True)
    value = models.TextField(_("proposed"), blank=True)
    reason = models.CharField(_("why"), max_length=20, choices=Reason)
    is_dealt_with = models.BooleanField(_("dealt with"), default=False)

    objects = SheetLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the sheet")
        verbose_name_plural = _("lines of the sheet to look at")
        default_permissions = ()
        ordering = ["initiative_id", "number", "pk"]
        indexes = [models.Index(fields=["is_dealt_with", "kind"], name="sheet_line_open")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["not-placed", "proposal"]),
                name="sheet_line_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.text[:60]}"
