"""The outlines of the counties and the projection that they and every dot are placed with.

The outlines are data in this folder, made by `manage.py build_map` (`make map`) from what
Kartverket publishes under CC BY 4.0; each file carries its credit and the constants of its
projection.
"""

from initiatives.pages.geometry.outlines import Outline, Outlines, coarse, detailed
from initiatives.pages.geometry.projection import Frame

__all__ = ["Frame", "Outline", "Outlines", "coarse", "detailed"]
