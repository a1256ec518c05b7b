"""Municipalities and counties that a text names, by names old and new; of several, all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from initiatives.desk.sheets.tables import word_set

# Counties of before 2024 by name, and the numbers of those of today (Statistics Norway).
FORMER_COUNTIES = {
    "Hordaland": ("46",),
    "Sogn og Fjordane": ("46",),
    "Oppland": ("34",),
    "Hedmark": ("34",),
    "Sør-Trøndelag": ("50",),
    "Nord-Trøndelag": ("50",),
    "Aust-Agder": ("42",),
    "Vest-Agder": ("42",),
    "Viken": ("31", "32", "33"),
    "Vestfold og Telemark": ("39", "40"),
    "Troms og Finnmark": ("55", "56"),
}

_WORD = re.compile(r"[^\W\d_][\w’']*(?:-[^\W\d_]\w*)*")
_MUNICIPALITY = re.compile(r"\s+(?:kommun\w*|bygd\b|herad\b)", re.IGNORECASE)
_MUNICIPALITIES_BEFORE = re.compile(
    r"kommun(?:(?:ane|ene|ar|er)(?:\s+(?i:i|på)\s+[A-ZÆØÅ][\w-]+)?|e|en)\s*[:(]?\s*$", re.IGNORECASE
)
_COUNTY_AFTER = re.compile(r"\s+(?:fylke\w*|fylkeskommun\w*)", re.IGNORECASE)
_ELSEWHERE_BEFORE = re.compile(
    r"\b(?:fr[åa]|ut[ae]nfor|nær|mot|(?:\w*messe\w*|\w*treff\w*|stud\w+|møte\w*|besøk\w*|utstilling\w*|busett\w*|"
    r"bosatt\w*)\s+(?:i|på|ved|til))\s+$",
    re.IGNORECASE,
)
_COUNTY = r"[A-ZÆØÅ][\w-]+(?: og [A-ZÆØÅ]\w+)?"
_QUALIFIED = re.compile(
    rf"\s*(?:kommune\s*)?(?:\((?P<inner>[^()]+)\)|,?\s+(?:i|på)\s+(?P<after>{_COUNTY})|,\s*(?P<comma>{_COUNTY}))"
)
_LIST_GAP = re.compile(r"\s*(?:,|og|samt|&|/)\s*(?:og\s*)?")


@dataclass(frozen=True)
class Mention:
    """A name in a text: the numbers of the places it may be, and how sure it is that one is meant.

    `is_named` says that the text calls it a municipality or county, `is_elsewhere` that it is where
    somebody comes from or goes to: `ein messe i Oslo`. Numbers of counties have two digits.
    """

    name: str
    numbers: tuple[str, ...]
    is_county: bool
    is_named: bool
    first: int
    last: int
    is_elsewhere: bool = False

    @property
    def number(self) -> str:
        """The number of the place, where it may be one only."""
        return self.numbers[0]


@dataclass(frozen=True)
class PlaceFinder:
    """The names of places with the numbers they lead to, and the county of each municipality.

    `cities` are the municipalities that a text names because of fairs, students and people who
    moved there.
    """

    municipalities: dict[str, tuple[str, ...]]
    counties: dict[str, tuple[str, ...]]
    county_of: dict[str, str]
    name_of: dict[str, str]
    cities: frozenset[str]
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        names = (*self.municipalities, *self.counties)
        object.__setattr__(
            self, "_longest", max((name.count(" ") + 1 for name in names), default=0)
        )

    def mentions(self, text: str) -> list[Mention]:
        """The places that a text names, in order, the longest name where several fit."""
        joined = re.sub(r"(\w)-\s(?=[A-ZÆØÅ])", r"\1-", text)
        words = list(_WORD.finditer(joined))
        is_shouted = joined.isupper()
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention = self._mention(joined, words, at, is_shouted, found)
            if mention:
                found.append(mention)
            at += mention.name.count(" ") + 1 if mention else 1
        return _named_together(joined, found)

    def _mention(
        self,
        text: str,
        words: list[re.Match[str]],
        at: int,
        is_shouted: bool,
        before: list[Mention],
    ) -> Mention | None:
        if not words[at].group()[:1].isupper():
            return None
        for length in range(min(self._longest, len(words) - at), 0, -1):
            first, last = words[at].start(), words[at + length - 1].end()
            name = self._name(text[first:last], is_shouted)
            if (
                name
                and words[at].group()[:1].isupper()
                and self._is_meant(text, words, at, name, last, before)
            ):
                return self._made(text, name, first, last)
        return None

    def _name(self, text: str, is_shouted: bool) -> str:
        """The name that the text is, also in the genitive or before a hyphen; empty for none."""
        spelt = " ".join(text.split())
        stem = spelt.partition("-")[0] if re.search(r"-[a-zæøå]", spelt) else spelt
        candidates = (
            spelt,
            spelt.rstrip("’'"),
            spelt.removesuffix("’s"),
            spelt[:-1] if spelt.endswith("s") else "",
            stem,
        )
        for candidate in candidates:
            key = candidate.casefold()
            if (
                candidate
                and (key in self.municipalities or key in self.counties)
                and (is_shouted or _has_capitals(candidate))
            ):
                return candidate
        return ""

    def _is_meant(
        self,
        text: str,
        words: list[re.Match[str]],
        at: int,
        name: str,
        last: int,
        before: list[Mention],
    ) -> bool:
        """Whether a name that is an ordinary word too, or stands inside another name, is the place
        here.
        """
        if words[at].start() > 0 and text[words[at].start() - 1] == "-":
            return False
        if name.casefold() not in word_set("ordinary_words.txt"):
            return True
        if _MUNICIPALITY.match(text, last) or name == text.strip():
            return True
        if _is_in_list(text, before, words[at].start()):
            return True
        return (
            at > 0
            and words[at - 1].group().casefold() in word_set("words_of_place.txt")
            and not _is_name_after(text, last)
        )

    def _made(self, text: str, name: str, first: int, last: int) -> Mention:
        key = name.casefold()
        is_county = key in self.counties and (
            key not in self.municipalities or bool(_COUNTY_AFTER.match(text, last))
        )
        numbers = self.counties[key] if is_county else self.municipalities[key]
        is_named = bool((_COUNTY_AFTER if is_county else _MUNICIPALITY).match(text, last)) or bool(
            _MUNICIPALITIES_BEFORE.search(text[:first])
        )
        if len(numbers) > 1 and not is_county:
            numbers = self._qualified(text, last, numbers)
        is_elsewhere = not is_named and _ELSEWHERE_BEFORE.search(text[:first]) is not None
        return Mention(name, numbers, is_county, is_named, first, last, is_elsewhere)

    def _qualified(self, text: str, last: int, numbers: tuple[str, ...]) -> tuple[str, ...]:
        """Those in the county that stands right behind the name: `Herøy i Nordland`, `Våler
        (Østfold)`.
        """
        found = _QUALIFIED.match(text, last)
        word = next((value for value in found.groups() if value), "") if found else ""
        counties = self.counties.get(word.strip().casefold(), ())
        within = tuple(number for number in numbers if self.county_of[number] in counties)
        return within or numbers

    def named(self, text: str) -> tuple[str, ...]:
        """The numbers of municipalities of just this name, alone or before a county or number."""
        name = text.strip()
        if name.casefold() in self.municipalities:
            return self.municipalities[name.casefold()]
        bare, _, behind = name.partition("(")
        bare, behind = bare.strip(), behind.rstrip(")").strip()
        numbers = self.municipalities.get(bare.casefold(), ())
        if behind in numbers:
            return (behind,)
        return self._qualified(f"{bare} ({behind})", len(bare), numbers) if behind else ()

    def label(self, number: str) -> str:
        """The name of a municipality as a label says it, with its number where others share it."""
        name = self.name_of[number]
        return name if self.named(name) == (number,) else f"{name.partition(' (')[0]} ({number})"


def _has_capitals(name: str) -> bool:
    """Whether every word of a name but `og` begins with a capital; `TOKKE` does too."""
    return all(
        word[:1].isupper()
        for word in re.split(r"[ -]", name)
        if word.casefold() not in ("og", "i", "ved")
    )


def _is_name_after(text: str, last: int) -> bool:
    """Whether another name follows: `i Nes Verk`, `på Lund Skole`."""
    return re.match(r"\s+[A-ZÆØÅ][a-zæøå]+", text[last:]) is not None


def _is_in_list(text: str, before: list[Mention], first: int) -> bool:
    """Whether the name goes on a list of places: `Tokke, Vinje og Nes`."""
    return bool(before) and _LIST_GAP.fullmatch(text[before[-1].last : first]) is not None


def _named_together(text: str, found: list[Mention]) -> list[Mention]:
    """Names in a list are called municipalities when the first or the last of them is."""
    groups: list[list[Mention]] = []
    for mention in found:
        if groups and not mention.is_county and _is_in_list(text, groups[-1], mention.first):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [
        replace(m, is_named=m.is_named or (not m.is_county and any(o.is_named for o in group)))
        for group in groups
        for m in group
    ]


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The numbers of each name, in order, each once; `Våler (Østfold)` counts as `Våler` too."""
    numbers: dict[str, dict[str, None]] = defaultdict(dict)
    for name, number in pairs:
        for spelling in _spellings(name):
            numbers[spelling.casefold()][number] = None
    return {name: tuple(sorted(found)) for name, found in numbers.items()}


def _spellings(name: str) -> Iterator[str]:
    bare = name.partition(" (")[0].strip()
    if bare:
        yield bare
    for part in re.split(r"\s+[-–]\s+", bare):
        if part and part != bare:
            yield part
