"""What is told in one place and forgotten in another: each a sentence that names the place.

They are Django's system checks, so that `manage.py check`, `migrate` and `make check` tell of them.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.checks import CheckMessage, Error
from django.db.models import CharField, TextField
from django.template.loader import get_template

from initiatives.admin.initiatives import InitiativeAdmin
from initiatives.desk.bulk.columns import Column
from initiatives.desk.bulk.entries import TEXTS, EntryResource
from initiatives.desk.editing import state
from initiatives.desk.sheets import headings, writing
from initiatives.desk.sheets.headings import Section
from initiatives.finding.address import PARAMETERS
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.several import ChoiceFacet, LinkFacet, PhaseFacet
from initiatives.finding.snapshot import loading
from initiatives.language import FORMS
from initiatives.models import Initiative, Term
from initiatives.models.kinds import IN_ENTRY, KINDS, LINKED, Kind
from initiatives.models.triggers import ENTRY_ROWS, VOCABULARY_ROWS
from initiatives.outgoing.api import schemas
from initiatives.outgoing.exports.columns import COLUMNS
from initiatives.outgoing.exports.records import TOLD
from initiatives.outgoing.exports.rows import READ

TABLE = "`KINDS` in initiatives/models/kinds.py"
FILTERS = "initiatives/finding/filters/__init__.py"
MODELS = "initiatives/models"
HEADINGS = "initiatives/desk/sheets/headings.py"
# What is written by steps and by fields of their own, and what waits for its day.
NOT_IN_FORM = ("status", "published_headings")
NOT_IN_TABLES = ("published_headings", "publish_on", "unpublish_on")
# Which stand in the head of a sheet.
AREAS = Section.SUBJECT_AREAS


def forgotten() -> list[CheckMessage]:
    """All that is forgotten."""
    every = tuple(KINDS.values())
    found: dict[str, Iterable[str]] = {
        "facets": _facets(),
        "kinds": _table(),
        "relations": _of_each(every, _relations),
        "triggers": _of_each(every, _triggers),
        "admin": _of_each(every, _admin),
        "pages": _of_each(every, _pages),
        "fields": (text for of in (_written, _tabled, _told, _read) for text in of()),
        "api": _of_each(TOLD, _fields),
        "files": _of_each(TOLD, _columns),
        "sheets": _of_each(IN_ENTRY, _sheets),
    }
    return [Error(text, id=f"initiatives.{of}") for of, texts in found.items() for text in texts]


def _of_each(kinds: Iterable[Kind], check: Callable[[Kind], Iterable[str]]) -> Iterable[str]:
    """What a check of one kind says of each of them."""
    return chain.from_iterable(map(check, kinds))


def _facets() -> Iterator[str]:
    """What the address, the snapshot and the table of kinds do not know of the filter set."""
    for name, of in InitiativeFilter.base_filters.items():
        if name not in PARAMETERS:
            yield (
                f"The parameter “{name}” has no place in addresses: hand it to `keep_order` in"
                f" {FILTERS}."
            )
        if isinstance(of, LinkFacet) and (of.kind not in KINDS or KINDS[of.kind].parameter != name):
            yield f"The facet “{name}” is of no kind with that parameter: tell it in {TABLE}."
        if isinstance(of, ChoiceFacet) and not isinstance(of, PhaseFacet):
            yield from _facet_of_field(name, of)


def _facet_of_field(name: str, facet: ChoiceFacet) -> Iterator[str]:
    """What the snapshot and the entry do not know of a facet on a field."""
    field = facet.field_name or ""
    if field not in loading.FIELDS:
        yield (
            f"The facet “{name}” is of the field “{field}”, which the snapshot does not hold: give"
            f" the field `choices` in {MODELS}/initiatives.py."
        )
    elif facet.choices.values != _values(field):
        yield (
            f"The facet “{name}” has other values than the field “{field}”: give it the choices of"
            f" the field in {FILTERS}."
        )


def _values(field: str) -> list[str]:
    """The values that a field of an entry may have."""
    options: Any = Initiative._meta.get_field(field)
    return [value for value, _label in options.flatchoices]


def _table() -> Iterator[str]:
    """What the table of kinds lacks."""
    known = {kind.model for kind in KINDS.values()}
    linked = [field.related_model for field in Initiative._meta.many_to_many]
    for model in dict.fromkeys([*linked, *Term.__subclasses__()]):
        if model not in known:
            yield f"{model.__name__} is no kind: add it to {TABLE}."
    positions = [kind.position for kind in LINKED]
    for kind in KINDS.values():
        if (kind in LINKED) != bool(kind.position) or positions.count(kind.position) > 1:
            yield (
                f"{kind.model.__name__} has no `position` of its own among the lists of an entry:"
                f" give it one in {TABLE}."
            )


def _relations(kind: Kind) -> Iterator[str]:
    """The models that belong to a kind, by the names that the code knows them by."""
    name, own = kind.model.__name__, _relations_to(kind.model)
    if kind in LINKED and not ("links" in own and kind.links in _relations_to(Initiative)):
        yield (f"{name} has no links: add {name}Link to {MODELS}/links.py, with `term` as `links`.")
    if not kind.is_place and "aliases" not in own:
        yield f"{name} has no other wordings: add {name}Alias to {MODELS}/terms.py."
    if not kind.is_place and "former_slugs" not in own:
        yield f"{name} has no former address words: add Former{name}Slug to {MODELS}/mergers.py."


def _relations_to(model: Any) -> set[str]:
    return {str(relation.get_accessor_name()) for relation in model._meta.related_objects}


def _triggers(kind: Kind) -> Iterator[str]:
    """The tables of a kind whose changes nobody notes."""
    for model in filter(None, (kind.model, kind.alias)):
        if model not in VOCABULARY_ROWS:
            yield f"Add {model.__name__} to `VOCABULARY_ROWS` in {MODELS}/triggers.py."
    if kind.link and kind.link not in ENTRY_ROWS:
        yield f"Add {kind.link.__name__} to `ENTRY_ROWS` in {MODELS}/triggers.py."


def _admin(kind: Kind) -> Iterator[str]:
    """The pages of a kind, and its list in the form of an entry."""
    if not admin.site.is_registered(kind.model):
        yield f"{kind.model.__name__} has no pages in the admin: register it in initiatives/admin."
    if kind in LINKED and kind.link not in {inline.model for inline in InitiativeAdmin.inlines}:
        yield (
            f"The form of an entry has no list of {kind.plural}: add an inline of"
            f" {kind.link.__name__} to initiatives/admin/inlines.py, and to `parts` in"
            " initiatives/admin/initiatives.py."
        )


def _written() -> Iterator[str]:
    """What an entry says and no editor can write in its form."""
    in_form = {*flatten_fieldsets(InitiativeAdmin.fieldsets), *NOT_IN_FORM}
    for name in state.FIELDS:
        if name not in in_form:
            yield (
                f"The form of an entry has no field “{name}”: add it to `parts` in"
                " initiatives/admin/initiatives.py."
            )


def _tabled() -> Iterator[str]:
    """What an entry says and no table holds, or holds as text though it is none."""
    for name in state.FIELDS:
        if name not in (*TEXTS, *NOT_IN_TABLES):
            yield (
                f"Tables of entries have no column “{name}”: add it to `TEXTS` in"
                " initiatives/desk/bulk/entries.py."
            )
    for column in EntryResource().make_columns():
        if type(column) is Column and not _is_text(Initiative._meta.get_field(column.name)):
            yield (
                f"Tables of entries take “{column.name}” for text: add it to `CHOICES`, or to"
                " `make_column`, in initiatives/desk/bulk/entries.py."
            )


def _is_text(field: Any) -> bool:
    """Whether an editor writes in a field whatever it may be."""
    return isinstance(field, CharField | TextField) and not field.choices


def _told() -> Iterator[str]:
    """What an entry says and the API does not tell."""
    said = (_in_either_form(name) for name in state.FIELDS if name not in state.WAY)
    for name in dict.fromkeys(said):
        if name not in schemas.Entry.model_fields:
            yield (
                f"The API does not tell of “{name}”: add the field to `Basics`, or to `Entry`, in"
                " initiatives/outgoing/api/schemas.py."
            )


def _read() -> Iterator[str]:
    """What goes out of each entry of a list and would be asked for one by one."""
    for field in Initiative._meta.concrete_fields:
        if _in_either_form(field.name) in schemas.Basics.model_fields and field.name not in READ:
            yield (
                f"Lists that go out ask for “{field.name}” entry by entry: add it to `READ` in"
                " initiatives/outgoing/exports/rows.py."
            )


def _in_either_form(name: str) -> str:
    """What a field is called where both forms are told together: `title` for `title_nb`."""
    base, _, ending = name.rpartition("_")
    return base if ending in FORMS else name


def _pages(kind: Kind) -> Iterator[str]:
    """The filter of a kind, and its list on the page of an entry."""
    if kind.parameter and kind.parameter not in InitiativeFilter.base_filters:
        facet = f'{kind.parameter} = LinkFacet("{kind.name}")'
        yield f"Readers cannot filter by {kind.plural}: add `{facet}` to {FILTERS}."
    page: Any = get_template("initiatives/initiative.html")
    listed = f"entry.sections.{kind.plural}"
    if kind in LINKED and not kind.is_place and f"{listed} " not in page.template.source:
        yield (
            f"The page of an entry has no list of {kind.plural}: add `{listed}` to"
            " templates/initiatives/initiative.html."
        )


def _fields(kind: Kind) -> Iterator[str]:
    """What the API answers."""
    whole = schemas.Places if kind.is_place else schemas.Terms
    for answer in (whole, schemas.Summary, *([schemas.Entry] if kind in LINKED else [])):
        if kind.plural not in answer.model_fields:
            named = f"`{answer.__name__}` in initiatives/outgoing/api/schemas.py"
            yield f"The API does not tell of {kind.plural}: add the field to {named}."


def _columns(kind: Kind) -> Iterator[str]:
    """The columns of files."""
    if kind.name not in {column.kind for column in COLUMNS}:
        yield (
            f'Files have no column of {kind.plural}: add `of_kind("{kind.name}", …)` to `COLUMNS`'
            " in initiatives/outgoing/exports/columns.py."
        )


def _sheets(kind: Kind) -> Iterator[str]:
    """The section of a sheet, how it is spelt, and where it is read and written."""
    section = next((section for section in Section if section == kind.plural), None)
    if section is None:
        yield f"Sheets have no section of {kind.plural}: add it to `Section` in {HEADINGS}."
        return
    if section not in headings.SECTION_OF.values():
        yield f"No heading opens {kind.plural}: add it to `_SPELLINGS` in {HEADINGS}."
    if kind.is_place:  # which stand in the head, without a heading
        return
    if not all(section in headings.OWN_HEADINGS[form] for form in FORMS):
        yield f"Sheets have no heading over {kind.plural}: add it to `OWN_HEADINGS` in {HEADINGS}."
    if section not in (AREAS, *writing.ORDER):
        yield (
            f"Sheets are written without {kind.plural}: add it to `ORDER` in"
            " initiatives/desk/sheets/writing.py."
        )
    if section not in (AREAS, *headings.LIST_SECTIONS):
        yield f"Sheets are read without {kind.plural}: add it to `LIST_SECTIONS` in {HEADINGS}."
