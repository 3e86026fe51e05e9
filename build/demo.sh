#!/bin/sh
# The demo, from nothing: on this person's screen where there is one, else on a virtual one by itself.
set -eu
cd "$(dirname "$0")/.."
sh build/system-packages.sh app desktop
exec node build/with-dependencies.mjs build/demo.ts "$@"
