"""Several terms or partners on one line: fused items, sentences, areas with a blank between."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from initiatives.desk.sheets.partners import PartnerFinder
from initiatives.desk.sheets.reading import Item
from initiatives.desk.sheets.wordings import Wordings, divisions, without_stop

_COMMA = re.compile(r"\s*[,;]\s*")
_LAST = re.compile(r"\s+(?:og|samt|&)\s+")
_INTRODUCTION = re.compile(
    r"^(?:(?:den|dei|de|det|vår|våre)\s+)?(?:(?:viktig\w+|prioritert\w+|primær\w*)\s+)?"
    r"(?:målgrupp\w*|\w*partn\w*|aktivitet\w*|sal\w+argument\w*|tiltak\w*|prosjekt\w*|kommun\w*|vi|arbeidet|satsing\w*)"
    r"\b[^,;:]{0,60}?(?::|\b(?:er|var|har vore|har vært|mot|med|inn mot|rettet mot|retta mot))\s+"
    r"(?:(?:først og fremst|særleg|særlig|spesielt|i hovudsak|i hovedsak|"
    r"hovudsakleg|hovedsakelig|både|blant anna|blant annet|mot)\s+)*",
    re.IGNORECASE,
)
_MOST_KNOWN = 2
_PARTING = frozenset({",", ";", "/", "og"})
_COMMENTING = re.compile(
    r"(?:særleg|særlig|spesielt|primært|hovudsakleg|hovedsakelig|helst|mest|først|fremst|men|inkl|herunder|"
    r"blant|bl\.|t\.d|f\.eks|for|til|fr[åa]|i|på|av|med|ved|mot|om|under|over|mellom|som|der|når|òg|også|"
    r"gjerne|anna|annet|andre|liknande|lignende|deira|deires|deres|\W|\d)(?!\w)|\d",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s(?:til|for|fr[åa]|i|på|av|med|ved|mot|om)\s")
_LONGEST_LINE = 300
# A longer sentence tells, and does not list.
_LONGEST_ITEM = 80


def divided(item: Item, wordings: Wordings) -> list[str]:
    """The wordings of an item: one, or more where each part is a term by itself."""
    if item.is_verbatim:
        return [item.text]
    text = without_stop(item.text)
    if wordings.sure(text):
        return [text]
    if len(bullets := _at_bullets(text)) > 1:
        return bullets
    fused = _fused(text, lambda part, _is_listed: wordings.sure(part))
    if fused:
        return fused
    is_long = item.is_sentence and len(text) > _LONGEST_ITEM
    return _listed(text, wordings.sure) or ([text] if is_long else _term_and_other(text, wordings))


def divided_partners(item: Item, finder: PartnerFinder) -> list[str]:
    """The partners of an item: one, or more. A comma or slash divides only what whole names know.

    A semicolon is in no name.
    """
    if item.is_verbatim:
        return [item.text]
    text = without_stop(item.text)
    if finder.is_exact(text):
        return [text]
    if len(parts := _at_semicolons(text)) > 1:
        return [
            name for part in parts for name in divided_partners(replace(item, text=part), finder)
        ]
    parted = _fused_partners(text, finder)
    if not parted and item.is_sentence:
        parted = _listed(text, finder.is_body)
    return parted or [text]


def _fused_partners(text: str, finder: PartnerFinder) -> list[str]:
    """The partners of a line that is several, the best known first; empty when it is one."""
    return (
        _fused(text, lambda part, _is_listed: finder.is_exact(part))
        or _bodies(text, finder)
        or _fused(text, partial(_named_partner, finder))
    )


def _named_partner(finder: PartnerFinder, part: str, is_listed: bool) -> str:
    """What a part names, as a word to compare: surely, or by its own name where no list begins."""
    is_one = not is_listed and "," not in part and finder.find(part).is_sure
    return finder.is_exact(part) or (part.casefold() if is_one else "")


def divided_areas(text: str, wordings: Wordings) -> list[str]:
    """The subject areas of a line, also with only a blank between; the unknown stays together."""
    text = without_stop(text).strip(" ,;")
    if not text or wordings.sure(text):
        return [text] if text else []
    for first, rest in _blanks(text):
        if wordings.sure(first):
            return [_bare(first), *divided_areas(rest, wordings)]
    for first, rest in _blanks(text):
        if wordings.sure(rest):
            return [*divided_areas(first, wordings), _bare(rest)]
    return [part for part in _COMMA.split(text) if part]


def _term_and_other(text: str, wordings: Wordings) -> list[str]:
    """A term and something else behind it (`Ungdom, Studentar`), or the text alone: with a comment,
    or whole.

    What goes on a phrase (`Annonsering i media og aviser`) or limits it (`Kvinner, særleg unge`) is
    no term.
    """
    for first, connector, rest in (
        reversed(list(divisions(text))) if len(text) <= _LONGEST_LINE else ()
    ):
        if connector not in _PARTING or not wordings.sure(first) or _COMMENTING.match(rest):
            continue
        is_new = connector != "og" and rest[:1].isupper()
        if is_new or not _INSIDE.search(first):
            return [first, *_term_and_other(rest, wordings)]
    return [text]


def _bodies(text: str, finder: PartnerFinder) -> list[str]:
    """The bodies that commas and `og` part, when each is one by its own name: `Aure kommune, Smøla
    kommune`.

    A regional council is not: its name is often said twice, with a comma between.
    """
    pieces = _pieces(text, finder.is_body)
    found = [finder.find(piece) for piece in pieces]
    # `og` may be inside a name, so without a comma a guess at the kind is not enough.
    are_bodies = all(m.kind not in ("", "regionrad") and (m.is_sure or "," in text) for m in found)
    return pieces if len(pieces) > 1 and are_bodies else []


def _at_bullets(text: str) -> list[str]:
    """The items of a line that was several lines of a list before it was pasted."""
    return [part for part in re.split(r"\s*•\s*", text) if part]


def _at_semicolons(text: str) -> list[str]:
    return [part for part in re.split(r"\s*;\s*", text) if part]


def without_introduction(text: str) -> str:
    """A sentence without what leads to its list: `Målgruppa er ungdom` gives `ungdom`."""
    return _INTRODUCTION.sub("", text, count=1) or text


def _blanks(text: str) -> list[tuple[str, str]]:
    """Every way to divide a text in two at a blank or comma, the longest first part first."""
    gaps = list(re.finditer(r"\s*[,;/&]\s*|\s+(?:og|samt)\s+|\s+", text))
    return [
        (text[: gap.start()], text[gap.end() :])
        for gap in reversed(gaps)
        if gap.start() and gap.end() < len(text)
    ]


def _bare(text: str) -> str:
    return text.strip(" ,;")


def _fused(text: str, known: Callable[[str, bool], str]) -> list[str]:
    """The parts of a line, each known by itself and no two the same; empty when it is one."""
    for first, connector, rest in divisions(text) if len(text) <= _LONGEST_LINE else ():
        is_listed = connector in (",", ";", "/", "+")
        one = known(first, is_listed)
        if not one:
            continue
        other = known(rest, is_listed)
        parts = [rest] if other else _fused(rest, known)
        if parts and one not in [known(part, is_listed) for part in parts]:
            return [first, *parts]
    return []


def _listed(sentence: str, known: Callable[[str], object]) -> list[str]:
    """The parts of a sentence that lists, if all of them, or two of three or more, are known."""
    for text in dict.fromkeys((without_introduction(sentence), sentence)):
        pieces = _pieces(text, known)
        number_known = sum(bool(known(piece)) for piece in pieces)
        if len(pieces) > 1 and number_known >= min(len(pieces), _MOST_KNOWN):
            return pieces
    return []


def _pieces(text: str, known: Callable[[str], object]) -> list[str]:
    """What commas part, and a last `og`."""
    pieces = [re.sub(r"^(?:og|samt)\s+", "", piece) for piece in _COMMA.split(text) if piece]
    return [*pieces[:-1], *_last_two(pieces[-1], known)] if pieces else []


def _last_two(text: str, known: Callable[[str], object]) -> list[str]:
    """What `og` joins at the end of a list: both sides are known, or one and not the whole."""
    for gap in reversed(list(_LAST.finditer(text))):
        left, right = text[: gap.start()], text[gap.end() :]
        sides = [bool(known(left)), bool(known(right))]
        if all(sides) or (any(sides) and not known(text)):
            return [*_last_two(left, known), right]
    return [text]
