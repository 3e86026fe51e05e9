/** Notifications of the system. */
export const notice = {
  endingTitle: '{profile} ends in {minutes} min',
  endingBody: 'Sign in again now to go on without a gap.',
  endedTitle: '{profile} has ended',
  endedBody: 'Click to sign in again.',
  waitingTitle: 'git is waiting',
  waitingBody: '{repository} goes on once you have signed in.',
  choiceTitle: 'Choose a profile for {repository}',
  choiceBody: 'git is waiting. Click to choose.',
  backgroundTitle: 'Signed out',
  backgroundBody: 'A git in the background asked for {repository} and got nothing. Click to sign in.',
  unchosenTitle: 'No profile is chosen for {repository}',
  unchosenBody: 'A git in the background asked for it and got nothing. Run git in a terminal to choose one.',
  refusedTitle: '{profile} could not sign in by itself',
  shortTitle: '{minutes} min left for this push',
  shortBody: '{repository} has started; to sign in again now is safer for a long push.',
};
