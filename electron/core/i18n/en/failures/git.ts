/** git. */
import type { FailureTexts } from '../../failure-texts.ts';

export const git: FailureTexts<'git'> = {
  'git.missing': { cause: 'git was not found.', fix: 'Install git 2.26 or later.' },
  'git.not-set-up': { cause: 'git does not ask Daypass yet.', fix: 'Set up git; the change is shown first.' },
  'git.config-failed': {
    cause: 'git’s configuration could not be changed: {message}',
    fix: 'Mend that, then try again.',
  },
  'git.config-linked': {
    cause: '{path} leads to {target}, which may not be changed: another program makes it.',
    fix: 'If that is not ~/.gitconfig, make an empty ~/.gitconfig, which git reads as well, and set git up again. Else give the lines that “daypass git setup” shows to the program that makes it.',
  },
  'git.config-changed': {
    cause: 'Daypass’s part of {path} was changed by hand, so it is left alone.',
    fix: 'Take the lines between the Daypass marks out, then set git up again.',
  },
  'git.config-shadowed': {
    cause: 'Written, but another setting still comes in the way: {value} ({origin}).',
    fix: 'The doctor says what to do about it.',
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
    cause: 'Nobody is signed in for {repository}, and a git in the background does not wait.',
    fix: 'Sign in to Daypass; the next time it gets its password.',
  },
  'git.background-choice': {
    cause: 'No profile is chosen for {repository}, and a git in the background does not ask.',
    fix: 'Run git in a terminal, then choose the profile in Daypass.',
  },
  'git.no-profile': { cause: 'No profile of Daypass is for {host}.', fix: 'Add a profile, then run git again.' },
  'git.no-path': {
    cause: 'git did not say which repository of {host} it means, so no password can be made.',
    fix: 'Set up git again, and see whether useHttpPath is switched off somewhere.',
  },
  'git.not-repository': {
    cause: 'There is no repository of CodeCommit at https://{host}/{path}.',
    fix: 'The URL of a repository is https://{host}/v1/repos/NAME; see `git remote -v`.',
  },
  'git.no-such-host': {
    cause: '{host} is no host of CodeCommit.',
    fix: 'See whether its region is spelt right: git-codecommit.REGION.amazonaws.com, in China with .cn at the end.',
  },
  'git.own-credential': {
    cause: 'git asked for {host} as {user}. That is an HTTPS git credential of IAM, so it was left to your own helper.',
    fix: 'For a session of Daypass instead, take the user name out of git’s configuration.',
  },
  'git.likely-403': {
    cause:
      'git was given a fresh password for {repository} and did not say that it worked; asked for a push there, AWS says 403.',
    fix: 'If it belongs to another account than {account}, change its profile (now {profile}) in Settings, under Repositories. Otherwise see whether {profile} may use it, and whether it is in {region}.',
  },
  'git.likely-404': {
    cause: 'With {profile}, {repository} was not found: account {account} has no such repository in {region}.',
    fix: 'If it belongs to another account, change its profile in Settings, under Repositories. Otherwise check its name and region.',
  },
  'git.unproven': {
    cause: '{profile} answers for {repository}, and neither git nor AWS has said yet that it may.',
    fix: 'If git says “not found” or 403, change its profile in Settings, under Repositories.',
  },
  'git.said-401': {
    cause: 'AWS did not accept the password for {repository}.',
    fix: 'Sign in again; if it stays, open the doctor.',
  },
};
