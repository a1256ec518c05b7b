"""Changing the lists of many entries at once, outside their forms, numbered 1, 2, 3 … throughout.

Positions are unique at every moment, so rows move by way of negative numbers. Call inside a
transaction, after `hold_writers`: then nobody else has rows on their way.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Manager, Max, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from initiatives.models import Initiative

ROWS_AT_A_TIME = 500


def hold_writers(model: type[Model], *keys: int) -> bool:
    """Makes all others who write entries or terms wait; whether all rows with `keys` are there.

    An update that changes nothing: its trigger takes the lock of the catalogue's version before any
    row is locked (`initiatives.models.triggers`), in the same order as everybody who writes. On
    SQLite a transaction holds the others by itself.
    """
    held = model._base_manager.filter(pk__in=keys or [0]).update(slug=F("slug"))
    return held == len(keys)


def remove_links(links: QuerySet[Any]) -> None:
    """Removes links, at most one of each entry, and closes the gaps. Three queries."""
    rows = links.model._base_manager
    position = links.filter(initiative=OuterRef("initiative")).order_by().values("position")
    after = rows.annotate(gone_at=Subquery(position)).filter(
        gone_at__isnull=False, position__gt=F("gone_at")
    )
    after.update(position=-F("position"))
    links.delete()
    rows.filter(position__lt=0).update(position=-F("position") - 1)


def append_term(links: Manager[Any], entries: QuerySet[Initiative], term: Model) -> list[int]:
    """Adds a term at the end of the lists of those entries that lack it, and gives their keys."""
    lacking = entries.exclude(pk__in=links.filter(term=term.pk).values("initiative")).order_by("pk")
    own = links.filter(initiative=OuterRef("pk")).order_by().values("initiative")
    last = own.annotate(last=Max("position")).values("last")
    found = list(lacking.annotate(last=Coalesce(Subquery(last), 0)).values_list("pk", "last"))
    added = [
        links.model(initiative_id=pk, term_id=term.pk, position=last + 1) for pk, last in found
    ]
    links.bulk_create(added, ROWS_AT_A_TIME)
    return [pk for pk, _last in found]


def set_terms(links: Manager[Any], initiative: Initiative, terms: Sequence[int]) -> None:
    """Makes the list of an entry just these terms, by key and in this order; kept wordings stay."""
    rows = links.filter(initiative=initiative.pk)
    rows.exclude(term__in=terms).delete()
    rows.update(position=-F("position") - 1)
    kept = dict(rows.values_list("term_id", "pk"))
    for position, term in enumerate(terms, start=1):
        if term in kept:
            rows.filter(pk=kept[term]).update(position=position)
        else:
            links.create(initiative=initiative, term_id=term, position=position)
