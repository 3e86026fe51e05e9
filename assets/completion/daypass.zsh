#compdef daypass
# Completion for zsh: source <(daypass completions zsh), after compinit
_daypass_profiles() {
  local -a names
  names=(${(f)"$(daypass status --names 2>/dev/null)"})
  compadd -a names
}

_daypass_sources() {
  local -a names
  names=(${(f)"$(sed -n 's/^\[\(profile \)\{0,1\}\([^]]*\)\].*/\2/p' \
    "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}" "${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null)"})
  compadd -a names
}

_daypass() {
  local -a commands
  commands=(
    'open:open the popover'
    'add:add a profile from ~/.aws'
    'sign-in:sign in'
    'sign-out:end the session'
    'status:list profiles and their time left'
    'env:print lines that set the variables'
    'exec:run a command with the session'
    'credentials:print the session as JSON'
    'git:set up git, undo it, or show its status'
    'clear:delete stale CodeCommit entries from keychains'
    'doctor:check for problems'
    'policy:print a policy that requires MFA, or check one'
    'key:show, rotate or delete the long-term key'
    'explain:explain an error message'
    'try:check key, session, git and a repository'
    'quit:quit Daypass'
    'help:list the commands'
    'version:print the version'
    'completions:print the completions for a shell'
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
    open | sign-out) _arguments '1:profile:_daypass_profiles' ;;
    add)
      _arguments '1:source:_daypass_sources' '--csv=:file:_files' '--key=:- for standard input:(-)' '--user=:user:' \
        '--to=:place:(keychain file)' '--name=:name:' '--serial=:ARN:' '--region=:region:' '--duration=:seconds:' \
        '--delivery=:delivery:(file process)' '--browser'
      ;;
    sign-in) _arguments '1:profile:_daypass_profiles' '--code=:- for the code on standard input, or six digits:(-)' \
      '--remote' '--answer=:- for the text of another device:(-)' ;;
    status) _arguments '--json' '--names' ;;
    env)
      _arguments '1:profile:_daypass_profiles' '--shell=:shell:(bash zsh fish powershell cmd)' '--unset' '--endpoint' '--wait'
      ;;
    exec) _arguments '1:profile:_daypass_profiles' '--wait' '*::command:_normal' ;;
    credentials) _arguments '1:profile:_daypass_profiles' '--wait' ;;
    git) _arguments '1:what:(setup undo mend status)' '--yes' ;;
    key) _arguments '1:what:(status rotate undo delete-old delete-other)' '2:profile:_daypass_profiles' '--json' ;;
    doctor) _arguments '--json' '--report' '--repair' ;;
    policy)
      _arguments '1:what:(check)' '2:file:_files' '--partition=:partition:(aws aws-cn aws-us-gov)' '--no-enrolment' \
        '--browser' '--repositories=:names:' '--buckets=:names:' '--bucket-policy=:bucket:'
      ;;
    explain) _arguments '1:- for standard input:(-)' ;;
    try) _arguments '1:repository or URL:' '--profile=:profile:_daypass_profiles' ;;
    help) _describe command commands ;;
    completions) _arguments '1:shell:(bash zsh fish)' ;;
  esac
}
compdef _daypass daypass
