"""A measured figure: what a series of samples comes to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """The median and the 95th percentile of `n` samples, in `unit`."""

    median: float
    p95: float
    n: int
    unit: str

    @classmethod
    def of(cls, samples: Sequence[float], unit: str = "ms") -> "Figure":
        """The figure of at least one sample; the percentile is the nearest sample, not a mean of
        two.
        """
        nearest = math.ceil(0.95 * len(samples)) - 1
        return cls(median(samples), sorted(samples)[nearest], len(samples), unit)


# By name, as `report.LABELS` has them.
Figures = dict[str, Figure]
