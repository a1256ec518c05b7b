"""The text of an entry as fields and passages: paragraphs, headings, lists, with digests."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from initiatives.pages import prose

FIELDS = ("title", "lead", "body", "main_goal", "closing_note")
"""The texts of an entry that are translated here, in the order they are read."""

# A form on a page has room for this many; the rest of a longer text stands in the last.
MOST_PASSAGES = 200

_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
}


@dataclass(frozen=True)
class Passage:
    """A top-level piece of Markdown, trimmed; `kind` is heading, paragraph or list."""

    kind: str
    text: str

    @cached_property
    def digest(self) -> str:
        return digest(self.text)


def tidy(text: str) -> str:
    """A text as compared and stored: one kind of line break, nothing after a line's last word.

    Two spaces at the end of a line mean a line break to Markdown, so they stay.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    kept = (
        line.rstrip() + ("  " if line.rstrip() and line.endswith("  ") else "") for line in lines
    )
    return "\n".join(kept).strip("\n").rstrip()


def digest(text: str) -> str:
    """Twelve digits that tell a text from another, whatever its line breaks are made of."""
    return hashlib.sha256(tidy(text).encode(errors="replace")).hexdigest()[:12]


def split_passages(text: str, most: int = MOST_PASSAGES) -> list[Passage]:
    """The passages of a text in order, as `prose` reads it; joined again they read as before."""
    lines = tidy(text).split("\n")
    found = list(_spans("\n".join(lines)))
    if len(found) > most:
        kind, start, _end = found[most - 1]
        found = [*found[: most - 1], (kind, start, len(lines))]
    passages = (Passage(kind, tidy("\n".join(lines[start:end]))) for kind, start, end in found)
    return [passage for passage in passages if passage.text.strip()]


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each passage, the line it begins at, and the line after it."""
    for token in prose.parse(text):
        if token.level == 0 and token.map and token.type in _KINDS:
            yield _KINDS[token.type], token.map[0], token.map[1]


def split_field(field: str, text: str) -> list[Passage]:
    """The passages of a field. Only the body is Markdown; title and lead are one passage each."""
    if field == "body":
        return split_passages(text)
    parts = (
        [tidy(text)]
        if field in ("title", "lead")
        else re.split(r"\n\s*\n", tidy(text), maxsplit=MOST_PASSAGES)
    )
    return [
        Passage("title" if field == "title" else "paragraph", part)
        for part in parts
        if part.strip()
    ]


def join_passages(texts: Iterable[str]) -> str:
    """Texts of passages as one text, with a blank line between."""
    return "\n\n".join(tidy(text) for text in texts if text.strip())


def shape(text: str) -> Sequence[str]:
    """What a text is built of: the kind of each passage, and of a list its length (`list 3`)."""
    tokens = prose.parse(tidy(text))
    built: list[str] = []
    items = 0
    for token in tokens:
        if token.level == 0 and token.type in _KINDS:
            built.append(_KINDS[token.type])
            items = 0
        elif token.type == "list_item_open":
            items += 1
            built[-1] = f"list {items}"
    return built
