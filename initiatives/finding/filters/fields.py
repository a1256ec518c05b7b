"""Form fields for addresses: they keep what can be used and say in words what was ignored."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.finding import search
from initiatives.models.fields import FIRST_YEAR, LAST_YEAR

MAX_QUERY_LENGTH = 200
MAX_SHOWN_LENGTH = 60
MAX_SHOWN_VALUES = 5
# Every link of a page repeats all that is chosen.
MAX_VALUES = 40


def without_control_characters(text: str) -> str:
    """`text` with every control or unassigned character as a space."""
    return "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text)


def shown(value: str) -> str:
    """A value from an address as readers are told of it: one line of at most 60 characters."""
    clean = " ".join(without_control_characters(value).split())
    return clean if len(clean) <= MAX_SHOWN_LENGTH else clean[:MAX_SHOWN_LENGTH] + "…"


def named_values(values: Sequence[str]) -> str:
    """The first of some values from an address, as `shown`: `«a», «b»…`."""
    named = ", ".join(f"«{shown(value)}»" for value in values[:MAX_SHOWN_VALUES])
    return named if len(values) <= MAX_SHOWN_VALUES else f"{named}…"


def notices_of_many(values: Sequence[str], label: str | Promise | None) -> tuple[str, ...]:
    """What to tell the reader about more values of a parameter than are used."""
    if len(values) <= MAX_VALUES:
        return ()
    notice = _("%(facet)s: only the first %(number)s of the values were used.")
    return (notice % {"facet": label, "number": MAX_VALUES},)


@dataclass(frozen=True)
class Parsed:
    """What a field made of its parameter: the usable value, and what to tell the reader."""

    value: Any
    notices: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class SharedField(forms.Field):
    """A field that keeps nothing between two values, so that all forms can have the same one."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "SharedField":
        return self


class ValuesField(SharedField):
    """Any number of values out of the known ones. Cleans to a tuple in the order of the address."""

    widget = forms.SelectMultiple

    def __init__(self, *, options: Mapping[str, str], **kwargs: Any) -> None:
        self.options = options
        super().__init__(**kwargs)

    def clean(self, value: Iterable[str] | None) -> Parsed:
        asked = list(dict.fromkeys(v for v in value or () if v))
        known = tuple(v for v in asked if v in self.options)
        unknown = tuple(v for v in asked if v not in self.options)
        return Parsed(known[:MAX_VALUES], notices_of_many(known, self.label), unknown)

    def notice(self, unknown: Sequence[str]) -> str:
        """What to tell the reader about values that do not exist."""
        text = ngettext(
            "%(facet)s: the value %(values)s does not exist and was ignored.",
            "%(facet)s: the values %(values)s do not exist and were ignored.",
            len(unknown),
        )
        return text % {"facet": self.label, "values": named_values(unknown)}


class SlugsField(SharedField):
    """Address words of entries. Cleans to a tuple without doubles."""

    widget = forms.SelectMultiple

    def clean(self, value: Iterable[str] | None) -> Parsed:
        asked = list(dict.fromkeys(v for v in value or () if v))
        notices = notices_of_many(asked, self.label)
        asked = asked[:MAX_VALUES]
        usable = tuple(slug for slug in asked if re.fullmatch(r"[-a-zA-Z0-9_]{1,120}", slug))
        return Parsed(usable, notices, tuple(slug for slug in asked if slug not in usable))

    def notice(self, unknown: Sequence[str]) -> str:
        """What to tell the reader about entries that are not there."""
        text = ngettext(
            "There is no published initiative to compare with the address %(slugs)s.",
            "There are no published initiatives to compare with the addresses %(slugs)s.",
            len(unknown),
        )
        return text % {"slugs": named_values(unknown)}

    def notice_of_more(self, most: int) -> str:
        """What to tell the reader when more are there than can be compared."""
        text = _("At most %(number)s initiatives can be compared. The first %(number)s were kept.")
        return text % {"number": most}


class SearchField(SharedField):
    """Free text. Cleans to one line of at most `MAX_QUERY_LENGTH` characters."""

    def clean(self, value: str | None) -> Parsed:
        text = unicodedata.normalize(
            "NFC", " ".join(without_control_characters(value or "").split())
        )
        notices = []
        if value and any(unicodedata.category(c)[0] == "C" for c in value):
            notices.append(
                _("The search had characters that cannot be searched for. They were left out.")
            )
        if len(text) > MAX_QUERY_LENGTH:
            text = text[:MAX_QUERY_LENGTH].rstrip()
            notices.append(
                _("The search was too long. The first %(number)s characters were used.")
                % {"number": MAX_QUERY_LENGTH}
            )
        if text and not re.search(r"\w", text):
            notice = _("«%(value)s» has no word to search for and was ignored.")
            notices.append(notice % {"value": shown(text)})
            text = ""
        if len(search.words(text)) > search.MAX_WORDS:
            notice = _("The search had many words. The first %(number)s were used.")
            notices.append(notice % {"number": search.MAX_WORDS})
        return Parsed(text, tuple(notices))


class YearField(SharedField):
    """A year. Cleans to a number between `FIRST_YEAR` and `LAST_YEAR`, or None."""

    def clean(self, value: str | None) -> Parsed:
        text = (value or "").strip()
        if not text:
            return Parsed(None)
        if re.fullmatch(r"[0-9]{4}", text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return Parsed(int(text))
        notice = _(
            "%(facet)s: «%(value)s» is not a year between %(first)s and %(last)s and was ignored."
        )
        named = {"facet": self.label, "value": shown(text), "first": FIRST_YEAR, "last": LAST_YEAR}
        return Parsed(None, (notice % named,))


class OneOfField(SharedField):
    """One value out of the known ones. Cleans to it, or to None."""

    def __init__(self, *, options: Mapping[str, str | Promise], **kwargs: Any) -> None:
        self.options = options
        super().__init__(**kwargs)

    def clean(self, value: str | None) -> Parsed:
        if not value or value in self.options:
            return Parsed(value or None)
        notice = _("%(facet)s: «%(value)s» does not exist and was ignored.")
        return Parsed(None, (notice % {"facet": self.label, "value": shown(value)},))


class AddressForm(forms.Form):
    """Never invalid: `cleaned_data` has what can be used, `notices` and `unknown` what was not.

    `unusable` names the parameters that had anything of that kind.
    """

    notices: list[str]
    unknown: dict[str, tuple[str, ...]]
    unusable: list[str]

    def clean(self) -> dict[str, Any]:
        parsed: dict[str, Parsed] = self.cleaned_data
        self.notices = [notice for part in parsed.values() for notice in part.notices]
        self.unknown = {name: part.unknown for name, part in parsed.items() if part.unknown}
        self.unusable = [name for name, part in parsed.items() if part.unknown or part.notices]
        cleaned = {name: part.value for name, part in parsed.items()}
        return cleaned | self.clean_span(cleaned.get("fra"), cleaned.get("til"))

    def clean_span(self, first: int | None, last: int | None) -> dict[str, None]:
        """What the years become together: neither is used where the first is after the last."""
        if not (first and last and first > last):
            return {}
        notice = _("The years were ignored: %(first)s is after %(last)s.")
        self.notices.append(notice % {"first": first, "last": last})
        self.unusable += ["fra", "til"]
        return {"fra": None, "til": None}
