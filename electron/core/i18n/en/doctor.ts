/** The doctor. */
export const doctor = {
  title: 'Doctor',
  allWell: 'Nothing is in the way.',
  checking: 'git is being asked…',
  inTheWay: 'In the way of git:',
  /** What each check looks at. */
  checks: {
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
