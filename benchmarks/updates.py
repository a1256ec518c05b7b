"""Inside Django: how long this process takes to catch up with one publication."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from random import Random
from typing import Any

from benchmarks.figures import Figure
from benchmarks.pages import milliseconds
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Activity, ActivityLink, Initiative

SEED = 20_260_102
WARM_UP = 3
# An ending that no entry has, to be found again.
MARK = " Framifrå prøveending."
# A position that no link has.
POSITION = 1000


def run(count: int) -> dict[str, Any]:
    """The time to catch up with each of `count` changes: a text, a link more or less. All are taken
    back.

    The first, which is told apart, has to load the dictionaries for a word that no entry had.
    """
    current_snapshot()
    gc.collect()
    samples = []
    changed: list[int] = []
    try:
        for publish in islice(changes(Random(SEED), changed), count + WARM_UP):
            publish()
            samples.append(milliseconds(current_snapshot)[0])
    finally:
        take_back(changed)
    figures = {"first_update": Figure.of(samples[:1]), "update": Figure.of(samples[WARM_UP:])}
    return {name: asdict(figure) for name, figure in figures.items()}


def changes(rng: Random, changed: list[int]) -> Iterator[Callable[[], object]]:
    """Three changes of each of a row of random entries; those that were changed are noted in
    `changed`.
    """
    keys = list(Initiative.objects.published().order_by("pk").values_list("pk", flat=True))
    while True:
        entry = Initiative.objects.get(pk=rng.choice(keys))
        changed.append(entry.pk)
        unused = Activity.objects.exclude(initiatives=entry).order_by("pk")[0]
        link = ActivityLink(initiative=entry, term=unused, position=POSITION)
        entry.lead_nn += MARK
        yield from (entry.save, link.save, link.delete)


def take_back(keys: list[int]) -> None:
    """Gives the entries their texts back, and takes away the links."""
    for entry in Initiative.objects.filter(pk__in=keys):
        entry.lead_nn = entry.lead_nn.replace(MARK, "")
        entry.save()
    ActivityLink.objects.filter(initiative__in=keys, position=POSITION).delete()
