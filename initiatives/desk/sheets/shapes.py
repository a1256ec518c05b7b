"""What a block looks like by itself: a title, a subheading, an address, or text that tells."""

import re

from initiatives.desk.sheets.blocks import ADDRESS, Block, Kind

MAX_TITLE = 200
LONGEST_ROW = 60
"""Of lines that stand below each other as a list, or that may be a title with a full stop."""

_LONGEST_TITLE = 150
_LONGEST_SUBHEADING = 70
_LONGEST_ITEM = 300

_INNER_STOP = re.compile(r"[.!?]\s+[A-ZÆØÅ]")


def is_title(block: Block) -> bool:
    """Whether the first paragraph is short enough for a title and is not running text."""
    first = block.text.partition("\n")[0]
    if block.is_verbatim:
        return len(first) <= MAX_TITLE
    if block.kind is not Kind.TEXT or not first.strip():
        return False
    is_sentences = _INNER_STOP.search(first) is not None or (
        first.endswith(".") and len(first) > LONGEST_ROW
    )
    return len(first) <= _LONGEST_TITLE and not is_sentences and not is_address(block)


def is_subheading(block: Block, following: Block | None) -> bool:
    """Whether a block is a short line without a full stop, with text or a list below it."""
    return (
        block.kind is Kind.TEXT
        and not block.is_verbatim
        and len(block.rows) == 1
        and len(block.text) <= _LONGEST_SUBHEADING
        and block.text[-1:] not in tuple(".,;!?…)")
        and following is not None
        and following.kind is not Kind.HEADING
    )


def is_short_subheading(block: Block, following: Block | None) -> bool:
    """A subheading right below the title rather than a lead: one or two words."""
    return is_subheading(block, following) and len(block.text.split()) <= 2


def is_prose(block: Block) -> bool:
    """Whether a paragraph under the heading of a list tells: several sentences, or long."""
    return not block.is_verbatim and (
        len(block.text) > _LONGEST_ITEM or _INNER_STOP.search(block.text) is not None
    )


def is_address(block: Block) -> bool:
    return not block.is_verbatim and ADDRESS.fullmatch(block.text) is not None
