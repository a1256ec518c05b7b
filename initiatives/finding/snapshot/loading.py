"""Snapshots out of the database: a whole one, or an earlier one with the rows that changed."""

import logging
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, Model, Value
from pyroaring import BitMap

from initiatives.finding.snapshot.bitmaps import Bitmaps, Gathering
from initiatives.finding.snapshot.catalogue import Snapshot
from initiatives.finding.snapshot.moments import Microseconds
from initiatives.finding.snapshot.orders import SlotOrder
from initiatives.finding.snapshot.vocabulary import Vocabulary
from initiatives.finding.snapshot.words import WordIndex
from initiatives.finding.wording import (
    WORDING_VERSION,
    ZONES,
    Texts,
    WordKeys,
    read_words,
    stored_keys,
    text_fields,
)
from initiatives.models import (
    CatalogueVersion,
    Change,
    DraftWords,
    Initiative,
    Project,
    Status,
    WordEntries,
)
from initiatives.models.kinds import KINDS, LINKED

# Every closed list that an entry has a value of, so that any can become a facet; and whether it
# is made up.
FIELDS: tuple[str, ...] = (
    *(f.name for f in Initiative._meta.concrete_fields if f.choices and f.name != "status"),
    "is_example",
)
FAMILIES = (*(kind.name for kind in LINKED), *FIELDS, "years", *ZONES)
ORDERS = ("published", "changed", "title_nn", "title_nb", "start")

# After every year, for entries without one.
NO_YEAR = 10_000
ROWS_AT_A_TIME = 1000
# Making this many anew at a start takes longer than it should.
MANY = 3000

logger = logging.getLogger(__name__)


@dataclass
class Rows:
    """What was read of some published entries, on its way into a snapshot."""

    published: BitMap = field(default_factory=BitMap)
    families: dict[str, Gathering[Any]] = field(
        default_factory=lambda: {name: Gathering() for name in FAMILIES}
    )
    orders: dict[str, list[tuple[Any, int]]] = field(default_factory=lambda: defaultdict(list))
    texts: Texts = field(default_factory=Texts)

    def add_words(self, words: Iterable[tuple[int, Mapping[str, Sequence[str]]]]) -> None:
        """Adds the words of entries, each with its key and by zone."""
        for slot, by_zone in words:
            for zone in ZONES:
                self.families[zone].add_all((word, slot) for word in by_zone[zone])


@dataclass(frozen=True)
class StoredWords:
    """Where words stood at a version, and the entries that have changed since."""

    families: Mapping[str, Bitmaps[Any]]
    changed: BitMap


@contextmanager
def one_state() -> Iterator[None]:
    """All queries inside see the database as it is at the first of them; nothing is locked."""
    if connection.in_atomic_block:
        yield
        return
    begin = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
    with connection.cursor() as cursor:
        cursor.execute(begin[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def load(known: Vocabulary | None = None) -> Snapshot:
    """The snapshot of now, in about 40 queries; half as many if `known` still holds."""
    with one_state():
        version = CatalogueVersion.current()
        is_known = known and known.version and known.version == Vocabulary.current_version()
        vocabulary = known if known and is_known else Vocabulary.load()
        rows = read_entries(None)
        stood = stored_words()
        changed = rows.published if stood is None else stood.changed & rows.published
        read_words_of(rows, changed)
        keys = stored_keys()
    return assemble(version, vocabulary, rows, keys, stood)


def assemble(
    version: int,
    vocabulary: Vocabulary,
    rows: Rows,
    keys: Mapping[str, WordKeys],
    stood: StoredWords | None = None,
) -> Snapshot:
    """A snapshot of what has been read.

    `keys` are the search keys by word, and `stood` where words stood before, as far as either is
    stored.
    """
    families = {name: Bitmaps.of(rows.families[name], rows.published) for name in FAMILIES}
    if stood is not None:
        for zone in ZONES:
            now = stood.families[zone].updated(stood.changed, rows.families[zone])
            families[zone] = now.among(rows.published)
    in_use = {
        word for source in (vocabulary.words, *(families[p] for p in ZONES)) for word in source
    }
    _advise(len(in_use - set(keys)), "words have no stored keys")
    return Snapshot(
        version=version,
        published=rows.published,
        families=families,
        orders={name: SlotOrder.of(rows.orders[name]) for name in ORDERS},
        vocabulary=vocabulary,
        words=WordIndex.of(in_use, keys),
    )


def _advise(number: int, what: str) -> None:
    """Logs that a start was slower than need be."""
    if number >= MANY:
        logger.warning(
            "%s %s; `manage.py rebuild_search` stores them, for a quick start", number, what
        )


def update(snapshot: Snapshot) -> Snapshot:
    """The snapshot of now, from an earlier one and what has changed since.

    Loads all anew when the versions say that the earlier one is of another history.
    """
    with one_state():
        version = CatalogueVersion.current()
        changed = set(
            Change.objects.filter(version__gt=snapshot.version).values_list("subject", flat=True)
        )
        if version == snapshot.version:
            return snapshot
        if version > snapshot.version and Change.EVERYTHING not in changed:
            return _updated(snapshot, version, changed)
    return load()


def _updated(snapshot: Snapshot, version: int, changed: set[int]) -> Snapshot:
    vocabulary = Vocabulary.load() if Change.VOCABULARY in changed else snapshot.vocabulary
    words = snapshot.words.with_words(vocabulary.words, {})
    published, families, orders = snapshot.published, snapshot.families, snapshot.orders
    keys = sorted(changed - {Change.VOCABULARY})
    for first in range(0, len(keys), ROWS_AT_A_TIME):
        some = keys[first : first + ROWS_AT_A_TIME]
        slots, rows = BitMap(some), read_entries(some)
        rows.add_words(rows.texts.words())
        published = (published - slots) | rows.published
        families = {name: families[name].updated(slots, rows.families[name]) for name in FAMILIES}
        orders = {name: orders[name].updated(slots, rows.orders[name]) for name in ORDERS}
        words = words.with_words((w for zone in ZONES for w in rows.families[zone].slots), {})
    return Snapshot(version, published, families, orders, vocabulary, words)


def read_entries(keys: Collection[int] | None) -> Rows:
    """What a snapshot needs of the published entries with these keys, texts too. Four queries.

    With None of all entries, without texts; links of those that are not published are read then
    too. Nine queries, each a portion at a time, which takes more round trips and less memory.
    """
    rows = Rows()
    _read_initiatives(rows, keys)
    if keys is None:
        for kind in LINKED:
            rows.families[kind.name].add_all(
                _read(rows, kind.link, None, "term_id", "initiative_id")
            )
        _read_projects(rows, None)
    elif rows.published:
        _read_links(rows, rows.published)
        _read_projects(rows, rows.published)
        # Nothing but its text is wanted, which is noted on the way.
        deque(_read(rows, DraftWords, rows.published, "initiative_id"), maxlen=0)
    return rows


def _read(
    rows: Rows, model: type[Model], keys: Iterable[int] | None, *columns: str | Microseconds
) -> Iterable[tuple[Any, ...]]:
    """Those columns, of which the last is the entry's key, of the rows of those entries, or of
    all.
    """
    found = model._base_manager.order_by()
    if model is Initiative:
        found = found.filter(status=Status.PUBLISHED)
    if keys is None:
        return found.values_list(*columns).iterator(10_000)
    found = found.filter(**{f"{columns[-1]}__in": keys})
    return _with_texts(rows, model, found.values_list(*columns, *text_fields(model)), len(columns))


def _read_links(rows: Rows, keys: BitMap) -> None:
    """The links of every kind of those entries, in one query."""
    first, *others = (
        kind.link._base_manager.order_by()
        .filter(initiative__in=keys)
        .values_list(
            Value(kind.name),
            "term_id",
            "initiative_id",
            F("wording") if text_fields(kind.link) else Value(""),
        )
        for kind in LINKED
    )
    # In Django 6 the union takes up the order of its model again.
    for name, term, slot, wording in first.union(*others, all=True).order_by():
        rows.families[name].add(term, slot)
        if wording:
            rows.texts.add(slot, KINDS[name].link, [wording])


def _with_texts(
    rows: Rows, model: type[Model], found: Iterable[tuple[Any, ...]], width: int
) -> Iterator[tuple[Any, ...]]:
    """The first `width` columns, after the rest has been noted as texts."""
    for row in found:
        rows.texts.add(row[width - 1], model, row[width:])
        yield row[:width]


def _read_initiatives(rows: Rows, keys: Iterable[int] | None) -> None:
    moments = (Microseconds("first_published_at"), Microseconds("changed_at"))
    columns: tuple[str | Microseconds, ...] = (
        *FIELDS,
        *moments,
        "sort_title_nn",
        "sort_title_nb",
        "pk",
    )
    slots = []
    for *values, published_at, changed_at, title_nn, title_nb, slot in _read(
        rows, Initiative, keys, *columns
    ):
        slots.append(slot)
        rows.orders["published"].append((-published_at, slot))
        rows.orders["changed"].append((-changed_at, slot))
        rows.orders["title_nn"].append((title_nn, slot))
        rows.orders["title_nb"].append((title_nn if title_nb == title_nn else title_nb, slot))
        for name, value in zip(FIELDS, values, strict=True):
            rows.families[name].add(value, slot)
    rows.published = BitMap(slots, optimize=False)


def _read_projects(rows: Rows, keys: Iterable[int] | None) -> None:
    first_years: dict[int, int] = {}
    columns = ("start_year", "end_year", "is_open_ended", "initiative_id")
    for start, end, is_open_ended, slot in _read(rows, Project, keys, *columns):
        rows.families["years"].add((start, end, is_open_ended), slot)
        if first := start or end:
            first_years[slot] = min(first, first_years.get(slot, first))
    rows.orders["start"] = [(-first_years.get(slot, -NO_YEAR), slot) for slot in rows.published]


def read_words_of(rows: Rows, slots: BitMap) -> None:
    """Adds the words of the entries at `slots`, from their texts."""
    _advise(len(slots), "entries have no stored words")
    for first in range(0, len(slots), ROWS_AT_A_TIME):
        rows.add_words(read_words(list(slots[first : first + ROWS_AT_A_TIME])))


def stored_words() -> StoredWords | None:
    """What `rebuild_search` stored by the rules of now; None without, or with changes unknown."""
    newest = WordEntries.objects.filter(rules=WORDING_VERSION).order_by()
    version = newest.values_list("version", flat=True).first()
    if version is None:
        return None
    changed = set(Change.objects.filter(version__gt=version).values_list("subject", flat=True))
    if Change.EVERYTHING in changed:
        return None
    bitmaps: dict[str, dict[str, BitMap]] = {zone: {} for zone in ZONES}
    for zone, word, entries in newest.values_list("zone", "word", "entries").iterator(2000):
        bitmaps[zone][word] = BitMap.deserialize(bytes(entries))
    families = {zone: Bitmaps(bitmaps[zone]) for zone in ZONES}
    return StoredWords(families, BitMap(changed - {Change.VOCABULARY}))
