"""The closed list of headings that open a section, as sheets spell them, and their lookalikes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from initiatives.language import BOKMAL, NYNORSK


class Section(StrEnum):
    """What a heading opens; its values are those of `pages.entry.HEADINGS` where it has them."""

    SUBJECT_AREAS = "subject_areas"
    ACTIVITIES = "activities"
    SELLING_POINTS = "selling_points"
    PARTNERS = "partners"
    MAIN_GOAL = "main_goal"
    TARGET_GROUPS = "target_groups"
    CLOSING = "closing"
    PERIOD = "period"
    MUNICIPALITIES = "municipalities"
    COUNTIES = "counties"
    PROJECTS = "projects"
    FORM = "form"


LIST_SECTIONS = frozenset(
    {Section.ACTIVITIES, Section.SELLING_POINTS, Section.PARTNERS, Section.TARGET_GROUPS}
)
# Opened only by a word with a colon and something behind it: alone, the word is a subheading of the
# text.
LABELS = frozenset({Section.MUNICIPALITIES, Section.COUNTIES, Section.PROJECTS, Section.FORM})


def _joined(*parts: str) -> list[str]:
    """Every spelling that takes one alternative of each part; alternatives are divided by `|`."""
    return ["".join(chosen).strip() for chosen in product(*(part.split("|") for part in parts))]


_SPELLINGS: dict[Section, list[str]] = {
    Section.SUBJECT_AREAS: [
        *_joined("fagområde|fagomåde|fagomraade|fagomrade", "|r|t|ne"),
        "fagområda",
    ],
    Section.ACTIVITIES: [
        *_joined("aktivitet|aktivitett|aktiviet|aktivtet|aktivtitet", "|er|ar|ene|ane|e|a|r"),
        *_joined("akitivitet|aktivitetet|aktvitet|aktiviter", "|er|ar"),
    ],
    Section.SELLING_POINTS: [
        *_joined(
            "|de |dei ",
            "viktigste |viktigaste |viktigste|vikstigste |vigtigste |viktiste |viktigeste"
            " |viktige |",
            "salgsargument|salsargument|salgargument|salargument|salgsargumet|salsargumet|salgsargumnet",
            "|er|ar|a|ene|ane|e|r",
        ),
    ],
    Section.PARTNERS: [
        *_joined(
            "samarbeids|samarbeid|samarbeids ",
            "partner|partnar|parntar|parnter|partnær",
            "|e|ar|ane|ene|ne|er|a|erne",
        ),
        *_joined("sammarbeids|samarbeis|samabeids|samarbeides", "partner|partnar", "|e|ar"),
        *_joined("samarbeids|samarbeid", "part", "er|ar"),
    ],
    Section.MAIN_GOAL: [
        *_joined(
            "hovudmål|hovedmål|hovemål|hovudsmål|hovedsmål|hovud mål|hoved mål|hovudmal|hovedmal",
            "|et|a",
        ),
        *_joined("hovud|hoved", "målsetting|målsetjing|målsetning", "|a|en"),
    ],
    Section.TARGET_GROUPS: [
        *_joined("målgruppe|målgrupe|målguppe|malgruppe|målgrruppe|målgrupppe", "|r|ne|n"),
        *_joined("målgrupp|målgrup", "a|ar|ane|er|ene"),
    ],
    Section.CLOSING: [
        *_joined(
            "tilflyttingsarbeid|tilflyttingsarbeidet|tilflytningsarbeid",
            " i ",
            "norske |",
            "distriktskommun|distriktkommun|distrikskommun|distriktskomun",
            "er|ar|ene|ane",
        ),
        *_joined(
            "|katalog over ", "tilflyttingsarbeid i ", "distrikta|distriktene|distriktet|distrikt"
        ),
    ],
    Section.PERIOD: [
        *_joined("|prosjekt|tids|tiltaks|prosjekt ", "period", "e|er|ar|en|ane|ene"),
        *_joined("|prosjekt", "varighet|varigheit|varigskap"),
        *_joined("tidsrom", "|met"),
    ],
    Section.MUNICIPALITIES: _joined("kommun", "e|er|ar|en|ene|ane"),
    Section.COUNTIES: _joined("fylke", "|r|t|ne"),
    Section.PROJECTS: ["delprosjekt"],
    Section.FORM: ["målform"],
}
SECTION_OF = {spelling: section for section, all_ in _SPELLINGS.items() for spelling in all_}

OWN_HEADINGS: dict[str, dict[Section, str]] = {
    NYNORSK: {
        Section.SUBJECT_AREAS: "Fagområde",
        Section.ACTIVITIES: "Aktivitetar",
        Section.SELLING_POINTS: "Viktigaste salsargument",
        Section.PARTNERS: "Samarbeidspartnarar",
        Section.MAIN_GOAL: "Hovudmål",
        Section.TARGET_GROUPS: "Målgrupper",
        Section.CLOSING: "Tilflyttingsarbeid i norske distriktskommunar",
    },
    BOKMAL: {
        Section.SUBJECT_AREAS: "Fagområde",
        Section.ACTIVITIES: "Aktiviteter",
        Section.SELLING_POINTS: "Viktigste salgsargument",
        Section.PARTNERS: "Samarbeidspartnere",
        Section.MAIN_GOAL: "Hovedmål",
        Section.TARGET_GROUPS: "Målgrupper",
        Section.CLOSING: "Tilflyttingsarbeid i norske distriktskommuner",
    },
}
"""How the catalogue spells the headings in each written form; its pages do as well
(`initiatives.pages.entry`).
"""

# Opens a section only where a list follows: elsewhere it is a subheading of the text.
_BEFORE_LIST = {"attraktivitet": Section.ACTIVITIES}

_MARKS = re.compile(r"^[#*_\s]+|[*_\s]+$")
_PLURAL_IN_PARENTHESES = re.compile(r"\((r|e|er|ar|ne|ane|ene)\)$")
_KNOWN = [spelling for spelling, section in SECTION_OF.items() if section not in LABELS]
_LONGEST = max(map(len, SECTION_OF)) + 10
_MAX_WRONG_LETTERS = 2
# A heading as long as this is read with one letter wrong, missing, too many or swapped: no word is
# so near.
_LONG = 9


@dataclass(frozen=True)
class Opening:
    """A heading as it stands, without marks and colon, and what follows on its line."""

    section: Section
    heading: str
    rest: str


def opening(line: str, is_before_list: bool = False) -> Opening | None:
    """What the line opens, if it is a heading of the list, alone or with a colon and more."""
    before, _colon, after = line.partition(":")
    heading, rest = _MARKS.sub("", before), _MARKS.sub("", after)
    if len(heading) > _LONGEST or (rest and not heading[:1].isupper()):
        return None
    section = section_of(heading) if rest else _opened_alone(heading, is_before_list)
    return Opening(section, heading, rest) if section else None


def _opened_alone(heading: str, is_before_list: bool) -> Section | None:
    """What a heading opens that has nothing behind it on its line."""
    section = section_of(heading)
    if section is None and is_before_list:
        return _BEFORE_LIST.get(_spelling(heading))
    return None if section in LABELS else section


def section_of(heading: str) -> Section | None:
    """The section that a heading opens, whatever its case and blanks; None for others."""
    spelling = _spelling(heading)
    return SECTION_OF.get(spelling) or (_misspelt(spelling, 1) if len(spelling) >= _LONG else None)


def _misspelt(spelling: str, wrong_letters: int) -> Section | None:
    """The section whose heading has that many letters wrong, missing, too many or swapped."""
    if len(spelling) > _LONGEST:
        return None
    near = process.extractOne(spelling, _KNOWN, scorer=OSA.distance, score_cutoff=wrong_letters)
    return SECTION_OF[near[0]] if near else None


def _spelling(heading: str) -> str:
    plural = _PLURAL_IN_PARENTHESES.sub(r"\1", heading.strip())
    return " ".join(plural.lower().replace("a\u030a", "å").split())


def resembled(line: str) -> Section | None:
    """The section whose heading the line is nearly spelt as, without being one; else None."""
    spelling = _spelling(line.strip().rstrip(":"))
    return _misspelt(spelling, _MAX_WRONG_LETTERS) if len(spelling) >= 6 else None
