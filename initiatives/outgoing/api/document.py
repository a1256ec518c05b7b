"""The OpenAPI document, with texts in the active written form."""

import json
from functools import lru_cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from initiatives.language import reader_form
from initiatives.outgoing.api.problems import MEDIA_TYPE, TITLES
from initiatives.outgoing.api.routes import api
from initiatives.outgoing.exports.about import LICENCE, LICENCE_URL

ROOT = "/api/v1"


def document() -> dict[str, Any]:
    """The document, made once for each written form."""
    return _make(reader_form())


@lru_cache(maxsize=2)
def _make(form: str) -> dict[str, Any]:
    """The document in `form`, which is active."""
    made = api.get_openapi_schema(path_prefix="")
    made["info"] |= {
        "description": _(
            "What Norwegian municipalities have done to get people to move in and stay."
        ),
        "license": {"name": LICENCE, "url": LICENCE_URL},
    }
    made["servers"] = [{"url": ROOT}]
    for operation in _operations(made):
        operation["responses"] = _answers(operation["responses"])
    for schema in made["components"]["schemas"].values():
        # What the code says of a class is for those who read the code.
        if not isinstance(schema.get("description", ""), Promise):
            schema.pop("description", None)
    # Through text, so that nothing in it is lazy any more, and keys are text.
    told: dict[str, Any] = json.loads(json.dumps(made, cls=DjangoJSONEncoder))
    return without_unused(told)


def _operations(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in made["paths"].values() for operation in path.values()]


def _answers(responses: dict[int, Any]) -> dict[str, Any]:
    """The answers of an operation, with problems as what they are, and with what has no body."""
    told = {str(status): dict(answer) for status, answer in responses.items()}
    for status, answer in told.items():
        if int(status) in TITLES:
            [content] = answer["content"].values()
            told[status] = {"description": TITLES[int(status)], "content": {MEDIA_TYPE: content}}
        else:
            answer["description"] = _("What was asked for")
    told["304"] = {"description": _("Not changed since the answer with the ETag that was sent")}
    return dict(sorted(told.items()))


def without_unused(told: dict[str, Any]) -> dict[str, Any]:
    """The document without schemas that nothing in it refers to."""
    schemas = told["components"]["schemas"]
    text = json.dumps(told)
    unused = [name for name in schemas if f'"#/components/schemas/{name}"' not in text]
    for name in unused:
        del schemas[name]
    return told
