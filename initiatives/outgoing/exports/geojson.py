"""A list as GeoJSON (RFC 7946): one feature for each entry, at the centres of its municipalities.

An entry of several municipalities is a MultiPoint; one of a county alone, or of the whole country,
has no geometry. Properties are plain texts and lists of texts in the reader's form, as maps show
them.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from initiatives.finding.filters import InitiativeFilter
from initiatives.models import Municipality
from initiatives.outgoing.exports.about import About
from initiatives.outgoing.exports.json import dumped, joined, listed, metadata
from initiatives.outgoing.exports.records import TOLD, basics
from initiatives.outgoing.exports.rows import OutgoingEntry, read_portions

# By number of a municipality: longitude and latitude of its centre, in degrees.
Points = Mapping[str, tuple[float, float]]


def write(asked: InitiativeFilter, about: About, root: str) -> Iterator[str]:
    """The file in parts, one for each portion of entries. One query more than `read_portions`."""
    points = {
        number: (longitude, latitude)
        for number, longitude, latitude in Municipality.objects.order_by().values_list(
            "number", "longitude", "latitude"
        )
    }

    def write_rows(rows: list[OutgoingEntry]) -> str:
        return listed(make_feature(row, root, points) for row in rows)

    head = (
        f'{{"type": "FeatureCollection",\n"metadata": {dumped(metadata(about))},\n"features": [\n'
    )
    return chain([head], joined(read_portions(asked, write_rows)), ["\n]}\n"])


def make_feature(row: OutgoingEntry, root: str, points: Points) -> dict[str, Any]:
    initiative = row.initiative
    linked = {kind.plural: row.labels(kind.name) for kind in TOLD}
    texts = {name: getattr(initiative, name) or None for name in ("title", "lead", "main_goal")}
    return {
        "type": "Feature",
        "id": initiative.slug,
        "geometry": make_geometry(
            [points[c.value] for c in row.linked["municipality"] if c.value in points]
        ),
        "properties": {
            **basics(initiative, root),
            **texts,
            "lang": initiative.title.lang,
            **linked,
            "projects": [str(project.name) for project in row.projects],
        },
    }


def make_geometry(points: list[tuple[float, float]]) -> dict[str, Any] | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
