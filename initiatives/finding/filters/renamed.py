"""Former address words of terms, merged ones too: they lead to the terms of today."""

import re
from collections.abc import Mapping, Sequence

from initiatives.finding.filters.fields import MAX_VALUES
from initiatives.models.kinds import TERM_KINDS, Kind

BY_PARAMETER = {kind.parameter: kind for kind in TERM_KINDS.values()}


def words_of_today(unknown: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """For each parameter: the words of today, by the former ones among its `unknown` values.

    One query for each kind of term of which something unknown is asked for.
    """
    return {
        name: _words_of_today(BY_PARAMETER[name], values)
        for name, values in unknown.items()
        if name in BY_PARAMETER
    }


def _words_of_today(kind: Kind, values: Sequence[str]) -> dict[str, str]:
    slugs = [value for value in values[:MAX_VALUES] if re.fullmatch(r"[-a-zA-Z0-9_]{1,120}", value)]
    rows = kind.former_slug._default_manager.filter(slug__in=slugs)
    return dict(rows.order_by().values_list("slug", "term__slug"))
