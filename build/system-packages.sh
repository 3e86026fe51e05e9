#!/bin/sh
# Makes sure of the system packages of the groups named (app, desktop, test), or says in one line how to get them.
# Only root on Debian or Ubuntu is served by itself; macOS and Windows need none of these.
set -eu

# app: what Electron, the substitute runtime's archive and the stand-in of AWS need.
app='libgtk-3-0 libnss3 libasound2 libgbm1 libnotify4 libsecret-1-0 git curl openssl ca-certificates unzip'
# desktop: a screen, session bus and keyring of our own (build/desktop.sh), and letters to write on it.
desktop='xvfb xauth dbus dbus-x11 gnome-keyring libsecret-tools openbox fonts-dejavu-core'
# test: programs not of this project that judge it, git's own libsecret helper (compiled), Chinese letters.
test='awscli python3-botocore python3-boto3 shellcheck busybox dash zsh fish
  openssh-server openssh-client procps
  gcc libc6-dev make pkg-config libsecret-1-dev xdotool imagemagick fonts-noto-cjk'

# git's helper for the keyring comes as source among the documents, which small container images leave out.
contrib=/usr/share/doc/git/contrib/credential/libsecret

[ "$(uname -s)" = Linux ] || exit 0

for group; do
  case $group in
    app | desktop | test) ;;
    *)
      echo "usage: $0 [app] [desktop] [test]" >&2
      exit 2
      ;;
  esac
done

if ! command -v dpkg-query >/dev/null; then
  absent=
  for program in git curl openssl unzip xvfb-run dbus-run-session dbus-send gnome-keyring-daemon secret-tool; do
    command -v "$program" >/dev/null || absent="$absent $program"
  done
  [ -n "$absent" ] || exit 0
  echo "Not found:$absent. Install what brings them with this system's package manager; on Fedora:" >&2
  echo 'sudo dnf install git curl openssl unzip xorg-x11-server-Xvfb dbus-daemon dbus-tools dbus-x11 gnome-keyring libsecret' >&2
  exit 1
fi

# From glibc 2.39 on (Debian 13, Ubuntu 24.04) packages whose ABI holds a time_t have another name.
t64=
dpkg --compare-versions "$(dpkg-query -W -f '${Version}\n' libc6 | head -n 1)" lt 2.39 || t64=t64

missing=
documents=
for group; do
  case $group in
    app) names=$app ;;
    desktop) names=$desktop ;;
    test) names=$test; [ -e "$contrib/Makefile" ] || documents=missing ;;
  esac
  for name in $names; do
    case $name in
      libgtk-3-0 | libasound2) name=$name$t64 ;;
      # Another AWS CLI serves as well, and Ubuntu 24.04 has no package of it.
      awscli) if command -v aws >/dev/null || grep -q '^PRETTY_NAME="Ubuntu 24.04' /etc/os-release; then continue; fi ;;
    esac
    # One word for each architecture that has it.
    case $(dpkg-query -W -f '${db:Status-Status} ' "$name" 2>/dev/null) in
      'installed '*) ;;
      *) missing="$missing $name" ;;
    esac
  done
done
[ -n "$missing$documents" ] || exit 0

if [ "$(id -u)" != 0 ]; then
  echo 'System packages are missing. Run this line, then try again:' >&2
  if [ -n "$missing" ]; then
    echo "sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
  else
    echo "sudo sh build/system-packages.sh $*" >&2
  fi
  exit 1
fi

log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive

quietly() {
  "$@" >"$log/log" 2>&1 </dev/null
}

# The lists may be absent or stale: fetched only when the first attempt fails.
with_lists() {
  quietly "$@" || { quietly apt-get update -qq && quietly "$@"; } || {
    cat "$log/log" >&2
    exit 1
  }
}

if [ -n "$missing" ]; then
  echo "Installing system packages:$missing"
  begun=$(date +%s)
  # $missing is a list of words.
  # shellcheck disable=SC2086
  with_lists apt-get install -y -qq --no-install-recommends $missing
  echo "System packages installed in $(($(date +%s) - begun)) s"
fi
if [ -n "$documents" ] && [ ! -e "$contrib/Makefile" ]; then
  (cd "$log" && with_lists apt-get download -qq -o APT::Sandbox::User=root git &&
    dpkg-deb --fsys-tarfile git_*.deb | tar -x -C / ".$contrib")
fi
