"""Makes the reference fixtures anew from the tables in fixtures/source."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from initiatives.language import make_slug
from initiatives.models.kinds import FOR_EDITORS, Kind

Row = dict[str, str]
Fixture = list[dict[str, Any]]

SOURCE_DIR = settings.BASE_DIR / "fixtures" / "source"


def read_table(name: str) -> list[Row]:
    """The rows of fixtures/source/NAME.csv, in the file's order."""
    with (SOURCE_DIR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counties() -> Fixture:
    return [
        {
            "model": "initiatives.county",
            "fields": {
                "number": row["number"],
                "name": row["name"],
                "parallel_names": row["name_sami_or_kven"],
                "official_name": row["official_name"],
            },
        }
        for row in read_table("counties")
    ]


def municipalities() -> Fixture:
    return [
        {
            "model": "initiatives.municipality",
            "fields": {
                "number": row["number"],
                "name": row["display_name"],
                "parallel_names": row["name_sami_or_kven"],
                "official_name": row["official_name"],
                "county": [row["county_number"]],
                "latitude": float(row["lat"]),
                "longitude": float(row["lon"]),
                "administrative_centre": row["administrative_centre"],
                "population": int(row["population_2026"]),
                "centrality": int(row["centrality"]),
                "written_form": row["written_form"],
            },
        }
        for row in read_table("municipalities")
    ]


def former_municipalities() -> Fixture:
    return [
        {
            "model": "initiatives.formermunicipality",
            "fields": {
                "number": row["former_number"],
                "name": row["former_name"],
                "valid_from": int(row["valid_from"]) if row["valid_from"] else None,
                "valid_to": int(row["valid_to"]) if row["valid_to"] else None,
                "successor": [row["number"]],
                "is_main_successor": row["note"] != "split: part",
            },
        }
        for row in read_table("former_municipalities")
    ]


def regions() -> Fixture:
    members: dict[tuple[str, str, str], list[list[str]]] = {}
    for row in read_table("regions"):
        key = (row["region"], row["kind"], row["source"])
        members.setdefault(key, []).append([row["municipality_number"]])
    return [
        {
            "model": "initiatives.region",
            "fields": {
                "slug": make_slug(name),
                "name": name,
                "kind": kind,
                "source": source,
                "municipalities": sorted(numbers),
            },
        }
        for (name, kind, source), numbers in members.items()
    ]


def vocabulary() -> Fixture:
    return [entry for kind in FOR_EDITORS if kind.is_term for entry in terms_of(kind)]


def terms_of(kind: Kind) -> Iterator[dict[str, Any]]:
    """The terms of one kind, in the table's order, each followed by its aliases."""
    rows = [row for row in read_table("vocabulary") if row["kind"] == kind.singular]
    for position, row in enumerate(rows, start=1):
        fields = {name: row[name] for name in ("slug", "label_nn", "label_nb")}
        model = kind.model._meta.label_lower
        yield {"model": model, "fields": fields | {"position": position}}
        for wording in filter(None, row["aliases"].split("|")):
            yield {"model": f"{model}alias", "fields": {"wording": wording, "term": [row["slug"]]}}


FIXTURES = {
    "counties": counties,
    "municipalities": municipalities,
    "former_municipalities": former_municipalities,
    "regions": regions,
    "vocabulary": vocabulary,
}


def to_json(fixture: Fixture) -> str:
    """One object a line, so that a change of one row is a change of one line."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in fixture)
    return f"[\n{lines}\n]\n"


class Command(BaseCommand):
    help = "Make the reference fixtures anew from the tables in fixtures/source."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, build in FIXTURES.items():
            path: Path = settings.BASE_DIR / "fixtures" / f"{name}.json"
            path.write_text(to_json(build()), encoding="utf-8")
            self.stdout.write(f"fixtures/{path.name}")
