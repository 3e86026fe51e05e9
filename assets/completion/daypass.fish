# Completion for fish: daypass completions fish | source
function __daypass_profiles
    daypass status --names 2>/dev/null
end

function __daypass_sources
    set -l credentials $AWS_SHARED_CREDENTIALS_FILE ~/.aws/credentials
    set -l config $AWS_CONFIG_FILE ~/.aws/config
    sed -n 's/^\[\(profile \)\{0,1\}\([^]]*\)\].*/\2/p' $credentials[1] $config[1] 2>/dev/null
end

complete -c daypass -f
complete -c daypass -n __fish_use_subcommand -a open -d 'Open the popover'
complete -c daypass -n __fish_use_subcommand -a add -d 'Add a profile from ~/.aws'
complete -c daypass -n __fish_use_subcommand -a sign-in -d 'Sign in'
complete -c daypass -n __fish_use_subcommand -a sign-out -d 'End the session'
complete -c daypass -n __fish_use_subcommand -a status -d 'List profiles and their time left'
complete -c daypass -n __fish_use_subcommand -a env -d 'Print lines that set the variables'
complete -c daypass -n __fish_use_subcommand -a exec -d 'Run a command with the session'
complete -c daypass -n __fish_use_subcommand -a credentials -d 'Print the session as JSON'
complete -c daypass -n __fish_use_subcommand -a git -d 'Set up git, undo it, or show its status'
complete -c daypass -n __fish_use_subcommand -a clear -d 'Delete stale CodeCommit entries from keychains'
complete -c daypass -n __fish_use_subcommand -a doctor -d 'Check for problems'
complete -c daypass -n __fish_use_subcommand -a policy -d 'Print a policy that requires MFA, or check one'
complete -c daypass -n __fish_use_subcommand -a key -d 'Show, rotate or delete the long-term key'
complete -c daypass -n __fish_use_subcommand -a explain -d 'Explain an error message'
complete -c daypass -n __fish_use_subcommand -a try -d 'Check key, session, git and a repository'
complete -c daypass -n __fish_use_subcommand -a quit -d 'Quit Daypass'
complete -c daypass -n __fish_use_subcommand -a help -d 'List the commands'
complete -c daypass -n __fish_use_subcommand -a version -d 'Print the version'
complete -c daypass -n __fish_use_subcommand -a completions -d 'Print the completions for a shell'
complete -c daypass -n '__fish_seen_subcommand_from open sign-in sign-out env exec credentials' -a '(__daypass_profiles)'
complete -c daypass -n '__fish_seen_subcommand_from add' -a '(__daypass_sources)'
complete -c daypass -n '__fish_seen_subcommand_from add' -l browser -d 'Sign in with the browser'
complete -c daypass -n '__fish_seen_subcommand_from add' -r -F -l csv -d 'Key file from the AWS console'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l key -a - -d 'Read a key from standard input'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l user -d 'User whose key to use'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l to -a 'keychain file' -d 'Where to store a new key'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l name -d 'Name of the new profile'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l serial -d 'ARN of the MFA device'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l region
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l duration -d Seconds
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l delivery -a 'file process' -d 'How programs get the session'
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -x -l code -a - -d '- to read the code from standard input, or six digits'
complete -c daypass -n '__fish_seen_subcommand_from status doctor' -l json
complete -c daypass -n '__fish_seen_subcommand_from doctor' -l report
complete -c daypass -n '__fish_seen_subcommand_from doctor' -l repair
complete -c daypass -n '__fish_seen_subcommand_from status' -l names
complete -c daypass -n '__fish_seen_subcommand_from try' -x -l profile -a '(__daypass_profiles)' -d 'Profile to use'
complete -c daypass -n '__fish_seen_subcommand_from env' -x -l shell -a 'bash zsh fish powershell cmd'
complete -c daypass -n '__fish_seen_subcommand_from env' -l unset
complete -c daypass -n '__fish_seen_subcommand_from env' -l endpoint
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -l remote -d 'Use a browser on another device'
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -x -l answer -a - -d '- to read the text from standard input'
complete -c daypass -n '__fish_seen_subcommand_from env exec credentials' -l wait -d 'Wait until signed in'
complete -c daypass -n '__fish_seen_subcommand_from key' -a 'status rotate undo delete-old delete-other (__daypass_profiles)'
complete -c daypass -n '__fish_seen_subcommand_from key' -l json
complete -c daypass -n '__fish_seen_subcommand_from explain' -a - -d 'Read it from standard input'
complete -c daypass -n '__fish_seen_subcommand_from git' -a 'setup undo mend status'
complete -c daypass -n '__fish_seen_subcommand_from git' -l yes -d 'Do not ask first'
complete -c daypass -n '__fish_seen_subcommand_from policy' -a check -d 'Explain a policy and find mistakes'
complete -c daypass -n '__fish_seen_subcommand_from policy; and __fish_seen_subcommand_from check' -F
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l partition -a 'aws aws-cn aws-us-gov'
complete -c daypass -n '__fish_seen_subcommand_from policy' -l no-enrolment -d 'Users do not set up their own MFA device'
complete -c daypass -n '__fish_seen_subcommand_from policy' -l browser -d 'Allow signing in with the browser'
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l repositories
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l buckets
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l bucket-policy -d 'Print a policy for a bucket instead'
complete -c daypass -n '__fish_seen_subcommand_from completions' -a 'bash zsh fish'
