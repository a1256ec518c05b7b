"""Initiatives as a list shows them: what each card says, and the cards of a page as HTML."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, overload

from django.db.models import F
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from pyroaring import BitMap

from initiatives.finding.address import SEARCH, TRAY
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.highlighting import excerpt, is_met, mark
from initiatives.finding.snapshot import NONE, Snapshot
from initiatives.language import (
    FORM_NAMES,
    FORMS,
    Written,
    is_in_form,
    other_form,
    reader_form,
    written,
)
from initiatives.models import Assessment, Initiative
from initiatives.models.facts import Period
from initiatives.pages import prose

# What a card shows or asks of its entry.
SHOWN = (
    *(f"{name}_{form}" for name in ("title", "lead") for form in FORMS),
    *("slug", "place_name", "original_form", "assessment", "is_example"),
)
# The bodies under other names: whole to look for words in, else only so far as to tell whether
# there are any.
WHOLE_BODIES = {f"text_{form}": F(f"body_{form}") for form in FORMS}
STARTS_OF_BODIES = {f"text_{form}": Left(f"body_{form}", 1) for form in FORMS}
LEAD_WORDS = 40
# Stands for each entry's own address word in the one address that is asked for.
_ANY_SLUG = "any-slug"
# Cards that are kept of each form before all are made anew; about a kilobyte each.
MOST_KEPT = 5000
# Facets whose values stand on every card.
SHOWN_ANYWAY = ("fylke", "kommune", "vurdering", "sprak")
# Terms that are named below a card.
MOST_MET = 4


class Tag(NamedTuple):
    """A short mark on a card, in one of the design system's colours."""

    text: str
    color: str


# A card as HTML. Twenty are made for a page that nobody has asked for before, so no template is run
# for each.
_CARD = """
<article class="card">
  <h3 class="ds-heading" data-size="2xs"><a class="ds-link" href="{}"{}>{}</a></h3>
  {}{}
  <p class="row">{}</p>
</article>
"""
_TEXT = '<p class="ds-paragraph" data-size="sm"{}>{}</p>'
# The box belongs to the form `compare` of the list.
_BOX = (
    '<label class="compare-box"><input class="ds-input" type="checkbox" form="compare" name="{}"'
    ' value="{}"> {}<span class="ds-sr-only">: {}</span></label>'
)
_TAG = '<span class="ds-tag" data-size="sm" data-color="{1}">{0}</span>'


@dataclass(frozen=True)
class Card:
    """An initiative in a list. Searched words are marked in `title` and `text`."""

    slug: str
    url: str
    title: SafeString
    title_form: str
    text: SafeString
    text_form: str
    """The written form of `text`; empty for no text."""

    where_and_when: str
    tags: tuple[Tag, ...]
    reader_form: str

    @property
    def html(self) -> SafeString:
        return format_html(
            _CARD,
            self.url,
            self._lang(self.title_form),
            self.title,
            (
                format_html('<p class="quiet">{}</p>', self.where_and_when)
                if self.where_and_when
                else ""
            ),
            format_html(_TEXT, self._lang(self.text_form), self.text) if self.text else "",
            _tags_html(self.tags),
        )

    def _lang(self, form: str) -> SafeString | str:
        """The attribute of a text that is not in the reader's form."""
        return "" if form == self.reader_form else format_html(' lang="{}"', form)


@lru_cache(maxsize=100)
def _tags_html(tags: tuple[Tag, ...]) -> SafeString:
    return format_html_join(" ", _TAG, tags)


class KeptCard(NamedTuple):
    """A card as HTML, the address word of its entry, and the box that lays it aside."""

    html: SafeString
    slug: str
    box: SafeString


class Matches(Sequence[SafeString]):
    """The cards of all that a filter lets through as HTML, in order; only a slice's are made.

    Below each card stand the chosen and the searched terms that the entry has, and the box to
    compare it.
    """

    def __init__(self, asked: InitiativeFilter) -> None:
        self.asked = asked

    def __len__(self) -> int:
        return len(self.asked.matching)

    @overload
    def __getitem__(self, wanted: int) -> SafeString: ...
    @overload
    def __getitem__(self, wanted: slice) -> Sequence[SafeString]: ...

    def __getitem__(self, wanted: int | slice) -> SafeString | Sequence[SafeString]:
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        start, stop, _step = wanted.indices(len(self))
        asked, keys = self.asked, self.asked.page(start, stop - start)
        if asked.usable[SEARCH]:
            made = make_cards(asked.snapshot, keys, asked.hits.words)
            cards = {key: _keep(card) for key, card in made.items()}
        else:
            cards = _kept(asked.snapshot, keys)
        met = met_terms(asked, list(cards))
        return [
            _in_list(card, met.get(key, ""), card.slug in asked.tray) for key, card in cards.items()
        ]


def _in_list(card: KeptCard, met: str, is_chosen: bool) -> SafeString:
    terms = format_html('<p class="met quiet">{}</p>', met) if met else ""
    box = (
        format_html('<p class="compare-box quiet">{}</p>', _("Chosen to compare"))
        if is_chosen
        else card.box
    )
    return mark_safe(card.html + terms + box)  # noqa: S308 - all by format_html


def met_terms(asked: InitiativeFilter, keys: Sequence[int]) -> dict[int, str]:
    """By key of an entry, the labels of terms chosen or met by the search, with commas between.

    Of a facet with one chosen value every entry has it, so that says nothing and is left out.
    """
    page, found = BitMap(keys), defaultdict(list)
    for name, facet in asked.facets().items():
        is_telling = len(asked.usable[name]) > 1 and name not in SHOWN_ANYWAY
        values = asked.usable[name] if is_telling else ()
        for value in values:
            for key in facet.by_value()[value] & page:
                found[key].append(facet.options[value])
    for kind, term in asked.hits.terms if asked.usable[SEARCH] else ():
        for key in asked.snapshot.linked(kind).get(term, NONE) & page:
            found[key].append(asked.snapshot.names(kind)[term])
    return {key: ", ".join(dict.fromkeys(labels[:MOST_MET])) for key, labels in found.items()}


def kept_cards(snapshot: Snapshot, keys: Sequence[int]) -> list[SafeString]:
    """The cards of these keys as HTML, without what belongs to a list."""
    return [card.html for card in _kept(snapshot, keys).values()]


def _kept(snapshot: Snapshot, keys: Sequence[int]) -> dict[int, KeptCard]:
    """The cards of these keys, as long as the snapshot lives made once for each written form."""
    kept: dict[int, KeptCard] = snapshot.once(("cards", reader_form()), dict)
    here = {key: card for key in keys if (card := kept.get(key))}
    made = make_cards(snapshot, [key for key in keys if key not in here])
    here |= {key: _keep(card) for key, card in made.items()}
    if len(kept) > MOST_KEPT:
        kept.clear()
    kept.update(here)
    return {key: here[key] for key in keys if key in here}


def _keep(card: Card) -> KeptCard:
    return KeptCard(
        card.html, card.slug, format_html(_BOX, TRAY, card.slug, _("Compare"), card.title)
    )


def make_cards(
    snapshot: Snapshot, keys: Sequence[int], words: Set[str] = frozenset()
) -> dict[int, Card]:
    """The cards of the published initiatives with these keys, in the same order, in one query.

    `words` are those that a search met, as the index has them. An entry that was unpublished after
    the snapshot was made is left out.
    """
    if not keys:
        return {}
    form, path = reader_form(), reverse("initiative", args=[_ANY_SLUG])
    rows, places = _rows_and_places(snapshot, keys, WHOLE_BODIES if words else STARTS_OF_BODIES)
    periods = _periods(snapshot, keys)
    return {
        key: _make_card(
            row,
            path.replace(_ANY_SLUG, row.slug),
            _where_and_when(row, places[key], periods.get(key)),
            words,
            form,
        )
        for key in keys
        if (row := rows.get(key))
    }


def _make_card(row: Any, url: str, where_and_when: str, words: Set[str], form: str) -> Card:
    """The card of a row of `SHOWN`; `form` is the active one."""
    title = written(row, "title", form)
    text = _telling_text(row, title, words, form)
    return Card(
        slug=row.slug,
        url=url,
        title=mark(title, words) if words else conditional_escape(title),
        title_form=title.lang,
        text=mark(text, words) if words else conditional_escape(text),
        text_form=text.lang,
        where_and_when=where_and_when,
        tags=_tags(
            row.assessment,
            (
                ""
                if is_in_form(row, ("title", "lead", "text"), form)
                else FORM_NAMES[row.original_form]
            ),
            form,
            is_example=row.is_example,
        ),
        reader_form=form,
    )


@cache
def _tags(assessment: str, other_form: str, form: str, *, is_example: bool) -> tuple[Tag, ...]:
    """The marks of a card; `form` is the active one, `other_form` the name of another it is in."""
    tags = [Tag(_("Made-up example"), "warning")] if is_example else []
    tags += [Tag(other_form, "neutral")] if other_form else []
    return (*tags, Tag(str(Assessment(assessment).label), "info"))


def _telling_text(row: Any, title: str, words: Set[str], reader: str) -> Written:
    """The lead; or where only the body holds a word that was searched for, the part around it."""
    lead = written(row, "lead", reader)
    if words and is_met(lead, words):
        return Written(excerpt(lead, words), lead.lang)
    if words and not is_met(title, words):
        for form in (reader, other_form(reader)):
            body = prose.to_line(getattr(row, f"text_{form}"))
            if is_met(body, words):
                return Written(excerpt(body, words), form)
    return Written(Truncator(lead).words(LEAD_WORDS), lead.lang)


@dataclass(frozen=True)
class _Places:
    """The names of an entry's municipalities, in its own order, and of its counties, by number."""

    municipalities: list[str]
    counties: list[str]


def _rows_and_places(
    snapshot: Snapshot, keys: Sequence[int], bodies: Mapping[str, Any]
) -> tuple[Mapping[int, Any], Mapping[int, _Places]]:
    """What cards show of those entries that are still published, by key. One query.

    It has a row for each municipality of an entry.
    """
    names = snapshot.names("municipality")
    rows: dict[int, Any] = {}
    places: dict[int, _Places] = defaultdict(lambda: _Places([], []))
    # The order is that of the links; one of the entries' own would walk all that is published.
    found = (
        Initiative.objects.published().filter(pk__in=keys).order_by("municipalitylinks__position")
    )
    columns = ("pk", "municipalitylinks__term", *SHOWN, *bodies)
    for row in found.annotate(**bodies).values_list(*columns, named=True):
        rows[row.pk] = row
        # One that is newer than the snapshot has no name yet.
        if row.municipalitylinks__term in names:
            places[row.pk].municipalities.append(names[row.municipalitylinks__term])
    page = BitMap(keys)
    for county, name in snapshot.names("county").items():
        for key in snapshot.linked("county")[county] & page:
            places[key].counties.append(name)
    return rows, places


def _periods(snapshot: Snapshot, keys: Sequence[int]) -> Mapping[int, Period]:
    """The years that the projects of each entry span; entries without projects are missing."""
    periods: dict[int, Period] = {}
    page = BitMap(keys)
    for (start, end, is_open_ended), entries in snapshot.families["years"].items():
        for key in entries & page if entries.intersect(page) else ():
            before = periods.get(key, Period(None, None, False))
            years = [y for y in (start, end, before.first_year, before.last_year) if y is not None]
            periods[key] = Period(
                min(years, default=None),
                max(years, default=None),
                is_open_ended or before.is_running,
            )
    return periods


def _where_and_when(row: Any, places: _Places, period: Period | None) -> str:
    """`Lårdal, Dalen, Tokke (Telemark) · 2012–2014`; only the counties for county-wide work."""
    narrow = ", ".join(filter(None, [row.place_name, *places.municipalities]))
    # `Våler (Innlandet)` says it already.
    counties = ", ".join(county for county in places.counties if f"({county})" not in narrow)
    where = f"{narrow} ({counties})" if narrow and counties else narrow or counties
    return " · ".join(filter(None, [where, str(period or "")]))
