"""Lists of words, several to a line, read at first use; what stands behind `#` is a comment."""

from functools import cache
from pathlib import Path


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of the list in the file `name` beside this module."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())
