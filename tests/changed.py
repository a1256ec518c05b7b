"""Prints which tests mirror what has changed since a commit, for `make test-changed`.

A module has its tests in the module or folder of tests with its name, else in the nearest folder
above; what is outside the app has those that look at it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path("tests")
OUTSIDE = {
    "templates": ["tests/views", "tests/admin", "tests/test_templates.py"],
    "static": ["tests/browser"],
    "locale": ["tests/test_messages.py", "tests/test_locale_packages.py"],
    "fixtures": ["tests/test_fixtures.py", "tests/examples"],
    "catalogue": ["tests/test_settings.py"],
}


def changed_files(since: str) -> list[Path]:
    """What differs from a commit, and what git does not know yet."""
    commands = [
        ["git", "diff", "-z", "--name-only", since],
        ["git", "ls-files", "-z", "--others", "--exclude-standard"],
    ]
    told = [subprocess.run(c, check=True, capture_output=True, text=True).stdout for c in commands]
    return [Path(name) for text in told for name in text.split("\0") if name]


def tests_of(changed: Path) -> list[str]:
    top, *inner = changed.parts
    if top == "tests":
        return [str(changed if changed.name.startswith("test_") else nearest_tests(changed))]
    if top == "initiatives":
        return [str(next(mirrors(Path(*inner))))]
    return OUTSIDE.get(top, [])


def nearest_tests(changed: Path) -> Path:
    """The nearest folder that has tests, for what they share: what stands in `tests/data` is of
    all.
    """
    return next(folder for folder in changed.parents if any(folder.rglob("test_*.py")))


def mirrors(module: Path) -> Iterator[Path]:
    """The tests of a module of the app that there are, the nearest first, all of them last."""
    for part in (module.with_suffix(""), *module.parents):
        for there in (TESTS / part.parent / f"test_{part.name}.py", TESTS / part):
            if there.exists():
                yield there


def without_doubles(found: set[Path]) -> list[Path]:
    """Those that there are, but for what is in a folder that is there too."""
    return sorted(path for path in found if path.exists() and not found & set(path.parents))


if __name__ == "__main__":
    print(*without_doubles({Path(t) for c in changed_files(sys.argv[1]) for t in tests_of(c)}))
