"""That both ways of writing say the same, whatever the texts hold; rdflib reads them as a stranger
would.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from initiatives.outgoing.linked_data import in_form, ref, to_json, to_turtle, typed

# rdflib's reader of JSON-LD warns of rdflib's own class.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graphs(nodes):
    return (
        Graph().parse(data=to_turtle(nodes), format="turtle"),
        Graph().parse(data=to_json(nodes), format="json-ld"),
    )


def node(**said):
    properties = {name.replace("_", ":"): value for name, value in said.items()}
    return {"@id": "https://a.example/#x", "@type": "dcat:Dataset", **properties}


@pytest.mark.parametrize(
    ("value", "triples"),
    [
        ("tekst", 2),
        (in_form("målform", "nn"), 2),
        (typed("2026-01-01", "xsd:date"), 2),
        (ref("https://b.example/"), 2),
        ([in_form("a", "nn"), in_form("a", "nb"), "a"], 4),
        ({"@type": "vcard:Kind", "vcard:fn": "Namn"}, 4),
        ({"@type": ["vcard:Kind", "vcard:Group"], "vcard:hasURL": ref("https://b.example/")}, 5),
    ],
)
def test_both_ways_say_the_same(value, triples):
    turtle, json_ld = graphs([node(dct_title=value)])
    assert isomorphic(turtle, json_ld)
    assert len(turtle) == triples


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_as_it_went_in(text):
    turtle, json_ld = graphs([node(dct_title=in_form(text, "nn"))])
    assert isomorphic(turtle, json_ld)
    assert text in [str(value) for value in turtle.objects()]


@pytest.mark.parametrize(
    "hostile", ["https://a.example/> . <x", 'https://a.example/"', "https://a.example/\\\n{}"]
)
def test_address_cannot_end_itself(hostile):
    turtle, json_ld = graphs([node(dct_source=ref(hostile))])
    assert isomorphic(turtle, json_ld)
    assert len(turtle) == 2
