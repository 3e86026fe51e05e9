#!/bin/sh
# Debian's curl, started by curl.exe under Wine: ENDED [WORD ...]. A word that is a path of Windows becomes one of this system;
# the first, which is one, gets the exit status.
path() {
  printf '%s/dosdevices/%s' "$WINEPREFIX" "$(printf '%s' "$1" | sed 's/^\(.\):/\L\1:/; s/\\/\//g')"
}

ended=$(path "$1")
shift
for word; do
  shift
  case $word in [A-Za-z]:\\*) word=$(path "$word") ;; esac
  set -- "$@" "$word"
done
/usr/bin/curl "$@"
echo $? >"$ended.part"
mv "$ended.part" "$ended"
