"""The form of the templates, as far as no tool keeps it."""

import pytest
from django.conf import settings

FOLDER = settings.BASE_DIR / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
COMPONENTS = [path for path in TEMPLATES if path.parent.name == "components"]


def name(path):
    return str(path.relative_to(FOLDER))


def test_lines_have_at_most_120_letters():
    too_long = [
        f"{name(path)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > 120
    ]
    assert too_long == []


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_component_begins_with_what_it_takes(path):
    start, comment, _ = path.read_text(encoding="utf-8").partition("{% endcomment %}")
    assert start.startswith("{% comment %}")
    assert comment
    assert "Parameters: " in start
