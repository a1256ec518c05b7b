"""Controlled terms with a label in each form, other wordings that lead to them, and partners."""

from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from initiatives.language import NYNORSK, in_reader_form, written
from initiatives.models.fields import WebAddressField
from initiatives.models.slugs import unused_slug

Row = TypeVar("Row", bound=models.Model)


class SlugManager(models.Manager[Row]):
    def get_by_natural_key(self, slug: str) -> Row:
        return self.get(slug=slug)


class Term(models.Model):
    """A controlled term: a slug that addresses use, and a label and a description in each form."""

    slug = models.SlugField(
        _("address word"),
        unique=True,
        max_length=80,
        help_text=_("Stands in addresses. When you change it, the old one leads to the new."),
    )
    label = TranslatedField(models.CharField(_("label"), max_length=200), attrgetter=in_reader_form)
    description = TranslatedField(
        models.TextField(_("description"), blank=True), attrgetter=in_reader_form
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Terms with the same order stand alphabetically.")
    )

    objects = SlugManager()

    class Meta:
        abstract = True
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.label)

    def get_absolute_url(self) -> str:
        """The page of the term in the active form."""
        return reverse(str(self._meta.model_name), args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class AliasManager(models.Manager[Row]):
    def get_by_natural_key(self, wording: str) -> Row:
        return self.get(wording=wording)


class Alias(models.Model):
    """Another wording seen in published entries that leads to one term (or partner)."""

    wording = models.CharField(_("wording"), max_length=200, unique=True)

    objects = AliasManager()

    class Meta:
        abstract = True
        ordering = ["wording"]
        verbose_name = _("other wording")
        verbose_name_plural = _("other wordings")

    def __str__(self) -> str:
        return self.wording

    def natural_key(self) -> tuple[str]:
        return (self.wording,)


class Activity(Term):
    class Meta(Term.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")


class ActivityAlias(Alias):
    term = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="aliases")


class SellingPoint(Term):
    class Meta(Term.Meta):
        verbose_name = _("selling point")
        verbose_name_plural = _("selling points")


class SellingPointAlias(Alias):
    term = models.ForeignKey(SellingPoint, on_delete=models.CASCADE, related_name="aliases")


class TargetGroup(Term):
    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class TargetGroupAlias(Alias):
    term = models.ForeignKey(TargetGroup, on_delete=models.CASCADE, related_name="aliases")


class SubjectArea(Term):
    class Meta(Term.Meta):
        verbose_name = _("subject area")
        verbose_name_plural = _("subject areas")


class SubjectAreaAlias(Alias):
    term = models.ForeignKey(SubjectArea, on_delete=models.CASCADE, related_name="aliases")


class PartnerKind(Term):
    class Meta(Term.Meta):
        verbose_name = _("kind of partner")
        verbose_name_plural = _("kinds of partner")


class PartnerKindAlias(Alias):
    term = models.ForeignKey(PartnerKind, on_delete=models.CASCADE, related_name="aliases")


class Partner(models.Model):
    """A named body of one kind. The name may differ between the forms; one form is enough."""

    slug = models.SlugField(
        _("address word"),
        unique=True,
        max_length=120,
        blank=True,
        help_text=_("Made from the name when empty."),
    )
    name = TranslatedField(
        models.CharField(_("name"), max_length=200, blank=True), attrgetter=in_reader_form
    )
    kind = models.ForeignKey(
        PartnerKind, on_delete=models.PROTECT, related_name="partners", verbose_name=_("kind")
    )
    website = WebAddressField(_("website"), blank=True)

    objects = SlugManager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_nn="") | ~Q(name_nb=""),
                name="partner_has_a_name",
                violation_error_message=_("Give the partner a name in at least one of the forms."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def save(self, *args: Any, **options: Any) -> None:
        if not self.slug:
            former = Partner._meta.get_field("former_slugs").related_model._base_manager
            others = [Partner.objects.exclude(pk=self.pk), former.exclude(term=self.pk)]
            self.slug = unused_slug(written(self, "name", NYNORSK), "partnar", others)
        super().save(*args, **options)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["initiatives.partnerkind"]  # type: ignore[attr-defined]


class PartnerAlias(Alias):
    term = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="aliases")
