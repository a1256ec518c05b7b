"""Where a search met a text: the words marked, and the part of a long text around the first."""

from collections.abc import Set
from functools import lru_cache

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

from initiatives.finding.wording import index_form, index_words
from initiatives.language.keys import iterate_words

# Characters shown before and after the first word that was met.
BEFORE, AFTER = 80, 200


def is_met(text: str, words: Set[str]) -> bool:
    """Whether any word of `text` is among `words`, which are lower case."""
    return not words.isdisjoint(_words_in(text))


@lru_cache(maxsize=256)
def _words_in(text: str) -> frozenset[str]:
    """The words of a text as the index has them. A card asks for the same ones more than once."""
    return frozenset(index_words(text))


def mark(text: str, words: Set[str]) -> SafeString:
    """`text` as HTML with each of its words that is among `words` in a `mark` element."""
    pieces, done = [], 0
    for word, start, end in iterate_words(text) if is_met(text, words) else ():
        if index_form(word) in words:
            pieces.append((text[done:start], word))
            done = end
    return format_html_join("", "{}<mark>{}</mark>", pieces) + escape(text[done:])


def excerpt(text: str, words: Set[str]) -> str:
    """The part of `text` around its first word that is among `words`; all of a short one."""
    if len(text) <= BEFORE + AFTER:
        return text
    met = next((word for word in iterate_words(text) if index_form(word.text) in words), None)
    if met is None:
        return text
    start = text.rfind(" ", 0, met.start - BEFORE) + 1 if met.start > BEFORE else 0
    end = text.find(" ", met.end + AFTER)
    return (
        ("… " if start else "") + text[start : end if end > 0 else None] + (" …" if end > 0 else "")
    )
