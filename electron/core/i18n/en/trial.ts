/** Trying a repository, hop by hop. */
export const trial = {
  title: 'Try a repository',
  why: 'Checks every step of a push without pushing.',
  repository: 'Repository',
  hint: 'Name or URL. Leave it empty to check AWS alone.',
  profile: 'Profile',
  whomGitGets: 'The one git would use',
  start: 'Try',
  running: 'Trying…',
  well: 'Everything works',
  another: 'Profile from now on',
  hops: {
    key: 'Long-term key',
    device: 'MFA device',
    session: 'Session',
    identity: 'Identity at AWS',
    git: 'git asks Daypass',
    codecommit: 'CodeCommit answers',
  },
};
