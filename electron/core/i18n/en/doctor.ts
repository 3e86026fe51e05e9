/** The doctor. */
export const doctor = {
  title: 'Doctor',
  titleIll: 'Doctor: problems found',
  allWell: 'Nothing is in the way.',
  /** {check} is the name of another check. */
  checking: 'git is being asked…',
  skippedFor: 'First: {check}',
  /** What each check looks at. */
  checks: {
    clock: 'Clock',
    network: 'Network',
    programs: 'Programs',
    environment: 'Environment variables',
    git: 'git',
    'git-set-up': 'git asks Daypass',
    'git-config': 'git’s configuration',
    keychain: 'Stored passwords',
    'aws-files': 'AWS’s files',
    profiles: 'Profiles',
    daypass: 'Daypass itself',
  },
  /** What repairing changes, each with its preview below. */
  mends: {
    'git-set-up': 'Set up git to ask Daypass',
    'git-lines': 'Remove these lines from git’s configuration',
    'stale-entries': 'Delete these stored passwords',
    'aws-files': 'Change these lines of AWS’s files',
    'session-anew': 'Write the session again',
    'shell-lines': 'Comment out these lines',
    'private-files': 'Keep these files from other users',
  },
  /** What is good to know and in nobody’s way. */
  notes: 'Good to know: {n}',
  repair: 'Repair',
  repairAll: 'Repair all',
  repairTitle: 'Repair',
  applyRepair: 'Do it',
  nothingToRepair: 'There is nothing that Daypass can repair by itself.',
  copyReport: 'Copy report',
  copied: 'Copied. It holds no secret.',
  looking: 'Looking…',
  verdicts: {
    good: 'Good',
    warning: 'Needs a look',
    error: 'In the way',
    unknown: 'Not known',
    skipped: 'Not looked at',
  },
  /** For a colleague: what went wrong lately, without any value. */
  happened: 'Lately:',
  nothingHappened: 'Nothing went wrong.',
};
