"""Tries the search on pairs of query and text that must, or must not, find each other."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error
from pyroaring import BitMap

from initiatives.finding import search
from initiatives.finding.snapshot import Snapshot
from initiatives.finding.snapshot.loading import Rows, assemble
from initiatives.finding.snapshot.vocabulary import Vocabulary
from initiatives.finding.wording import words_of
from initiatives.models import Synonyms

COLUMNS = ("query", "text", "match", "kind")
# A query of this kind is misspelt: what counts is that the search offers a better one.
TYPO = "typo"


@dataclass(frozen=True)
class Pair:
    """A row of the file; `is_match` says whether the query must find the text."""

    query: str
    text: str
    is_match: bool
    kind: str


class Command(BaseCommand):
    help = (
        "Read pairs from a tab-separated FILE with the columns query, text, match (1 or 0) and"
        " kind, look for each query in a temporary catalogue of all the texts, and tell how many"
        " pairs came out right."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--verbose", action="store_true", help="list the pairs that came out wrong"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        pairs = list(read_pairs(options["file"]))
        texts = dict.fromkeys(pair.text for pair in pairs)
        slots = {text: slot for slot, text in enumerate(texts, start=1)}
        catalogue = make_catalogue(slots, self.synonyms())
        right = {
            pair: is_found(catalogue, pair, slots[pair.text]) == pair.is_match for pair in pairs
        }
        self.report(pairs, right)
        if options["verbose"]:
            self.list_wrong([pair for pair in pairs if not right[pair]])

    def synonyms(self) -> list[list[str]]:
        """The editors' synonyms; none where there is no database yet."""
        try:
            return [row.listed for row in Synonyms.objects.all()]
        except Error as error:
            self.stderr.write(f"Without the editors' synonyms: {error}")
            return []

    def report(self, pairs: list[Pair], right: dict[Pair, bool]) -> None:
        """One line for each kind of pairs that must match, and one for those that must not."""
        total = Counter(pair.kind for pair in pairs if pair.is_match)
        found = Counter(pair.kind for pair in pairs if pair.is_match and right[pair])
        for kind, number in total.items():
            self.stdout.write(f"{kind}: {found[kind]}/{number}")
        near = [right[pair] for pair in pairs if not pair.is_match]
        self.stdout.write(f"false matches: {near.count(False)}/{len(near)}")

    def list_wrong(self, pairs: list[Pair]) -> None:
        for pair in pairs:
            outcome = "not found" if pair.is_match else "false match"
            self.stdout.write(f"{outcome}: {pair.kind}: {pair.query} / {pair.text}")


def read_pairs(path: Path) -> Iterator[Pair]:
    """The rows of a file; raises `CommandError` with the line of what cannot be read."""
    lines = read_lines(path)
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if missing := [column for column in COLUMNS if column not in (rows.fieldnames or ())]:
        raise CommandError(
            f"{path} has no column {', '.join(missing)}; the first line names the columns"
        )
    for row in rows:
        if not (row["match"] in ("0", "1") and row["query"] and row["text"]):
            raise CommandError(
                f"{path}, line {rows.line_num}: give a query, a text and a match of 0 or 1"
            )
        yield Pair(row["query"], row["text"], row["match"] == "1", row["kind"] or "")


def read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error


def make_catalogue(slots: dict[str, int], synonyms: list[list[str]]) -> Snapshot:
    """A catalogue with an entry for each text, at its slot; nothing is stored."""
    rows = Rows(published=BitMap(slots.values()))
    for text, slot in slots.items():
        rows.families["body"].add_all((word, slot) for word in words_of([text]))
    return assemble(0, Vocabulary.without_terms(synonyms), rows, {})


def is_found(catalogue: Snapshot, pair: Pair, slot: int) -> bool:
    """Whether the query finds the entry; of a misspelt one, whether what is offered does."""
    if slot in search.find(catalogue, pair.query).entries:
        return True
    offered = search.suggestions(catalogue, pair.query) if pair.kind == TYPO else []
    return any(slot in search.find(catalogue, query).entries for query in offered)
