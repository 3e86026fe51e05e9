/** One thing in git's configuration, or in what git reads beside it, that stands in the way or will. */

export type FindingCode =
  /** A helper that is asked after ours: it gets every password to keep, and can answer before nobody else. */
  | 'helper-after'
  /** An empty `helper` after ours: git does not ask us. */
  | 'helper-reset'
  /** `useHttpPath` is off after ours: git does not say which repository, and nothing can be signed. */
  | 'path-off'
  /** AWS's own helper, as guides have it written. */
  | 'aws-helper'
  /** Our lines in a file that is not Daypass's own: a copy of it, where there is no Daypass, takes git's other helpers away. */
  | 'lines-in-file'
  /** The lines of a Daypass of another folder, which git asks in place of this one. */
  | 'other-daypass'
  /** A section `credentials`, which git does not know. */
  | 'misspelt-section'
  /** `useHttpPath` for all hosts: other hosts' passwords are kept for each repository. */
  | 'path-global'
  /** `useHttpPath` for CodeCommit and no helper. */
  | 'path-without-helper'
  /** A helper that keeps passwords, asked for CodeCommit because git is not set up. */
  | 'keeps-passwords'
  /** The name of an HTTPS git credential of IAM: its owner's own helper answers, not Daypass. */
  | 'own-credential'
  /** The URL's user reaches the server in place of ours. */
  | 'user-in-url'
  /** CodeCommit's https URLs are turned into something else. */
  | 'rewritten-url'
  /** curl takes this before any helper is asked. */
  | 'netrc'
  /** A header that signs every request in somebody else's name. */
  | 'auth-header'
  /** Cookies for CodeCommit, which reads none. */
  | 'cookie-file'
  /** Every host is given a password before it has asked for one. */
  | 'proactive-auth'
  /** While git is not set up, nobody is asked for a password. */
  | 'interactive-off'
  /** While git is not set up, this program is asked for one. */
  | 'askpass'
  /** git may not use a protocol that CodeCommit needs. */
  | 'protocol-off'
  /** An SSH key of CodeCommit, which no MFA session stands behind. */
  | 'ssh-key'
  /** A variable that has git print what it signs in with. */
  | 'trace-token'
  /** A variable that has git read another global file. */
  | 'config-elsewhere';

export interface Finding {
  readonly code: FindingCode;
  /** The file, as git names it. */
  readonly origin: string;
  readonly name: string;
  /** Fit to be shown: what could be a password is left out. */
  readonly value: string;
  /** By setting up (again), by taking the lines out of the global file, or by a person. */
  readonly mend: 'set-up' | 'remove' | null;
  /** Counted from 1, where it is known. */
  readonly line?: number | null;
  /** What is right in its place, as `name = value`, a line each. */
  readonly right?: readonly string[];
}
