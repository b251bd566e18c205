#!/usr/bin/env bash
# Licences, bans and sources are held always. Advisories need their database from the network: where it cannot be
# had, that is said and is no failure.
set -euo pipefail
cargo deny --locked check --hide-inclusion-graph licenses bans sources
if cargo deny fetch db >/dev/null 2>&1; then
  cargo deny --locked check --disable-fetch advisories
else
  echo "the database of advisories cannot be reached from here: advisories were not checked"
fi
