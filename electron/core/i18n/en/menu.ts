/** The tray's menu. */
export const menu = {
  open: 'Open Daypass',
  signIn: 'Sign in…',
  signOut: 'Sign out',
  clear: 'Clear keychain entries',
  more: 'More',
  quit: 'Quit',
};
