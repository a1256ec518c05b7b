"""Initiatives as a list shows them: the rows of a page of keys, and what each card says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import overload

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from initiatives import prose
from initiatives.filters import InitiativeFilter
from initiatives.highlighting import excerpt, is_met, mark
from initiatives.language import Written, other_form, reader_form
from initiatives.models import Initiative
from initiatives.models.facts import Period

LEAD_WORDS = 40


@dataclass(frozen=True)
class Card:
    """An initiative in a list. Texts are HTML, with the words that were searched for marked."""

    initiative: Initiative
    title: SafeString
    text: SafeString
    text_lang: str
    """The written form of `text`, empty for no text."""

    period: Period

    @classmethod
    def of(cls, initiative: Initiative, words: Collection[str] = ()) -> "Card":
        """The card of an initiative with list content; `words` are those that a search met."""
        text = _telling_text(initiative, words)
        return cls(
            initiative=initiative,
            title=mark(initiative.title, words) if words else conditional_escape(initiative.title),
            text=mark(text, words) if words else conditional_escape(text),
            text_lang=text.lang,
            period=Period(initiative.first_year, initiative.last_year, initiative.is_running),
        )


def _telling_text(initiative: Initiative, words: Collection[str]) -> Written:
    """The lead; or where only the text holds a word that was searched for, the part around it."""
    lead: Written = initiative.lead
    if not words or is_met(initiative.title, words) or is_met(lead, words):
        return Written(Truncator(excerpt(lead, words)).words(LEAD_WORDS), lead.lang)
    for form in (reader_form(), other_form(reader_form())):
        text = prose.to_line(getattr(initiative, f"body_{form}"))
        if is_met(text, words):
            return Written(excerpt(text, words), form)
    return Written(Truncator(lead).words(LEAD_WORDS), lead.lang)


def fetch(keys: Sequence[int]) -> list[Initiative]:
    """The published initiatives with these keys, in the same order, with list content; three queries."""
    rows = Initiative.objects.published().with_list_content().in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


class Matches(Sequence[Card]):
    """The cards of all that a filter lets through, in its order; only those of a slice are fetched."""

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
        return [Card.of(row, words) for row in fetch(self.asked.page(start, stop - start))]
