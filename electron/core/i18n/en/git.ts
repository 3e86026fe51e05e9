/** Setting git up for CodeCommit, with a preview, and undoing it. */
export const git = {
  title: 'git',
  setUp: 'Set up git',
  undo: 'Undo',
  isSetUp: 'git asks Daypass for CodeCommit',
  notSetUp: 'git does not ask Daypass yet',
  noGit: 'git was not found',
  ready: 'git ready',
  notReady: 'git not set up',
  last: '{what}, {time}',
  notTaken: '{repository}: not accepted with {profile}',
  previews: {
    'set-up': 'This is what changes in {file}:',
    undo: 'This is taken back in {file}:',
    mend: 'These lines are taken out of {file}:',
  },
  apply: 'Write it',
  clone: 'Clone a repository like this, with its name in place of NAME:',
  why: 'Once set up, git gets CodeCommit’s password from Daypass; other hosts stay as they are.',
  diff: 'The change',
  nothingToDo: 'Nothing to change.',
  version: 'git {version}',
};
