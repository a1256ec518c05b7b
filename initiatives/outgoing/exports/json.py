"""A list as JSON: an object with `metadata` and `initiatives`, the objects of `records`."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from initiatives.finding.filters import InitiativeFilter
from initiatives.outgoing.exports.about import LICENCE, LICENCE_URL, About
from initiatives.outgoing.exports.records import make_record
from initiatives.outgoing.exports.rows import OutgoingEntry, read_portions


def write(asked: InitiativeFilter, about: About, root: str) -> Iterator[str]:
    """The file in parts, one for each portion of entries."""

    def write_rows(rows: list[OutgoingEntry]) -> str:
        return listed(make_record(row, root) for row in rows)

    head = f'{{"metadata": {dumped(metadata(about))},\n"initiatives": [\n'
    return chain([head], joined(read_portions(asked, write_rows)), ["\n]}\n"])


def metadata(about: About) -> dict[str, Any]:
    """What the file is, with stable keys and texts in the reader's form."""
    return {
        "title": about.title,
        "language": about.form,
        "url": about.url,
        "filters": [{"filter": label, "value": value} for label, value in about.filters],
        "order": about.order,
        "total": about.total,
        "made_at": about.made_at,
        "licence": {"name": LICENCE, "url": LICENCE_URL},
        "notices": about.notices,
    }


def dumped(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def listed(objects: Iterable[Any]) -> str:
    """Objects as the middle of an array, one on each line."""
    return ",\n".join(dumped(value) for value in objects)


def joined(parts: Iterable[str]) -> Iterator[str]:
    """Parts of an array with commas between; a part may be empty."""
    before = ""
    for part in parts:
        if part:
            yield before + part
            before = ",\n"
