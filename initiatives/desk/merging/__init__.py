"""Merging a term or partner into another of its kind: what it would do, doing it, and undoing it.

Everything that is written is written in one transaction, after both rows have been taken hold of,
so that two editors who merge at once wait for each other, and the second is told what the first has
done.
"""

from initiatives.desk.merging.doing import MergeError, merge
from initiatives.desk.merging.planning import Double, Plan, TakenWording
from initiatives.desk.merging.undoing import Undone, reasons_against, undo

__all__ = [
    "Double",
    "MergeError",
    "Plan",
    "TakenWording",
    "Undone",
    "merge",
    "reasons_against",
    "undo",
]
