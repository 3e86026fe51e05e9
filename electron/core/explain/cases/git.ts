/** What git says of CodeCommit. What curl says in it is English in every language. */
import type { Case } from '../case.ts';
import {
  AUTHENTICATION_FAILED,
  NO_REMOTE_HELPER,
  RATE_LIMITED,
  RATE_LIMITED_LATER,
  REPOSITORY_NOT_FOUND,
  TRANSPORT_NOT_ALLOWED,
} from './git-words.ts';

/** After `fatal: unable to access 'URL': ` in any language, and without it. */
export const ofUrl = (message: string): readonly string[] => [
  `'{url}': ${message}`,
  // German and Turkish say something after the URL.
  `'{url}' {few}: ${message}`,
  message,
];

export const gitCases: readonly Case[] = [
  {
    means: 'heard.git-late',
    source: 'remote-curl.c of git 2.39 and 2.55, http.c: a push whose password was older than 15 minutes',
    // The translations differ before the number alone.
    says: ['HTTP {status:403} curl {few} The requested URL returned error: 403', 'RPC failed; HTTP {status:403}'],
  },
  {
    means: 'heard.git-403',
    source: 'git 2.39 and 2.55, run; remote-curl.c, and curl for CURLE_HTTP_RETURNED_ERROR',
    says: ofUrl('The requested URL returned error: {status:403}'),
    ofCodeCommit: true,
  },
  {
    means: 'heard.git-404',
    source: 'remote-curl.c of git 2.39 and 2.55',
    says: [...REPOSITORY_NOT_FOUND, ...ofUrl('The requested URL returned error: {status:404}')],
    ofCodeCommit: true,
  },
  {
    means: 'git.said-401',
    source: 'git 2.39 and 2.55, run; remote-curl.c',
    says: [...AUTHENTICATION_FAILED, ...ofUrl('The requested URL returned error: {status:401}')],
    ofCodeCommit: true,
  },
  {
    means: 'aws.throttled',
    source: 'git 2.39 and 2.55, run; remote-curl.c of 2.55 with http.maxRetries',
    says: [...RATE_LIMITED, ...RATE_LIMITED_LATER, ...ofUrl('The requested URL returned error: {status:429}')],
    ofCodeCommit: true,
  },
  {
    means: 'heard.aws-down',
    source: 'git 2.39, run against a server that says so; curl for CURLE_HTTP_RETURNED_ERROR',
    says: ['500', '502', '503', '504'].flatMap((status) =>
      ofUrl(`The requested URL returned error: {status:${status}}`),
    ),
    ofCodeCommit: true,
  },
  {
    means: 'heard.git-no-helper',
    source: 'git 2.39 and 2.55, run; help.c, transport-helper.c',
    // In every language the two names stand, and little between them.
    says: [
      "git: {few} 'remote-codecommit' {any} git --help",
      "'remote-codecommit' is not a git command",
      "remote helper 'codecommit' aborted session",
      'remote-codecommit: command not found',
      "Unable to find remote helper for 'codecommit'",
      ...NO_REMOTE_HELPER,
    ],
  },
  {
    means: 'heard.git-transport',
    source: 'git 2.39 and 2.55, run; transport.c',
    says: TRANSPORT_NOT_ALLOWED,
  },
  {
    means: 'heard.git-program',
    source: 'git 2.39 and 2.55, run with a helper that is not there: dash, bash, zsh, help.c',
    says: [
      ...['not found', 'command not found', 'No such file or directory', 'Permission denied'].flatMap((why) => [
        `git-credential get: {few}: {program}: ${why}`,
        `codecommit credential-helper $@ get: {few}: {program}: ${why}`,
      ]),
      "git: {few} 'credential-{program}' {any} git --help",
    ],
  },
  {
    means: 'heard.git-no-password',
    source: 'git 2.39 and 2.55, run; prompt.c and credential.c, which no catalogue translates',
    says: ["could not read Username for '{url}'", "could not read Password for '{url}'", 'terminal prompts disabled'],
    vague: true,
    ofCodeCommit: true,
  },
  {
    means: 'heard.git-ssh',
    source: 'OpenSSH sshconnect2.c',
    says: ['git-codecommit.{region}.amazonaws.com: Permission denied (publickey'],
  },
];
