"""An entry as a sheet in the published format, which reads back as the same entry.

The sheet is written plainly, and then read. What would be read as something else is written as it
stands, behind a backslash; what the format has no place for, such as a municipality that no text
names, gets a label in the head.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from initiatives.desk.sheets.blocks import VERBATIM_MARK, Kind, blocks
from initiatives.desk.sheets.dividing import divided, divided_areas, divided_partners
from initiatives.desk.sheets.headings import OWN_HEADINGS, Section, section_of
from initiatives.desk.sheets.locating import NONE
from initiatives.desk.sheets.placing import PlacedSheet, form_of, place
from initiatives.desk.sheets.projects import labelled
from initiatives.desk.sheets.reading import Item, Sheet, read
from initiatives.desk.sheets.reference import Reference
from initiatives.language import FORM_NAMES, written
from initiatives.models import Initiative
from initiatives.pages.entry import TERM_LISTS

BULLET = " • "
ORDER = (
    Section.ACTIVITIES,
    Section.SELLING_POINTS,
    Section.PARTNERS,
    Section.MAIN_GOAL,
    Section.TARGET_GROUPS,
    Section.CLOSING,
)
_PROSE = ("title", "lead", "body", "main_goal", "closing_note")
_LABELS = {
    Section.MUNICIPALITIES: "Kommune",
    Section.COUNTIES: "Fylke",
    Section.PROJECTS: "Delprosjekt",
    Section.FORM: "Målform",
}


@dataclass(frozen=True)
class _Entry:
    """The texts of an entry in its original form, its lists as written, its headings by section."""

    source_url: str
    prose: dict[str, str]
    items: dict[Section, Sequence[str]]
    headings: dict[Section, str]


def write(initiative: Initiative, reference: Reference) -> str:
    """The sheet of an entry, with `\\n` between lines and none at the end. At most 12 queries."""
    entry = _entry(initiative, reference)
    verbatim = _verbatim_fields(entry)
    text = _compose(entry, verbatim, [])
    labels = list(_labels(initiative, place(read(text), reference), reference))
    text = _compose(entry, verbatim, labels)
    # Last, since the labels are words too, and the form is told by words.
    if form_of(read(text)) != initiative.original_form:
        named = FORM_NAMES[initiative.original_form].lower()
        return _compose(entry, verbatim, [f"{_LABELS[Section.FORM]}: {named}", *labels])
    return text


def _entry(initiative: Initiative, reference: Reference) -> _Entry:
    form = initiative.original_form
    published = {
        Section(name): text
        for name, text in initiative.published_headings.items()
        if name in set(Section)
    }
    headings = OWN_HEADINGS[form] | {
        s: text for s, text in published.items() if section_of(text) is s
    }
    names = {name: _one_kind_of_line_end(getattr(initiative, f"{name}_{form}")) for name in _PROSE}
    return _Entry(initiative.source_url, names, _items(initiative, reference), headings)


def _one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _items(initiative: Initiative, reference: Reference) -> dict[Section, Sequence[str]]:
    """The items of each list as a sheet says them, behind a backslash where they would be read
    otherwise.
    """
    items: dict[Section, Sequence[str]] = {}
    for kind in TERM_LISTS:
        section, form = Section(kind.plural), initiative.original_form
        field = "label" if kind.is_term else "name"
        wordings = [
            link.wording or str(written(link.term, field, form))
            for link in getattr(initiative, kind.links).all()
        ]
        if section is not Section.SUBJECT_AREAS:
            items[section] = [_item(wording, _divide(section, reference)) for wording in wordings]
        elif divided_areas(", ".join(wordings), reference.terms[section]) == wordings:
            items[section] = [", ".join(wordings)] if wordings else []
        else:
            items[section] = [f"{VERBATIM_MARK}{wording}" for wording in wordings]
    return items


def _divide(section: Section, reference: Reference) -> Callable[[Item], list[str]]:
    if section is Section.PARTNERS:
        return lambda item: divided_partners(item, reference.partners)
    return lambda item: divided(item, reference.terms[section])


def _item(wording: str, divide: Callable[[Item], list[str]]) -> str:
    made = blocks(f"{BULLET}{wording}")
    is_one = len(made) == 1 and made[0].kind is Kind.BULLET and made[0].text == wording
    return (
        wording if is_one and divide(Item(wording, 1)) == [wording] else f"{VERBATIM_MARK}{wording}"
    )


def _verbatim_fields(entry: _Entry) -> set[str]:
    """The fields that are read otherwise when written plainly, found one after the other."""
    verbatim: set[str] = set()
    while len(verbatim) < len(_PROSE):
        said = _said(read(_compose(entry, verbatim, [])))
        wrong = [
            name for name in _PROSE if said[name] != entry.prose[name] and name not in verbatim
        ]
        if not wrong:
            break
        verbatim.add(wrong[0])
    return verbatim


def _said(sheet: Sheet) -> dict[str, str]:
    return {
        "title": sheet.title.text if sheet.title else "",
        "lead": sheet.lead.text if sheet.lead else "",
        "body": sheet.body,
        "main_goal": sheet.main_goal,
        "closing_note": sheet.closing_note,
    }


def _compose(entry: _Entry, verbatim: set[str], labels: Sequence[str]) -> str:
    paragraphs = [entry.source_url] if entry.source_url else []
    areas = entry.items[Section.SUBJECT_AREAS]
    head = [f"{entry.headings[Section.SUBJECT_AREAS]}: {area}" for area in areas]
    paragraphs += ["\n".join([*head, *labels])] if head or labels else []
    for name in ("title", "lead", "body"):
        paragraphs += _paragraphs(entry.prose[name], name in verbatim)
    for section in ORDER:
        paragraphs += _section(entry, section, verbatim)
    return "\n\n".join(paragraphs)


def _section(entry: _Entry, section: Section, verbatim: set[str]) -> list[str]:
    """The heading and what stands under it; nothing for an empty section."""
    if section in (Section.MAIN_GOAL, Section.CLOSING):
        name = "main_goal" if section is Section.MAIN_GOAL else "closing_note"
        content = _paragraphs(entry.prose[name], name in verbatim)
    else:
        content = (
            ["\n".join(f"{BULLET}{item}" for item in entry.items[section])]
            if entry.items[section]
            else []
        )
    return [entry.headings[section], *content] if content else []


def _paragraphs(text: str, is_verbatim: bool) -> list[str]:
    if is_verbatim:
        return ["\n".join(f"{VERBATIM_MARK}{line}" for line in text.split("\n"))]
    return ["\n".join(_line(line) for line in text.split("\n"))] if text else []


def _line(line: str) -> str:
    """A line of Markdown as the published format has it: lists indented, with its bullet."""
    if line.startswith("- "):
        return BULLET + line[2:]
    made = blocks(line)
    return f" {line}" if made and made[0].kind is Kind.NUMBER else line


def _labels(initiative: Initiative, placed: PlacedSheet, reference: Reference) -> Iterator[str]:
    """What the sheet says otherwise, or not at all, though the entry knows."""
    yield from _place_labels(initiative, placed, reference)
    yield from _project_labels(initiative, placed)


def _place_labels(
    initiative: Initiative, placed: PlacedSheet, reference: Reference
) -> Iterator[str]:
    municipalities = [link.term.number for link in initiative.municipalitylinks.all()]
    counties = [link.term for link in initiative.countylinks.all()]
    is_elsewhere = municipalities != list(placed.municipalities)
    if is_elsewhere or [row.number for row in counties] != list(placed.counties):
        names = [reference.places.label(number) for number in municipalities]
        yield f"{_LABELS[Section.MUNICIPALITIES]}: {', '.join(names) or NONE}"
        if counties:
            yield f"{_LABELS[Section.COUNTIES]}: {', '.join(row.name for row in counties)}"


def _project_labels(initiative: Initiative, placed: PlacedSheet) -> Iterator[str]:
    form = initiative.original_form
    projects = [
        (
            str(written(project, "name", form)),
            project.start_year,
            project.end_year,
            project.is_open_ended,
        )
        for project in initiative.projects.all()
    ]
    found = [(p.name, p.start_year, p.end_year, p.is_open_ended) for p in placed.projects]
    if projects != found:
        lines = [labelled(*project) for project in projects] or [NONE]
        yield from (f"{_LABELS[Section.PROJECTS]}: {line}" for line in lines)
