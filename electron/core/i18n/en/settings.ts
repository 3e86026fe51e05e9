/** The settings. */
export const settings = {
  title: 'Settings',
  profiles: 'Profiles',
  repositories: 'Repositories',
  askAgain: 'Ask again',
  language: 'Language',
  system: 'As the system',
  openAtLogin: 'Open at login',
  startForGit: 'Let git start Daypass',
  showFile: 'Show credentials file',
  general: 'General',
  removeSure: 'Remove {name}? Its session ends, and what Daypass wrote for it is deleted.',
  from: '{source} · {region}',
};
