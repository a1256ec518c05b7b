"""What is left of a term or partner that was merged into another: its address, and how it was.

A former address word leads straight to the term of today, however many merges and new names lie
between.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from initiatives.models.terms import (
    Activity,
    Partner,
    PartnerKind,
    SellingPoint,
    SubjectArea,
    TargetGroup,
)


class FormerTermSlug(models.Model):
    """An address word that a term had, or one merged into it; `term` is the one of today."""

    slug = models.SlugField(_("former address word"), unique=True, max_length=120)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class FormerActivitySlug(FormerTermSlug):
    term = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="former_slugs")


class FormerSellingPointSlug(FormerTermSlug):
    term = models.ForeignKey(SellingPoint, on_delete=models.CASCADE, related_name="former_slugs")


class FormerTargetGroupSlug(FormerTermSlug):
    term = models.ForeignKey(TargetGroup, on_delete=models.CASCADE, related_name="former_slugs")


class FormerSubjectAreaSlug(FormerTermSlug):
    term = models.ForeignKey(SubjectArea, on_delete=models.CASCADE, related_name="former_slugs")


class FormerPartnerKindSlug(FormerTermSlug):
    term = models.ForeignKey(PartnerKind, on_delete=models.CASCADE, related_name="former_slugs")


class FormerPartnerSlug(FormerTermSlug):
    term = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="former_slugs")


class Merger(models.Model):
    """That one term was merged into another, by whom and when, and what it takes to undo that.

    `kind` is the name of the model (`activity`). `was` holds the row that went and what was
    changed, as `initiatives.desk.merging` writes and reads it. The row stays after the merger has
    been undone.
    """

    kind = models.CharField(max_length=20)
    gone_label = models.CharField(max_length=200)
    gone_slug = models.CharField(max_length=120)
    stays_label = models.CharField(max_length=200)
    stays_key = models.BigIntegerField()
    was = models.JSONField()
    entries = models.PositiveIntegerField()
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["-merged_at", "-pk"]
        indexes = [models.Index(fields=["kind", "stays_key"], name="merger_of_term")]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=False) | Q(undone_by__isnull=True),
                name="merger_undone_by_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gone_label} → {self.stays_label}"


def find_by_slug(model: type[models.Model], slug: str) -> models.Model | None:
    """The term with the address word `slug`, now or formerly. One query, two for a former word."""
    rows = model._default_manager
    return rows.filter(slug=slug).first() or rows.filter(former_slugs__slug=slug).first()


def keep_former_slug(term: models.Model, former: str) -> None:
    """The address word `former` goes on leading to the term; one taken back is its own again."""
    rows = term.former_slugs.model._base_manager  # type: ignore[attr-defined]
    rows.filter(slug=term.slug).delete()  # type: ignore[attr-defined]
    rows.update_or_create(slug=former, defaults={"term": term})
