/** What other programs were heard to say: what it means, and what to do. */
import type { FailureTexts } from '../../failure-texts.ts';

export const heard: FailureTexts<'heard'> = {
  'heard.git-403': {
    cause:
      'CodeCommit refused git’s password (403). Usually it is an old one from a keychain: git keeps it after a 403, so the error keeps coming back.',
    fix: 'Clear the keychain entries and set up git, then try again. If it keeps happening, you may lack access to this repository, or need MFA.',
  },
  'heard.git-404': {
    cause: 'CodeCommit has no repository of this name in that region and account.',
    fix: 'Check the repository’s name and region with “git remote -v”, and that the profile is for the right account.',
  },
  'heard.git-late': {
    cause: 'The push took too long: git signs in once, at the start, and CodeCommit passwords last 15 minutes.',
    fix: 'Push again. If a hook or large files take that long, run the hook or push the large files first.',
  },
  'heard.git-no-helper': {
    cause:
      'git found no program for codecommit:: URLs. git-remote-codecommit isn’t installed, or not on the PATH of the program that runs git. Desktop apps often have a different PATH than the terminal.',
    fix: 'Set up git. With Daypass, these URLs need no other program.',
  },
  'heard.git-no-password': {
    cause: 'No credential helper gave git a password, and git couldn’t ask for one.',
    fix: 'Set up git to ask Daypass, and check that Daypass is running. A stopped or missed sign-in also ends like this.',
  },
  'heard.git-program': {
    cause: 'git’s credential helper doesn’t exist or can’t be run: {program}.',
    fix: 'Set up git again. If it isn’t Daypass’s helper, remove it from git’s configuration.',
  },
  'heard.git-transport': {
    cause: 'git doesn’t allow codecommit:: URLs in submodules unless you say so.',
    fix: 'Set up git: Daypass turns these URLs into https. Or allow them: git config --global protocol.codecommit.allow always',
  },
  'heard.git-ssh': {
    cause: 'CodeCommit didn’t accept an SSH key. SSH keys belong to the IAM user and don’t use an MFA session.',
    fix: 'Use the repository’s https URL with Daypass, or see the SSH page in Daypass’s documentation.',
  },
  'heard.git-other-host': {
    cause: 'This is about {host}, which isn’t a CodeCommit host. Daypass isn’t involved.',
    fix: 'Ask the administrator of that server, or check the credential helper that stores its password.',
  },
  'heard.no-such-host': {
    cause:
      'No server named {host} was found or answered: there is no network, or the region in the name is misspelled.',
    fix: 'Check the network and the region, such as eu-west-1.',
  },
  'heard.region-missing': {
    cause: 'The program doesn’t know which AWS region to use: its profile has none.',
    fix: 'Set one with “aws configure set region REGION --profile NAME”, or in AWS_REGION.',
  },
  'heard.region-wrong': {
    cause: 'The request was signed for a different region than it was sent to, or for one that doesn’t exist.',
    fix: 'Use the region of the service or bucket. Check the profile’s region, AWS_REGION and --region.',
  },
  'heard.no-credentials': {
    cause: 'The program found no credentials: no profile with a session, no variables, no endpoint.',
    fix: 'Sign in, then choose the session’s profile with AWS_PROFILE or --profile, or use “daypass exec”.',
  },
  'heard.profile-missing': {
    cause: 'The program should use profile {profile}, but the files it reads don’t have it.',
    fix: 'Check the name in AWS_PROFILE or --profile. A Daypass profile only exists while it is signed in.',
  },
  'heard.half-a-key': {
    cause: 'Half a key is set: {variable} is missing, so the program doesn’t use other credentials either.',
    fix: 'Unset this shell’s AWS_ variables, or set all of them with “daypass env”.',
  },
  'heard.half-a-code': {
    cause: 'AWS got the MFA device without a code, or a code without the device.',
    fix: 'Send both, or sign in with Daypass and use the session’s profile.',
  },
  'heard.asks-code': {
    cause: 'The profile needs an MFA code, and this program can’t ask for one.',
    fix: 'Sign in with Daypass, and have the program use the session’s profile, which needs no code.',
  },
  'heard.key-unknown': {
    cause:
      'AWS doesn’t know the key: it is inactive or deleted, its session token belongs to another key, or it is from another partition.',
    fix: 'Unset leftover AWS_ variables, especially AWS_SESSION_TOKEN. Sign in again. Check in the AWS console that the key is active.',
  },
  'heard.sso-expired': {
    cause: 'A browser sign-in of AWS’s tools has expired.',
    fix: 'Run “aws sso login” or “aws login” again, or use a Daypass profile. A company sign-in is shared: signing in with Daypass also signs these tools in.',
  },
  'heard.clock': {
    cause: 'The clock of the computer that ran this is too far from AWS’s time.',
    fix: 'Set that clock. Virtual machines and WSL often fall behind after sleep.',
  },
  'heard.no-mfa': {
    cause:
      'A policy explicitly denies this. If the policy requires MFA, the request was made without it: with the long-term key, or with a session made without a code.',
    fix: 'Sign in, and use the session’s profile instead of the one with the key. If you already did, ask your AWS administrator.',
  },
  'heard.denied': {
    cause: 'AWS doesn’t allow this and doesn’t say why: a permission is missing, or the request was made without MFA.',
    fix: 'Sign in, and use the session’s profile. If you already did, ask your AWS administrator.',
  },
  'heard.bad-request': {
    cause:
      'S3 answers “400 Bad Request” without a reason to programs that check a file first. Almost always, the session has expired.',
    fix: 'Sign in again, and restart the program if it keeps the old session.',
  },
  'heard.process-failed': {
    cause: 'The profile’s credential_process didn’t return credentials: {message}',
    fix: 'Sign in. To see its error, run the command after credential_process in that profile yourself.',
  },
  'heard.config-unread': {
    cause:
      'A program can’t read {path}, so it finds no profiles in it: a line is malformed, or a section or key appears twice.',
    fix: 'Fix that file. Doctor shows the line.',
  },
  'heard.source-profile': {
    cause: 'A profile depends on profile {profile}, which doesn’t exist or has no key.',
    fix: 'Correct source_profile, or add the key there. With Daypass, set it to the session’s profile.',
  },
  'heard.profile-circle': {
    cause: 'Profiles depend on each other in a circle, through {profile}.',
    fix: 'Point one source_profile to the profile that holds the key.',
  },
  'heard.aws-down': {
    cause: 'AWS had an error on its side.',
    fix: 'Try again in a few minutes. The AWS Health Dashboard lists known problems.',
  },
  'heard.not-running': {
    cause: 'Daypass wasn’t running when a program asked it.',
    fix: 'Start it, and turn on “Open at login” in Settings.',
  },
  'heard.no-answer': {
    cause: 'Daypass was running but didn’t answer.',
    fix: 'Quit it and start it again. If it keeps happening, send the output of “daypass doctor --report” to whoever helps you.',
  },
  'heard.unknown-caller': {
    cause: 'A program asked Daypass’s endpoint without its token, or with an old one.',
    fix: 'Run “daypass env --endpoint” again in that shell and restart the program.',
  },
  'heard.session-lives': {
    cause: 'Profile {profile} is signed in here, so the program uses another profile or still has an older session.',
    fix: 'Choose the profile with AWS_PROFILE or --profile, and restart the program.',
  },
};
