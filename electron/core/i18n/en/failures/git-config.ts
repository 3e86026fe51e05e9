/** What the doctor finds in git’s configuration, and what to do about it. */
import type { FailureTexts } from '../../failure-texts.ts';

export const gitConfig: FailureTexts<'git-config'> = {
  'git-config.helper-after': {
    cause: 'A credential helper after Daypass’s saves every password it sees.',
    fix: 'Set up git again, so that Daypass comes last. If it is in a repository’s own config, delete the line.',
  },
  'git-config.helper-reset': {
    cause: 'An empty credential helper after Daypass’s turns Daypass off.',
    fix: 'Delete the line, or set up git again.',
  },
  'git-config.path-off': {
    cause: 'useHttpPath is turned off, so git doesn’t say which repository it wants.',
    fix: 'Delete the line.',
  },
  'git-config.aws-helper': {
    cause: 'AWS’s own credential helper is set. It doesn’t use your MFA session.',
    fix: 'Delete the line. Daypass provides the password instead.',
  },
  'git-config.lines-in-file': {
    cause:
      'Daypass’s lines are in this file itself. If the file is copied to a computer without Daypass, git can’t get any other password for CodeCommit there.',
    fix: 'Set up git again. The lines move to a file of Daypass’s own, which this one includes.',
  },
  'git-config.misspelt-section': {
    cause: 'git has no section “credentials”, so this line does nothing.',
    fix: 'Delete the line.',
  },
  'git-config.path-global': {
    cause: 'useHttpPath is on for all hosts, so git asks for other hosts’ passwords once per repository.',
    fix: 'Delete the line. Daypass sets it for CodeCommit alone.',
  },
  'git-config.path-without-helper': {
    cause: 'useHttpPath is set for CodeCommit, but no credential helper is.',
    fix: 'Set up git.',
  },
  'git-config.keeps-passwords': {
    cause: 'This credential helper saves CodeCommit’s 15-minute passwords. That is where the 403 comes from.',
    fix: 'Set up git. Daypass keeps this helper away from CodeCommit, and from nothing else.',
  },
  'git-config.own-credential': {
    cause:
      'This user name is an HTTPS git credential of IAM, so git gets its password from your own helper, not from Daypass.',
    fix: 'Nothing to do if you want that. To use Daypass sessions, remove the user name.',
  },
  'git-config.user-in-url': {
    cause: 'A user name in the URL is sent to AWS instead of the session’s.',
    fix: 'Remove “name@” from the remote’s URL.',
  },
  'git-config.rewritten-url': {
    cause: 'CodeCommit’s URLs are rewritten to something else.',
    fix: 'Delete the line unless it is intended.',
  },
  'git-config.netrc': {
    cause: 'This file has an entry for CodeCommit, which git uses before it asks any credential helper.',
    fix: 'Delete the entry.',
  },
  'git-config.auth-header': {
    cause:
      'A header is sent with every request to CodeCommit. AWS checks that one, answers 403, and git asks no credential helper.',
    fix: 'Delete the line, or limit it to the URL of the host that it is for.',
  },
  'git-config.cookie-file': {
    cause: 'A cookie file is set for CodeCommit, which uses no cookies. It does nothing.',
    fix: 'Delete the line.',
  },
  'git-config.proactive-auth': {
    cause: 'git signs in to every host without being asked to, so it needs a password for public repositories too.',
    fix: 'Limit the line to the URL of the host that it is for.',
  },
  'git-config.interactive-off': {
    cause: 'git may not ask you for a password, and it isn’t set up to ask Daypass yet, so CodeCommit fails.',
    fix: 'Set up git. Daypass provides the password anyway.',
  },
  'git-config.askpass': {
    cause:
      'git isn’t set up to ask Daypass yet, so it asks this program for CodeCommit’s password, which nobody can type.',
    fix: 'Set up git. Daypass provides the password first.',
  },
  'git-config.protocol-off': {
    cause: 'git isn’t allowed to use a protocol that CodeCommit’s URLs need.',
    fix: 'Delete the line, or allow that one protocol.',
  },
  'git-config.ssh-key': {
    cause:
      'This connects to CodeCommit with an IAM SSH key. Such a key carries no MFA, so a policy that denies everything without MFA denies it too.',
    fix: 'Nothing to do if it works. Otherwise use the https URL, for which Daypass provides the password.',
  },
  'git-config.trace-token': {
    cause:
      'This variable makes git print what it signs in with, including the session token, to terminals, logs and bug reports.',
    fix: 'Delete it. Set it for a single command when you need it, and check the output before you share it.',
  },
  'git-config.config-elsewhere': {
    cause: 'With this variable, git reads a different file from the one where Daypass is set up.',
    fix: 'Delete it, or include Daypass’s file in that other file too.',
  },
  'git-config.other-daypass': {
    cause: 'git asks another Daypass, in a different folder, instead of this one.',
    fix: 'Keep one of the two: quit the other and run its “daypass git undo”, or set up git again here.',
  },
};
