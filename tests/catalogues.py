"""Message catalogues as the tests see them: their messages, and what each message has to have.

Forms here are those of number (one, many); a message without a plural has one.
"""

import re
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

LANGUAGES = ("nn", "nb")

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}")

Messages = dict[Any, Message]


def by_id(catalogue: Catalog) -> Messages:
    """The messages of a catalogue, by context and id."""
    return {(message.context, message.id): message for message in catalogue if message.id}


def read(path: Path) -> Messages:
    """The messages of a file, by context and id; none if there is no such file."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return by_id(read_po(file))


def forms(text: Any) -> list[str]:
    """The forms of a message id or its translation."""
    return list(text) if isinstance(text, (list, tuple)) else [text]


def has_text(message: Message) -> bool:
    """Whether a message is translated in every form."""
    return len(forms(message.string)) == len(forms(message.id)) and all(forms(message.string))


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def keeps_placeholders(message: Message) -> bool:
    """Whether every form of the translation has the placeholders of the same form of the message
    id.
    """
    return [*map(placeholders, forms(message.string))] == [*map(placeholders, forms(message.id))]
