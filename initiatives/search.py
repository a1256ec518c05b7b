"""Free search: every word of the query must begin a word of the entry, in either written form.

Looks in the entry's own text, its terms with all their wordings, its partners and its places, old names and
numbers too. Asked of the database as regular expressions, which need no index and are never out of date.
"""

import re

from django.db import connection
from django.db.models import Model, Q

from initiatives.models import (
    ActivityLink,
    CountyLink,
    Initiative,
    MunicipalityLink,
    PartnerLink,
    Project,
    SellingPointLink,
    SubjectAreaLink,
    TargetGroupLink,
)

MAX_WORDS = 6

# Where a word begins, in Python's regular expressions (which SQLite is given) and in PostgreSQL's.
_WORD_BEGINS = {"sqlite": r"\b", "postgresql": r"\m"}

_OWN_FIELDS = (
    *(f"{name}_{form}" for name in ("title", "lead", "body", "main_goal") for form in ("nn", "nb")),
    "place_name",
    "owner",
)
_TERM_FIELDS = ("wording", "term__label_nn", "term__label_nb", "term__aliases__wording")
_LINKED_FIELDS: dict[type[Model], tuple[str, ...]] = {
    ActivityLink: _TERM_FIELDS,
    SellingPointLink: _TERM_FIELDS,
    TargetGroupLink: _TERM_FIELDS,
    SubjectAreaLink: _TERM_FIELDS,
    PartnerLink: ("wording", "term__name_nn", "term__name_nb", "term__aliases__wording"),
    MunicipalityLink: (
        "term__number",
        "term__official_name",
        "term__parallel_names",
        "term__former__number",
        "term__former__name",
        "term__county__official_name",
        "term__regions__name",
    ),
    CountyLink: ("term__official_name", "term__parallel_names"),
    Project: ("name_nn", "name_nb", "place_name"),
}


def words(query: str) -> list[str]:
    """The words of a query in lower case, without doubles."""
    return list(dict.fromkeys(re.findall(r"\w+", query.lower())))


def matches(query: str) -> Q:
    """The condition that an entry holds the first `MAX_WORDS` words of `query`; true of all without words."""
    condition = Q()
    for word in words(query)[:MAX_WORDS]:
        condition &= _holds(word)
    return condition


def _holds(word: str) -> Q:
    pattern = _beginning_pattern(word)
    condition = _any_of(_OWN_FIELDS, pattern)
    for model, fields in _LINKED_FIELDS.items():
        rows = model._default_manager.filter(_any_of(fields, pattern))
        condition |= Q(pk__in=rows.values("initiative"))
    return condition


def _any_of(fields: tuple[str, ...], pattern: str) -> Q:
    return Q(*((f"{field}__iregex", pattern) for field in fields), _connector=Q.OR)


def _beginning_pattern(word: str) -> str:
    """A pattern for words that begin with `word`, in the syntax of the database.

    Letters outside ASCII stand in both cases, since PostgreSQL folds them in some locales only.
    """
    letters = "".join(f"[{c}{c.upper()}]" if not c.isascii() and len(c.upper()) == 1 else c for c in word)
    return _WORD_BEGINS[connection.vendor] + letters


def matching_ids(query: str) -> set[int]:
    """The keys of the published entries that hold every word of `query`, in one query."""
    return set(Initiative.objects.published().filter(matches(query)).values_list("pk", flat=True))
