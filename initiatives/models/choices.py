"""The closed lists of values that the code itself knows; they stand in addresses and exports."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from initiatives.language import BOKMAL, NYNORSK


class Form(models.TextChoices):
    """The written form an entry was first written in."""

    NYNORSK = NYNORSK, _("Nynorsk")
    BOKMAL = BOKMAL, _("Bokmål")


class Scope(models.TextChoices):
    """How far an initiative reaches."""

    VILLAGE = "village", _("Village")
    MUNICIPALITY = "municipality", _("Municipality")
    INTER_MUNICIPAL = "inter-municipal", _("Several municipalities")
    COUNTY = "county", _("County")
    NATIONAL = "national", _("The whole country")


class Organisation(models.TextChoices):
    """Who does the work."""

    EXISTING_STAFF = "existing-staff", _("Existing staff")
    OWN_POSITION = "own-position", _("Own position")
    VOLUNTEERS = "volunteers", _("Volunteers")
    OTHER = "other", _("Other way")
    UNKNOWN = "unknown", _("Not stated")


class Assessment(models.TextChoices):
    """How the outcome is known; nothing looks assessed by default."""

    NOT_ASSESSED = "not-assessed", _("Not assessed")
    SELF_REPORTED = "self-reported", _("Self-reported")
    MEASURED = "measured", _("Measured")
    EVALUATED = "evaluated", _("Evaluated")


class Status(models.TextChoices):
    """Where an entry is on its way to readers; only published ones are public."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in-review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


class Step(models.TextChoices):
    """What may be done with an entry on its way (desk.editing.workflow), in labels as done."""

    SUBMIT = "submit", _("Sent to review")
    WITHDRAW = "withdraw", _("Taken back from review")
    SEND_BACK = "send-back", _("Sent back")
    PUBLISH = "publish", _("Published")
    UNPUBLISH = "unpublish", _("Taken from readers, a draft again")
    ARCHIVE = "archive", _("Archived")
    REOPEN = "reopen", _("Taken out of the archive, a draft again")
    PUBLISH_CHANGE = "publish-change", _("The change was published")
    DISCARD_CHANGE = "discard-change", _("The change was discarded")

    @property
    def is_taken_by_dates(self) -> bool:
        """Whether it is taken without anybody, on the day that was set for it."""
        return self in (Step.PUBLISH, Step.PUBLISH_CHANGE, Step.ARCHIVE)


# The way of a change of a published entry, which is never shown or archived by itself.
STEPS_OF_CHANGES = frozenset({Step.SUBMIT, Step.WITHDRAW, Step.SEND_BACK, Step.PUBLISH_CHANGE})
# For relations to entries in their own right (`InitiativeQuerySet.entries`).
ENTRIES_ONLY = {"revises": None}


class Phase(models.TextChoices):
    """Whether an initiative still runs, as its projects' years tell."""

    ONGOING = "ongoing", _("Ongoing")
    FINISHED = "finished", _("Finished")
    UNKNOWN = "unknown", _("Not known")


class Basis(models.TextChoices):
    """How a result is known."""

    UNKNOWN = "unknown", _("Not stated")
    SELF_REPORTED = "self-reported", _("Told by those who did it")
    MEASURED = "measured", _("Measured")
    EVALUATED = "evaluated", _("Evaluated by others")


class DocumentKind(models.TextChoices):
    """What sort of text a document is."""

    REPORT = "report", _("Report")
    EVALUATION = "evaluation", _("Evaluation")
    PLAN = "plan", _("Plan")
    ARTICLE = "article", _("Article")
    OTHER = "other", _("Other")
