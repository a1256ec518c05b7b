"""What is to hold at each size, and what was measured of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.figures import Figure, Figures


@dataclass(frozen=True)
class Budget:
    """A limit by number of entries for what `measure` makes of some figures."""

    label: str
    unit: str
    limits: Mapping[int, float]
    measure: Callable[..., float]
    figures: tuple[str, ...]
    is_floor: bool = False

    def judge(self, size: int, figures: Figures) -> "Verdict":
        """The verdict; nothing is held or not where it was not measured or the size has no
        limit.
        """
        limit, measured, is_held = self.limits.get(size), None, None
        if all(name in figures for name in self.figures):
            measured = self.measure(*(figures[name] for name in self.figures))
        if measured is not None and limit is not None:
            is_held = measured >= limit if self.is_floor else measured <= limit
        return Verdict(self.label, self.unit, measured, limit, self.is_floor, is_held)


@dataclass(frozen=True)
class Verdict:
    """What was measured of a budget, and whether it is held; `is_floor` says that more is
    better.
    """

    label: str
    unit: str
    measured: float | None
    limit: float | None
    is_floor: bool
    is_held: bool | None


def at(
    ten_thousand: float, hundred_thousand: float, million: float | None = None
) -> Mapping[int, float]:
    """The limits at the three sizes that are budgeted."""
    limits = {10_000: ten_thousand, 100_000: hundred_thousand}
    return limits | ({1_000_000: million} if million is not None else {})


def ratio(dividend: Figure, divisor: Figure) -> float:
    return dividend.median / divisor.median


def middle(figure: Figure) -> float:
    return figure.median


def worst(*figures: Figure) -> float:
    """The 95th percentile, of several the highest."""
    return max(figure.p95 for figure in figures)


BUDGETS = (
    Budget("match + all counts, p95", "ms", at(1, 3, 30), worst, ("counts",)),
    Budget("list page, uncached, random filters, p95", "ms", at(15, 18, 45), worst, ("page",)),
    Budget(
        "list page with a search word, p95", "ms", at(30, 80), worst, ("common_word", "rare_word")
    ),
    Budget(
        "list page vs Datasette", "×", at(40, 250), ratio, ("datasette", "page_http"), is_floor=True
    ),
    Budget("counts vs plain ORM", "×", at(20, 100), ratio, ("orm_counts", "counts"), is_floor=True),
    Budget("start-up to first answer", "s", at(2, 6, 60), middle, ("start_up",)),
    Budget("memory per process", "MB", at(150, 300, 1500), middle, ("rss",)),
    Budget("update after a publication, p95", "ms", at(20, 50, 300), worst, ("update",)),
    Budget(
        "304 vs constant view",
        "×",
        at(0.5, 0.5, 0.5),
        ratio,
        ("not_modified", "constant"),
        is_floor=True,
    ),
    Budget(
        "uncached list pages per core",
        "/s",
        at(100, 100),
        middle,
        ("http_1_per_core",),
        is_floor=True,
    ),
)


def judge(size: int, figures: Figures) -> list[Verdict]:
    """The verdict on every budget, in their order."""
    return [budget.judge(size, figures) for budget in BUDGETS]
