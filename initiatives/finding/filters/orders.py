"""The orders of the list, by their values in addresses."""

from django.utils.translation import gettext_lazy

RELEVANCE = "relevance"
NEWEST = "published"
SORT_ORDERS = {
    RELEVANCE: gettext_lazy("Best match first"),
    NEWEST: gettext_lazy("Newest first"),
    "changed": gettext_lazy("Last changed first"),
    "title": gettext_lazy("Title A–Å"),
    "start": gettext_lazy("Start year, latest first"),
}


def sort_orders(usual: str) -> dict[str, str]:
    """The orders to choose from: the value in the address, empty for the usual one, and the label.

    A form that says nothing of the order gets the best match first as soon as it has a search.
    """
    return {
        "" if name == usual else name: str(label)
        for name, label in SORT_ORDERS.items()
        if name != RELEVANCE or usual == RELEVANCE
    }
