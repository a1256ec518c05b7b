"""What the catalogue knows when a sheet is placed: the reference data, loaded for the test."""

import pytest

from initiatives.desk.sheets.reference import Reference


@pytest.fixture
def reference(reference_data) -> Reference:
    return Reference.load()
