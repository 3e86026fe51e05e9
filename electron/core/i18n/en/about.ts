/** What Daypass is, and where its files are. */
export const about = {
  title: 'About Daypass',
  what: 'MFA sessions for AWS and for git on CodeCommit',
  version: 'Version {version} · {runtime}',
  places: 'Where things are',
  /** Each with its path beside it. */
  place: {
    command: 'Command line',
    git: 'For git',
    programs: 'For apps',
    gitSettings: 'git settings',
    home: 'Settings, sessions',
    credentials: 'AWS credentials',
  },
  guide: 'Open the guide',
  licences: 'Show licenses',
};
