"""What a page that asks before deleting need not tell."""

from typing import Any


def without(lines: list[Any], starts: tuple[str, ...]) -> list[Any]:
    """A nested list without the lines that begin in one of these ways, and what belongs to them."""
    kept: list[Any] = []
    is_left_out = False
    for line in lines:
        if isinstance(line, list):
            if not is_left_out:
                kept.append(without(line, starts))
        else:
            is_left_out = str(line).startswith(starts)
            if not is_left_out:
                kept.append(line)
    return [line for line in kept if line != []]
