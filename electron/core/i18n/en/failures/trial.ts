/** What goes wrong when a repository is tried. */
import type { FailureTexts } from '../../failure-texts.ts';

export const trial: FailureTexts<'try'> = {
  'try.not-codecommit': {
    cause: '“{repository}” isn’t a CodeCommit repository over https.',
    fix: 'Enter its name, or its URL as “git remote -v” shows it: https://git-codecommit.REGION.amazonaws.com/v1/repos/NAME.',
  },
  'try.no-profile': { cause: 'Daypass has no profiles yet.', fix: 'Add one.' },
  'try.which-profile': {
    cause: 'Several profiles could be used for {repository}. git would wait until you choose one.',
    fix: 'Choose the profile, here or with --profile.',
  },
  'try.not-asked': {
    cause: 'git didn’t ask Daypass for {repository}: it isn’t set up, or another setting takes precedence.',
    fix: 'Set up git. If it is set up already, Doctor shows the line that takes precedence.',
  },
  'try.forbidden': {
    cause:
      'CodeCommit answered 403 for {repository}. The profile was {profile} (account {account}, region {region}): it may not use this repository, or the repository belongs to another account.',
    fix: 'If it belongs to another account, choose another profile for it: in Daypass under Doctor, Try a repository. Otherwise, ask your AWS administrator.',
  },
  'try.no-repository': {
    cause: 'There is no repository {repository} in account {account}, region {region}. The profile was {profile}.',
    fix: 'Check its name and region. If it belongs to another account, choose another profile for it: in Daypass under Doctor, Try a repository.',
  },
  'try.git-failed': { cause: 'git failed: {message}', fix: 'Fix that, then try again.' },
};
