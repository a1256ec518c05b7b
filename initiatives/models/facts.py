"""What an entry knows beside its text: projects, money, results, documents, contacts, successors.

Amounts are Norwegian kroner, years are calendar years; None means that it is not known.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from initiatives.language import in_reader_form
from initiatives.models.choices import ENTRIES_ONLY, Basis, DocumentKind, Status
from initiatives.models.fields import WebAddressField, YearField, year_constraint
from initiatives.models.links import OrderedInInitiative


@dataclass(frozen=True)
class Period:
    """The years that one or more projects span; None is not known."""

    first_year: int | None
    last_year: int | None
    is_running: bool

    @property
    def ended_in(self) -> int | None:
        """The year of the end, where it is known; a later one may follow while anything runs."""
        return None if self.is_running else self.last_year

    def __str__(self) -> str:
        """`2012–2014`, `2012` for one year, `2012–` while running; empty when no year is known."""
        if self.is_running:
            return f"{self.first_year}–" if self.first_year else ""
        years = sorted({year for year in (self.first_year, self.last_year) if year})
        return "–".join(str(year) for year in years)

    def __bool__(self) -> bool:
        return bool(str(self))


class Project(OrderedInInitiative):
    """A part of an initiative with a name and years of its own."""

    name = TranslatedField(
        models.CharField(_("name"), max_length=200, blank=True), attrgetter=in_reader_form
    )
    start_year = YearField(_("start year"))
    end_year = YearField(_("end year"))
    is_open_ended = models.BooleanField(_("still running, no end set"), default=False)
    place_name = models.CharField(_("place"), max_length=200, blank=True)
    note = TranslatedField(models.TextField(_("note"), blank=True), attrgetter=in_reader_form)

    class Meta(OrderedInInitiative.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            *OrderedInInitiative.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name_nn="") | ~Q(name_nb=""),
                name="project_has_a_name",
                violation_error_message=_("Give the project a name in at least one of the forms."),
            ),
            models.CheckConstraint(
                condition=Q(start_year=None) | Q(end_year=None) | Q(end_year__gte=F("start_year")),
                name="project_years_in_order",
                violation_error_message=_("The end year is before the start year."),
            ),
            models.CheckConstraint(
                condition=Q(is_open_ended=False) | Q(end_year=None),
                name="project_open_ended_has_no_end_year",
                violation_error_message=_(
                    "A project that is still running cannot have an end year."
                ),
            ),
            year_constraint("start_year", "project_start_year_in_range"),
            year_constraint("end_year", "project_end_year_in_range"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def period(self) -> Period:
        years = [year for year in (self.start_year, self.end_year) if year is not None]
        return Period(min(years, default=None), max(years, default=None), self.is_open_ended)


class Funding(OrderedInInitiative):
    """Money: a programme, a year and an amount in NOK, each of which may be unknown."""

    programme = models.CharField(_("programme"), max_length=200, blank=True)
    year = YearField(_("year"))
    amount_nok = models.PositiveBigIntegerField(_("amount in NOK"), null=True, blank=True)
    note = TranslatedField(
        models.CharField(_("note"), max_length=300, blank=True), attrgetter=in_reader_form
    )

    class Meta(OrderedInInitiative.Meta):
        verbose_name = _("funding")
        verbose_name_plural = _("funding")
        constraints = [
            *OrderedInInitiative.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(programme="", year=None, amount_nok=None),
                name="funding_says_something",
                violation_error_message=_("Fill in the programme, the year or the amount."),
            ),
            year_constraint("year", "funding_year_in_range"),
        ]

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.programme, self.year, self.amount_nok) if part)


class Result(OrderedInInitiative):
    """What was seen, by which measure, and how that is known."""

    description = TranslatedField(
        models.TextField(_("what was seen"), blank=True), attrgetter=in_reader_form
    )
    measure = TranslatedField(
        models.CharField(_("measure"), max_length=200, blank=True), attrgetter=in_reader_form
    )
    value = models.CharField(_("value"), max_length=100, blank=True)
    year = YearField(_("year"))
    basis = models.CharField(
        _("how it is known"), max_length=20, choices=Basis, default=Basis.UNKNOWN
    )
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta(OrderedInInitiative.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            *OrderedInInitiative.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(description_nn="") | ~Q(description_nb=""),
                name="result_has_a_description",
                violation_error_message=_("Say what was seen in at least one of the forms."),
            ),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="result_basis_known"),
            year_constraint("year", "result_year_in_range"),
        ]

    def __str__(self) -> str:
        return str(self.description)


class Document(OrderedInInitiative):
    """A report, plan or other text to read, with its address."""

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(
        _("kind"), max_length=20, choices=DocumentKind, default=DocumentKind.REPORT
    )
    url = WebAddressField(_("address"), max_length=500)
    year = YearField(_("year"))

    class Meta(OrderedInInitiative.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            *OrderedInInitiative.Meta.constraints,
            year_constraint("year", "document_year_in_range"),
        ]

    def __str__(self) -> str:
        return self.title


class Contact(OrderedInInitiative):
    """Whom to ask: a role in an organisation and its address, rather than a person."""

    role = TranslatedField(
        models.CharField(_("role"), max_length=200, blank=True), attrgetter=in_reader_form
    )
    organisation = models.CharField(_("organisation"), max_length=200)
    email = models.EmailField(_("e-mail of the organisation"), blank=True)
    phone = models.CharField(_("telephone of the organisation"), max_length=30, blank=True)
    website = WebAddressField(_("website"), blank=True)

    class Meta(OrderedInInitiative.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.organisation


class SuccessionManager(models.Manager["Succession"]):
    def public(self, side: str) -> models.QuerySet["Succession"]:
        """Rows whose `side` (predecessor or successor) is published, with it.

        Says which are not, since SQLite would begin with all entries that are published.
        """
        hidden = [status for status in Status if status != Status.PUBLISHED]
        return self.exclude(**{f"{side}__status__in": hidden}).select_related(side)

    def get_by_natural_key(self, predecessor: str, successor: str) -> "Succession":
        return self.get(predecessor__slug=predecessor, successor__slug=successor)


class Succession(models.Model):
    """One initiative that followed another."""

    predecessor = models.ForeignKey(
        "initiatives.Initiative",
        on_delete=models.CASCADE,
        related_name="successions",
        verbose_name=_("predecessor"),
    )
    successor = models.ForeignKey(
        "initiatives.Initiative",
        on_delete=models.CASCADE,
        related_name="preceding",
        limit_choices_to=ENTRIES_ONLY,
        verbose_name=_("successor"),
    )

    objects = SuccessionManager()

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_unique"),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_not_of_itself",
                violation_error_message=_("An initiative cannot follow itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def natural_key(self) -> tuple[str, str]:
        return (self.predecessor.slug, self.successor.slug)

    natural_key.dependencies = ["initiatives.initiative"]  # type: ignore[attr-defined]
