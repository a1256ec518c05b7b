"""The pages, as a reader's program gets them."""

import re
from collections.abc import Iterable


def slugs_of(cards: Iterable[str]) -> list[str]:
    """The address words of the entries that some cards lead to, in their order."""
    return [re.search(r"/tiltak/([^/]+)/", card).group(1) for card in cards]
