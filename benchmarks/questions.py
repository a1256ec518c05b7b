"""Inside Django: draws what is asked, by a fixed seed; no question is drawn twice.

The values of a question are those of one entry, as for a reader who follows the options that have
hits, so that pages are seldom empty. Now and then a value has another one of its facet beside it,
or a span of years.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from benchmarks.asking import Questions
from initiatives.finding import search
from initiatives.finding.address import SEARCH, Address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, current_snapshot
from initiatives.models import Initiative

SEED = 20_260_101
MOST_VALUES = 4
# How often a value is joined by another of its facet, and how often years are asked for.
SECOND_VALUE = 0.2
YEARS = 0.2
FIRST_YEAR = 1990
# So many words are tried for how much they find; the ends of that row are the common and the rare
# ones.
TRIED_WORDS = 600
WORDS = 40
# A question that was drawn before is drawn again so often.
TRIES = 50

Pairs = list[tuple[str, str]]


def run(filters: int, searches: int, entries: int) -> Questions:
    """So many addresses of each kind, the searches once for common words and once for rare ones."""
    draw = Draw(current_snapshot(), Random(SEED))
    common, rare = draw.words()
    with_filters = draw.addresses(lambda _: draw.filters(draw.rng.randint(1, MOST_VALUES)))
    return {
        "filters": list(islice(with_filters, filters)),
        "common": list(islice(draw.searches(common), searches)),
        "rare": list(islice(draw.searches(rare), searches)),
        "entries": draw.entries(Initiative.objects.published(), entries),
    }


class Draw:
    """Draws from what the entries of a snapshot have."""

    def __init__(self, snapshot: Snapshot, rng: Random) -> None:
        self.snapshot, self.rng = snapshot, rng
        facets = InitiativeFilter(QueryDict(), snapshot).facets()
        self.in_use = {
            name: {value: entries for value, entries in facet.by_value().items() if entries}
            for name, facet in facets.items()
        }

    def filters(self, count: int) -> Pairs:
        """Up to `count` values of one entry, with what comes now and then."""
        slot = self.snapshot.published[self.rng.randrange(len(self.snapshot.published))]
        has = [
            (name, v)
            for name, values in self.in_use.items()
            for v, found in values.items()
            if slot in found
        ]
        pairs = self.rng.sample(has, min(count, len(has)))
        if pairs and self.rng.random() < SECOND_VALUE:
            name = self.rng.choice(pairs)[0]
            pairs.append((name, self.rng.choice(list(self.in_use[name]))))
        if self.rng.random() < YEARS:
            pairs += self.years()
        return pairs

    def years(self) -> Pairs:
        first = self.rng.randint(FIRST_YEAR, timezone.localdate().year)
        last = first + self.rng.randint(0, 20)
        return self.rng.choice([[("fra", str(first))], [("fra", str(first)), ("til", str(last))]])

    def words(self) -> tuple[list[str], list[str]]:
        """The words that find the most entries and those that find the fewest, out of some in
        use.
        """
        candidates = sorted(
            word for word in self.snapshot.words_in_use if word.isalpha() and len(word) > 3
        )
        tried = self.rng.sample(candidates, min(TRIED_WORDS, len(candidates)))
        found = {word: len(search.find(self.snapshot, word).entries) for word in tried}
        ranked = sorted((word for word in tried if found[word]), key=lambda word: found[word])
        return ranked[-WORDS:], ranked[:WORDS]

    def searches(self, words: list[str]) -> Iterator[str]:
        """Each word alone, in both written forms, then with filters."""

        def pairs(number: int) -> Pairs:
            beside = (
                []
                if number < 2 * len(words)
                else self.filters(self.rng.randint(1, MOST_VALUES - 1))
            )
            return [(SEARCH, words[number % len(words)]), *beside]

        return self.addresses(pairs)

    def addresses(self, make: Callable[[int], Pairs]) -> Iterator[str]:
        """Canonical addresses of lists, turn by turn in each written form; ends when it finds no
        new ones.
        """
        drawn: set[str] = set()
        number = tries = 0
        while tries < TRIES:
            form = ("nn", "nb")[len(drawn) % 2]
            address = f"/{form}/tiltak/{Address.of(make(number)).query}"
            number, tries = number + 1, tries + 1
            if address not in drawn:
                drawn.add(address)
                tries = 0
                yield address

    def entries(self, published: QuerySet, count: int) -> list[str]:
        """The pages of random entries."""
        keys = self.rng.sample(
            list(self.snapshot.published), min(count, len(self.snapshot.published))
        )
        slugs = published.filter(pk__in=keys).order_by("pk").values_list("slug", flat=True)
        return [f"/{self.rng.choice(('nn', 'nb'))}/tiltak/{slug}/" for slug in slugs]
