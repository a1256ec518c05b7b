"""What of an address can be used, and what the reader is told about the rest."""

from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.http import QueryDict

from initiatives.finding import search
from initiatives.finding.address import TRAY
from initiatives.finding.filters.fields import MAX_VALUES, AddressForm, shown
from initiatives.finding.filters.renamed import words_of_today
from initiatives.finding.snapshot import Choice, Snapshot
from initiatives.language import reader_form
from initiatives.models import FormerSlug, Initiative, Status

# How many entries can stand side by side.
MOST_COMPARED = 4


class Validation(django_filters.FilterSet):
    """An address with what can be used of it."""

    data: QueryDict
    form: AddressForm
    filters: OrderedDict[str, Any]
    """Ours, whose `field` and `entries` take what their parameter gives."""

    def __init__(self, data: QueryDict, snapshot: Snapshot) -> None:
        """`data` is the query of the request; all answers come from `snapshot`."""
        super().__init__(data, Initiative.objects.none())
        self.snapshot = snapshot

    def get_form_class(self) -> type[forms.Form]:
        """The form for this snapshot and the active language, made once for both."""
        return self.snapshot.once(("form", reader_form()), super().get_form_class)

    @cached_property
    def answered_form(self) -> AddressForm:
        """The form after validation."""
        self.form.full_clean()
        return self.form

    @property
    def usable(self) -> dict[str, Any]:
        """The usable value of every parameter."""
        return self.answered_form.cleaned_data

    @cached_property
    def notices(self) -> list[str]:
        """What was ignored and why, in the reader's form."""
        notices = list(self.answered_form.notices)
        for name, unknown in self.answered_form.unknown.items():
            known = {*self.led_on.get(name, ()), *self._named}
            missing = [value for value in unknown if value not in known]
            if missing:
                notices.append(self.filters[name].field.notice(missing))
        field = self.filters[TRAY].field
        there = self._laid_aside | self.moved
        if gone := [slug for slug in self.usable[TRAY] if slug not in there]:
            notices.append(field.notice(gone))
        if len(self._laid_aside) > MOST_COMPARED:
            notices.append(field.notice_of_more(MOST_COMPARED))
        return notices

    @cached_property
    def _laid_aside(self) -> dict[str, str]:
        """The published entries laid aside, as asked for: titles by address word; one query."""
        slugs = self.usable[TRAY]
        found = Initiative.objects.published().filter(slug__in=slugs) if slugs else ()
        titles = {entry.slug: entry.title for entry in found}
        return {slug: titles[slug] for slug in slugs if slug in titles}

    @property
    def tray(self) -> Mapping[str, str]:
        """The entries to be compared: titles by address word, in the order of these."""
        return dict(sorted([*self._laid_aside.items()][:MOST_COMPARED]))

    @cached_property
    def moved(self) -> dict[str, str]:
        """Today's address words for former ones laid aside; a query if any is unknown."""
        unknown = [slug for slug in self.usable[TRAY] if slug not in self._laid_aside]
        if not unknown:
            return {}
        former = FormerSlug.objects.filter(slug__in=unknown, initiative__status=Status.PUBLISHED)
        return dict(former.values_list("slug", "initiative__slug"))

    @cached_property
    def led_on(self) -> Mapping[str, Mapping[str, str]]:
        """What the address has for unknown values that were asked for, by parameter and value.

        Former values, and names of municipalities, which readers may write; but none that can be
        several. Queries: see `words_of_today`.
        """
        numbers = {name: found[0].value for name, found in self._named.items() if len(found) == 1}
        return {"kommune": numbers, **words_of_today(self.answered_form.unknown)}

    @cached_property
    def _named(self) -> Mapping[str, list[Choice]]:
        """The municipalities that each name or former number asked for can be."""
        unknown = self.answered_form.unknown.get("kommune", ())
        found = {
            name: search.municipalities_named(self.snapshot, name) for name in unknown[:MAX_VALUES]
        }
        return {name: places for name, places in found.items() if places}

    @property
    def written_years(self) -> Mapping[str, str]:
        """Both ends of the span of years as they were written, usable or not."""
        return {name: shown(self.data.get(name) or "") for name in ("fra", "til")}
