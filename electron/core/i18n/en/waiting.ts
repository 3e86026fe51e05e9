/** git waits for a session. */
export const waiting = {
  title: '{repository}: git is waiting for you to sign in',
  several: '{n} repositories: git is waiting for you to sign in',
  choose: 'Which profile is {repository} for?',
  switchTo: 'Go to {profile}',
  cancel: 'Stop waiting',
  goesOn: '{repositories}: git continues…',
  taken: '{repositories}: accepted by AWS',
  refused: '{repositories}: refused by AWS',
};
