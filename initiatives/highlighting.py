"""Where a search met a text: the words marked, and the part of a long text around the first of them."""

from collections.abc import Collection

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from initiatives.language.keys import iterate_words
from initiatives.wording import index_form

# Characters shown before and after the first word that was met.
BEFORE, AFTER = 80, 200


def is_met(text: str, words: Collection[str]) -> bool:
    """Whether any word of `text` is among `words`, which are lower case."""
    return any(index_form(word.text) in words for word in iterate_words(text))


def mark(text: str, words: Collection[str]) -> SafeString:
    """`text` as HTML with each of its words that is among `words` in a `mark` element."""
    pieces, done = [], 0
    for word in iterate_words(text):
        if index_form(word.text) in words:
            pieces.append((text[done : word.start], format_html("<mark>{}</mark>", word.text)))
            done = word.end
    return format_html("{}{}", format_html_join("", "{}{}", pieces), text[done:])


def excerpt(text: str, words: Collection[str]) -> str:
    """The part of `text` around its first word that is among `words`; all of it when it is short."""
    met = next((word for word in iterate_words(text) if index_form(word.text) in words), None)
    if met is None or len(text) <= BEFORE + AFTER:
        return text
    start = text.rfind(" ", 0, met.start - BEFORE) + 1 if met.start > BEFORE else 0
    end = text.find(" ", met.end + AFTER)
    return ("… " if start else "") + text[start : end if end > 0 else None] + (" …" if end > 0 else "")
