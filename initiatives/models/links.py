"""The ordered links of an initiative: terms and partners as they were worded, and places."""

from typing import Any, ClassVar, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from initiatives.language import Written, reader_form

Row = TypeVar("Row", bound=models.Model)


class OrderedManager(models.Manager[Row]):
    def get_by_natural_key(self, initiative_slug: str, position: int) -> Row:
        return self.get(initiative__slug=initiative_slug, position=position)


class OrderedInInitiative(models.Model):
    """A row that belongs to one initiative and has a place of its own in it (1, 2, 3 …)."""

    initiative = models.ForeignKey(
        "initiatives.Initiative",
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        verbose_name=_("initiative"),
    )
    position = models.SmallIntegerField(_("order"))

    objects: ClassVar[OrderedManager[Any]] = OrderedManager()

    class Meta:
        abstract = True
        ordering = ["initiative_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "position"], name="%(class)s_position_unique"
            )
        ]

    def natural_key(self) -> tuple[str, int]:
        return (self.initiative.slug, self.position)

    natural_key.dependencies = ["initiatives.initiative"]  # type: ignore[attr-defined]


class LinkManager(OrderedManager[Row]):
    """Links with their terms in the same query: a link is never shown without its term."""

    shown_with: tuple[str, ...] = ("term",)

    def get_queryset(self) -> models.QuerySet[Row]:
        return super().get_queryset().select_related(*self.shown_with)


class PartnerLinkManager(LinkManager[Row]):
    shown_with = ("term__kind",)


class MunicipalityLinkManager(LinkManager[Row]):
    shown_with = ("term__county",)


class Link(OrderedInInitiative):
    """A link from an initiative to `term`, which every subclass has as a foreign key."""

    term: Any

    objects: ClassVar[OrderedManager[Any]] = LinkManager()

    class Meta(OrderedInInitiative.Meta):
        abstract = True
        constraints = [
            *OrderedInInitiative.Meta.constraints,
            models.UniqueConstraint(
                fields=["initiative", "term"],
                name="%(class)s_term_unique",
                violation_error_message=_(
                    "The same choice stands twice in the list. Remove one of them."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.term)


class TermLink(Link):
    """A link to a term that may carry the wording as published, in the entry's original form."""

    wording = models.CharField(
        _("wording as published"),
        max_length=300,
        blank=True,
        help_text=_("Only where it differs from the term. Shown to readers of the original form."),
    )

    class Meta(Link.Meta):
        abstract = True

    @property
    def shown(self) -> Written:
        """The wording as published for readers of the original form, else the term's own label."""
        if self.wording and self.initiative.original_form == reader_form():
            return Written(self.wording, self.initiative.original_form)
        return self.label

    @property
    def label(self) -> Written:
        label: Written = self.term.label
        return label

    @property
    def filtered_by(self) -> models.Model:
        """What a list of similar entries is filtered by."""
        term: models.Model = self.term
        return term


class ActivityLink(TermLink):
    term = models.ForeignKey(
        "initiatives.Activity",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("activity"),
    )

    class Meta(TermLink.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")


class SellingPointLink(TermLink):
    term = models.ForeignKey(
        "initiatives.SellingPoint",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("selling point"),
    )

    class Meta(TermLink.Meta):
        verbose_name = _("selling point")
        verbose_name_plural = _("selling points")


class TargetGroupLink(TermLink):
    term = models.ForeignKey(
        "initiatives.TargetGroup",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("target group"),
    )

    class Meta(TermLink.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class SubjectAreaLink(TermLink):
    term = models.ForeignKey(
        "initiatives.SubjectArea",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("subject area"),
    )

    class Meta(TermLink.Meta):
        verbose_name = _("subject area")
        verbose_name_plural = _("subject areas")


class PartnerLink(TermLink):
    term = models.ForeignKey(
        "initiatives.Partner",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("partner"),
    )

    objects: ClassVar[OrderedManager[Any]] = PartnerLinkManager()

    class Meta(TermLink.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    @property
    def label(self) -> Written:
        name: Written = self.term.name
        return name

    @property
    def filtered_by(self) -> models.Model:
        return self.term.kind


class MunicipalityLink(Link):
    term = models.ForeignKey(
        "initiatives.Municipality",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("municipality"),
    )

    objects: ClassVar[OrderedManager[Any]] = MunicipalityLinkManager()

    class Meta(Link.Meta):
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")


class CountyLink(Link):
    """A county set directly, for county-wide work; those of its municipalities follow."""

    term = models.ForeignKey(
        "initiatives.County",
        on_delete=models.PROTECT,
        related_name="links",
        verbose_name=_("county"),
    )

    class Meta(Link.Meta):
        verbose_name = _("county for county-wide work")
        verbose_name_plural = _("counties for county-wide work")
