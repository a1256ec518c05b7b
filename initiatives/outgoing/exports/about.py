"""What a file that goes out says of itself: what was asked, when, and its terms of use."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from initiatives.finding.facets import list_chips
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.fields import shown
from initiatives.finding.filters.orders import SORT_ORDERS
from initiatives.language import make_slug, reader_form

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
# Of a file's name, without the date; longer ones are cut by some programs.
MAX_NAME_LENGTH = 80


@dataclass(frozen=True)
class About:
    """What a list is, in the form of its reader."""

    filters: tuple[tuple[str, str], ...]
    """What was asked, in words: the label of the filter and the label of the value."""

    order: str
    total: int
    url: str
    """The list for readers, absolute."""

    form: str
    made_at: datetime
    notices: tuple[str, ...]
    """What was ignored of what was asked, in words."""

    @classmethod
    def of(cls, asked: InitiativeFilter, url: str) -> "About":
        return cls(
            filters=tuple((chip.facet, chip.label) for chip in list_chips(asked)),
            order=str(SORT_ORDERS[asked.sort]),
            total=len(asked.matching),
            url=url,
            form=reader_form(),
            made_at=timezone.localtime(),
            notices=(*asked.notices, *tell_of_split(asked)),
        )

    @property
    def title(self) -> str:
        """`Tiltak: Brev, Telemark`."""
        if not self.filters:
            return _("All initiatives")
        return ": ".join([_("Initiatives"), ", ".join(value for _filter, value in self.filters)])

    @property
    def lines(self) -> list[tuple[str, str]]:
        """All of it in words, as `(what, text)`."""
        return [
            (_("Catalogue"), _("Tilflyttingskatalogen")),
            (_("List"), self.title),
            *self.filters,
            (_("Order"), self.order),
            (_("Number of initiatives"), str(self.total)),
            (_("Address"), self.url),
            (_("Fetched"), date_format(self.made_at, "DATETIME_FORMAT")),
            (_("Licence"), f"{LICENCE}, {LICENCE_URL}"),
            *((_("Note"), notice) for notice in self.notices),
        ]

    def file_name(self, suffix: str) -> str:
        """`alle-tiltak-2026-11-23.csv`: what it holds and when it was made, in ASCII."""
        return (
            f"{make_slug(self.title)[:MAX_NAME_LENGTH].strip('-')}-{self.made_at:%Y-%m-%d}.{suffix}"
        )


def tell_of_split(asked: InitiativeFilter) -> list[str]:
    """The names and former numbers that stand for several municipalities of today, in words."""
    text = _("“%(name)s” can be several of today’s municipalities. Choose one:")
    return [
        f"{text % {'name': shown(name)}} {', '.join(label for label, _address in places)}"
        for name, places in asked.split
    ]


def tell_of_catalogue() -> str:
    """What the catalogue is, in a sentence."""
    return _(
        "Tilflyttingskatalogen shows what Norwegian municipalities have done to get people to move"
        " in and stay."
    )
