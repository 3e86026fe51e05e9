/** The doctor. */
export const doctor = {
  title: 'Doctor',
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
    profiles: 'Profiles',
    daypass: 'Daypass itself',
  },
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
