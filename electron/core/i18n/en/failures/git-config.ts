/** What the doctor finds in git’s configuration, and what to do about it. */
import type { FailureTexts } from '../../failure-texts.ts';

export const gitConfig: FailureTexts<'git-config'> = {
  'git-config.helper-after': {
    cause: 'A helper after Daypass’s keeps every password it hears of.',
    fix: 'Set up git again, so that Daypass comes last; in a repository’s own config, take the line out.',
  },
  'git-config.helper-reset': {
    cause: 'An empty helper after Daypass’s turns it off.',
    fix: 'Take the line out, or set up git again.',
  },
  'git-config.path-off': {
    cause: 'useHttpPath is switched off, so git does not say which repository it means.',
    fix: 'Take the line out.',
  },
  'git-config.aws-helper': {
    cause: 'AWS’s own helper is set; it knows nothing of your MFA session.',
    fix: 'Take the line out; Daypass answers in its place.',
  },
  'git-config.lines-in-file': {
    cause:
      'Daypass’s lines stand in this file itself. Copied to where there is no Daypass, it keeps git from all other passwords for CodeCommit.',
    fix: 'Set up git again: they move to a file of Daypass’s own, and this one only includes it.',
  },
  'git-config.misspelt-section': {
    cause: 'git knows no section “credentials”; this line does nothing.',
    fix: 'Take the line out.',
  },
  'git-config.path-global': {
    cause: 'useHttpPath is on for all hosts, so other hosts’ passwords are asked for once per repository.',
    fix: 'Take the line out; Daypass sets it for CodeCommit alone.',
  },
  'git-config.path-without-helper': {
    cause: 'useHttpPath is set for CodeCommit, but no helper is.',
    fix: 'Set up git.',
  },
  'git-config.keeps-passwords': {
    cause: 'This helper keeps CodeCommit’s 15-minute passwords, which is where the 403 comes from.',
    fix: 'Set up git; Daypass keeps this helper away from CodeCommit alone.',
  },
  'git-config.own-credential': {
    cause:
      'This user name is an HTTPS git credential of IAM, so git gets its password from your own helper, not from Daypass.',
    fix: 'Nothing, if you want that. For Daypass’s sessions, take the user name out.',
  },
  'git-config.user-in-url': {
    cause: 'A name in the URL is sent to AWS in place of the session’s.',
    fix: 'Take “name@” out of the remote’s URL.',
  },
  'git-config.rewritten-url': {
    cause: 'CodeCommit’s URLs are turned into something else.',
    fix: 'Take the line out if it is not meant to be there.',
  },
  'git-config.netrc': {
    cause: 'This file has an entry for CodeCommit, which is used before any helper is asked.',
    fix: 'Take the entry out.',
  },
};
