/** The tray's menu. */
export const menu = {
  open: 'Open Daypass',
  signIn: 'Sign in…',
  signInAs: 'Sign in: {profile}…',
  renew: 'Renew session…',
  renewAs: 'Renew session: {profile}…',
  signOut: 'Sign out',
  signOutOf: 'Sign out: {profile}',
  clear: 'Clear keychain entries',
  doctor: 'Doctor',
  settings: 'Settings',
  about: 'About Daypass',
  more: 'More',
  quit: 'Quit',
  /** The last line, where there are too many profiles. */
  andMore: '{n} more',
};
