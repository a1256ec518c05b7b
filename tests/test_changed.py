"""Which tests `make test-changed` finds for a file."""

from pathlib import Path

import pytest

from tests import changed


@pytest.mark.parametrize(
    ("path", "tests"),
    [
        ("tests/admin/test_ways.py", ["tests/admin/test_ways.py"]),
        ("tests/admin/forms.py", ["tests/admin"]),
        ("tests/data/sheets/001.txt", ["tests"]),
        ("initiatives/admin/ways.py", ["tests/admin/test_ways.py"]),
        ("initiatives/admin/urls.py", ["tests/admin"]),
        ("initiatives/language/tables/doublets.txt", ["tests/language"]),
        (
            "locale/nn/LC_MESSAGES/django.po",
            ["tests/test_messages.py", "tests/test_locale_packages.py"],
        ),
        ("README.md", []),
    ],
)
def test_tests_of_a_changed_file(path, tests):
    assert changed.tests_of(Path(path)) == tests
