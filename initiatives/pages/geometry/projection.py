"""From degrees to a place in a picture: spherical transverse Mercator, for shapes and dots alike.

The formulas are those of Snyder, Map Projections: A Working Manual (USGS 1987), page 58.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The five constants of a picture: sphere, central meridian in degrees, and what is cut out."""

    radius_km: float
    meridian: float
    left_km: float
    """How far east of the meridian the left edge lies."""

    top_km: float
    """How far south of the equator the upper edge lies."""

    units_per_km: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point in degrees stands, in units right and down from the upper left corner."""
        east, north = math.radians(longitude - self.meridian), math.radians(latitude)
        x_km = self.radius_km * math.atanh(math.cos(north) * math.sin(east))
        y_km = -self.radius_km * math.atan2(math.tan(north), math.cos(east))
        return (x_km - self.left_km) * self.units_per_km, (y_km - self.top_km) * self.units_per_km
