#!/usr/bin/env bash
# Babel 2.18.0 extracts other messages on Python 3.11 than on 3.12 and later.
#
# A call of gettext inside an f-string is no message to Babel on Python 3.11, where an f-string is
# one token: it is in no catalogue, and readers see it untranslated. On 3.12, where f-strings are
# tokens of their own, the same line gives the message. So a catalogue that one developer brings up
# to date loses what another has translated. Nothing warns on either. Also, `_(f"whole")` is a
# message on both.
#
# Seen on 2026-11-30:
#   Python 3.11: ['outside', 'whole']
#   Python 3.12 and 3.13: ['outside', 'inside', 'deep', 'whole']
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/look.py" <<'PYTHON'
import io
import sys

from babel.messages.extract import extract

SOURCE = b"""
_ = gettext
plain = _("outside")
inner = f"{_('inside')} and more"
deeper = f"{name or _('deep')}"
whole = _(f"whole")
"""
WITHOUT, WITH = ["outside", "whole"], ["outside", "inside", "deep", "whole"]
found = [message[1] for message in extract("python", io.BytesIO(SOURCE))]
print(f"Python {sys.version_info[0]}.{sys.version_info[1]}: {found}")
sys.exit(found != (WITH if sys.version_info >= (3, 12) else WITHOUT))
PYTHON
tried=0
for python in python3.11 python3.12 python3.13 python3; do
  "$python" -c 'import sys; assert sys.version_info >= (3, 11)' 2>/dev/null || continue
  "$python" -m venv "$folder/$python"
  "$folder/$python/bin/python" -m pip install --quiet --disable-pip-version-check babel==2.18.0
  "$folder/$python/bin/python" "$folder/look.py"
  tried=$((tried + 1))
done
[ "$tried" -gt 0 ]
