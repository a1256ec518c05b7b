"""Runs one module of this folder inside Django: its task comes in as JSON, its answer goes out as
JSON.
"""

import contextlib
import json
import sys
from importlib import import_module

import django


def main() -> None:
    django.setup()
    module = import_module(f"benchmarks.{sys.argv[1]}")
    with contextlib.redirect_stdout(sys.stderr):
        answer = module.run(**json.load(sys.stdin))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
