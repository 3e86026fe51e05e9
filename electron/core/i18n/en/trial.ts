/** Trying a repository, hop by hop. */
export const trial = {
  title: 'Try it',
  why: 'Goes the way of a push, without pushing.',
  repository: 'Repository',
  hint: 'Its name or URL; left empty, only AWS is asked.',
  profile: 'Profile',
  whomGitGets: 'Whom git would get',
  start: 'Try',
  running: 'Trying…',
  well: 'All is well.',
  another: 'From now on answered by',
  hops: {
    key: 'The long-term key',
    device: 'The MFA device',
    session: 'The session',
    identity: 'Who AWS says this is',
    git: 'git asks Daypass',
    codecommit: 'CodeCommit answers',
  },
};
