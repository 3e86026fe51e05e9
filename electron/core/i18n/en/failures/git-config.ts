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
  'git-config.auth-header': {
    cause:
      'A header for all of CodeCommit’s requests signs them already: AWS judges that one, says 403, and no helper is asked.',
    fix: 'Take the line out, or give it the URL of the host that it is for.',
  },
  'git-config.cookie-file': {
    cause: 'A file of cookies is set for CodeCommit, which reads none. It does nothing.',
    fix: 'Take the line out.',
  },
  'git-config.proactive-auth': {
    cause:
      'git signs in to every host before it has been asked to, so it wants a password for public repositories as well.',
    fix: 'Give the line the URL of the host that it is for.',
  },
  'git-config.interactive-off': {
    cause: 'git asks nobody for a password. As it does not ask Daypass yet either, CodeCommit only fails.',
    fix: 'Set up git: Daypass answers in any case.',
  },
  'git-config.askpass': {
    cause:
      'As git does not ask Daypass yet, this program is asked for CodeCommit’s password, and nobody can type that one.',
    fix: 'Set up git: Daypass answers first.',
  },
  'git-config.protocol-off': {
    cause: 'git may not use a protocol that CodeCommit’s URLs need.',
    fix: 'Take the line out, or allow that protocol alone.',
  },
  'git-config.ssh-key': {
    cause:
      'This goes to CodeCommit with an SSH key of IAM. Such a key carries no MFA, so a policy that denies all without MFA denies it too.',
    fix: 'Nothing, if it works. Else use the https URL, for which Daypass has the password.',
  },
  'git-config.trace-token': {
    cause:
      'This variable has git print what it signs in with, the session token too: into terminals, logs and bug reports.',
    fix: 'Take it out; set it for one command when you need it, and look at what it printed before you pass it on.',
  },
  'git-config.config-elsewhere': {
    cause: 'With this variable git reads another file than the one that Daypass is set up in.',
    fix: 'Take it out, or include Daypass’s file in that other one as well.',
  },
  'git-config.other-daypass': {
    cause: 'git asks another Daypass, of another folder, and not this one.',
    fix: 'Keep one of the two: end the other and run its “daypass git undo”, or set git up again here.',
  },
};
