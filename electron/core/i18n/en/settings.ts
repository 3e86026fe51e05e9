/** The settings. */
export const settings = {
  title: 'Settings',
  profiles: 'Profiles',
  repositories: 'Profile for each repository',
  askAgain: 'Ask next time',
  language: 'Language',
  system: 'System',
  openAtLogin: 'Open at login',
  startForGit: 'Let git start Daypass',
  showFile: 'Show',
  shown: 'Shown',
  general: 'General',
  removeProfile: 'Remove this profile',
  removeSure: 'Remove {name}? Its session ends, and what Daypass wrote for it is deleted.',
  removeTotp:
    'Its authenticator is also deleted from this computer. If it isn’t on your phone too, only an administrator can let you back in.',
  from: '{source} · {region}',
  /** What a profile is made of. */
  facts: {
    state: 'State',
    account: 'Account',
    role: 'Role',
    signsIn: 'Signs in with',
    browser: 'Browser',
    device: 'MFA device',
    region: 'Region',
    written: 'Written to',
  },
};
