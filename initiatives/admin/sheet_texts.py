"""What an editor has given to be imported: pasted, uploaded, or seen already; none is stored."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.desk.sheets.texts import (
    MAX_SHEETS,
    NamedText,
    UnreadableError,
    base_name,
    decode,
    divide,
    tidy,
)

MAX_TOGETHER = 1_000_000
"""Characters of all sheets on the page: they travel with it, and Django takes 2.5 MB."""

TOO_MANY = gettext_lazy(
    "There are too many sheets on the page already. Save those, then take this one."
)


@dataclass(frozen=True)
class Given:
    """One sheet as it was given. `problem` says why it cannot be read; pasted text is kept."""

    name: str
    text: str
    problem: str | Promise = ""
    is_chosen: bool = True

    @property
    def named(self) -> NamedText:
        return NamedText(self.name, self.text)


def given_in(request: HttpRequest) -> list[Given]:
    """The sheets of the form in order: those on the page already, pasted ones, uploaded ones."""
    taken: list[Given] = []
    length = 0
    for given in (*_on_page(request), *_pasted(request), *_uploaded(request)):
        is_too_much = len(taken) >= MAX_SHEETS or length + len(given.text) > MAX_TOGETHER
        if is_too_much and not given.problem:
            given = Given(given.name, "", TOO_MANY)
        length += len(given.text)
        taken.append(given)
    return taken


def _on_page(request: HttpRequest) -> Iterator[Given]:
    names, texts = request.POST.getlist("sheet_name"), request.POST.getlist("sheet_text")
    chosen = request.POST.getlist("chosen")
    for number, (name, text) in enumerate(zip(names, texts, strict=False)):
        if text.strip():
            yield _given(name[:200], text, str(number) in chosen)


def _pasted(request: HttpRequest) -> Iterator[Given]:
    for number, text in enumerate(divide(request.POST.get("pasted", "")), start=1):
        yield _given(_("Pasted %(number)s") % {"number": number}, text)


def _given(name: str, text: str, is_chosen: bool = True) -> Given:
    try:
        return Given(name, tidy(text), is_chosen=is_chosen)
    except UnreadableError as error:
        return Given(name, text, error.reason, is_chosen)


def _uploaded(request: HttpRequest) -> Iterator[Given]:
    for file in request.FILES.getlist("files"):
        yield _read(file)


def _read(file: UploadedFile[bytes]) -> Given:
    name = base_name(file.name or "")[:200]
    try:
        return Given(name, decode(file.read()))
    except UnreadableError as error:
        return Given(name, "", error.reason)
