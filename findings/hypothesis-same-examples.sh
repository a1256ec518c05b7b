#!/usr/bin/env bash
# Hypothesis 6.170.15 with `derandomize=True` draws other examples when a number changes elsewhere.
#
# "The same examples each run" holds only as long as no constant of the code under test changes:
# Hypothesis collects numbers and texts from the modules that are loaded from the project, and puts
# them among its draws. Adding an unrelated constant to a module that the test merely imports gives
# other examples, so a change that touches nothing of the tested function can make its test fail (or
# pass) for the first time, and it looks as if the change had done it.
#
# Seen on 2026-11-30: two runs with OTHER left out are equal, and the run with OTHER = 98765 differs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  hypothesis==6.170.15 pytest==9.0.2
cd "$folder"
cat > test_draws.py <<'PYTHON'
from hashlib import sha256

import limits  # imported, and not used
from hypothesis import given, settings, strategies

drawn = []


@settings(derandomize=True, database=None, max_examples=200)
@given(strategies.integers(0, 10**6))
def test_draws(number):
    drawn.append(number)


def test_tells():
    print("drawn:", sha256(repr(drawn).encode()).hexdigest()[:12])
PYTHON
draws() {
  venv/bin/python -m pytest -q -s -p no:cacheprovider test_draws.py | grep -o 'drawn: .*'
}
echo 'LIMIT = 4711' > limits.py
first=$(draws)
again=$(draws)
echo 'OTHER = 98765' >> limits.py
other=$(draws)
printf '%s\n' "without OTHER: $first" "once more:     $again" "with OTHER:    $other"
[ "$first" = "$again" ] && [ "$first" != "$other" ]
