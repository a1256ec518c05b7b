"""Lists that go out, as the programs that open them see them."""

from django.http import QueryDict

from initiatives.exports.about import About
from initiatives.filters import InitiativeFilter
from initiatives.snapshot import current_snapshot

ROOT = "https://katalog.example.no"


def ask(query: str = "") -> InitiativeFilter:
    return InitiativeFilter(QueryDict(query), current_snapshot())


def about(asked: InitiativeFilter) -> About:
    return About.of(asked, f"{ROOT}/nn/tiltak/{asked.address.query}")
