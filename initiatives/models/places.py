"""Places as of 2024 and the numbers and names that lead to them.

Numbers are Statistics Norway's, as text with leading zeros. Sources: fixtures/README.md.
"""

from typing import TypeVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from initiatives.language import make_slug
from initiatives.models.fields import WebAddressField

# The counties that are no more, by the first two digits of the numbers that their municipalities
# had.
FORMER_COUNTIES = {
    "04": "Hedmark",
    "05": "Oppland",
    "09": "Aust-Agder",
    "10": "Vest-Agder",
    "12": "Hordaland",
    "14": "Sogn og Fjordane",
    "16": "Sør-Trøndelag",
    "17": "Nord-Trøndelag",
}
# The counties of 2020–2023 that were parted again, with the numbers of those that they became.
PARTED_COUNTIES = {
    "Viken": ("31", "32", "33"),
    "Vestfold og Telemark": ("39", "40"),
    "Troms og Finnmark": ("55", "56"),
}


def place_word(number: str, name: str) -> str:
    """What stands for a municipality or county in addresses: `4034-tokke`."""
    return f"{number}-{make_slug(name)}"


Place = TypeVar("Place", bound=models.Model)


class NumberManager(models.Manager[Place]):
    """Finds a place by its official number, which is its natural key."""

    def get_by_natural_key(self, number: str) -> Place:
        return self.get(number=number)


class County(models.Model):
    """A county (fylke). `parallel_names` holds Sámi and Kven names as `Romsa (se); Tromssa
    (fkv)`.
    """

    number = models.CharField(
        _("number"), max_length=2, unique=True, validators=[RegexValidator(r"^\d{2}$")]
    )
    name = models.CharField(_("name"), max_length=100)
    parallel_names = models.CharField(_("parallel names"), max_length=200, blank=True)
    official_name = models.CharField(_("official name"), max_length=200)

    objects = NumberManager["County"]()

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the county in the active form."""
        return reverse("county", args=[place_word(self.number, self.name)])

    def natural_key(self) -> tuple[str]:
        return (self.number,)


class Municipality(models.Model):
    """A municipality (kommune) of today.

    `name` tells two of the same name apart (Våler (Østfold)). The point is the administrative
    centre in degrees. `centrality` is Statistics Norway's class: 1 most central, 6 least.
    """

    class WrittenForm(models.TextChoices):
        """What the municipality asks state bodies to write (målvedtak)."""

        NYNORSK = "nn", _("Nynorsk")
        BOKMAL = "nb", _("Bokmål")
        NEUTRAL = "neutral", _("Neutral")

    number = models.CharField(
        _("number"), max_length=4, unique=True, validators=[RegexValidator(r"^\d{4}$")]
    )
    name = models.CharField(_("name"), max_length=100)
    parallel_names = models.CharField(_("parallel names"), max_length=200, blank=True)
    official_name = models.CharField(_("official name"), max_length=200)
    county = models.ForeignKey(
        County, on_delete=models.PROTECT, related_name="municipalities", verbose_name=_("county")
    )
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    administrative_centre = models.CharField(_("administrative centre"), max_length=100)
    population = models.PositiveIntegerField(_("population"))
    centrality = models.PositiveSmallIntegerField(_("centrality"))
    written_form = models.CharField(
        _("written form"), max_length=7, choices=WrittenForm, default=WrittenForm.NEUTRAL
    )

    objects = NumberManager["Municipality"]()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(centrality__range=(1, 6)),
                name="municipality_centrality_from_1_to_6",
                violation_error_message=_("Centrality is a number from 1 to 6."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__range=(57, 82), longitude__range=(4, 32)),
                name="municipality_point_in_norway",
                violation_error_message=_(
                    "The point is not in Norway. Are latitude and longitude swapped?"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the municipality in the active form."""
        return reverse("municipality", args=[place_word(self.number, self.name)])

    def natural_key(self) -> tuple[str]:
        return (self.number,)

    natural_key.dependencies = ["initiatives.county"]  # type: ignore[attr-defined]


class FormerMunicipalityManager(models.Manager["FormerMunicipality"]):
    def get_by_natural_key(self, number: str, successor_number: str) -> "FormerMunicipality":
        return self.get(number=number, successor__number=successor_number)


class FormerMunicipality(models.Model):
    """An old number and name, and one municipality of today that it leads to.

    A municipality that was split has one row for each successor, one of them the main one.
    """

    number = models.CharField(
        _("former number"), max_length=4, validators=[RegexValidator(r"^\d{4}$")]
    )
    name = models.CharField(_("former name"), max_length=100)
    valid_from = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    successor = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="former",
        verbose_name=_("municipality today"),
    )
    is_main_successor = models.BooleanField(
        _("main successor"),
        default=True,
        help_text=_("Off for the smaller parts of a municipality that was split."),
    )

    objects = FormerMunicipalityManager()

    class Meta:
        verbose_name = _("former municipality")
        verbose_name_plural = _("former municipalities")
        ordering = ["number", "successor_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "successor"], name="former_municipality_unique"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="former_municipality_years_in_order",
                violation_error_message=_("The last year is before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def natural_key(self) -> tuple[str, str]:
        return (self.number, self.successor.number)

    natural_key.dependencies = ["initiatives.municipality"]  # type: ignore[attr-defined]


class RegionManager(models.Manager["Region"]):
    def get_by_natural_key(self, slug: str) -> "Region":
        return self.get(slug=slug)


class Region(models.Model):
    """Municipalities that work together, as in a regional council; `source` publishes the list."""

    slug = models.SlugField(_("address word"), unique=True, max_length=100)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=100, blank=True)
    source = WebAddressField(_("source"), blank=True)
    municipalities = models.ManyToManyField(
        Municipality, related_name="regions", verbose_name=_("municipalities")
    )

    objects = RegionManager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the region in the active form."""
        return reverse("region", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["initiatives.municipality"]  # type: ignore[attr-defined]
