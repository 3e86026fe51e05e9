/** git. */
import type { FailureTexts } from '../../failure-texts.ts';

export const git: FailureTexts<'git'> = {
  'git.missing': { cause: 'git wasn’t found.', fix: 'Install git 2.26 or later.' },
  'git.not-set-up': { cause: 'git isn’t set up for CodeCommit yet.', fix: 'Set up git. You see the changes first.' },
  'git.config-failed': {
    cause: 'git’s configuration couldn’t be changed: {message}',
    fix: 'Fix that, then try again.',
  },
  'git.config-linked': {
    cause: '{path} is a link to {target}, which another program generates, so it can’t be changed.',
    fix: 'If that isn’t ~/.gitconfig, create an empty ~/.gitconfig, which git reads too, and set up git again. Otherwise add the lines that “daypass git setup” shows to the program that generates it.',
  },
  'git.config-changed': {
    cause: 'Daypass’s part of {path} was edited by hand, so Daypass doesn’t change it.',
    fix: 'Delete the lines between the Daypass marks, then set up git again.',
  },
  'git.config-shadowed': {
    cause: 'Saved, but another setting still takes precedence: {value} ({origin}).',
    fix: 'Open Doctor to see what to do.',
  },
  'git.wait-over': {
    cause: 'Nobody signed in within {minutes} minutes for {repository}.',
    fix: 'Click the Daypass icon, sign in, then run git again.',
  },
  'git.wait-cancelled': {
    cause: 'The wait for {repository} was stopped in Daypass.',
    fix: 'Run git again when you are ready.',
  },
  'git.background': {
    cause: 'You aren’t signed in for {repository}, and git in the background doesn’t wait.',
    fix: 'Sign in to Daypass. git gets its password the next time it asks.',
  },
  'git.background-choice': {
    cause: 'No profile is chosen for {repository}, and git in the background doesn’t ask.',
    fix: 'Run git in a terminal, then choose the profile in Daypass.',
  },
  'git.no-profile': { cause: 'No Daypass profile matches {host}.', fix: 'Add a profile, then run git again.' },
  'git.no-path': {
    cause: 'git didn’t say which repository of {host} it wants, so no password can be created.',
    fix: 'Set up git again, and check whether useHttpPath is turned off somewhere.',
  },
  'git.not-repository': {
    cause: 'There is no CodeCommit repository at https://{host}/{path}.',
    fix: 'The URL of a repository is https://{host}/v1/repos/NAME; see `git remote -v`.',
  },
  'git.no-such-host': {
    cause: '{host} isn’t a CodeCommit host.',
    fix: 'Check the spelling of the region: git-codecommit.REGION.amazonaws.com, in China with .cn at the end.',
  },
  'git.own-credential': {
    cause:
      'git asked for {host} as {user}. That is an HTTPS git credential from IAM, so Daypass left it to your own credential helper.',
    fix: 'To use a Daypass session instead, remove the user name from git’s configuration.',
  },
  'git.likely-403': {
    cause:
      'git got a new password for {repository} but never confirmed that it worked. When Daypass tried a push there, AWS answered 403.',
    fix: 'If it belongs to another account than {account}, change its profile (now {profile}) on the git page. Otherwise, check that {profile} has access to it, and that it is in {region}.',
  },
  'git.likely-404': {
    cause: 'With {profile}, {repository} wasn’t found: account {account} has no such repository in {region}.',
    fix: 'If it belongs to another account, change its profile on the git page. Otherwise check its name and region.',
  },
  'git.unproven': {
    cause: 'Daypass uses {profile} for {repository}, but neither git nor AWS has confirmed access yet.',
    fix: 'If git says “not found” or 403, change its profile on the git page.',
  },
  'git.said-401': {
    cause: 'AWS didn’t accept the password for {repository}.',
    fix: 'Sign in again. If that doesn’t help, open Doctor.',
  },
};
