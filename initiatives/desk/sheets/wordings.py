"""Finding a term by its wording, search key, part or near spelling; and several on one line."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from initiatives.desk.sheets.tables import word_set
from initiatives.finding.search import FUNCTION_WORDS
from initiatives.language.keys import bare_words, word_keys
from initiatives.models import Reason

Wording = tuple[str, str]
"""A wording and the slug of what it leads to."""

_Keys = tuple[frozenset[str], ...]

_DASHES = str.maketrans("–—−‐‑", "-----")
_TOKEN = re.compile(r"[,;/+&•·]|[^\s,;/+&•·]+")
_CONNECTORS = frozenset({"og", "samt", "eller", "&", "+", "/", ",", ";", "•", "·", "-", "–", "—"})
_COMMENT = re.compile(r"\s*(?:\([^()]*\)|(?:\s[–—-]|[:;,])\s.*|\s*[.!]\s+[A-ZÆØÅ(].*)\s*$")
_STOP_AFTER_SHORT = re.compile(
    r"\b(?:m\.?fl|mv|etc|osv|bl\.?a|o\.?l|m\.?m|el|inkl|ca|nr)\.$", re.IGNORECASE
)
# What parts an item from the next one, where a list is written as a sentence on several lines.
_LIST_SIGNS = re.compile(r"\s*[,;]$|\s+[–—-]$")
_FROM_COUNTRY = re.compile(r"\w*(?:flytt|vandr)\w*\s+fr[åa]\s+(.+)")
_SHORTEST_PART = 2
_LONG_WORD = 12
_MOST_WORDS = 20
_LETTERS_PER_MISTAKE = 7
_SHORTEST_NEAR = 5
# Of several terms that are nearly spelt so, the nearest must be nearer than the next by this
# many letters.
_MARGIN = 2


@dataclass(frozen=True)
class Match:
    """What a wording leads to. `reason` says why an editor should look at it; None: no doubt."""

    slug: str
    reason: Reason | None = None


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """The wording as it is compared: no case, one kind of dash, single blanks, no final stop."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)
    folded = re.sub(r"\s*/\s*", "/", " ".join(folded.split()))
    return folded.strip(" .,;:!*_\"'«»”“").removeprefix("- ")


def without_stop(text: str) -> str:
    """An item of a list without the sign behind it that ends or parts, if that is not an
    abbreviation's.
    """
    stripped = _LIST_SIGNS.sub("", text.strip())
    if (
        stripped.count(".") == 1
        and stripped.endswith(".")
        and not _STOP_AFTER_SHORT.search(stripped)
    ):
        return stripped[:-1].rstrip()
    return stripped


class Wordings:
    """The wordings that lead to the terms of one kind; of two alike, the first counts."""

    def __init__(
        self, wordings: Iterable[Wording], labels: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """`labels` are those of the terms, by slug and written form."""
        self._labels = labels or {}
        self._slugs: dict[str, str] = {}
        for wording, slug in wordings:
            self._slugs.setdefault(plain(wording), slug)
        self._slugs.pop("", None)

    def label(self, slug: str, form: str) -> str:
        """What people call the term with this slug; the slug itself where nobody has said that."""
        return self._labels.get(slug, {}).get(form) or slug

    def exact(self, text: str) -> str:
        """The slug of the term with this wording; empty for none."""
        return self._slugs.get(plain(text), "")

    def sure(self, text: str) -> str:
        """As `exact`, or with the same search keys in the same order (`barnefamiliene`, `Eiga
        nettside`).
        """
        return self.exact(text) or self._by_keys(text)

    def find(self, text: str) -> Match | None:
        """The term of a wording, with doubt where it is only part of one, or nearly spelt so."""
        if slug := self.sure(text):
            return Match(slug)
        return (
            self._without_comment(text)
            or self._of_country(text)
            or self._by_part(text)
            or self._near(text)
        )

    def _of_country(self, text: str) -> Match | None:
        """The term of people from one country, whichever: `Innflyttere fra Tyskland og Polen`."""
        found = _FROM_COUNTRY.fullmatch(plain(text))
        names = re.split(r",\s*|\s+og\s+|/", found[1]) if found else []
        if not names or any(name.strip() not in word_set("countries.txt") for name in names):
            return None
        slug = self.exact("Flyttarar frå eit bestemt land")
        return Match(slug, Reason.NEARLY_SPELT) if slug else None

    def _without_comment(self, text: str) -> Match | None:
        """The term of a wording that carries a comment: `Annonsering i media (lokalavis)`."""
        shorter = text
        while (cut := _COMMENT.sub("", shorter)) and cut != shorter:
            shorter = cut
            if slug := self.sure(shorter):
                return Match(slug)
        for first, connector, _rest in divisions(shorter):
            if connector == "og" and (slug := self.sure(first)):
                return Match(slug, Reason.IN_SENTENCE)
        return (self._by_part(shorter) or self._near(shorter)) if shorter != text else None

    @cached_property
    def _by_first_key(self) -> dict[str, list[tuple[_Keys, str]]]:
        """By each search key of their first word that says something, the wordings' keys with their
        terms.
        """
        found: dict[str, list[tuple[_Keys, str]]] = defaultdict(list)
        for wording, slug in self._slugs.items():
            keys = _keys(wording)
            for key in keys[0] if keys else ():
                found[key].append((keys, slug))
        return found

    @cached_property
    def _words(self) -> list[tuple[_Keys, str]]:
        """The search keys of all words of each wording, with its term."""
        return [(_all_keys(wording), slug) for wording, slug in self._slugs.items()]

    def _by_keys(self, text: str) -> str:
        asked = _keys(text)
        if not asked or len(asked) > _MOST_WORDS:
            return ""
        found = {
            slug
            for first in asked[0]
            for keys, slug in self._by_first_key.get(first, ())
            if _are_same(asked, keys)
        }
        return found.pop() if len(found) == 1 else ""

    def _by_part(self, text: str) -> Match | None:
        """The only term that says all the words of a wording, in their order, and more."""
        asked = _all_keys(text)
        is_enough = len(asked) >= _SHORTEST_PART or (bool(asked) and len(text) >= _LONG_WORD)
        if not is_enough or len(asked) > _MOST_WORDS:
            return None
        found = {slug for keys, slug in self._words if _is_within(asked, keys)}
        return Match(found.pop(), Reason.PART_OF_TERM) if len(found) == 1 else None

    def _near(self, text: str) -> Match | None:
        """The term that is spelt nearly so, unless another is about as near."""
        asked = plain(text)
        if not _SHORTEST_NEAR <= len(asked) <= 200:
            return None
        allowed = max(1, len(asked) // _LETTERS_PER_MISTAKE)
        near = process.extract(
            asked, list(self._slugs), scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        nearest: dict[str, int] = {}
        for wording, distance, _index in near:
            slug = self._slugs[wording]
            nearest[slug] = min(nearest.get(slug, allowed + 1), int(distance))
        ranked = sorted(nearest, key=lambda slug: nearest[slug])
        if not ranked or (len(ranked) > 1 and nearest[ranked[1]] - nearest[ranked[0]] < _MARGIN):
            return None
        return Match(ranked[0], Reason.NEARLY_SPELT)

    def named_in(self, text: str) -> list[str]:
        """The terms whose wordings stand in a sentence, in the order that they stand there."""
        asked = _all_keys(text)
        places: dict[str, int] = {}
        for keys, slug in self._words:
            if (place := _place_of(keys, asked)) is not None:
                places[slug] = min(place, places.get(slug, place))
        return sorted(places, key=lambda slug: places[slug])


def _keys(text: str) -> _Keys:
    return tuple(word_keys(word) for word in bare_words(text) if word not in FUNCTION_WORDS)


def _all_keys(text: str) -> _Keys:
    return tuple(word_keys(word) for word in bare_words(text))


def _are_same(asked: _Keys, keys: _Keys) -> bool:
    """Whether two wordings have as many words, and each of them a search key in common."""
    return len(asked) == len(keys) and all(a & b for a, b in zip(asked, keys, strict=True))


def _is_within(asked: Sequence[frozenset[str]], keys: Sequence[frozenset[str]]) -> bool:
    """Whether all that is asked is among the keys in the same order, beginning with the first."""
    if not keys or not asked[0] & keys[0]:
        return False
    left = iter(keys)
    return all(any(wanted & key for key in left) for wanted in asked)


def _place_of(keys: Sequence[frozenset[str]], text: Sequence[frozenset[str]]) -> int | None:
    if not keys:
        return None
    for place in range(len(text) - len(keys) + 1):
        if all(key & word for key, word in zip(keys, text[place:], strict=False)):
            return place
    return None


# Several on one line


def divisions(text: str) -> Iterator[tuple[str, str, str]]:
    """Every way to divide a line in two at a blank or connecting word, longest first part first.

    Gives the first part, the word or sign that connects them (empty: only a blank), and the rest.
    """
    tokens = list(_TOKEN.finditer(text))
    for at in range(len(tokens) - 1, 0, -1):
        before = tokens[at - 1].group().lower()
        if before in _CONNECTORS or before.endswith("-"):
            continue
        connectors = list(
            takewhile(lambda token: token.group().lower() in _CONNECTORS, tokens[at:])
        )
        rest = text[connectors[-1].end() if connectors else tokens[at].start() :].strip()
        connector = connectors[0].group().lower() if connectors else ""
        if rest and (connector or rest[:1].isupper()):
            yield text[: tokens[at - 1].end()].strip(), connector, rest
