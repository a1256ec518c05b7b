"""Inside Django: what the pages weigh, as they are and compressed, with the files that they link
to.
"""

import gzip
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import brotli
from django.conf import settings

from benchmarks.asking import LIST, Questions, answer
from benchmarks.figures import Figure, Figures
from catalogue.wsgi import application

LINKED = re.compile(rb'(?:href|src)="/static/([^"]+)"')
# As a server that compresses each answer would.
GZIP_LEVEL = 6


def run(questions: Questions, list_page: str) -> dict[str, Any]:
    """The figures of every page; leaves the list in the file `list_page`, to be served as it is."""
    Path(list_page).write_bytes(answer(application, LIST))
    return {name: asdict(figure) for name, figure in weigh(questions).items()}


def weigh(questions: Questions) -> Figures:
    """The weights of the front page, the list and an entry; the median where there are several."""
    pages = {
        "front": [answer(application, "/nn/")],
        "list": [answer(application, LIST)],
        "entry": [answer(application, address) for address in questions["entries"][:20]],
    }
    figures: Figures = {}
    for name, bodies in pages.items():
        figures |= {f"{name}_{form}": figure for form, figure in weigh_html(bodies).items()}
    return figures | weigh_files([body for bodies in pages.values() for body in bodies])


def weigh_html(bodies: list[bytes]) -> Figures:
    weights = {
        "html": [len(body) for body in bodies],
        "gzip": [len(gzip.compress(body, GZIP_LEVEL)) for body in bodies],
        "brotli": [len(brotli.compress(body)) for body in bodies],
    }
    return {form: Figure.of(sizes, "bytes") for form, sizes in weights.items()}


def weigh_files(bodies: list[bytes]) -> Figures:
    """The stylesheets, scripts and icons that any of the pages links to, once each."""
    names = sorted({name.decode() for body in bodies for name in LINKED.findall(body)})
    paths = [settings.STATIC_ROOT / name for name in names]
    # WhiteNoise keeps a compressed file only where that is smaller.
    smallest = [
        min(f.stat().st_size for f in (p, p.with_name(f"{p.name}.br")) if f.exists()) for p in paths
    ]
    return {
        "files": Figure.of([sum(path.stat().st_size for path in paths)], "bytes"),
        "files_brotli": Figure.of([sum(smallest)], "bytes"),
    }
