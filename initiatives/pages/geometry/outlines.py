"""The outlines of the 15 counties of 2024, as `manage.py build_map` writes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from initiatives.pages.geometry.projection import Frame

FOLDER = Path(__file__).parent

Corner = tuple[int, int]


@dataclass(frozen=True)
class Outline:
    """The shape of one county as an SVG path, and where its number stands."""

    path: str
    middle: Corner
    """Where there is most room inside it."""

    label: Corner
    """The same, or beside a county that is too small to hold a number."""

    @property
    def is_labelled_outside(self) -> bool:
        return self.label != self.middle


@dataclass(frozen=True)
class Outlines:
    """A picture of all counties, by number: its frame, its size in units, and the shapes."""

    frame: Frame
    width: int
    height: int
    counties: Mapping[str, Outline]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Outlines":
        return cls(
            frame=Frame(**stored["frame"]),
            width=stored["width"],
            height=stored["height"],
            counties={
                number: Outline(outline["path"], tuple(outline["middle"]), tuple(outline["label"]))
                for number, outline in stored["counties"].items()
            },
        )

    @classmethod
    def read(cls, name: str) -> "Outlines":
        return cls.of(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


@cache
def detailed() -> Outlines:
    """For a map that fills a page; read once."""
    return Outlines.read("counties")


@cache
def coarse() -> Outlines:
    """For a map the size of a thumb; read once."""
    return Outlines.read("counties_coarse")
