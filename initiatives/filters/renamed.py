"""Former address words of terms, also of those merged into others: they lead to the terms of
today.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from initiatives.filters.fields import MAX_VALUES
from initiatives.models import Activity, PartnerKind, SellingPoint, SubjectArea, TargetGroup, Term

KINDS: Mapping[str, type[Term]] = {
    "aktivitet": Activity,
    "argument": SellingPoint,
    "malgruppe": TargetGroup,
    "samarbeid": PartnerKind,
    "fagomrade": SubjectArea,
}


def words_of_today(unknown: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """For each parameter: the address words of today, by the former ones among its `unknown`
    values.

    One query for each kind of term of which something unknown is asked for.
    """
    return {
        name: _words_of_today(KINDS[name], values)
        for name, values in unknown.items()
        if name in KINDS
    }


def _words_of_today(model: type[Term], values: Sequence[str]) -> dict[str, str]:
    slugs = [value for value in values[:MAX_VALUES] if re.fullmatch(r"[-a-zA-Z0-9_]{1,120}", value)]
    # Every kind has its own relation of this name, which the abstract model has not.
    rows: Any = model._default_manager
    return dict(rows.filter(former_slugs__slug__in=slugs).values_list("former_slugs__slug", "slug"))
