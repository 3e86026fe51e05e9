/** What state Daypass is in: the tray's tooltip and the head of the popover. */
export const app = {
  name: 'Daypass',
  signedOut: 'Signed out',
  signingIn: 'Signing in…',
  active: 'Signed in',
  activeUntil: 'Signed in until {time}',
  expiring: 'Expires soon',
  expired: 'Expired',
  /** The tray's tooltip: profile and what it is doing. */
  tooltip: '{profile}: {state}',
  left: '{time} left',
  copied: 'Copied',
  triedAt: 'Tried again at {time}: no change.',
  doneAt: 'Done at {time}.',
};
