# shellcheck shell=sh
# Sets dp_wait to the seconds for which a git may be kept waiting: 600 where a person sits at its terminal and can be told
# there, 900 where a person can be there, 300 where no terminal shows it, 2 where nobody is. git's shell reads this each
# time before it asks the app, which knows these numbers (core/git/credential/presence.ts); so where there is a terminal it
# starts no program.

# What git was given beside its files; the last one counts, and `-c` after GIT_CONFIG_COUNT.
dp_interactive=true
dp_key='[Cc][Rr][Ee][Dd][Ee][Nn][Tt][Ii][Aa][Ll].[Ii][Nn][Tt][Ee][Rr][Aa][Cc][Tt][Ii][Vv][Ee]'
dp_said="'$dp_key'='"
dp_said_before_2_31="'$dp_key="
dp_name=
dp_value=
dp_n=0
while [ "$dp_n" -lt "${GIT_CONFIG_COUNT:-0}" ] 2>/dev/null; do
  eval "dp_name=\${GIT_CONFIG_KEY_$dp_n-} dp_value=\${GIT_CONFIG_VALUE_$dp_n-}"
  # shellcheck disable=SC2254
  case $dp_name in $dp_key) dp_interactive=$dp_value ;; esac
  dp_n=$((dp_n + 1))
done
# shellcheck disable=SC2254,SC2295
case ${GIT_CONFIG_PARAMETERS-} in
  *$dp_said*) dp_interactive=${GIT_CONFIG_PARAMETERS##*$dp_said} ;;
  *$dp_said_before_2_31*) dp_interactive=${GIT_CONFIG_PARAMETERS##*$dp_said_before_2_31} ;;
esac
dp_interactive=${dp_interactive%%"'"*}

dp_is_off() {
  case $1 in
    '' | 0 | [Nn][Oo] | [Oo][Ff][Ff] | [Ff][Aa][Ll][Ss][Ee] | [Nn][Ee][Vv][Ee][Rr]) ;;
    *) return 1 ;;
  esac
}

# A terminal that this git may read from now; one in the background of a prompt may not.
dp_has_terminal() {
  [ ! -t 2 ] || return 0
  { true </dev/tty; } 2>/dev/null || return 1
  case $(ps -o stat= -p $$ 2>/dev/null) in *+*) ;; *) return 1 ;; esac
}

# Started by a timer, by git's own maintenance, by cron, by a service of the system, or by one of the person's whose words
# go straight to the journal. That one of these is somewhere above says nothing: every terminal and editor is below one.
dp_is_unattended() {
  [ -z "${TRIGGER_UNIT-}" ] || return 0
  case ${XDG_SESSION_CLASS-}:${XPC_SERVICE_NAME-} in background:* | *:org.git-scm.git.*) return 0 ;; esac
  if [ "${JOURNAL_STREAM-}" ] && [ -S /dev/fd/2 ]; then
    [ "$(stat -Lc %d:%i /dev/fd/2)" != "$JOURNAL_STREAM" ] || return 0
  fi
  { IFS= read -r dp_group </proc/self/cgroup; } 2>/dev/null || return 1
  case $dp_group in
    */system.slice/*.service* | */background.slice/* | */git-maintenance@*) return 0 ;;
    *.slice/*) return 1 ;;
  esac
  # In a container, or without systemd, the programs above tell.
  dp_pid=$PPID
  while [ "$dp_pid" -gt 1 ] 2>/dev/null; do
    # Name, Umask, State, Tgid, Ngid, Pid, PPid; the shell reads them byte by byte, and of all of /proc/PID this is the least.
    {
      read -r _ dp_name && read -r _ && read -r _ && read -r _ && read -r _ && read -r _ && read -r _ dp_pid
    } 2>/dev/null <"/proc/$dp_pid/status" || break
    case $dp_name in cron | crond | anacron | fcron | atd) return 0 ;; esac
  done
  return 1
}

# An editor that fetches by itself says so; so do other programs, in the words of Git Credential Manager or with an askpass
# that has no answer. Tools of a terminal say that too, to be spared a window, though a person waits for them.
# shellcheck disable=SC2034
if dp_is_off "$dp_interactive" || [ "${VSCODE_GIT_FETCH_SILENT-}" ]; then
  dp_wait=2
elif [ "${VSCODE_GIT_COMMAND-}" ]; then
  dp_wait=900
elif dp_has_terminal; then
  dp_wait=600
else
  dp_askpass=${GIT_ASKPASS-}
  case ${GCM_INTERACTIVE:+set}:${dp_askpass##*/} in
    set:*) if dp_is_off "$GCM_INTERACTIVE"; then dp_wait=2; else dp_wait=900; fi ;;
    *:true | *:false | *:echo) dp_wait=2 ;;
    *) if dp_is_unattended; then dp_wait=2; else dp_wait=300; fi ;;
  esac
fi
