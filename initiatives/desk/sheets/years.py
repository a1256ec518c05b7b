"""Years as sheets write them: 2012–2014, 2012–14, 2012/2013, frå 2012, hausten 2009, treårig."""

import re
from dataclasses import dataclass

_YEAR = r"(?<![\d.,])(?:19[5-9]\d|20[0-4]\d)(?![\d])"
_AFTER_POINT = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_MONTH = (
    r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"jan\.?|feb\.?|apr\.?|aug\.?|sept?\.?|okt\.?|nov\.?|des\.?"
)
_SEASON = r"v[åa]ren|haust(?:en)?|høst(?:en)?|somm[ae]ren|vinteren|vår|årsskiftet|nyttår"
_EDGE = (
    r"ut(?:gangen)?(?: av)?|slutten av|byrjinga av|begynnelsen av|starten av|midten"
    r" av|medio|ultimo|primo"
)
_WHEN = rf"(?:(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.)?|{_MONTH}|{_SEASON}|{_EDGE}|år(?:et)?|i|om)\s*)*"
_SINCE = (
    r"fr[åa](?: og med)?|si[dð]an|siden|f\.?o\.?m\.?|start(?:a|et|ar|er)(?: opp)?|oppstart(?: i)?|"
    r"start|etablert|stifta|stiftet|begynte|byrja|oppretta|opprettet|sett i gang|satt i"
    r" gang|innført"
)
_UNTIL = (
    r"(?:fram|frem)?\s*til(?: og"
    r" med)?|t\.?o\.?m\.?|ut|avslutta(?:st)?|avslutte[ts]|slutt(?:a|et|ar|er)|"
    r"slutt|ferdig(?:stilt)?|varte ut|enda"
)
_TO = rf"(?:\s*[-–—−/→]\s*(?:og\s+)?(?:til\s+)?|\s+(?:og\s+)?(?:{_UNTIL})\s+)"
_FLAGS = re.IGNORECASE

_RANGE = re.compile(
    rf"(?P<start>{_YEAR}|(?<=\.){_AFTER_POINT}){_TO}{_WHEN}(?P<end>{_AFTER_POINT}|\d\d(?![\d.]))",
    _FLAGS,
)
# `01.08.10 - 31.12.12`: the only dates that say a year with two digits without doubt.
_SHORT_DATES = re.compile(
    r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?P<start>[0-4]\d)\s*[-–—]\s*\d{1,2}\.\d{1,2}\.(?P<end>[0-4]\d)(?!\d)"
)
_OPEN = re.compile(
    rf"(?P<start>{_YEAR}|(?<=\.){_AFTER_POINT})\s*(?:[-–—−→]|til|og)\s*"
    r"(?:til\s+)?(?:d\.?\s?d\b\.?|\?|dags dato|i dag|no\b|nå\b|pågår|framover|fremover|"
    r"framleis|fortsatt|$|(?=[).,;]))",
    _FLAGS,
)
_START = re.compile(
    rf"\b(?P<word>{_SINCE})\s+{_WHEN}(?P<year>{_YEAR}|(?<=\.){_AFTER_POINT})", _FLAGS
)
_END = re.compile(rf"\b(?:{_UNTIL})\s+{_WHEN}(?P<year>{_YEAR}|(?<=\.){_AFTER_POINT})", _FLAGS)
_ALONE = re.compile(rf"{_YEAR}|(?<=\.){_AFTER_POINT}")
_FROM = re.compile(r"fr[åa]|si[dð]an|siden|f\.?o\.?m", _FLAGS)
_ONGOING = re.compile(
    r"\b(?:pågår|pågåande|pågående|løpande|løpende|kontinuerl\w+|"
    r"(?:framleis|fremdeles|fortsatt|enn[åo]) (?:i gang|i drift)"
    r"|held (?:framleis )?fram|fortsetter|varig (?:ordning|tiltak)|fast (?:ordning|tiltak)"
    r"|d\.\s?d\.|til i dag"
    r"|inntil vid(?:ere|are)|utan sluttdato|uten sluttdato|ongoing)",
    _FLAGS,
)
_ENDED = re.compile(r"\bavslutta|\bavsluttet", _FLAGS)
LENGTH = re.compile(
    r"\b(?:(?:eit|ett|to|tre|fire|fem|seks|sju|\d{1,2})[- ]?åri?ge?\b"
    r"|(?:to|tre|fire|fem|seks|sju|\d{1,2}) år\b)",
    _FLAGS,
)


@dataclass(frozen=True)
class Years:
    """When something began and ended; None is not said. It stands at text[first:last]."""

    start: int | None
    end: int | None
    is_open: bool
    first: int
    last: int

    @property
    def says_something(self) -> bool:
        return bool(self.start or self.end or self.is_open)


def years_in(text: str, is_period: bool = False) -> Years | None:
    """The years of a text, or None. `is_period`: where years are told, one is enough."""
    if (found := _RANGE.search(text)) and (years := _range(found)):
        return years
    if (found := _SHORT_DATES.search(text)) and found["start"] <= found["end"]:
        return Years(2000 + int(found["start"]), 2000 + int(found["end"]), False, *found.span())
    if found := _OPEN.search(text):
        return Years(int(found["start"]), None, True, *found.span())
    return _ends(text) or (_alone(text) if is_period else None)


def _range(found: re.Match[str]) -> Years | None:
    start, end = int(found["start"]), int(found["end"])
    if end < 100:
        end += start // 100 * 100
        end += 100 if end < start and start < 2000 else 0
    return Years(start, end, False, *found.span()) if start <= end <= 2100 else None


def _ends(text: str) -> Years | None:
    """A beginning, an end, or both, told apart from each other."""
    start, end = _START.search(text), _END.search(text)
    spans = [found.span() for found in (start, end) if found]
    if not spans:
        return None
    first_year, last_year = _year(start), _year(end)
    if first_year and last_year and last_year < first_year:
        last_year = None
    is_open = start is not None and last_year is None and _is_running(start["word"], text)
    return Years(first_year, last_year, is_open, min(spans)[0], max(last for _first, last in spans))


def _year(found: re.Match[str] | None) -> int | None:
    return int(found["year"]) if found else None


def _is_running(beginning: str, text: str) -> bool:
    """Whether what a text tells the beginning of goes on; `beginning` are the words that lead to
    it.
    """
    has_begun = _FROM.fullmatch(beginning.split()[0]) or _ONGOING.search(text)
    return has_begun is not None and not (LENGTH.search(text) or _ENDED.search(text))


def _alone(text: str) -> Years | None:
    found = list(_ALONE.finditer(text))
    is_open = _ONGOING.search(text)
    if not found:
        return Years(None, None, True, *is_open.span()) if is_open else None
    years = [int(year.group()) for year in found]
    span = found[0].start(), found[-1].end()
    if is_open:
        return Years(min(years), None, True, *span)
    return Years(min(years), max(years), False, *span)
