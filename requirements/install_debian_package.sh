#!/usr/bin/env bash
# Installs one of Debian's packages, as root or through sudo: install_debian_package.sh NAME WHAT-FOR
set -euo pipefail
name=$1 what_for=$2
if ! command -v apt-get >/dev/null; then
  echo "$what_for is missing. Install it (Debian's package is $name), then try again." >&2
  exit 1
fi
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
echo "Installing $name …"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" >/dev/null
