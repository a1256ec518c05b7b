"""Descriptions as linked data: one set of nodes, written as JSON-LD and as Turtle.

A node is a mapping with `@id`, `@type` and properties by prefixed name (`dct:title`), as in
JSON-LD. A value is another node's address (`ref`), a text in a written form (`in_form`), a value
with a type (`typed`), plain text, a nameless node of its own (a mapping without `@id`), or a list
of these.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What may not stand in an address as it is (Turtle: IRIREF).
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def ref(address: str) -> dict[str, str]:
    """The node with this address, made whole where it has characters that none may have."""
    return {"@id": _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)}


def in_form(text: str, form: str) -> dict[str, str]:
    return {"@value": text, "@language": form}


def typed(value: str, kind: str) -> dict[str, str]:
    return {"@value": value, "@type": kind}


def to_json(nodes: Iterable[Node]) -> str:
    return json.dumps({"@context": PREFIXES, "@graph": list(nodes)}, ensure_ascii=False, indent=1)


def to_turtle(nodes: Iterable[Node]) -> str:
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    written = (f"\n<{node['@id']}>\n    {_properties(node)} .\n" for node in nodes)
    return prefixes + "".join(written)


def _properties(node: Node) -> str:
    """All that is said of a node, its types first."""
    said = [
        f"{'a' if name == '@type' else name} {_objects(name, value)}"
        for name, value in node.items()
        if name != "@id"
    ]
    return " ;\n    ".join(said)


def _objects(name: str, value: Any) -> str:
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return ", ".join(values if name == "@type" else map(_object, values))


def _object(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@value" in value:
        kind = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return _quoted(value["@value"]) + kind
    return f"<{value['@id']}>" if "@id" in value else f"[ {_properties(value)} ]"


def _quoted(text: str) -> str:
    escaped = "".join(_ESCAPES.get(c, c if c >= " " else f"\\u{ord(c):04X}") for c in text)
    return f'"{escaped}"'
