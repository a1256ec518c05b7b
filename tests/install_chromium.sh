#!/usr/bin/env bash
# The browser tests drive Debian's Chromium.
set -euo pipefail
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
if ! command -v apt-get >/dev/null; then
  echo "Install Chromium, so that the command 'chromium' is found, then try again." >&2
  exit 1
fi
echo "Installing chromium …"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
