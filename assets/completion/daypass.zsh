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
    'add:take up a profile of ~/.aws'
    'sign-in:sign in'
    'sign-out:end the session'
    'status:list profiles and the time that is left'
    'env:print lines that set the variables'
    'exec:run a command with the session'
    'credentials:print the session as JSON'
    'git:set git up, undo it, or show how it stands'
    'clear:delete stale CodeCommit entries from keychains'
    'doctor:look for what is in the way'
    'policy:print a policy that asks for MFA, or check one'
    'explain:say what an error message means'
    'try:try key, session, git and a repository'
    'quit:end Daypass'
    'help:say how it is used'
    'version:print the version'
    'completions:print the completion for a shell'
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
