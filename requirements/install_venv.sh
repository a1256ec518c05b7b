#!/usr/bin/env bash
# Debian keeps the part of Python that makes virtual environments in a package of its own.
set -euo pipefail
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
if ! command -v apt-get >/dev/null; then
  echo "This Python cannot make virtual environments. Install its venv and ensurepip, then try again." >&2
  exit 1
fi
echo "Installing python3-venv …"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
