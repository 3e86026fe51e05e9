/** What other programs were heard to say: what it means, and what to do. */
import type { FailureTexts } from '../../failure-texts.ts';

export const heard: FailureTexts<'heard'> = {
  'heard.git-403': {
    cause:
      'CodeCommit refused the password that git sent (403). Most often it is an old one from a keychain: git keeps it after a 403, so this never heals by itself.',
    fix: 'Clear the keychain entries and set git up, then try again. If it stays, the user may not use this repository, or only with MFA.',
  },
  'heard.git-404': {
    cause: 'CodeCommit has no repository of this name there, for the account that was signed in.',
    fix: 'Check the repository’s name and region in “git remote -v”, and that the profile is of the right account.',
  },
  'heard.git-late': {
    cause:
      'The push took longer than its password lives: git signs in once, at the start, and CodeCommit’s passwords last 15 minutes.',
    fix: 'Push again. If a hook or large files take that long, run the hook before, or push the large files first.',
  },
  'heard.git-no-helper': {
    cause:
      'git found no program for codecommit:: URLs: git-remote-codecommit is not installed, or not on the PATH of the program that runs git. Apps with windows often have another PATH than the terminal.',
    fix: 'Set up git: with Daypass’s lines such URLs need no other program.',
  },
  'heard.git-no-password': {
    cause: 'No helper gave git a password, and git could not ask anybody for one.',
    fix: 'Set up git, so that it asks Daypass, and see that Daypass is running. A stopped or missed sign-in ends like this as well.',
  },
  'heard.git-program': {
    cause: 'The program that git is told to ask for passwords is not there or cannot be run: {program}.',
    fix: 'Set up git again; if it is not Daypass’s, remove that helper from git’s configuration.',
  },
  'heard.git-transport': {
    cause: 'git lets no submodule use codecommit:: URLs unless somebody has allowed it.',
    fix: 'Set up git: Daypass turns such URLs into https. Or allow it: git config --global protocol.codecommit.allow always',
  },
  'heard.git-ssh': {
    cause:
      'CodeCommit did not accept an SSH key. SSH keys are stored with the IAM user and know nothing of an MFA session.',
    fix: 'Use the https URL of the repository with Daypass, or see the page about SSH in Daypass’s documents.',
  },
  'heard.git-other-host': {
    cause: 'This is about {host}, which is no host of CodeCommit. Daypass has no part in it.',
    fix: 'Ask whoever runs that server, or look at the helper that keeps its password.',
  },
  'heard.no-such-host': {
    cause:
      'No server of the name {host} was found, or none answered: there is no network, or the region in the name is not spelt right.',
    fix: 'Check the network and the region, as in eu-west-1.',
  },
  'heard.region-missing': {
    cause: 'The program does not know which AWS region to use: the profile in use names none.',
    fix: 'Set one with “aws configure set region REGION --profile NAME”, or in AWS_REGION.',
  },
  'heard.region-wrong': {
    cause:
      'The request was signed for another region than the one it was sent to, or for one that does not exist there.',
    fix: 'Use the region of the service or bucket; see the profile’s region, AWS_REGION and --region.',
  },
  'heard.no-credentials': {
    cause: 'The program found no credentials anywhere: no profile with a session, no variables, no endpoint.',
    fix: 'Sign in, then name the session’s profile, as in AWS_PROFILE or --profile, or run it with “daypass exec”.',
  },
  'heard.profile-missing': {
    cause: 'The program was told to use profile {profile}, and there is none of this name in the files that it reads.',
    fix: 'Check the name in AWS_PROFILE or --profile. A profile of Daypass is there while it is signed in.',
  },
  'heard.half-a-key': {
    cause: 'Half a key is set: {variable} is missing, so the program uses no other credentials either.',
    fix: 'Unset the AWS_ variables of this shell, or set all that belong together: “daypass env” prints them.',
  },
  'heard.half-a-code': {
    cause: 'AWS was given the MFA device without a code, or a code without the device.',
    fix: 'Give both, or sign in with Daypass and use the session’s profile.',
  },
  'heard.asks-code': {
    cause: 'The profile wants an MFA code, and this program cannot ask for one.',
    fix: 'Sign in with Daypass, and let the program use the session’s profile, which wants no code.',
  },
  'heard.key-unknown': {
    cause:
      'AWS does not know the key that was used: it is inactive or deleted, its session token belongs to another key, or it is of another partition.',
    fix: 'Unset leftover AWS_ variables, above all AWS_SESSION_TOKEN; sign in again; check that the key is active in the AWS console.',
  },
  'heard.sso-expired': {
    cause: 'A sign-in with the browser that AWS’s tools have kept has ended.',
    fix: 'Run “aws sso login” or “aws login” again, or use a profile of Daypass. A company’s sign-in is shared: who signs in to it in Daypass has signed in for these tools.',
  },
  'heard.clock': {
    cause: 'The clock of the computer on which this ran is too far from AWS’s.',
    fix: 'Set that clock. After sleep it is often a virtual machine’s or WSL’s own that has stood still.',
  },
  'heard.no-mfa': {
    cause:
      'A policy denies this outright. Where everything is denied without MFA, the request was made without: with the long-term key, or with a session made without a code.',
    fix: 'Sign in, and use the session’s profile in place of the one with the key. If it was the session’s, ask whoever runs the account.',
  },
  'heard.denied': {
    cause:
      'AWS does not allow this, and does not say why: the permission is missing, or the request was made without MFA.',
    fix: 'Sign in, and use the session’s profile. If it was used, ask whoever runs the account.',
  },
  'heard.bad-request': {
    cause:
      'S3 answers “400 Bad Request” without a reason to programs that first ask for the head of a file. Almost always the session has ended.',
    fix: 'Sign in again, and restart the program if it keeps the old session.',
  },
  'heard.process-failed': {
    cause: 'The program that the profile gets its credentials from, credential_process, did not give any: {message}',
    fix: 'Sign in. To see what it says, run the line after credential_process in that profile by hand.',
  },
  'heard.config-unread': {
    cause:
      'A program cannot read {path}, and so finds no profile in it at all: a line is malformed, or a section or key appears twice.',
    fix: 'Fix that file; Doctor shows the line.',
  },
  'heard.source-profile': {
    cause: 'A profile leans on profile {profile}, which is not there or holds no key.',
    fix: 'Correct source_profile, or put the key there. With Daypass, let it name the session’s profile.',
  },
  'heard.profile-circle': {
    cause: 'Profiles lean on one another in a circle, by way of {profile}.',
    fix: 'Let one source_profile name the profile that holds the key.',
  },
  'heard.aws-down': {
    cause: 'AWS had a failure of its own.',
    fix: 'Try again in some minutes; the AWS Health Dashboard says whether it is known.',
  },
  'heard.not-running': {
    cause: 'Daypass was not running when this was asked of it.',
    fix: 'Start it, and let it open at login in Settings.',
  },
  'heard.no-answer': {
    cause: 'Daypass was there and did not answer.',
    fix: 'Quit it and start it again; if it stays, send “daypass doctor --report” to whoever helps you.',
  },
  'heard.unknown-caller': {
    cause: 'A program asked Daypass’s endpoint without its token, or with an old one.',
    fix: 'Run “daypass env --endpoint” again in that shell and restart the program.',
  },
  'heard.session-lives': {
    cause: 'Profile {profile} is signed in here, so what said this uses another one, or still holds an older session.',
    fix: 'Name it in AWS_PROFILE or --profile, and restart the program.',
  },
};
