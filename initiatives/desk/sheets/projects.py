"""The projects that a sheet tells the years of: under a heading, in a list, or in its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from initiatives.desk.sheets.blocks import Block
from initiatives.desk.sheets.headings import Section, opening
from initiatives.desk.sheets.reading import Part, Sheet
from initiatives.desk.sheets.tables import word_set
from initiatives.desk.sheets.years import LENGTH, Years, years_in
from initiatives.models.facts import Period

MAX_NAME = 200
_LONGEST_NAME = 80
# `I tre år` and `over tre år` are no names; `Tre år i Tokke` may be one.
_MOST_WORDS_OF_LENGTH = 3

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«”\"])")
_NAMED = re.compile(
    r"\b(?i:\w*(?:prosjekt(?:et)?|satsing(?:a|en)|tiltaket|kampanjen?|ordning(?:a|en)|program(?:met)?))"
    r"(?:,?\s+(?:kal[lt]a?\s+)?[«”\"“](?P<quoted>[^»”\"“]{2,80})[»”\"“]"
    r"|\s+(?P<plain>[A-ZÆØÅ][\w+&-]*(?:\s+(?:(?:i|på|og|til|the)\s+)?[A-ZÆØÅ][\w+&-]*)*))"
)
_QUOTED_FIRST = re.compile(r"[«”\"“]([^»”\"“]{2,80})[»”\"“]\s+(?=\w)")
_QUOTED = re.compile(r"[«”\"“]([^»”\"“]{2,80})[»”\"“]")
# What a name is not: a word for the thing itself, or what leads to the years.
_GENERIC = re.compile(
    r"(?:dette |det |den |heile )?(?:prosjekt\w*|tiltak(?:et|a|ene)?|arbeid(?:et)?|"
    r"satsing\w*|periode\w*|kampanj\w*|kommun\w+|start\w*|"
    r"varigheit|varighet|tidsrom\w*|vart|ble|blei|det|det)\b.*",
    re.IGNORECASE,
)
_BETWEEN = " \t\n\u00a0,;:–—-("
# Told with one year, it is when the money was given; with a first and a last one, how long it
# lasts.
_MONEY = re.compile(r"kroner|\bkr\b", re.IGNORECASE)
_STATISTICS = re.compile(
    r"folket(?:al|all)|innbygg\w*t(?:al|all)|befolkning|folkemengd|%|prosent|undersøk\w+|"
    r"\btall? fr[åa]|valg|val i ",
    re.IGNORECASE,
)
# What stands before years that are those of the work itself, whatever else the sentence counts.
_RUNNING = re.compile(
    r"\b(?:prosjekt|satsing|tiltak|kampanj|program|ordning|arbeid)\w*\b[^.,;:%\d]{0,40}$",
    re.IGNORECASE,
)
# What the years right behind are those of, and not of the work.
_OTHER_YEARS = re.compile(
    r"\b(?:\w*plan(?:en|ane|ene|ar|er)?|fødde?|født|årgang\w*)\W+(?:for|i|frå|fra)?\s*\W*$", re.I
)
_LABELLED = re.compile(r"(.+?) \((\d{4})?(–)?(\d{4})?\)")
_PERIOD_WORD = re.compile(r"^\s*\w*(?:period|tidsrom|varighe|varigh)\w*\b", re.IGNORECASE)


@dataclass(frozen=True)
class FoundProject:
    """A project with the years that are told, and the line and text that tell them."""

    name: str
    start_year: int | None
    end_year: int | None
    is_open_ended: bool
    number: int
    source: str

    @property
    def in_words(self) -> str:
        """The name and the years: `Dalen+: 2012–2014`."""
        period = str(Period(self.start_year, self.end_year, self.is_open_ended))
        return f"{self.name}: {period}" if period else self.name


def projects_of(sheet: Sheet) -> list[FoundProject]:
    """The projects in the order they are told of; what is told in several places is one."""
    title = sheet.title.text if sheet.title else ""
    found: list[FoundProject] = []
    if sheet.lead:
        found += _in_text(sheet.lead.text, sheet.lead.number, title)
    for part in sheet.parts:
        found += _in_part(part, title)
    return _joined(found)


def labelled(name: str, start: int | None, end: int | None, is_open: bool) -> str:
    """A project as a label says it: `Dalen+ (2012–2014)`, `(2012)` for a start, `(2012–)` while it
    runs.
    """
    dash = "–" if end or is_open else ""
    years = f"{start or ''}{dash}{end or ''}"
    return f"{name} ({years})" if years or _LABELLED.fullmatch(name) else name


def labelled_project(text: str, number: int) -> FoundProject | None:
    """The project that a label says, as `labelled` writes it; None for `–`, that there is none."""
    found = _LABELLED.fullmatch(text)
    name, start, dash, end = found.groups() if found else (text, None, "", None)
    if not name.strip(" –"):
        return None
    is_open = bool(dash) and not end
    first, last = (int(year) if year else None for year in (start, end))
    if first and last and last < first:  # then nobody knows which is wrong, and the name keeps both
        return FoundProject(text[:MAX_NAME], None, None, False, number, text)
    return FoundProject(name[:MAX_NAME], first, last, is_open, number, text)


def _in_part(part: Part, title: str) -> Iterator[FoundProject]:
    block = part.block
    is_period = part.is_period or _PERIOD_WORD.match(block.text) is not None
    if is_period or block.is_item:
        years = years_in(_without_label(block), is_period)
        if years and not (
            block.is_item and not is_period and _are_of_something_else(block.text, years)
        ):
            yield _project(
                _name_before(_without_label(block), years, title), years, block.number, block.text
            )
        return
    yield from _in_text(block.text, block.number, title)


def _without_label(block: Block) -> str:
    """The text behind a heading of periods on the same line, or all of it."""
    opened = opening(block.text)
    return opened.rest if opened and opened.section is Section.PERIOD else block.text


def _in_text(text: str, number: int, title: str) -> Iterator[FoundProject]:
    """The projects of running text: sentences with a range of years, a beginning, or a length."""
    for sentence in _SENTENCE_END.split(text):
        years, name = years_in(sentence), _name_told(sentence)
        if years and _are_of_work(sentence, years):
            yield _project(name or _whole_name(sentence, years) or title, years, number, sentence)
        elif name and LENGTH.search(sentence):
            yield FoundProject(name, None, None, False, number, sentence)


def _name_told(sentence: str) -> str:
    """The name that a sentence gives to a project, or empty."""
    named = _NAMED.search(sentence) or _QUOTED_FIRST.match(sentence)
    return next(filter(None, named.groups())) if named else ""


def _are_of_work(sentence: str, years: Years) -> bool:
    """Whether the years are those of the work itself; `frå 2012` alone may be of anything."""
    is_since = not years.end and re.search(r"\bfr[åa]\s+\S*\s*$", sentence[: years.last - 4])
    return not is_since and not _are_of_something_else(sentence, years)


def _are_of_something_else(sentence: str, years: Years) -> bool:
    """Whether the years are those of numbers, money or a plan, and not of the work itself."""
    before = sentence[: years.first]
    is_one_year = not (years.start and years.end)
    counts = _STATISTICS.search(sentence) or (is_one_year and _MONEY.search(sentence))
    return bool(_OTHER_YEARS.search(before) or (counts and not _RUNNING.search(before)))


def _whole_name(sentence: str, years: Years) -> str:
    """The name where a sentence is nothing but a name and years: `Lys i Husan 2006–2010.`"""
    rest = re.sub(r"\([^)]*\)|\W", "", sentence[years.last :])
    name = sentence[: years.first].strip(_BETWEEN)
    is_name = (
        name == _without_leading(name) and 0 < len(name.split()) <= 6 and not _GENERIC.match(name)
    )
    return name if is_name and not rest and sentence[years.first].isdigit() else ""


def _name_before(text: str, years: Years, title: str) -> str:
    """The name that stands before the years in an item or a line of periods, else the title's."""
    before = text[: years.first]
    if quoted := _QUOTED.findall(before):
        return str(quoted[-1])
    before = before.partition(":")[0] if ":" in before else before
    name = _without_leading(before)
    is_length = LENGTH.search(name) is not None and len(name.split()) <= _MOST_WORDS_OF_LENGTH
    if is_length or not re.search(r"[^\W\d]", name) or len(name) > _LONGEST_NAME:
        return title
    if _GENERIC.fullmatch(name) and not re.search(r"\d", name):
        return title
    return name


def _without_leading(text: str) -> str:
    """The text without words and signs at its end that lead on to years, or belong to a date."""
    words = text.strip(_BETWEEN).split()
    while words and (
        words[-1].strip(_BETWEEN).lower() in word_set("words_before_years.txt")
        or re.fullmatch(r"\d{1,2}\.", words[-1])
    ):
        words.pop()
    return " ".join(words).strip(_BETWEEN)


def _project(name: str, years: Years, number: int, source: str) -> FoundProject:
    return FoundProject(name[:MAX_NAME], years.start, years.end, years.is_open, number, source)


def _joined(found: list[FoundProject]) -> list[FoundProject]:
    """One project for each name: years that one place lacks are taken from the next."""
    joined: dict[str, FoundProject] = {}
    for project in found:
        known = joined.get(project.name.casefold())
        joined[project.name.casefold()] = _together(known, project) if known else project
    return list(joined.values())


def _together(known: FoundProject, other: FoundProject) -> FoundProject:
    start = known.start_year if known.start_year is not None else other.start_year
    end = known.end_year if known.end_year is not None else other.end_year
    if start is not None and end is not None and end < start:
        return known
    is_open = end is None and (known.is_open_ended or other.is_open_ended)
    return replace(known, start_year=start, end_year=end, is_open_ended=is_open)
