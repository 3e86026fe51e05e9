/** What goes wrong when a repository is tried. */
import type { FailureTexts } from '../../failure-texts.ts';

export const trial: FailureTexts<'try'> = {
  'try.not-codecommit': {
    cause: '“{repository}” is no repository of CodeCommit that goes by https.',
    fix: 'Give its name, or its URL as “git remote -v” shows it: https://git-codecommit.REGION.amazonaws.com/v1/repos/NAME.',
  },
  'try.no-profile': { cause: 'There is no profile in Daypass yet.', fix: 'Add one.' },
  'try.which-profile': {
    cause: 'Several profiles could answer for {repository}; git would be kept waiting until one has been chosen.',
    fix: 'Choose the profile, here or with --profile.',
  },
  'try.not-asked': {
    cause: 'git did not ask Daypass for {repository}: it is not set up, or another setting comes first.',
    fix: 'Set up git; if it is, the doctor names the line that is in the way.',
  },
  'try.forbidden': {
    cause:
      'CodeCommit says 403 to {repository}. {profile} answered, account {account}, region {region}: it may not use it, or it is another account’s.',
    fix: 'If it is another account’s, choose another profile for it: in Daypass under Doctor, Try it. Else ask whoever runs the account.',
  },
  'try.no-repository': {
    cause: 'There is no {repository} in account {account}, region {region}, for which {profile} answered.',
    fix: 'See whether its name and region are right. If it is another account’s, choose another profile for it: in Daypass under Doctor, Try it.',
  },
  'try.git-failed': { cause: 'git failed: {message}', fix: 'Mend that, then try again.' },
};
