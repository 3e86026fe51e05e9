/** Setting git up for CodeCommit, with a preview, and undoing it. */
export const git = {
  title: 'git and CodeCommit',
  setUp: 'Set up git',
  setUpAgain: 'Set up git again',
  undo: 'Undo git setup',
  mend: 'Remove lines',
  isSetUp: 'git is set up for CodeCommit',
  notSetUp: 'git isn’t set up for CodeCommit yet',
  noGit: 'git wasn’t found',
  ready: 'git ready',
  notReady: 'git not set up',
  last: '{what}, {time}',
  notTaken: '{repository}: not accepted with {profile}',
  previews: {
    'set-up': 'This changes in {file}:',
    undo: 'This is undone in {file}:',
    mend: 'These lines are removed from {file}:',
  },
  /** What a change comes to; {n} kinds of host, as `git-codecommit.*.amazonaws.com` is one, or lines. */
  effects: {
    'set-up': '{n} kinds of host get Daypass as their credential helper. All others stay as they are.',
    undo: 'git no longer gets CodeCommit passwords from Daypass. Everything else stays as it is.',
    mend: 'Lines that conflict with git’s use of Daypass are removed: {n}. Everything else stays as it is.',
  },
  clone: 'To clone a repository, replace NAME with its name:',
  diff: 'Changes',
  changesIn: 'Changes in {file}',
  nothingToDo: 'Nothing to change.',
  version: 'git {version}',
};
