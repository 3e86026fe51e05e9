/** The settings. */
export const settings = {
  title: 'Settings',
  profiles: 'Profiles',
  repositories: 'Profile for each repository',
  askAgain: 'Ask next time',
  language: 'Language',
  system: 'As the system',
  openAtLogin: 'Open at login',
  startForGit: 'Let git start Daypass',
  showFile: 'Show credentials file',
  general: 'General',
  removeSure: 'Remove {name}? Its session ends, and what Daypass wrote for it is deleted.',
  removeTotp:
    'Its authenticator is deleted from this computer with it. Where your phone does not have it too, only an administrator can let you in again.',
  from: '{source} · {region}',
};
