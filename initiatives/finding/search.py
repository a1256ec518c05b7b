"""Free search over both written forms: an entry has every word of the query, in some inflection.

Looks in the entry's own text, its terms with all their wordings, its partners and its places, old
names and numbers too. Asks the snapshot alone, never the database.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from pyroaring import BitMap
from rapidfuzz import process
from rapidfuzz.distance import OSA

from initiatives.finding.snapshot import NONE, Choice, FormerPlace, Snapshot, union
from initiatives.finding.wording import ZONES, words_of
from initiatives.language.keys import counterparts, is_known, word_keys
from initiatives.language.word_table import different_words

MAX_WORDS = 6
MAX_SUGGESTIONS = 3
SHORTEST_BEGINNING = 3
# What a card shows of an entry anyway.
PLACE_KINDS = ("municipality", "county", "region")

# What may follow the name of a place without being a part of it.
PLACE_TITLE = re.compile(r" (kommune|fylke|fylkeskommune)$")

# Words that say nothing about an entry, in both forms; left out of a query that has others.
FUNCTION_WORDS = frozenset(
    [
        "og",
        "i",
        "på",
        "for",
        "til",
        "av",
        "med",
        "som",
        "en",
        "ei",
        "et",
        "ein",
        "eit",
        "å",
        "at",
        "om",
        "fra",
        "frå",
        "ved",
        "er",
        "den",
        "det",
        "dei",
        "de",
        "seg",
        "ikke",
        "ikkje",
        "eller",
        "mot",
        "hos",
        "hjå",
    ]
)


@dataclass(frozen=True)
class QueryWord:
    """A word that is searched for. An unfinished one also finds the words that begin with it."""

    text: str
    keys: frozenset[str]
    is_unfinished: bool


@dataclass(frozen=True)
class Hits:
    """The entries that a query finds, best first in tiers that share none, and what it met there.

    `words` are those of texts as the index has them, `terms` the terms and partners as `(kind,
    key)`.

    The tiers: found in the title; with terms, places and lead; with the text; also as part of a
    compound.
    """

    tiers: Sequence[BitMap]
    words: frozenset[str]
    terms: Sequence[tuple[str, int]] = ()

    @property
    def entries(self) -> BitMap:
        return union(self.tiers)


def words(query: str) -> list[str]:
    """The words of a query to search for, lower case, without doubles and function words."""
    found = words_of([query])
    return [word for word in found if word not in FUNCTION_WORDS] or found


def query_words(snapshot: Snapshot, query: str) -> list[QueryWord]:
    """The first `MAX_WORDS` words of a query with their keys and those of their synonyms."""
    last = words_of([query])[-1:]
    return [
        QueryWord(
            text=word,
            keys=word_keys(word) | synonym_keys(snapshot, word_keys(word)),
            is_unfinished=[word] == last and not is_known(word),
        )
        for word in words(query)[:MAX_WORDS]
    ]


def synonym_keys(snapshot: Snapshot, keys: frozenset[str]) -> frozenset[str]:
    """The keys of the words that editors have said mean the same as a word with `keys`."""
    by_key = snapshot.once("synonyms", lambda: _group_synonyms(snapshot.vocabulary.synonyms))
    return frozenset().union(*(by_key.get(key, ()) for key in keys))


def _group_synonyms(groups: Iterable[Iterable[str]]) -> Mapping[str, set[str]]:
    """For the key of each synonym, the keys of all words of its groups."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        keys = {key for word in group for key in word_keys(word)}
        for key in keys:
            by_key[key] |= keys
    return by_key


def find(snapshot: Snapshot, query: str) -> Hits:
    """The entries that hold every word of `query`; none when it has no word."""
    asked = [_find_word(snapshot, word) for word in query_words(snapshot, query)]
    if not asked:
        return Hits((), frozenset())
    reached = [
        reduce(and_, (word.reached[tier] for word in asked))
        for tier in range(len(asked[0].reached))
    ]
    tiers = [now - before for before, now in zip([NONE, *reached], reached, strict=False)]
    met = frozenset().union(*(word.words for word in asked))
    terms = [named for named in _named_with(snapshot, met) if named[0] not in PLACE_KINDS]
    return Hits(tiers, met, sorted(terms))


@dataclass(frozen=True)
class _Found:
    """Where one word was found: for each tier, the entries of that tier and of those before it."""

    reached: Sequence[BitMap]
    words: set[str]


def _find_word(snapshot: Snapshot, word: QueryWord) -> _Found:
    index = snapshot.words
    exact = index.with_key(word.keys)
    if word.is_unfinished:
        exact |= index.beginning_with(word.text)
    compounds = index.with_part(word.keys) - exact
    title, lead, body, draft = (snapshot.families[zone].union(exact) for zone in ZONES)
    inside = union(snapshot.families[zone].union(compounds) for zone in ZONES)
    tiers = [
        title,
        lead | _with_terms(snapshot, exact),
        body | draft,
        inside | _with_terms(snapshot, compounds),
    ]
    reached = [reduce(or_, tiers[: number + 1]) for number in range(len(tiers))]
    return _Found(reached, exact | compounds)


def _with_terms(snapshot: Snapshot, found: Iterable[str]) -> BitMap:
    """The entries whose terms, partners or places have any of these words in their names."""
    return union(snapshot.linked(kind).get(key, NONE) for kind, key in _named_with(snapshot, found))


def _named_with(snapshot: Snapshot, found: Iterable[str]) -> set[tuple[str, int]]:
    """The terms, partners and places with any of these words in their names: `(kind, key)`."""
    return {named for word in found for named in snapshot.vocabulary.words.get(word, ())}


def other_words(snapshot: Snapshot, query: str) -> list[str]:
    """The words of the other written form that the query finds too, where they are different words.

    What is the name of a place has one only where the catalogue knows it: *stad*, but hardly *gol*.
    """
    found = [other for word in words(query)[:MAX_WORDS] for other in counterparts(word)]
    if named_places(snapshot, query) or former_places(snapshot, query):
        found = [other for other in found if other in snapshot.words_in_use]
    return list(dict.fromkeys(other for other in found if other not in words(query)))


def former_places(snapshot: Snapshot, query: str) -> list[FormerPlace]:
    """The places in a query that are no more: the query as a whole, or words of it."""
    known, text = snapshot.vocabulary.former, query.lower()
    asked = (
        [text] if text in known else [word for word in dict.fromkeys(text.split()) if word in known]
    )
    return [known[name] for name in asked[:MAX_WORDS]]


def named_places(snapshot: Snapshot, query: str) -> Sequence[tuple[str, int]]:
    """The places of today that the whole query names or numbers, as `(kind, key)`."""
    by_name = snapshot.once("places by name", lambda: _places_by_name(snapshot))
    return by_name.get(PLACE_TITLE.sub("", query.lower()), ())


def municipalities_named(snapshot: Snapshot, name: str) -> list[Choice]:
    """The municipalities of that label, name or number; else those that had it, main first."""
    asked = PLACE_TITLE.sub("", " ".join(name.lower().split()))
    former = snapshot.vocabulary.former.get(asked)
    found = named_places(snapshot, asked) or (former.today if former else ())
    return [snapshot.choices(kind)[key] for kind, key in found if kind == "municipality"]


def _places_by_name(snapshot: Snapshot) -> dict[str, list[tuple[str, int]]]:
    """By lower-case label, by name without the county that tells two apart, and by number."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for kind in PLACE_KINDS:
        for key, place in snapshot.choices(kind).items():
            label = str(place).lower()
            for name in {label, label.partition(" (")[0], place.value}:
                found[name].append((kind, key))
    return found


def suggestions(snapshot: Snapshot, query: str) -> list[str]:
    """Up to `MAX_SUGGESTIONS` queries with words in use for those that are not, nearest first.

    Nearness is the number of letters that are wrong, missing, too many or swapped (OSA distance).
    """
    asked = query_words(snapshot, query)
    missing = {word.text for word in asked if not _find_word(snapshot, word).reached[-1]}
    texts = [word.text for word in asked]
    offered = [nearest_words(snapshot, text) if text in missing else [text] for text in texts]
    suggested = [
        " ".join(_chosen(nearest, number) for nearest in offered)
        for number in range(MAX_SUGGESTIONS)
    ]
    return [text for text in dict.fromkeys(suggested) if text != " ".join(texts)]


def _chosen(nearest: Sequence[str], number: int) -> str:
    return nearest[min(number, len(nearest) - 1)]


def nearest_words(snapshot: Snapshot, word: str) -> list[str]:
    """Up to `MAX_SUGGESTIONS` findable words that begin so or are spelt nearly so; else itself."""
    if word.isdecimal():
        return [word]
    findable = findable_words(snapshot)
    allowed = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
    near = process.extract(word, findable, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    ranked = sorted((distance, found[0] != word[0], found) for found, distance, _number in near)
    longer = [
        found for found in findable if len(word) >= SHORTEST_BEGINNING and found.startswith(word)
    ]
    longer.sort(key=lambda found: (len(found), found))
    found = [*longer, *(found for _distance, _is_other_start, found in ranked)]
    return list(dict.fromkeys(found))[:MAX_SUGGESTIONS] or [word]


def findable_words(snapshot: Snapshot) -> set[str]:
    """The words in use, and the different words of the other written form that find them."""
    pairs = different_words()
    in_use = snapshot.words_in_use
    others = (
        table.get(word, ()) for word in in_use for table in (pairs.to_bokmal, pairs.to_nynorsk)
    )
    return in_use.union(*others)
