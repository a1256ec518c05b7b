"""Programs that stand where Apertium is looked for: the real one if it is there, and small ones of
ours.
"""

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

needs_apertium = pytest.mark.skipif(
    shutil.which("apertium") is None, reason="Apertium is not installed"
)

# Answers with what it reads.
ECHO = "sys.stdout.write(sys.stdin.read())"


@pytest.fixture
def program(tmp_path: Path, settings) -> Callable[[str], None]:
    """Puts a program of a few lines of Python where Apertium is looked for."""

    def make(lines: str) -> None:
        path = tmp_path / "apertium"
        path.write_text(f"#!{sys.executable}\nimport os, sys, time\n{lines}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        settings.APERTIUM = str(path)

    return make


@pytest.fixture
def no_program(settings) -> None:
    settings.APERTIUM = "/nowhere/apertium"
