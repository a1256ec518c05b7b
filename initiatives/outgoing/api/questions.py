"""What the API may be asked, made from `InitiativeFilter`, so that it is the same as for the list.

Stricter than the list, since a program reads no notices: what is unknown is a problem and not
ignored.
"""

from collections.abc import Sequence
from typing import Any, Literal, get_origin

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import Filter
from ninja import Field, Schema
from pydantic import create_model
from pydantic.fields import FieldInfo

from initiatives.finding.address import PAGE, SORT, TRAY
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.fields import MAX_QUERY_LENGTH, MAX_SHOWN_VALUES, MAX_VALUES, shown
from initiatives.finding.filters.orders import SORT_ORDERS
from initiatives.finding.filters.several import ChoiceFacet
from initiatives.finding.filters.single import SearchFilter, SortFilter, YearFilter
from initiatives.finding.snapshot import Snapshot
from initiatives.models.fields import FIRST_YEAR, LAST_YEAR
from initiatives.outgoing.exports.about import tell_of_split

PAGE_LENGTH = "per_side"
USUAL_LENGTH = 20
MOST_ON_A_PAGE = 100
LAST_PAGE = 1_000_000


class QuestionError(Exception):
    """A question that cannot be answered: why, in the asker's form, and the parameters at fault."""

    def __init__(self, detail: str, parameters: Sequence[str] = ()) -> None:
        super().__init__(detail)
        self.parameters = parameters


def told(description: str | Promise | None, default: Any = ..., **rules: Any) -> Any:
    """A field that says what it is, in the form of whoever reads the OpenAPI document."""
    return Field(default, description=description, **rules)  # type: ignore[arg-type]


class AnyQuestion(Schema):
    lang: Literal["nn", "nb"] | None = told(
        gettext_lazy("Written form of labels and messages; without it, Accept-Language decides."),
        None,
    )


def _parameter(of: Filter) -> tuple[Any, Any]:
    """The type of a parameter and what is said of it."""
    if isinstance(of, SearchFilter):
        return str, told(of.label, "", max_length=MAX_QUERY_LENGTH)
    if isinstance(of, YearFilter):
        return int | None, told(of.label, None, ge=FIRST_YEAR, le=LAST_YEAR)
    if isinstance(of, SortFilter):
        return Literal[*SORT_ORDERS] | None, told(of.label, None)
    value: Any = Literal[*of.choices.values] if isinstance(of, ChoiceFacet) else str
    return list[value], told(of.label, [], max_length=MAX_VALUES)


# What is laid aside to be compared is a matter of the pages.
_PARAMETERS: dict[str, Any] = {
    name: _parameter(of) for name, of in InitiativeFilter.base_filters.items() if name != TRAY
}
_ORDER = {SORT: _PARAMETERS.pop(SORT)}
_PAGING: dict[str, Any] = {
    PAGE: (int, told(gettext_lazy("Page, from 1"), 1, ge=1, le=LAST_PAGE)),
    PAGE_LENGTH: (
        int,
        told(gettext_lazy("Entries on a page"), USUAL_LENGTH, ge=1, le=MOST_ON_A_PAGE),
    ),
}
# The filters of the list, by the same names.
FilterQuestion: Any = create_model("FilterQuestion", __base__=AnyQuestion, **_PARAMETERS)
# The filters, the order and one page of the list.
ListQuestion: Any = create_model("ListQuestion", __base__=FilterQuestion, **_ORDER, **_PAGING)


def refuse_unknown(request: HttpRequest, question: type[AnyQuestion]) -> None:
    """Raises `QuestionError` naming the parameters that are unknown, or given too often."""
    fields = question.model_fields
    _refuse(
        _("There is no parameter %(names)s."), [name for name in request.GET if name not in fields]
    )
    repeated = [
        name
        for name in request.GET
        if _is_single(fields[name]) and len(request.GET.getlist(name)) > 1
    ]
    _refuse(_("Only one value can be given of %(names)s."), repeated)


def _is_single(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is not list


def _refuse(why: str, parameters: Sequence[str]) -> None:
    """Raises `QuestionError` with `why` about the parameters, if there are any."""
    if parameters:
        told = [shown(name) for name in parameters[:MAX_SHOWN_VALUES]]
        raise QuestionError(why % {"names": ", ".join(f"«{name}»" for name in told)}, told)


def ask(request: HttpRequest, snapshot: Snapshot, question: type[AnyQuestion]) -> InitiativeFilter:
    """The filter that is asked for. Raises `QuestionError` for what is unknown.

    A former number of a municipality stands for the one of today.
    """
    refuse_unknown(request, question)
    repaired = InitiativeFilter(request.GET, snapshot).canonical.without(PAGE)
    asked = InitiativeFilter(QueryDict(repaired.query.removeprefix("?")), snapshot)
    if notices := [*asked.notices, *tell_of_split(asked)]:
        why = _("The question was not answered. %(notices)s")
        raise QuestionError(why % {"notices": " ".join(notices)}, asked.answered_form.unusable)
    return asked
