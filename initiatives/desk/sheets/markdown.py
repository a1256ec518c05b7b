"""Blocks as the Markdown of a field."""

from collections.abc import Sequence

from initiatives.desk.sheets.blocks import Block, Kind


def prose(some: Sequence[Block]) -> str:
    """The blocks as the text of a field: a blank line between paragraphs, none inside a list."""
    text = ""
    for at, block in enumerate(some):
        if at:
            before = some[at - 1]
            is_same_list = (
                before.kind is block.kind
                and _is_list_item(some, at)
                and _is_list_item(some, at - 1)
            )
            text += "\n" if is_same_list else "\n\n"
        text += _marked(block) if _is_list_item(some, at) else _unmarked(block)
    return text


def goal(some: Sequence[Block]) -> str:
    """The main goal: one that stands as the only item of a list is no list."""
    if len(some) == 1 and some[0].is_item and not some[0].is_verbatim:
        return some[0].text
    return prose(some)


def _marked(block: Block) -> str:
    if block.kind is Kind.NUMBER and block.mark.rstrip(".").isdigit():
        return f"{block.mark} {block.text}"
    return f"- {block.text}" if block.kind is Kind.BULLET else f"{block.mark} {block.text}"


def _unmarked(block: Block) -> str:
    return f"{block.mark} {block.text}" if block.mark else block.text


def _is_list_item(some: Sequence[Block], at: int) -> bool:
    """Whether a block is an item: a dash alone is how somebody begins to speak."""
    block = some[at]
    if not block.is_item:
        return False
    if block.mark not in ("–", "—", "−"):
        return True
    before, after = some[at - 1 : at], some[at + 1 : at + 2]
    return any(
        other.mark == block.mark and right.is_adjacent
        for other, right in [*((b, block) for b in before), *((a, a) for a in after)]
    )
