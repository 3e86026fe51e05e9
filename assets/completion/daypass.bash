# Completion for bash: eval "$(daypass completions bash)"
# The bash of macOS has no mapfile, and no word here has a space in it:
# shellcheck disable=SC2207
_daypass() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words='' i
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='open add sign-in sign-out status env exec credentials git clear doctor try explain policy quit help version completions'
  else
    for ((i = 2; i < COMP_CWORD; i++)); do
      if [ "$command" = exec ] && [ "${COMP_WORDS[i]}" = -- ]; then
        # From here on it is another program's line.
        COMPREPLY=($(compgen -c -- "$word"))
        return
      fi
    done
    case $command:$before in
      *:--shell) words='bash zsh fish powershell cmd' ;;
      *:--delivery) words='file process' ;;
      *:--code | *:--key) words=- ;;
      *:--to) words='keychain file' ;;
      # A file is completed as any other.
      *:--csv) return ;;
      *:--name | *:--user | *:--serial | *:--region | *:--duration) ;;
      add:add) words=$(sed -n 's/^\[\(profile \)\{0,1\}\([^]]*\)\].*/\2/p' \
        "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}" "${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null) ;;
      add:*) words='--csv --key --user --to --name --serial --region --duration --delivery --browser' ;;
      sign-in:*) words="--code --remote --answer $(daypass status --names 2>/dev/null)" ;;
      sign-out:* | open:*) words=$(daypass status --names 2>/dev/null) ;;
      status:*) words='--json --names' ;;
      env:*) words="--shell --unset --endpoint --wait $(daypass status --names 2>/dev/null)" ;;
      exec:*) words="-- --wait $(daypass status --names 2>/dev/null)" ;;
      credentials:*) words="--wait $(daypass status --names 2>/dev/null)" ;;
      git:git) words='setup undo mend status' ;;
      git:*) words='--yes' ;;
      doctor:*) words='--json --report --repair' ;;
      policy:--partition) words='aws aws-cn aws-us-gov' ;;
      policy:check | policy:--repositories | policy:--buckets | policy:--bucket-policy) ;;
      policy:*) words='check --partition --no-enrolment --browser --repositories --buckets --bucket-policy' ;;
      explain:explain) words=- ;;
      help:*) words='open add sign-in sign-out status env exec credentials git clear doctor try explain policy quit help version' ;;
      try:--profile) words=$(daypass status --names 2>/dev/null) ;;
      try:*) words='--profile' ;;
      completions:*) words='bash zsh fish' ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _daypass daypass
