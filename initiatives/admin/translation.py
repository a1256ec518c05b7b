"""The page where an entry is translated, both forms side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from initiatives.desk.editing import history
from initiatives.desk.translation import apertium
from initiatives.desk.translation.apertium import DraftError
from initiatives.desk.translation.drafting import MARK, draft, marked_words, without_marks
from initiatives.desk.translation.keeping import (
    Merged,
    Typed,
    approve,
    keep_state,
    save_typed,
    store_machine_drafts,
)
from initiatives.desk.translation.names import names_of
from initiatives.desk.translation.side_by_side import SideBySide, TranslatedPassage
from initiatives.language import FORM_NAMES, other_form
from initiatives.models import Initiative

FIELD_NAMES: Mapping[str, str | Promise] = {
    "title": _("title"),
    "lead": _("lead"),
    "body": _("text"),
    "main_goal": _("main goal"),
    "closing_note": _("closing note"),
}

REASONS: Mapping[str, str | Promise] = {
    DraftError.MISSING: _(
        "No draft was made: the program Apertium is not installed on the server."
    ),
    DraftError.TOO_LONG: _(
        "No draft was made: the text is too long for one go. "
        "Translate some paragraphs yourself, save, and try again."
    ),
    DraftError.TOO_SLOW: _(
        "No draft was made: the program did not answer in time. Try again later."
    ),
    DraftError.FAILED: _("No draft was made: the program failed. Try again, or translate by hand."),
}

TITLE = "title-0"
LONGEST_TITLE = 200

# Which buttons the page has; the value of «approve-one» is the key of the row.
SAVE, DRAFT, APPROVE_ALL, APPROVE_ONE = "save", "draft", "approve-all", "approve-one"


@dataclass(frozen=True)
class ShownRow:
    """A row as the page shows it: `text` is what was typed where somebody else's `other` stands."""

    row: TranslatedPassage
    text: str
    is_conflict: bool = False
    has_marks_left: bool = False

    @property
    def size(self) -> int:
        """Lines that the text needs in a field of about fifty letters a line."""
        longest = max(self.row.original, self.text, key=len)
        return min(30, max(2, sum(1 + len(line) // 48 for line in longest.split("\n"))))

    @property
    def label(self) -> str:
        return f"{capfirst(str(FIELD_NAMES[self.row.field]))} {self.row.number + 1}"


@dataclass(frozen=True)
class ShownField:
    name: str
    label: str | Promise
    rows: Sequence[ShownRow]
    left_over: Sequence[str]


@dataclass
class Asked:
    """What an editor sent: the texts, and which of the buttons was pressed for which rows."""

    typed: list[Typed]
    action: str
    approved: set[str]
    are_marks_right: bool
    kept: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        sent = request.POST
        typed = [
            Typed(key, sent.get(f"{key}-opened", ""), cleaned(key, sent.get(f"{key}-text", "")))
            for key in sent.getlist("row")
        ]
        one = sent.get(APPROVE_ONE)
        action = APPROVE_ONE if one else sent.get("action", SAVE)
        all_keys = {given.key for given in typed if given.text.strip()}
        approved = {one} if one else all_keys if action == APPROVE_ALL else set()
        kept = [text for text in sent.getlist("kept") if text.strip()]
        return cls(typed, action, approved, "marks-are-right" in sent, kept)

    @property
    def is_title_too_long(self) -> bool:
        """Whether a title that is to be approved has no room in its field."""
        titles = (
            given.text for given in self.typed if given.key == TITLE and TITLE in self.approved
        )
        return any(len(without_marks(text)) > LONGEST_TITLE for text in titles)

    @property
    def marked(self) -> set[str]:
        """Keys of rows that are to be approved though marks are left in them."""
        return {
            given.key
            for given in self.typed
            if given.key in self.approved and marked_words(given.text)
        }


def cleaned(key: str, text: str) -> str:
    """A text as it may be stored: a title is one line, and no NUL, which PostgreSQL refuses."""
    text = text.replace("\x00", "")
    return " ".join(text.split()) if key == TITLE else text


def found_entry(request: HttpRequest, pk: int) -> Initiative:
    """The entry, if this editor may change it; 403 otherwise, 404 without one."""
    initiative = Initiative.objects.filter(pk=pk).first()
    if initiative is None:
        raise Http404
    if not admin.site._registry[Initiative].has_change_permission(request, initiative):
        raise PermissionDenied
    return initiative


def locked_entry(request: HttpRequest, pk: int) -> Initiative:
    """The same, held until the transaction ends: it may be published or deleted by now."""
    try:
        history.locked(pk)
    except Initiative.DoesNotExist as error:
        raise Http404 from error
    return found_entry(request, pk)


def editor(request: HttpRequest) -> User:
    """Who is signed in; the admin lets nobody else come here."""
    return cast(User, request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def translation(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Both forms of an entry side by side; what is sent is saved before anything else is done."""
    initiative = found_entry(request, pk)
    if request.method != "POST":
        return show(request, initiative)
    asked = Asked.of(request)
    marked = set() if asked.are_marks_right else asked.marked
    with transaction.atomic():
        # What is approved is what was just saved: nobody comes between.
        initiative = locked_entry(request, pk)
        merged = save_typed(initiative, asked.typed, asked.approved, editor(request))
        keep_state(initiative)
        is_stopped = bool(
            merged.conflicts or merged.homeless or asked.kept or marked or asked.is_title_too_long
        )
        with history.recorded([pk], request.user, history.Event.TRANSLATED):
            published = [] if is_stopped else approve(initiative, merged.approved, editor(request))
    if is_stopped:
        tell_what_stops(request, merged, asked, marked)
        return show(request, initiative, merged, asked, marked)
    carry_out(request, initiative, asked, merged, published)
    return redirect(request.path)


def tell_what_stops(request: HttpRequest, merged: Merged, asked: Asked, marked: set[str]) -> None:
    if merged.conflicts:
        text = _(
            "Somebody else has changed the same paragraph. Your text is kept below, beside theirs: "
            "look at both, and save again."
        )
        messages.warning(request, text)
    if merged.homeless or asked.kept:
        text = _(
            "The original has changed, and a paragraph that you translated is no longer there. "
            "Your text stands below."
        )
        messages.warning(request, text)
    if asked.is_title_too_long:
        text = _(
            "Nothing was approved yet: the title is longer than %(n)d letters. The text is saved."
        )
        messages.error(request, text % {"n": LONGEST_TITLE})
    if marked:
        text = _(
            "Nothing was approved yet: words that the program did not know are still marked with"
            " %(mark)s. The text is saved."
        )
        messages.warning(request, text % {"mark": MARK})


def carry_out(
    request: HttpRequest,
    initiative: Initiative,
    asked: Asked,
    merged: Merged,
    published: Sequence[str],
) -> None:
    """Makes the draft that was asked for, or tells what became of what was typed and approved."""
    if asked.action == DRAFT:
        make_draft(request, initiative)
    elif merged.approved:
        tell_of_approval(request, initiative, published)
    else:
        messages.success(
            request, _("Saved as a draft. Readers do not see it before it is approved.")
        )


def tell_of_approval(
    request: HttpRequest, initiative: Initiative, published: Sequence[str]
) -> None:
    if not published:
        text = _("Approved. It is shown to readers when the rest of the same part is approved too.")
        messages.success(request, text)
        return
    form = other_form(initiative.original_form)
    admin.site._registry[Initiative].log_change(
        request, initiative, change_message(published, form)
    )
    names = ", ".join(str(FIELD_NAMES[name]) for name in published)
    text = _("Approved in %(form)s: %(names)s.")
    messages.success(request, text % {"form": FORM_NAMES[form], "names": names})


def change_message(names: Sequence[str], form: str) -> list[dict[str, Any]]:
    """What the history says: the fields as it names them after a change in the entry's own form."""
    return [
        {"changed": {"fields": [f"{capfirst(str(FIELD_NAMES[name]))} [{form}]" for name in names]}}
    ]


def make_draft(request: HttpRequest, initiative: Initiative) -> None:
    """Fills the rows without a text. The database is not held while the program works."""
    empty = [row for row in SideBySide.of(initiative).rows if not row.text]
    if not empty:
        messages.info(
            request, _("There is nothing to make a draft of: every paragraph has a text already.")
        )
        return
    try:
        names = names_of(initiative, other_form(initiative.original_form))
        drafts = draft([row.original for row in empty], initiative.original_form, names)
    except DraftError as error:
        messages.error(request, str(REASONS[error.reason]))
        return
    texts = {row.key: (row.source, text) for row, text in zip(empty, drafts, strict=True)}
    with transaction.atomic():
        initiative = locked_entry(request, initiative.pk)
        number = store_machine_drafts(initiative, texts, editor(request))
    text = ngettext(
        "A machine draft was made of %(n)d paragraph. Read it against the original before you"
        " approve it.",
        "A machine draft was made of %(n)d paragraphs. Read it against the original before you"
        " approve it.",
        number,
    )
    messages.success(request, text % {"n": number})


def show(
    request: HttpRequest,
    initiative: Initiative,
    merged: Merged | None = None,
    asked: Asked | None = None,
    marked: set[str] | None = None,
) -> HttpResponse:
    beside = SideBySide.of(initiative)
    merged = merged or Merged()
    context = {
        **admin.site.each_context(request),
        "title": gettext("Translation"),
        "opts": Initiative._meta,
        "initiative": initiative,
        "original": {
            "form": initiative.original_form,
            "name": FORM_NAMES[initiative.original_form],
        },
        "other": {"form": beside.form, "name": FORM_NAMES[beside.form]},
        "state": beside.state,
        "fields": list(shown_fields(beside, merged, marked or set())),
        "kept": [*merged.homeless, *(asked.kept if asked else [])],
        "are_marks_left": bool(marked),
        "is_installed": apertium.is_installed(),
        "has_empty": any(not row.text for row in beside.rows),
        "mark": MARK,
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/translation.html", context)


def shown_fields(beside: SideBySide, merged: Merged, marked: set[str]) -> Iterator[ShownField]:
    """The fields that the original has, and those where something of a translation is left."""
    for fields in beside.fields:
        rows = [
            ShownRow(
                row,
                merged.conflicts.get(row.key, row.text),
                row.key in merged.conflicts,
                row.key in marked,
            )
            for row in fields.rows
        ]
        left_over = [
            *fields.left_over,
            *(draft.text for draft in fields.left_over_drafts if draft.text),
        ]
        if rows or left_over:
            yield ShownField(fields.name, FIELD_NAMES[fields.name], rows, left_over)
