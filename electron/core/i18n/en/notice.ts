/** Notifications of the system. */
export const notice = {
  endingTitle: '{profile} expires in {minutes} min',
  endingBody: 'Sign in again now to keep working without a break.',
  endedTitle: '{profile} has expired',
  endedBody: 'Click to sign in again.',
  waitingTitle: 'git is waiting',
  waitingBody: '{repository} continues once you sign in.',
  choiceTitle: 'Choose a profile for {repository}',
  choiceBody: 'git is waiting. Click to choose.',
  backgroundTitle: 'Signed out',
  backgroundBody: 'git in the background asked for {repository} and got nothing. Click to sign in.',
  unchosenTitle: 'No profile chosen for {repository}',
  unchosenBody: 'git in the background asked for it and got nothing. Run git in a terminal to choose one.',
  refusedTitle: '{profile} couldn’t sign in by itself',
  shortTitle: '{minutes} min left for this push',
  shortBody: '{repository} has started. For a long push, it is safer to sign in again now.',
};
