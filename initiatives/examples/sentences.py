"""The sentences and phrases of examples, as read from fixtures/examples/; its README tells of them.

Most are kept by the address word of a term, since they speak of what an entry is linked to.
"""

import tomllib
from typing import Any, NamedTuple

from django.conf import settings

FOLDER = settings.BASE_DIR / "fixtures" / "examples"


class Paired(NamedTuple):
    """The same text in Nynorsk and Bokmål."""

    nn: str
    nb: str


class Programme(NamedTuple):
    """Where money comes from, and the years in which it was given."""

    name: Paired
    first_year: int
    last_year: int


class Outcome(NamedTuple):
    """What may be seen, by which measure, and its value: `pattern` around `low` to `high`."""

    description: Paired
    measure: Paired
    pattern: str
    low: int
    high: int


Texts = tuple[Paired, ...]


def same(text: str) -> Paired:
    """A text that is alike in both forms."""
    return Paired(text, text)


def paired(table: dict[str, str]) -> Paired:
    """The text of a table with `nn` and `nb`, or with `both`; raises `ValueError` for others."""
    if table.keys() == {"both"}:
        return same(table["both"])
    if table.keys() == {"nn", "nb"}:
        return Paired(**table)
    raise ValueError(f"A text has nn and nb, or both where they are alike: {table}")


def several(tables: list[dict[str, str]]) -> Texts:
    return tuple(paired(table) for table in tables)


def one_by_key(tables: dict[str, dict[str, str]]) -> dict[str, Paired]:
    return {key: paired(table) for key, table in tables.items()}


def several_by_key(tables: dict[str, list[dict[str, str]]]) -> dict[str, Texts]:
    return {key: several(texts) for key, texts in tables.items()}


def read(name: str) -> dict[str, Any]:
    """The tables of fixtures/examples/NAME.toml."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


_titles = read("titles")
TITLES = several(_titles["titles"])
TITLES_BY_TERM = several_by_key(_titles["titles_by_term"])

_leads = read("leads")
LEADS = several(_leads["leads"])
MAIN_GOALS = several(_leads["main_goals"])
CLOSING_NOTES = several(_leads["closing_notes"])

_phrases = read("phrases")
ACTIVITY_PHRASES = one_by_key(_phrases["activities"])
FOLLOW_UP = paired(_phrases["follow_up"])
GROUP_PHRASES = one_by_key(_phrases["target_groups"])
PITCH_PHRASES = one_by_key(_phrases["selling_points"])
EVERYDAY_LIFE = paired(_phrases["everyday_life"])
# By number of municipalities, where 2 is any number above one: who does the work, and where.
BODIES = several(_phrases["bodies"])
AREAS = several(_phrases["areas"])

_body = read("body")
BACKGROUND_HEADINGS = several(_body["background_headings"])
BACKGROUND = several(_body["background"])
VILLAGE = several(_body["village"])
WORK_HEADINGS = several(_body["work_headings"])
LIST_OPENINGS = several(_body["list_openings"])
ACTIVITIES = several_by_key(_body["activities"])
ORGANISATION = several_by_key(_body["organisation"])
GROUP_HEADINGS = several(_body["group_headings"])
TARGET_GROUPS = several_by_key(_body["target_groups"])
SELLING_POINTS = several_by_key(_body["selling_points"])
EXPERIENCE_HEADINGS = several(_body["experience_headings"])
EXPERIENCES = several(_body["experiences"])
NEXT_STEPS = several(_body["next_steps"])

_facts = read("facts")
WORDINGS = one_by_key(_facts["wordings"])
PROJECT_NAMES = several(_facts["project_names"])
PROJECT_NAMES_BY_ACTIVITY = one_by_key(_facts["project_names_by_activity"])
NOTES_ON_UNKNOWN_YEARS = several(_facts["notes_on_unknown_years"])
NOTES_ON_ENDED = several(_facts["notes_on_ended"])
PROGRAMMES = tuple(Programme(**row | {"name": paired(row["name"])}) for row in _facts["programmes"])
FUNDING_NOTES = several(_facts["funding_notes"])
OUTCOMES = tuple(
    Outcome(**row | {name: paired(row[name]) for name in ("description", "measure")})
    for row in _facts["outcomes"]
)
RESULT_SOURCES = several_by_key(_facts["result_sources"])
# By kind of document: its title and the last part of its address.
DOCUMENTS = {
    kind: tuple((paired(row["title"]), str(row["file"])) for row in rows)
    for kind, rows in _facts["documents"].items()
}
CONTACT_ROLES = several(_facts["contact_roles"])
MAILBOXES: list[str] = _facts["mailboxes"]

_places = read("places")
PLACES_WITH_ON = frozenset(_places["with_on"])
GOVERNED_DISTRICTS: dict[str, str] = _places["governed_districts"]
PARTNERS = several_by_key(_places["partners"])
REGIONAL_COUNCIL = paired(_places["regional_council"])
