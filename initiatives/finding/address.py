"""The address of a list as a value: the one order of its parameters, and how links are built.

Which parameters there are is told by the filter set, which lies above. Their names are public and
right in both written forms; they are Norwegian here, in `filters` and in `models.kinds` only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from django.db.models import Model
from django.http import HttpRequest

from initiatives.models import kinds

SEARCH = "q"
SORT = "sorter"
TRAY = "tiltak"
PAGE = "side"
ORGANISATION = "organisering"

# Each parameter with its place in the canonical order, as the filter set
# (`initiatives.finding.filters`) tells it when the app starts. Anything else is dropped from every
# link that is built.
PARAMETERS: dict[str, int] = {}


def keep_order(names: Iterable[str]) -> None:
    """From now on these are the parameters, in this order."""
    PARAMETERS.clear()
    PARAMETERS.update((name, place) for place, name in enumerate(names))


def site_root(request: HttpRequest) -> str:
    """The site's address without a path, `https://…`. A host that is not ours raises
    `DisallowedHost`.
    """
    return request.build_absolute_uri("/").rstrip("/")


@lru_cache(maxsize=4096)
def _quoted(text: str, safe: str, encoding: str | None, errors: str | None) -> str:
    """As `quote_plus`. A page has a dozen addresses of nearly the same values."""
    return quote_plus(text, safe, encoding, errors)


@dataclass(frozen=True)
class Address:
    """The parameters of a list in canonical order, without doubles. Changing gives a new address.

    `pairs` holds `(name, value)`; values of one name stand alphabetically.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Address":
        """The canonical address of `pairs`: unknown names and empty values are left out."""
        kept = {(name, value) for name, value in pairs if name in PARAMETERS and value}
        return cls(tuple(sorted(kept, key=lambda pair: (PARAMETERS[pair[0]], pair[1]))))

    def with_given_order(self, name: str, values: Iterable[str]) -> "Address":
        """This address with `values` of `name` as they stand, where their order tells which are
        taken.
        """
        given = dict.fromkeys((name, value) for value in values if value)
        others = [pair for pair in self.pairs if pair[0] != name]
        return Address(tuple(sorted([*others, *given], key=lambda pair: PARAMETERS[pair[0]])))

    @classmethod
    def of_term(cls, term: Model) -> "Address":
        """The address of the entries that share a term or a place."""
        kind = kinds.of(term)
        return cls.of_value(kind.name, kind.value_of(term))

    @classmethod
    def of_value(cls, kind: str, value: str) -> "Address":
        """As `of_term`, for the name of a kind and the value that stands in addresses."""
        return cls().with_value(kind, value)

    def with_(self, name: str, value: str) -> "Address":
        """This address with one more value of `name`, on the first page."""
        return Address.of([*self.without(PAGE).pairs, (name, value)])

    def with_value(self, kind: str, value: str) -> "Address":
        """This address with one more term or place, on the first page."""
        return self.with_(kinds.KINDS[kind].parameter, value)

    def without(self, name: str, value: str | None = None) -> "Address":
        """This address without `value` of `name` (None: without all its values), on the first
        page.
        """
        return self._kept(lambda n, v: n != PAGE and not (n == name and value in (None, v)))

    def at_page(self, number: int) -> "Address":
        """This address at a page; the first page is the address without a page."""
        first = self.without(PAGE)
        return first if number <= 1 else Address((*first.pairs, (PAGE, str(number))))

    def only(self, name: str) -> "Address":
        """The address of the values of `name` alone."""
        return self._kept(lambda n, _value: n == name)

    def _kept(self, is_kept: Callable[[str, str], bool]) -> "Address":
        """The pairs that are kept, in their order."""
        return Address(tuple((name, value) for name, value in self.pairs if is_kept(name, value)))

    def values(self, name: str) -> list[str]:
        return [value for n, value in self.pairs if n == name]

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The pairs that narrow the list."""
        return [(name, value) for name, value in self.pairs if name not in (TRAY, SORT, PAGE)]

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may keep the page: at most one parameter, which narrows and is no
        search.

        `robots.txt` says the same.
        """
        return len(self.pairs) <= 1 and not any(self.values(name) for name in (SEARCH, TRAY, SORT))

    @property
    def for_files(self) -> "Address":
        """The address of all pages of this list as a file."""
        return self._kept(lambda name, _value: name not in (TRAY, PAGE))

    @property
    def for_feed(self) -> "Address":
        """The address of this list as a feed, which has an order of its own."""
        return self._kept(lambda name, _value: name not in (TRAY, SORT, PAGE))

    @property
    def query(self) -> str:
        """`?aktivitet=a&side=2`, or nothing when nothing is asked."""
        return f"?{urlencode(self.pairs, quote_via=_quoted)}" if self.pairs else ""
