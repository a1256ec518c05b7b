"""Drafts by the program: passages taken apart, translated as sentences, and put together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from initiatives.desk.translation import apertium
from initiatives.desk.translation.mending import MARKS, mend
from initiatives.desk.translation.names import Shield
from initiatives.language import other_form

MARK = "¤"
"""Stands before a word that the program did not know, until an editor has looked at it."""

_MARKED = re.compile(rf"{MARK}(?=\w)(\w+)")
_UNKNOWN = re.compile(rf"[{MARKS}](?=\w)")
# Signs of our own text that the program uses for its marks, hidden from it meanwhile.
_HIDDEN = str.maketrans({"*": "\ue000", "@": "\ue001", "#": "\ue002", MARK: "\ue003"})
_SHOWN = str.maketrans({"\ue000": "*", "\ue001": "@", "\ue002": "#", "\ue003": MARK})

# What stands before the words of a heading or of an item of a list; further items may begin on the
# same line.
_PREFIX = re.compile(r"^\s*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?:\s+|$))*")


@dataclass(frozen=True)
class Line:
    """A line of a passage: `prefix` is Markdown, `words` are translated, `suffix` breaks it."""

    prefix: str
    words: str
    suffix: str


def marked_words(text: str) -> list[str]:
    """The words that a text has marked as unknown, each once, in order."""
    return list(dict.fromkeys(_MARKED.findall(text)))


def without_marks(text: str) -> str:
    return _MARKED.sub(r"\1", text)


def draft(passages: Sequence[str], original_form: str, names: Mapping[str, str]) -> list[str]:
    """Each passage in the other form, with its Markdown as it was. Raises `DraftError`."""
    shield = Shield(names)
    taken_apart = [_take_apart(passage) for passage in passages]
    words = [line.words for lines in taken_apart for line in lines if _has_letters(line.words)]
    covered = [shield.cover(text).translate(_HIDDEN) for text in words]
    form = other_form(original_form)
    answers = iter(apertium.translate(covered, original_form, form))
    translated = iter(
        _finished(original, hidden, next(answers), shield, f"{original_form}-{form}")
        for original, hidden in zip(words, covered, strict=True)
    )
    return [_put_together(lines, translated) for lines in taken_apart]


def _finished(original: str, covered: str, answer: str, shield: Shield, direction: str) -> str:
    """The program's answer for a segment, for editors; the original, marked, if it lost a name."""
    if not shield.keeps_all(covered, answer):
        return f"{MARK}{original}"
    # Names last: they may have signs of their own.
    marked = _UNKNOWN.sub(MARK, shield.without_marks(mend(original, answer, direction)))
    return shield.uncover(marked.translate(_SHOWN))


def _take_apart(passage: str) -> list[Line]:
    """The lines of a passage; those that a browser would show as one are joined."""
    lines: list[Line] = []
    for raw in passage.split("\n"):
        prefix = _PREFIX.match(raw)
        before, words = (prefix.group(), raw[prefix.end() :]) if prefix else ("", raw)
        breaks = "  " if words.endswith("  ") else "\\" if words.endswith("\\") else ""
        words = words.removesuffix(breaks).strip()
        if lines and not before.strip() and words and not lines[-1].suffix and lines[-1].words:
            last = lines.pop()
            lines.append(Line(last.prefix, f"{last.words} {words}", breaks))
        else:
            lines.append(Line(before, words, breaks))
    return lines


def _put_together(lines: Iterable[Line], translated: Iterable[str]) -> str:
    answers = iter(translated)
    return "\n".join(
        f"{line.prefix}{next(answers) if _has_letters(line.words) else line.words}{line.suffix}"
        for line in lines
    )


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
