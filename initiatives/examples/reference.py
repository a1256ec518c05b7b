"""What examples are drawn from: places, shares of terms, partners; and what is given out."""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from django.conf import settings

from initiatives.examples import sentences, texts
from initiatives.examples.sentences import Paired, same
from initiatives.examples.texts import Words
from initiatives.language import make_slug
from initiatives.models import (
    County,
    FormerMunicipality,
    FormerSlug,
    Initiative,
    Municipality,
    Partner,
    PartnerKind,
    Region,
    Scope,
)
from initiatives.models.kinds import IN_ENTRY, TERM_KINDS
from initiatives.models.slugs import MAX_LENGTH

SHARES_PATH = settings.BASE_DIR / "fixtures" / "source" / "vocabulary.csv"
# Marks the partners made here. An editor's partner of the same name has no prefix and is used
# instead.
PARTNER_SLUG_PREFIX = "dome-"
# How often a municipality is drawn, by Statistics Norway's class of centrality (1 is the most
# central).
CENTRALITY_WEIGHTS = {1: 0.15, 2: 0.4, 3: 1.0, 4: 2.0, 5: 3.5, 6: 4.0}
# The kinds of terms that are drawn, in this order; the table of shares has them by these names.
DRAWN = {
    kind.singular: kind for kind in dict.fromkeys((*IN_ENTRY, *TERM_KINDS.values())) if kind.is_term
}


class ReferenceDataMissingError(Exception):
    """The places or terms to draw examples from are not in the database; the message names them."""


class Share(NamedTuple):
    """A term and the probability that an entry uses it."""

    term: Any
    probability: float


@dataclass(frozen=True)
class Reference:
    """Places and terms to draw from. The last ones are by key of the municipality."""

    municipalities: list[Municipality]
    weights: list[float]
    shares: dict[str, list[Share]]
    in_county: dict[County, list[Municipality]]
    neighbours: dict[int, list[Municipality]]  # up to five of the same county, the nearest first
    villages: dict[int, list[str]]
    regions: dict[int, str]

    @classmethod
    def load(cls) -> Self:
        """All there is to draw from, in 8 queries; raises `ReferenceDataMissingError`."""
        municipalities = list(Municipality.objects.select_related("county"))
        shares = load_shares()
        counts = {"municipality": len(municipalities)} | {
            kind: len(terms) for kind, terms in shares.items()
        }
        if missing := [kind.replace("_", " ") for kind, count in counts.items() if not count]:
            raise ReferenceDataMissingError(", ".join(missing))
        in_county = defaultdict(list)
        for municipality in municipalities:
            in_county[municipality.county].append(municipality)
        return cls(
            municipalities=municipalities,
            weights=[
                CENTRALITY_WEIGHTS[municipality.centrality] for municipality in municipalities
            ],
            shares=shares,
            in_county=dict(in_county),
            neighbours={home.pk: nearest(home, in_county[home.county]) for home in municipalities},
            villages=load_villages(municipalities),
            regions=dict(Region.objects.values_list("municipalities", "name")),
        )


def nearest(home: Municipality, places: list[Municipality]) -> list[Municipality]:
    """Up to five of the places other than `home`, the nearest first."""

    def squared_distance(other: Municipality) -> float:
        # In degrees of latitude; in Norway a degree of longitude is about half as long.
        return (home.latitude - other.latitude) ** 2 + ((home.longitude - other.longitude) / 2) ** 2

    return sorted((other for other in places if other != home), key=squared_distance)[:5]


def load_shares() -> dict[str, list[Share]]:
    """The terms of each kind that both database and table of shares have, in the table's order."""
    terms = {
        name: kind.model._default_manager.in_bulk(field_name="slug") for name, kind in DRAWN.items()
    }
    shares: dict[str, list[Share]] = {name: [] for name in DRAWN}
    with SHARES_PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if term := terms[row["kind"]].get(row["slug"]):
                shares[row["kind"]].append(Share(term, int(row["percent_of_known_entries"]) / 100))
    return shares


def load_villages(municipalities: list[Municipality]) -> dict[int, list[str]]:
    """Places that are part of a municipality: its centre and the municipalities it was made of."""
    names = defaultdict(list)
    for municipality in municipalities:
        names[municipality.pk].append(municipality.administrative_centre)
    former = FormerMunicipality.objects.filter(is_main_successor=True).exclude(name__contains=" - ")
    for name, pk in former.values_list("name", "successor"):
        names[pk].append(plain(name))
    return {home.pk: without(plain(home.name), names[home.pk]) for home in municipalities}


def without(own: str, names: list[str]) -> list[str]:
    """The names other than `own`, each once, in order."""
    return [name for name in dict.fromkeys(names) if name != own]


def plain(name: str) -> str:
    """The name without what tells two of the same name apart: `Våler (Østfold)` gives `Våler`."""
    return name.split(" (")[0].strip()


@dataclass
class Register:
    """What has been taken: address words of entries, partners by theirs. Grows with each entry."""

    slugs: set[str]
    partners: dict[str, Partner]
    numbers: Counter[str] = field(default_factory=Counter)

    @classmethod
    def load(cls) -> Self:
        slugs = {*Initiative.objects.values_list("slug", flat=True)}
        slugs |= {*FormerSlug.objects.values_list("slug", flat=True)}
        return cls(slugs, {partner.slug: partner for partner in Partner.objects.all()})

    def claim_slug(self, title: str) -> str:
        """An address word of the title that nobody has, from now on taken."""
        base = make_slug(title)[:MAX_LENGTH].strip("-")
        slug = base
        while slug in self.slugs:
            self.numbers[base] += 1
            slug = f"{base}-{self.numbers[base] + 1}"
        self.slugs.add(slug)
        return slug

    def partner(self, name: Paired, kind: PartnerKind) -> Partner:
        """The partner of that name, an unsaved one where there is none."""
        slug = make_slug(name.nn)
        if slug in self.partners:
            return self.partners[slug]
        slug = f"{PARTNER_SLUG_PREFIX}{slug}"
        if slug not in self.partners:
            self.partners[slug] = Partner(slug=slug, kind=kind, name_nn=name.nn, name_nb=name.nb)
        return self.partners[slug]


@dataclass(frozen=True)
class Place:
    """Where an entry's work is done; a whole county has no municipalities, most no village."""

    scope: Scope
    county: County
    municipalities: tuple[Municipality, ...]
    village: str = ""

    @property
    def names(self) -> list[str]:
        return [plain(place.name) for place in self.municipalities] or [self.county.name]

    @property
    def owner(self) -> str:
        return f"{self.names[0]} {'kommune' if self.municipalities else 'fylkeskommune'}"

    @property
    def words(self) -> Words:
        """The words that the place decides in texts."""
        number = min(len(self.municipalities), 2)
        words = {
            "name": same(texts.listed(self.names)),
            "where": same(texts.located(self.names)),
            "area": sentences.AREAS[number],
            "who": sentences.BODIES[number],
            "Who": texts.capitalised(sentences.BODIES[number]),
        }
        return words | ({"village": same(self.village)} if self.village else {})
