#!/bin/sh
# Every check and every test, from nothing. The last line is always `N passed, N failed`.
cd "$(dirname "$0")/.." || exit 1
if sh build/system-packages.sh app desktop test && node build/with-dependencies.mjs; then
  exec node build/run.mjs build/test.ts "$@"
fi
echo '0 passed, 1 failed'
exit 1
