"""The entries of a list with all that goes out of each, read a portion at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.utils import translation
from pyroaring import BitMap

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Choice, Snapshot
from initiatives.language import FORMS, reader_form
from initiatives.models import Initiative, Project
from initiatives.models.facts import Period
from initiatives.models.kinds import LINKED, Kind

# Entries that are read together: enough to ask seldom, few enough to hold in memory.
PORTION = 500

# Those of its county are worked out: its municipalities are in one too.
READ_KINDS = tuple(kind for kind in LINKED if not kind.members)
# What goes out of the entry itself.
READ = (
    *(f"{name}_{form}" for name in ("title", "lead", "main_goal") for form in FORMS),
    *(
        "slug",
        "original_form",
        "place_name",
        "scope",
        "owner",
        "organisation",
        "assessment",
        "website",
    ),
    *("is_example", "first_published_at", "changed_at", "confirmed_on"),
)
# What an entry knows beside its text, in tables of their own.
FACTS = ("projects", "fundings", "results", "documents", "contacts")

Made = TypeVar("Made")


@dataclass(frozen=True)
class OutgoingEntry:
    """An entry with its projects, terms and places by kind, in order (counties by number)."""

    initiative: Initiative
    linked: Mapping[str, Sequence[Choice]]

    @cached_property
    def period(self) -> Period:
        return self.initiative.period

    @cached_property
    def projects(self) -> list[Project]:
        return list(self.initiative.projects.all())

    def labels(self, kind: str) -> list[str]:
        """Of its terms or places of a kind, in the reader's form."""
        form = reader_form()
        return [choice.labels[form] for choice in self.linked[kind]]


def read_portions(
    asked: InitiativeFilter, make: Callable[[list[OutgoingEntry]], Made]
) -> Iterator[Made]:
    """What `make` gives for each portion of the entries asked for, in order; twelve queries each.

    Nothing is read before it is asked for. That may be after the request, when another written form
    is active, so each portion is made in the one of now.
    """
    form = reader_form()

    def make_portion(start: int) -> Made:
        with translation.override(form):
            return make(read_rows(asked.snapshot, asked.page(start, PORTION)))

    return (make_portion(start) for start in range(0, len(asked.matching), PORTION))


def read_rows(snapshot: Snapshot, keys: Sequence[int]) -> list[OutgoingEntry]:
    """The published entries with these keys, in the same order, in twelve queries.

    One that was unpublished after the snapshot was made is left out.
    """
    published = Initiative.objects.published().order_by().only(*READ)
    entries = published.prefetch_related(*FACTS).in_bulk(keys)
    linked = {kind.name: _read_links(snapshot, kind, keys) for kind in READ_KINDS}
    linked["partnerkind"] = _kinds_of(snapshot, linked["partner"])
    linked["county"] = _counties(snapshot, keys)
    there = [key for key in keys if key in entries]
    return [
        OutgoingEntry(entries[key], {kind: choices[key] for kind, choices in linked.items()})
        for key in there
    ]


def _read_links(snapshot: Snapshot, kind: Kind, keys: Sequence[int]) -> Mapping[int, list[Choice]]:
    """The terms or places of each entry; one that is newer than the snapshot has no label yet."""
    known = snapshot.choices(kind.name)
    links = kind.link._base_manager.filter(initiative__in=keys)
    rows = links.order_by("initiative_id", "position")
    linked: dict[int, list[Choice]] = defaultdict(list)
    for key, term in rows.values_list("initiative_id", "term_id"):
        if term in known:
            linked[key].append(known[term])
    return linked


def _kinds_of(
    snapshot: Snapshot, partners: Mapping[int, list[Choice]]
) -> Mapping[int, list[Choice]]:
    """The kinds of the partners of each entry, each kind once."""
    kinds = snapshot.once("kind of partner", lambda: _kind_of_each_partner(snapshot))
    found = {
        key: dict.fromkeys(kinds[choice.key] for choice in own) for key, own in partners.items()
    }
    return defaultdict(
        list, {key: [_choice(snapshot, kind) for kind in own] for key, own in found.items()}
    )


def _kind_of_each_partner(snapshot: Snapshot) -> Mapping[int, int]:
    members = snapshot.vocabulary.members["partnerkind"]
    return {partner: kind for kind, partners in members.items() for partner in partners}


def _choice(snapshot: Snapshot, partner_kind: int) -> Choice:
    return snapshot.choices("partnerkind")[partner_kind]


def _counties(snapshot: Snapshot, keys: Sequence[int]) -> Mapping[int, list[Choice]]:
    """The counties of each entry: its own and those of its municipalities."""
    counties: dict[int, list[Choice]] = defaultdict(list)
    portion = BitMap(keys)
    for county in snapshot.vocabulary.choices["county"]:
        for key in snapshot.linked("county")[county.key] & portion:
            counties[key].append(county)
    return counties
