"""Whatever a sheet looks like, each of its words ends in a field or is told of."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.texts import UnreadableError, decode, tidy
from tests.desk.sheets.coverage import lost_words

FOLDER = Path(__file__).parents[2] / "data" / "sheets"
LINES = sorted(
    {line for path in FOLDER.glob("*.txt") for line in path.read_text(encoding="utf-8").split("\n")}
)
MORE_LINES = [
    "Fagområde: Tilflytting Ukjent Omdømme",
    "Kommune: Herøy, Ukjent",
    "Delprosjekt: Dalen+ (2012–2014)",
    "Periode 2012–",
    "- strek",
    "– strek",
    "1) tal",
    "o\tpunkt",
    "Aktiviteter: Leir, annonsering i media og brosjyrar",
    "www.ikkje ei adresse",
    "http://[",
    "\\Aktivitetar",
    " • \\Ungdom og kvinner",
    "x" * 320,
    " • " + "svært lang ordlyd " * 30,
    "Målgruppa er ungdom, hundar og kvinner.",
]
lines = st.sampled_from([*LINES, *MORE_LINES]) | st.text(max_size=60)
sheets = st.lists(lines, max_size=25).map("\n".join)
pytestmark = pytest.mark.django_db
_loaded: list[Reference] = []


@pytest.fixture(autouse=True)
def _reference(reference):
    _loaded[:] = [reference]


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sheets)
def test_no_word_is_lost_however_lines_are_mixed(text):
    try:
        tidied = tidy(text)
    except UnreadableError:
        return
    assert lost_words(tidied, place(read(tidied), _loaded[0])) == []


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        text = decode(data)
    except UnreadableError:
        return
    place(read(text), _loaded[0])
