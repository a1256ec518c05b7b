"""Stores drawn examples in bulk, and removes them again with the partners that only they have."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from operator import itemgetter
from random import Random

from django.db import transaction

from initiatives.examples.drawing import Draft, History, draw_entry
from initiatives.examples.reference import PARTNER_SLUG_PREFIX, Reference, Register
from initiatives.models import (
    Initiative,
    Municipality,
    Partner,
    Succession,
)

BATCH_SIZE = 500


@transaction.atomic
def make_examples(count: int, seed: int, today: date, advance: Callable[[int], object]) -> None:
    """Makes `count` published entries, all or none; `advance` is told the size of each batch.

    The same seed and count on the same data and day give the same entries, but for address words
    that are taken. Raises `ReferenceDataMissingError`.
    """
    reference, register = Reference.load(), Register.load()
    histories: dict[Municipality, list[History]] = defaultdict(list)
    for first in range(0, count, BATCH_SIZE):
        numbers = range(first, min(first + BATCH_SIZE, count))
        drafts = [
            draw_entry(Random(f"{seed}/{number}"), reference, register, today) for number in numbers
        ]
        store(drafts, register)
        for draft in drafts:
            if len(draft.place.municipalities) == 1 and draft.years:
                histories[draft.place.municipalities[0]].append(draft.history)
        advance(len(drafts))
    Succession.objects.bulk_create(draw_successions(Random(f"{seed}/successions"), histories))


def store(drafts: list[Draft], register: Register) -> None:
    """Saves the entries, their new partners and their rows: one statement a model."""
    rows = defaultdict(list)
    for draft in drafts:
        draft.initiative.prepare()
        for row in draft.rows:
            rows[type(row)].append(row)
    Partner.objects.bulk_create(
        partner for partner in register.partners.values() if partner.pk is None
    )
    Initiative.objects.bulk_create(draft.initiative for draft in drafts)
    for model, instances in rows.items():
        model._default_manager.bulk_create(instances)


def draw_successions(rng: Random, histories: dict[Municipality, list[History]]) -> list[Succession]:
    """A few pairs of entries of one municipality where one ended no later than the other began."""
    pairs = [
        pair for told in histories.values() for pair in pairwise(sorted(told, key=itemgetter(0)))
    ]
    return [
        Succession(predecessor=earlier.initiative, successor=later.initiative)
        for earlier, later in pairs
        if earlier.last_year and earlier.last_year <= later.first_year and rng.random() < 0.1
    ]


@transaction.atomic
def remove_examples() -> int:
    """Removes all examples, and partners made for them that none uses; returns how many entries."""
    _, removed = Initiative.objects.filter(is_example=True).delete()
    Partner.objects.filter(slug__startswith=PARTNER_SLUG_PREFIX, links=None).delete()
    return removed.get(Initiative._meta.label, 0)
