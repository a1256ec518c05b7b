"""Lists that go out, as the programs that open them see them."""

from django.http import QueryDict
from django.utils import translation

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.outgoing.exports.about import About
from initiatives.outgoing.exports.columns import COLUMNS

ROOT = "https://katalog.example.no"

# The headings of the table as the code has them, whatever they are called in the form of the
# reader.
with translation.override("en"):
    HEADINGS = [str(column.heading) for column in COLUMNS]


def ask(query: str = "") -> InitiativeFilter:
    return InitiativeFilter(QueryDict(query), current_snapshot())


def about(asked: InitiativeFilter) -> About:
    return About.of(asked, f"{ROOT}/nn/tiltak/{asked.address.query}")
