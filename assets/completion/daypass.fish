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
complete -c daypass -n __fish_use_subcommand -a add -d 'Take up a profile of ~/.aws'
complete -c daypass -n __fish_use_subcommand -a sign-in -d 'Sign in'
complete -c daypass -n __fish_use_subcommand -a sign-out -d 'End the session'
complete -c daypass -n __fish_use_subcommand -a status -d 'List profiles and the time that is left'
complete -c daypass -n __fish_use_subcommand -a env -d 'Print lines that set the variables'
complete -c daypass -n __fish_use_subcommand -a exec -d 'Run a command with the session'
complete -c daypass -n __fish_use_subcommand -a credentials -d 'Print the session as JSON'
complete -c daypass -n __fish_use_subcommand -a git -d 'Set git up, undo it, or show how it stands'
complete -c daypass -n __fish_use_subcommand -a clear -d 'Delete stale CodeCommit entries from keychains'
complete -c daypass -n __fish_use_subcommand -a doctor -d 'Look for what is in the way'
complete -c daypass -n __fish_use_subcommand -a policy -d 'Print a policy that asks for MFA, or check one'
complete -c daypass -n __fish_use_subcommand -a explain -d 'Say what an error message means'
complete -c daypass -n __fish_use_subcommand -a try -d 'Try key, session, git and a repository'
complete -c daypass -n __fish_use_subcommand -a quit -d 'End Daypass'
complete -c daypass -n __fish_use_subcommand -a help -d 'Say how it is used'
complete -c daypass -n __fish_use_subcommand -a version -d 'Print the version'
complete -c daypass -n __fish_use_subcommand -a completions -d 'Print the completion for a shell'
complete -c daypass -n '__fish_seen_subcommand_from open sign-in sign-out env exec credentials' -a '(__daypass_profiles)'
complete -c daypass -n '__fish_seen_subcommand_from add' -a '(__daypass_sources)'
complete -c daypass -n '__fish_seen_subcommand_from add' -l browser -d 'Signs in with the browser'
complete -c daypass -n '__fish_seen_subcommand_from add' -r -F -l csv -d 'The key file of the AWS console'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l key -a - -d 'Read a key from standard input'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l user -d 'Whose key of several'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l to -a 'keychain file' -d 'Where a new key is kept'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l name -d 'Name of the new profile'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l serial -d 'ARN of the MFA device'
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l region
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l duration -d Seconds
complete -c daypass -n '__fish_seen_subcommand_from add' -x -l delivery -a 'file process' -d 'How programs get the session'
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -x -l code -a - -d '- for the code on standard input, or six digits'
complete -c daypass -n '__fish_seen_subcommand_from status doctor' -l json
complete -c daypass -n '__fish_seen_subcommand_from doctor' -l report
complete -c daypass -n '__fish_seen_subcommand_from doctor' -l repair
complete -c daypass -n '__fish_seen_subcommand_from status' -l names
complete -c daypass -n '__fish_seen_subcommand_from try' -x -l profile -a '(__daypass_profiles)' -d 'Who is to answer'
complete -c daypass -n '__fish_seen_subcommand_from env' -x -l shell -a 'bash zsh fish powershell cmd'
complete -c daypass -n '__fish_seen_subcommand_from env' -l unset
complete -c daypass -n '__fish_seen_subcommand_from env' -l endpoint
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -l remote -d 'In a browser on another device'
complete -c daypass -n '__fish_seen_subcommand_from sign-in' -x -l answer -a - -d '- for the text of another device'
complete -c daypass -n '__fish_seen_subcommand_from env exec credentials' -l wait -d 'Wait for a sign-in'
complete -c daypass -n '__fish_seen_subcommand_from explain' -a - -d 'Read it from standard input'
complete -c daypass -n '__fish_seen_subcommand_from git' -a 'setup undo mend status'
complete -c daypass -n '__fish_seen_subcommand_from git' -l yes -d 'Do not ask'
complete -c daypass -n '__fish_seen_subcommand_from policy' -a check -d 'What a policy means, and what is amiss'
complete -c daypass -n '__fish_seen_subcommand_from policy; and __fish_seen_subcommand_from check' -F
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l partition -a 'aws aws-cn aws-us-gov'
complete -c daypass -n '__fish_seen_subcommand_from policy' -l no-enrolment -d 'Devices are enrolled by others'
complete -c daypass -n '__fish_seen_subcommand_from policy' -l browser -d 'With the sign-in in the browser'
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l repositories
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l buckets
complete -c daypass -n '__fish_seen_subcommand_from policy' -x -l bucket-policy -d 'The policy of a bucket in place of a user'
complete -c daypass -n '__fish_seen_subcommand_from completions' -a 'bash zsh fish'
