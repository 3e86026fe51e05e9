/** Notifications of the system. */
export const notice = {
  endingTitle: '{profile} ends in {minutes} min',
  endingBody: 'Sign in again now to go on without a gap.',
  endedTitle: '{profile} has ended',
  endedBody: 'Click to sign in again.',
  waitingTitle: 'git is waiting',
  waitingBody: '{repository} goes on once you have signed in.',
  backgroundTitle: 'Signed out',
  backgroundBody: 'A git in the background asked for {repository} and got nothing. Click to sign in.',
  refusedTitle: '{profile} could not sign in by itself',
  shortTitle: '{minutes} min left for this push',
  shortBody: '{repository} has started; to sign in again now is safer for a long push.',
};
