#!/usr/bin/env bash
# Installs Chromium for tests and previews from Debian's packages, unless a browser is there or named.
set -euo pipefail
if [ -n "${FIRSTFRAME_CHROMIUM:-}" ] && [ -x "$FIRSTFRAME_CHROMIUM" ]; then exit 0; fi
# The page is tested in the whole browser, everything else in the shell, which starts faster.
if [ -x /usr/bin/chromium-headless-shell ] && [ -x /usr/bin/chromium ]; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "install Chromium's headless shell and name it in FIRSTFRAME_CHROMIUM" >&2
  exit 1
fi
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
run apt-get update -qq
run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  chromium chromium-headless-shell fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji >/dev/null
