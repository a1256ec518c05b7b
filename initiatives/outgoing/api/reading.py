"""The OpenAPI document as a page shows it: operations, parameters and answers."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from initiatives.outgoing.api.document import document


@dataclass(frozen=True)
class Kind:
    """What sort of value it is, in words; `schema` names the object it is or holds."""

    text: str
    schema: str = ""


@dataclass(frozen=True)
class Value:
    """A parameter, or a key of an object. `values` are all there are; `usual` is without it."""

    name: str
    kind: Kind
    description: str = ""
    values: list[str] = field(default_factory=list)
    usual: str = ""


@dataclass(frozen=True)
class Operation:
    path: str
    summary: str
    description: str
    parameters: list[Value]
    answer: str
    """The name of the schema of the answer."""


@dataclass(frozen=True)
class Object:
    """A schema: its keys, or the values of a closed list."""

    name: str
    keys: list[Value]
    values: list[str]


@dataclass(frozen=True)
class Reading:
    operations: list[Operation]
    objects: list[Object]
    problems: list[tuple[str, str]]
    """Status and what it means."""


def read() -> Reading:
    """The document in the active written form."""
    told = document()
    operations = [(path, methods["get"]) for path, methods in told["paths"].items()]
    answers = operations[0][1]["responses"]
    return Reading(
        operations=[_operation(told["servers"][0]["url"] + path, op) for path, op in operations],
        objects=[_object(name, schema) for name, schema in told["components"]["schemas"].items()],
        problems=[
            (status, answer["description"]) for status, answer in answers.items() if status > "200"
        ],
    )


def _operation(path: str, told: dict[str, Any]) -> Operation:
    answer = told["responses"]["200"]["content"]["application/json"]["schema"]
    parameters = [
        _value(parameter["name"], parameter["schema"]) for parameter in told["parameters"]
    ]
    return Operation(path, told["summary"], told["description"], parameters, _kind(answer).schema)


def _object(name: str, schema: dict[str, Any]) -> Object:
    keys = [_value(key, told) for key, told in schema.get("properties", {}).items()]
    return Object(name, keys, schema.get("enum", []))


def _value(name: str, schema: dict[str, Any]) -> Value:
    usual = schema.get("default")
    return Value(
        name,
        _kind(schema),
        schema.get("description", ""),
        _values(schema),
        str(usual) if usual else "",
    )


def _values(schema: dict[str, Any]) -> list[str]:
    inner = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return [value for part in inner for value in part.get("enum", [])]


def _kind(schema: dict[str, Any]) -> Kind:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return Kind(name, name)
    if "anyOf" in schema:
        kind = _kind(schema["anyOf"][0])
        return Kind(_("%(kind)s or null") % {"kind": kind.text}, kind.schema)
    if schema.get("type") == "array":
        kind = _kind(schema["items"])
        return Kind(_("several: %(kind)s") % {"kind": kind.text}, kind.schema)
    if "additionalProperties" in schema:
        kind = _kind(schema["additionalProperties"])
        return Kind(_("by name: %(kind)s") % {"kind": kind.text}, kind.schema)
    return Kind(_name(schema))


def _name(schema: dict[str, Any]) -> str:
    """The type of a single value in words, with the limits of a number."""
    names = {
        "string": pgettext("kind of value", "text"),
        "integer": _("whole number"),
        "number": _("number with decimals"),
        "boolean": _("true or false"),
        "date": _("date"),
        "date-time": _("point in time"),
    }
    name = names[schema.get("format") or schema["type"]]
    if "maximum" in schema and "minimum" in schema:
        return _("%(kind)s from %(first)s to %(last)s") % {
            "kind": name,
            "first": schema["minimum"],
            "last": schema["maximum"],
        }
    return name
