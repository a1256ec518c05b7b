"""The outcome of a run: as tables for whoever reads, and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.budgets import Verdict
from benchmarks.figures import Figure, Figures
from benchmarks.targets import ROOT, Target

LATEST = ROOT / "benchmarks" / "latest.json"

# Every figure, in the order of the table.
LABELS = {
    "counts": "match + all counts",
    "orm_counts": "  the same by plain ORM",
    "orm_page": "  page of 20 keys by plain ORM",
    "parse": "  reading the address before",
    "page": "list page, random filters",
    "page_cpu": "  of that on a processor",
    "common_word": "list page, common word",
    "rare_word": "list page, rare word",
    "entry": "entry page",
    "page_http": "list page over HTTP, alone",
    "datasette": "  Datasette’s, the same filters",
    "http_1": "list pages, 8 clients, 1 worker",
    "http_1_rate": "  pages a second",
    "http_1_per_core": "  pages a second of processor",
    "http_2": "list pages, 8 clients, 2 workers",
    "http_2_rate": "  pages a second",
    "http_2_per_core": "  pages a second of processor",
    "not_modified": "304 a second",
    "constant": "  constant view",
    "static_constant": "  static file of its bytes",
    "static_list": "  static file of the list’s bytes",
    "start_up": "start-up to first answer",
    "rss": "memory of a process, RSS",
    "pss": "  its share, PSS",
    "update": "update after a publication",
    "first_update": "  the first of a process",
    "front_html": "front page",
    "front_gzip": "  gzip",
    "front_brotli": "  brotli",
    "list_html": "list page",
    "list_gzip": "  gzip",
    "list_brotli": "  brotli",
    "entry_html": "entry page",
    "entry_gzip": "  gzip",
    "entry_brotli": "  brotli",
    "files": "stylesheet, script, icons",
    "files_brotli": "  brotli",
}


@dataclass(frozen=True)
class Result:
    """All figures of one database, and the verdicts on the budgets."""

    target: Target
    figures: Figures
    verdicts: list[Verdict]


def write(machine: dict[str, Any], results: Sequence[Result]) -> None:
    """Writes `latest.json`, which has everything that the tables have."""
    told = {
        "machine": machine,
        "results": [
            {
                "size": result.target.size,
                "engine": result.target.engine,
                "figures": {name: asdict(figure) for name, figure in result.figures.items()},
                "budgets": [asdict(verdict) for verdict in result.verdicts],
            }
            for result in results
        ],
    }
    LATEST.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def show_machine(machine: dict[str, Any]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in machine.items())


def show(results: Sequence[Result]) -> str:
    """The tables of some databases: all figures, then the budgets."""
    heads = [f"{result.target.size:,} {result.target.engine}" for result in results]
    figures = [
        [label, *(cell(result.figures.get(name)) for result in results)]
        for name, label in LABELS.items()
    ]
    budgets = [
        [
            f"{verdicts[0].label} ({verdicts[0].unit})",
            *(verdict_cell(verdict) for verdict in verdicts),
        ]
        for verdicts in zip(*(result.verdicts for result in results), strict=True)
    ]
    tables = [table(["median / p95 (n)", *heads], figures), table(["budget", *heads], budgets)]
    return "".join(f"\n{text}\n" for text in tables)


def cell(figure: Figure | None) -> str:
    """`4.21 / 5.30 ms (200)`; a single sample has no percentile."""
    if figure is None:
        return "–"
    if figure.n == 1:
        return f"{number(figure.median)} {figure.unit}"
    return f"{number(figure.median)} / {number(figure.p95)} {figure.unit} ({figure.n})"


def verdict_cell(verdict: Verdict) -> str:
    """`0.4 ≤ 1 held`, or what was measured alone where nothing is asked for."""
    if verdict.measured is None:
        return "–"
    if verdict.limit is None:
        return number(verdict.measured)
    sign = "≥" if verdict.is_floor else "≤"
    word = "held" if verdict.is_held else "NOT HELD"
    return f"{number(verdict.measured)} {sign} {verdict.limit:g} {word}"


def number(value: float) -> str:
    """Three significant digits, with blanks between thousands."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}".replace(",", " ")


def table(head: list[str], rows: list[list[str]]) -> str:
    """Columns as wide as their widest cell; all but the first to the right."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    first, *others = widths
    return "\n".join(
        line[0].ljust(first)
        + "".join(f"  {text:>{width}}" for text, width in zip(line[1:], others, strict=True))
        for line in lines
    )
