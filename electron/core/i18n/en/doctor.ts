/** The doctor. */
export const doctor = {
  title: 'Doctor',
  titleIll: 'Doctor: problems found',
  allWell: 'No problems found',
  problem: '1 problem found',
  problems: '{n} problems found',
  checking: 'Checking git…',
  /** {check} is the name of another check. */
  skippedFor: 'Fix {check} first',
  /** What each check looks at. */
  checks: {
    clock: 'Clock',
    network: 'Network',
    programs: 'Programs',
    environment: 'Environment variables',
    git: 'git',
    'git-set-up': 'git setup',
    'git-config': 'git’s configuration',
    keychain: 'Stored passwords',
    'aws-files': 'AWS’s files',
    profiles: 'Profiles',
    daypass: 'Daypass itself',
  },
  checked: 'What was checked',
  /** What repairing changes, each with its preview below. */
  mends: {
    'git-set-up': 'Set up git to ask Daypass',
    'git-lines': 'Remove these lines from git’s configuration',
    'stale-entries': 'Delete these stored passwords',
    'aws-files': 'Change these lines of AWS’s files',
    'session-anew': 'Write the session again',
    'shell-lines': 'Comment out these lines',
    'private-files': 'Restrict these files to you',
  },
  /** The button that does it. */
  mendButtons: {
    'git-set-up': 'Set up git',
    'git-lines': 'Remove lines',
    'stale-entries': 'Delete passwords',
    'aws-files': 'Change lines',
    'session-anew': 'Write session',
    'shell-lines': 'Comment out lines',
    'private-files': 'Restrict access',
  },
  /** What is good to know and no problem. */
  notes: 'Good to know: {n}',
  details: 'Details',
  repair: 'Repair',
  repairAll: 'Repair all',
  repairTitle: 'Repair',
  nothingToRepair: 'Daypass can’t repair anything here.',
  copyReport: 'Copy report',
  copied: 'Copied. It contains no secrets.',
  looking: 'Looking…',
  verdicts: {
    good: 'OK',
    warning: 'Needs attention',
    error: 'Problem',
    unknown: 'Unknown',
    skipped: 'Not checked',
  },
  /** For a colleague: what went wrong lately, without any value. */
  happened: 'Recent errors:',
  nothingHappened: 'None.',
};
