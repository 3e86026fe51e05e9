#!/bin/sh
# Runs a command on a desktop of its own: X server, session bus, unlocked keyring, home and XDG folders. At its end
# all of it is gone, and every process it left. Nothing of the person who runs it is reached.
# With --screen the windows appear on the person's screen, and all else is still of its own.
set -eu
on_screen=
[ "${1-}" != --screen ] || {
  on_screen=1
  shift
}
[ $# -gt 0 ] || {
  echo "usage: $0 [--screen] COMMAND [ARG …]" >&2
  exit 2
}

# Directly below /tmp, because sockets live in it and a socket's path has room for no more than 107 bytes.
desktop=$(mktemp -d /tmp/daypass.XXXXXX)
for folder in home run data config cache state; do mkdir -m 700 "$desktop/$folder"; done

# The way to the person's screen, in words that still hold when home and runtime folder are others.
if [ "$on_screen" ]; then
  export XAUTHORITY="${XAUTHORITY:-$HOME/.Xauthority}"
  case ${WAYLAND_DISPLAY-} in
    '' | /*) ;;
    *) export WAYLAND_DISPLAY="${XDG_RUNTIME_DIR-}/$WAYLAND_DISPLAY" ;;
  esac
  session_type=${XDG_SESSION_TYPE:-x11}
else
  session_type=x11
  unset DISPLAY WAYLAND_DISPLAY
fi

# What programs would take from the environment of the person instead.
for name in $(env | sed -n 's/^\(\(AWS\|GIT\|XDG\|DAYPASS_HOME\)[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK LANGUAGE LC_ALL
export LANG=C.UTF-8 HOME="$desktop/home" XDG_SESSION_TYPE="$session_type" XDG_RUNTIME_DIR="$desktop/run" \
  XDG_DATA_HOME="$desktop/data" XDG_CONFIG_HOME="$desktop/config" \
  XDG_CACHE_HOME="$desktop/cache" XDG_STATE_HOME="$desktop/state"

# A session of its own makes one process group of everything below, so that all of it can be ended.
# The bus reports every service that it starts: only the command itself gets our stderr, as descriptor 9.
# The keyring needs a password that is not empty. Whoever asked for one before it has its name would make the bus start
# another, which stays locked.
screen() {
  if [ "$on_screen" ]; then exec setsid "$@"; fi
  exec setsid xvfb-run -a -f "$desktop/Xauthority" -s '-screen 0 1280x800x24' "$@"
}
# shellcheck disable=SC2016
screen dbus-run-session -- sh -c '
  eval "$(printf desktop | gnome-keyring-daemon --unlock --components=secrets)"
  tries=1200
  until dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets 9>&- | grep -q true; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { echo "the keyring of the desktop does not start" >&9; exit 1; }
    sleep 0.05
  done
  [ "$0" = screen ] || ! command -v openbox >/dev/null || openbox >/dev/null 9>&- &
  "$@" 2>&9 9>&-' "${on_screen:+screen}" "$@" 9>&2 2>/dev/null &
session=$!

end() {
  kill -s "$1" -- "-$session" 2>/dev/null
}
trap 'end TERM || :' HUP INT TERM

status=0
wait "$session" || status=$?
# A trapped signal ends `wait` early.
while kill -s 0 "$session" 2>/dev/null; do wait "$session" || :; done
if end TERM; then
  for _ in 1 2 3 4 5; do
    end 0 || break
    sleep 0.1
  done
  end KILL || :
fi
# A process that was just killed may have written a file behind the back of the first attempt.
rm -rf "$desktop" 2>/dev/null || { sleep 1 && rm -rf "$desktop"; }
exit "$status"
