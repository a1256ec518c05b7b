"""The words of machine drafts for search: what an entry would be found by in its other form.

Only for entries that nobody has translated, and only words that would find what their own do not.
"""

from collections.abc import Iterator, Mapping, Sequence

from initiatives.desk.translation import apertium
from initiatives.desk.translation.drafting import draft, without_marks
from initiatives.desk.translation.passages import FIELDS, digest, split_field
from initiatives.desk.translation.report import HAS_OTHER_FORM
from initiatives.finding.wording import index_words
from initiatives.language import FORMS
from initiatives.language.keys import word_keys
from initiatives.models import DraftWords, Initiative

# How much text goes to the program at a time, well within what it takes.
LETTERS_AT_A_TIME = apertium.MOST_LETTERS // 2


def entries_to_draft() -> Iterator[tuple[Initiative, str]]:
    """Published entries in one form whose draft words are missing or outdated, with the text."""
    made_from = dict(DraftWords.objects.values_list("pk", "made_from"))
    for initiative in (
        Initiative.objects.published().exclude(HAS_OTHER_FORM).order_by("pk").iterator(500)
    ):
        text = original_text(initiative)
        if made_from.get(initiative.pk) != digest(text):
            yield initiative, text


def original_text(initiative: Initiative) -> str:
    form = initiative.original_form
    passages = (
        passage.text
        for name in FIELDS
        for passage in split_field(name, getattr(initiative, f"{name}_{form}"))
    )
    return "\n\n".join(passages)[:LETTERS_AT_A_TIME]


def in_portions(
    entries: Iterator[tuple[Initiative, str]],
) -> Iterator[list[tuple[Initiative, str]]]:
    """The entries in lists of one form each, short enough for one run of the program."""
    waiting: dict[str, list[tuple[Initiative, str]]] = {form: [] for form in FORMS}
    for entry, text in entries:
        portion = waiting[entry.original_form]
        if portion and sum(len(other) for _entry, other in portion) + len(text) > LETTERS_AT_A_TIME:
            yield portion
            portion = waiting[entry.original_form] = []
        portion.append((entry, text))
    yield from (portion for portion in waiting.values() if portion)


def store_draft_words(portion: Sequence[tuple[Initiative, str]], names: Mapping[str, str]) -> None:
    """Stores the words of a draft of each entry; all are in one form. Raises `DraftError`."""
    drafts = draft([text for _entry, text in portion], portion[0][0].original_form, names)
    for (entry, text), drafted in zip(portion, drafts, strict=True):
        DraftWords.objects.update_or_create(
            initiative=entry,
            defaults={"words": " ".join(new_words(text, drafted)), "made_from": digest(text)},
        )


def new_words(original: str, drafted: str) -> list[str]:
    """The words of a draft that share no search key with a word of the original, in order."""
    known = {key for word in set(index_words(original)) for key in word_keys(word)}
    words = dict.fromkeys(index_words(without_marks(drafted)))
    return [word for word in words if known.isdisjoint(word_keys(word))]


def forget_translated() -> int:
    """Takes away the draft words of entries with a text in their other form; returns how many."""
    deleted, _by_model = DraftWords.objects.filter(
        initiative__in=Initiative.objects.filter(HAS_OTHER_FORM)
    ).delete()
    return deleted
