"""The initiative (tiltak): the catalogue's entry, its text in two forms, and what is seen of it."""

import re
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from initiatives.language import (
    BOKMAL,
    FORMS,
    NYNORSK,
    in_reader_form,
    is_in_form,
    reader_form,
    sort_key,
    written,
)
from initiatives.models.choices import (
    ENTRIES_ONLY,
    STEPS_OF_CHANGES,
    Assessment,
    Form,
    Organisation,
    Phase,
    Scope,
    Status,
    Step,
)
from initiatives.models.facts import Period, Succession
from initiatives.models.fields import WebAddressField
from initiatives.models.slugs import unused_slug

# The address word of an entry without a title.
PLACEHOLDER_SLUG = "tiltak"


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Initiatives. Adjectives narrow, `with_` adds values; none of them evaluates the query."""

    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def entries(self) -> Self:
        """Entries in their own right, without the working copies of published ones."""
        return self.filter(**ENTRIES_ONLY)

    def changes(self) -> Self:
        """Working copies: what published entries are to become."""
        return self.exclude(**ENTRIES_ONLY)

    def drafts_of(self, user: Any) -> Self:
        """What somebody has begun and nobody has sent on, working copies too."""
        return self.filter(drafted_by=user, status=Status.DRAFT)

    def in_review(self) -> Self:
        """What waits for those who publish, working copies too."""
        return self.filter(status=Status.IN_REVIEW)

    def overdue(self, today: date) -> Self:
        """What was to be published or archived by itself on a day before today, and was not."""
        is_published = Q(status=Status.PUBLISHED)
        return self.filter(
            Q(~is_published, publish_on__lt=today) | Q(is_published, unpublish_on__lt=today)
        )

    def with_entry_content(self) -> Self:
        """All that the page of an entry shows, in a fixed number of queries."""
        fields: Any = self.model._meta.many_to_many
        return self.prefetch_related(
            *(f"{field.remote_field.through._meta.model_name}s" for field in fields),
            "projects",
            "fundings",
            "results",
            "documents",
            "contacts",
            Prefetch("successions", Succession.objects.public("successor")),
            Prefetch("preceding", Succession.objects.public("predecessor")),
        )


_Manager = models.Manager.from_queryset(InitiativeQuerySet)


class InitiativeManager(_Manager["Initiative"]):
    def get_by_natural_key(self, slug: str) -> "Initiative":
        return self.get(slug=slug)


def make_choice_constraint(field: str, choices: type[models.TextChoices]) -> models.CheckConstraint:
    """The rule in the database that `field` holds one of the values that the code knows."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": choices.values}), name=f"initiative_{field}_known"
    )


class Initiative(models.Model):
    """What somebody has done to get people to move in and stay."""

    slug = models.SlugField(
        _("address word"),
        unique=True,
        max_length=120,
        blank=True,
        help_text=_(
            "Stands in the address of the page. Made from the title when empty; old ones lead to"
            " the new."
        ),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, db_index=True
    )
    original_form = models.CharField(
        _("original form"),
        max_length=2,
        choices=Form,
        help_text=_(
            "The written form that the entry was first written in. The other one may be left empty."
        ),
    )
    title = TranslatedField(
        models.CharField(_("title"), max_length=200, blank=True), attrgetter=in_reader_form
    )
    lead = TranslatedField(
        models.TextField(
            _("lead"), blank=True, help_text=_("One or two sentences that say what it is.")
        ),
        attrgetter=in_reader_form,
    )
    body = TranslatedField(
        models.TextField(
            _("text"),
            blank=True,
            help_text=_(
                "A blank line makes a new paragraph, ## a subheading, - a list, **bold**,"
                " [link](https://…)."
            ),
        ),
        attrgetter=in_reader_form,
    )
    main_goal = TranslatedField(
        models.TextField(_("main goal"), blank=True), attrgetter=in_reader_form
    )
    scope = models.CharField(_("scope"), max_length=20, choices=Scope, default=Scope.MUNICIPALITY)
    place_name = models.CharField(
        _("place"),
        max_length=200,
        blank=True,
        help_text=_("Villages or places, with a comma between."),
    )
    owner = models.CharField(_("owner"), max_length=200, blank=True)
    website = WebAddressField(_("website"), blank=True)
    organisation = models.CharField(
        _("how it is organised"), max_length=20, choices=Organisation, default=Organisation.UNKNOWN
    )
    assessment = models.CharField(
        _("assessment"), max_length=20, choices=Assessment, default=Assessment.NOT_ASSESSED
    )
    is_presented_unassessed = models.BooleanField(
        _("presented without assessment"),
        default=False,
        help_text=_(
            "The source presents the initiative with basic information and has not assessed it."
        ),
    )
    closing_note = TranslatedField(
        models.TextField(_("closing note"), blank=True), attrgetter=in_reader_form
    )
    published_headings = models.JSONField(
        _("headings as published"),
        default=dict,
        blank=True,
        help_text=_(
            "Headings of the source that differ from ours, shown to readers of the original form."
        ),
    )
    source_url = WebAddressField(_("address of the source"), max_length=500, blank=True)
    is_example = models.BooleanField(_("made-up example"), default=False, editable=False)
    first_published_at = models.DateTimeField(
        _("first published"), null=True, blank=True, editable=False
    )
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)
    confirmed_on = models.DateField(
        _("last confirmed"),
        null=True,
        blank=True,
        help_text=_("When somebody last said that it is still right."),
    )
    # The desk's own: readers see nothing of it.
    publish_on = models.DateField(
        _("publish on"),
        null=True,
        blank=True,
        help_text=_(
            "Filled in, the entry is published by itself on this day. Until then only publishers"
            " change it."
        ),
    )
    unpublish_on = models.DateField(
        _("archive on"),
        null=True,
        blank=True,
        help_text=_(
            "Filled in, a published entry is archived by itself on this day, and readers no longer"
            " see it."
        ),
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="drafts",
        verbose_name=_("drafted by"),
    )
    # A working copy: what a published entry is to become, while readers see the entry as it is.
    revises = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="working_copy",
        verbose_name=_("change to"),
    )
    # The digest of the entry when its copy was made (initiatives.desk.editing.state).
    revised_state = models.CharField(max_length=64, blank=True, editable=False)
    sort_title_nn = models.CharField(max_length=200, editable=False, default="")
    sort_title_nb = models.CharField(max_length=200, editable=False, default="")

    activities = models.ManyToManyField(
        "initiatives.Activity", through="initiatives.ActivityLink", related_name="initiatives"
    )
    selling_points = models.ManyToManyField(
        "initiatives.SellingPoint",
        through="initiatives.SellingPointLink",
        related_name="initiatives",
    )
    target_groups = models.ManyToManyField(
        "initiatives.TargetGroup", through="initiatives.TargetGroupLink", related_name="initiatives"
    )
    subject_areas = models.ManyToManyField(
        "initiatives.SubjectArea", through="initiatives.SubjectAreaLink", related_name="initiatives"
    )
    partners = models.ManyToManyField(
        "initiatives.Partner", through="initiatives.PartnerLink", related_name="initiatives"
    )
    municipalities = models.ManyToManyField(
        "initiatives.Municipality",
        through="initiatives.MunicipalityLink",
        related_name="initiatives",
    )
    counties = models.ManyToManyField(
        "initiatives.County", through="initiatives.CountyLink", related_name="initiatives"
    )

    objects = InitiativeManager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ["-first_published_at", "slug"]
        permissions = [("publish_initiative", "Can publish, archive and take down initiatives")]
        indexes = [
            models.Index(fields=["status", "-first_published_at", "slug"], name="initiative_newest")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(original_form__in=FORMS), name="initiative_form_known"
            ),
            models.CheckConstraint(
                condition=~Q(status="published")
                | (Q(original_form=NYNORSK) & ~Q(title_nn=""))
                | (Q(original_form=BOKMAL) & ~Q(title_nb="")),
                name="initiative_published_has_original_title",
                violation_error_message=_(
                    "A published entry must have a title in its original form."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(first_published_at__isnull=False),
                name="initiative_published_has_time",
            ),
            models.CheckConstraint(
                condition=Q(revises=None) | Q(status__in=["draft", "in-review"]),
                name="initiative_working_copy_is_not_public",
            ),
            models.CheckConstraint(
                condition=Q(publish_on=None)
                | Q(unpublish_on=None)
                | Q(unpublish_on__gt=F("publish_on")),
                name="initiative_dates_in_order",
                violation_error_message=_("The entry would be archived before it is published."),
            ),
            make_choice_constraint("status", Status),
            make_choice_constraint("scope", Scope),
            make_choice_constraint("organisation", Organisation),
            make_choice_constraint("assessment", Assessment),
        ]

    def __str__(self) -> str:
        return str(self.title) or gettext("Without a title")

    def save(self, *args: Any, **options: Any) -> None:
        if not self.slug or self.has_placeholder_slug:
            others = [
                Initiative.objects.exclude(pk=self.pk),
                FormerSlug.objects.exclude(initiative=self.pk),
            ]
            self.slug = unused_slug(
                written(self, "title", self.original_form), PLACEHOLDER_SLUG, others
            )
        self.prepare()
        super().save(*args, **options)

    def get_absolute_url(self) -> str:
        """The page of the entry in the active form."""
        return reverse("initiative", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def prepare(self) -> None:
        """Sets what follows from other fields; for `save` and for those who create in bulk."""
        if self.status == Status.PUBLISHED and self.first_published_at is None:
            self.first_published_at = timezone.now()
        for form in FORMS:
            setattr(self, f"sort_title_{form}", sort_key(written(self, "title", form))[:200])

    @property
    def has_placeholder_slug(self) -> bool:
        """Whether the address word was made before there was a title, and no reader has seen it."""
        is_placeholder = re.fullmatch(rf"{PLACEHOLDER_SLUG}(-\d+)?", self.slug) is not None
        return is_placeholder and self.first_published_at is None

    @property
    def is_public(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def is_working_copy(self) -> bool:
        return self.revises_id is not None

    @property
    def entry_key(self) -> int:
        """The key of the entry that it is, or is a change of."""
        return self.revises_id or self.pk

    @property
    def publishing_step(self) -> Step:
        """The step by which readers come to see what it says."""
        return Step.PUBLISH_CHANGE if self.is_working_copy else Step.PUBLISH

    def has_step(self, step: Step) -> bool:
        """Whether a step is on its way to readers, from one status or another."""
        return step in STEPS_OF_CHANGES if self.is_working_copy else step != Step.PUBLISH_CHANGE

    @property
    def is_in_reader_form(self) -> bool:
        """Whether title, lead and text, where there are any, are in the reader's form."""
        return is_in_form(self, ("title", "lead", "body"), reader_form())

    @property
    def period(self) -> Period:
        projects = self.projects.all()
        years = [year for p in projects for year in (p.start_year, p.end_year) if year is not None]
        return Period(
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            is_running=any(p.is_open_ended for p in projects),
        )

    @property
    def phase(self) -> Phase:
        """The phase seen from today, by the same rule as `Snapshot.by_phase`."""
        this_year = timezone.localdate().year
        ends = [p.end_year for p in self.projects.all() if p.end_year is not None]
        if any(p.is_open_ended for p in self.projects.all()) or any(
            end >= this_year for end in ends
        ):
            return Phase.ONGOING
        return Phase.FINISHED if ends else Phase.UNKNOWN

    @property
    def all_counties(self) -> list[Any]:
        """The counties of its municipalities and those set directly, by number."""
        counties = {link.term.county for link in self.municipalitylinks.all()}
        counties |= {link.term for link in self.countylinks.all()}
        return sorted(counties, key=lambda county: county.number)


class FormerSlugManager(models.Manager["FormerSlug"]):
    def get_by_natural_key(self, slug: str) -> "FormerSlug":
        return self.get(slug=slug)


class FormerSlug(models.Model):
    """An address word that an entry had before; its page redirects to the entry."""

    slug = models.SlugField(_("former address word"), unique=True, max_length=120)
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.CASCADE,
        related_name="former_slugs",
        limit_choices_to=ENTRIES_ONLY,
        verbose_name=_("initiative"),
    )

    objects = FormerSlugManager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
