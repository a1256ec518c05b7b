"""Initiatives as a list shows them: the rows of a page of keys, and what each card says."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from pyroaring import BitMap

from initiatives import prose
from initiatives.filters import InitiativeFilter
from initiatives.highlighting import excerpt, is_met, mark
from initiatives.language import Written, other_form, reader_form
from initiatives.models import Initiative, MunicipalityLink
from initiatives.models.facts import Period
from initiatives.snapshot import Snapshot

LEAD_WORDS = 40


@dataclass(frozen=True)
class Tag:
    """A short mark on a card, in one of the design system's colours."""

    text: str
    color: str


@dataclass(frozen=True)
class Card:
    """An initiative in a list, ready for its template. Searched words are marked in `title` and `text`."""

    slug: str
    url: str
    title: SafeString
    title_form: str
    text: SafeString
    text_form: str
    """The written form of `text`; empty for no text."""

    where_and_when: str
    tags: Sequence[Tag]


class Matches(Sequence[Card]):
    """The cards of all that a filter lets through, in its order; only those of a slice are made."""

    def __init__(self, asked: InitiativeFilter) -> None:
        self.asked = asked

    def __len__(self) -> int:
        return len(self.asked.matching)

    @overload
    def __getitem__(self, wanted: int) -> Card: ...
    @overload
    def __getitem__(self, wanted: slice) -> Sequence[Card]: ...

    def __getitem__(self, wanted: int | slice) -> Card | Sequence[Card]:
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        start, stop, _step = wanted.indices(len(self))
        words = self.asked.hits.words if self.asked.usable["q"] else frozenset()
        return make_cards(self.asked.snapshot, self.asked.page(start, stop - start), words)


def make_cards(snapshot: Snapshot, keys: Sequence[int], words: Collection[str] = ()) -> list[Card]:
    """The cards of the published initiatives with these keys, in the same order, in two queries.

    `words` are those that a search met, as the index has them. An entry that was unpublished after the
    snapshot was made is left out.
    """
    # Without an order of the database's own, which would walk all that is published.
    rows = Initiative.objects.published().order_by().in_bulk(keys)
    places, periods = _places(snapshot, keys), _periods(snapshot, keys)
    return [
        _make_card(rows[key], _where_and_when(rows[key], places[key], periods.get(key)), words)
        for key in keys
        if key in rows
    ]


def _make_card(initiative: Initiative, where_and_when: str, words: Collection[str]) -> Card:
    title: Written = initiative.title
    text = _telling_text(initiative, words)
    return Card(
        slug=initiative.slug,
        url=initiative.get_absolute_url(),
        title=mark(title, words) if words else conditional_escape(title),
        title_form=title.lang,
        text=mark(text, words) if words else conditional_escape(text),
        text_form=text.lang,
        where_and_when=where_and_when,
        tags=_tags(initiative),
    )


def _tags(initiative: Initiative) -> list[Tag]:
    tags = [Tag(initiative.get_assessment_display(), "info")]
    if not initiative.is_in_reader_form:
        tags.insert(0, Tag(initiative.get_original_form_display(), "neutral"))
    if initiative.is_example:
        tags.insert(0, Tag(_("Made-up example"), "warning"))
    return tags


def _telling_text(initiative: Initiative, words: Collection[str]) -> Written:
    """The lead; or where only the body holds a word that was searched for, the part around it."""
    lead: Written = initiative.lead
    if words and is_met(lead, words):
        return Written(excerpt(lead, words), lead.lang)
    if words and not is_met(initiative.title, words):
        for form in (reader_form(), other_form(reader_form())):
            body = prose.to_line(getattr(initiative, f"body_{form}"))
            if is_met(body, words):
                return Written(excerpt(body, words), form)
    return Written(Truncator(lead).words(LEAD_WORDS), lead.lang)


@dataclass(frozen=True)
class _Places:
    """The names of an entry's municipalities, in its own order, and of its counties, by number."""

    municipalities: list[str]
    counties: list[str]


def _places(snapshot: Snapshot, keys: Sequence[int]) -> Mapping[int, _Places]:
    names = snapshot.names("municipality")
    links = MunicipalityLink._base_manager.filter(initiative__in=keys).order_by("initiative_id", "position")
    places: dict[int, _Places] = defaultdict(lambda: _Places([], []))
    for key, municipality in links.values_list("initiative_id", "term_id"):
        places[key].municipalities.append(names[municipality])
    for county, name in snapshot.names("county").items():
        for key in snapshot.linked("county")[county] & BitMap(keys):
            places[key].counties.append(name)
    return places


def _periods(snapshot: Snapshot, keys: Sequence[int]) -> Mapping[int, Period]:
    """The years that the projects of each entry span; entries without projects are missing."""
    periods: dict[int, Period] = {}
    for (start, end, is_open_ended), entries in snapshot.families["years"].items():
        for key in entries & BitMap(keys):
            before = periods.get(key, Period(None, None, False))
            years = [y for y in (start, end, before.first_year, before.last_year) if y is not None]
            periods[key] = Period(
                min(years, default=None), max(years, default=None), is_open_ended or before.is_running
            )
    return periods


def _where_and_when(initiative: Initiative, places: _Places, period: Period | None) -> str:
    """`Lårdal, Dalen, Tokke (Telemark) · 2012–2014`; only the counties for county-wide work."""
    narrow = ", ".join(filter(None, [initiative.place_name, *places.municipalities]))
    counties = ", ".join(places.counties)
    where = f"{narrow} ({counties})" if narrow and counties else narrow or counties
    return " · ".join(filter(None, [where, str(period or "")]))
